"""Forms of our own pages only: a signed token stands in a cookie and in the form, and both must agree.

Our own, because Litestar 2.25 answers 500 to a token that is not ASCII, and never replaces a cookie whose signature has expired
with the key.
"""

import hmac
import secrets
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from base.settings import settings
from web.cookies import read_cookie
from web.forms import raw_form

COOKIE = "form"
FIELD = "form_token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class StaleForm(PermissionDeniedException):
    """The form is not ours, or older than its cookie."""


def fresh_token() -> str:
    nonce = secrets.token_hex(16)
    return f"{nonce}.{_signed(nonce)}"


def own_token(request: Request[Any, Any, Any]) -> str | None:
    token = read_cookie(request, COOKIE) or ""
    nonce, _, signature = token.partition(".")
    return token if _same(signature, _signed(nonce)) else None


async def own_forms_only(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    if not isinstance(connection, Request) or connection.method in SAFE or handler.opt.get("exclude_from_csrf"):
        return
    token = own_token(connection)
    if token is None or not _same(token, (await raw_form(connection)).get(FIELD, "")):
        raise StaleForm


def _signed(nonce: str) -> str:
    return hmac.digest(settings().secret_key.encode(), f"form:{nonce}".encode(), "sha256").hex()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
