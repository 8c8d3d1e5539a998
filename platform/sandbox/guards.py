"""Who may come in: the account through the API, people through their own browser."""

from base64 import b64decode
from hmac import compare_digest
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler


async def only_the_account(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    config = connection.app.state.config
    given = _credentials(connection.headers.get("authorization", ""))
    expected = f"{config.account_sid}:{config.auth_token}".encode()
    if connection.path_params["account"] != config.account_sid or not compare_digest(given, expected):
        raise NotAuthorizedException


def _credentials(header: str) -> bytes:
    kind, _, encoded = header.partition(" ")
    try:
        return b64decode(encoded, validate=True) if kind.lower() == "basic" else b""
    except ValueError:
        return b""


async def not_from_another_site(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    # Nobody signs in here, so no token guards the forms: the browser itself says where a click came from.
    came_from_elsewhere = connection.headers.get("sec-fetch-site") == "cross-site"
    if came_from_elsewhere and isinstance(connection, Request) and connection.method == "POST":
        raise PermissionDeniedException
