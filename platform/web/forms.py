"""What a browser or a gateway posts."""

import unicodedata
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException

MOST_FIELDS = 100
KEPT = frozenset("\n\t")


async def raw_form(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The fields as they were sent. Bytes that are no UTF-8 become U+FFFD. A route may take more of them (`most_fields`)."""
    if request.content_type[0] == RequestEncodingType.MULTI_PART:
        return {name: value for name, value in (await _parts(request)).items() if isinstance(value, str)}
    if request.content_type[0] != RequestEncodingType.URL_ENCODED:
        return {}
    body = (await request.body()).decode("utf-8", "replace")
    most = request.route_handler.opt.get("most_fields", MOST_FIELDS)
    try:
        return dict(parse_qsl(body, keep_blank_values=True, errors="replace", max_num_fields=most))
    except ValueError as error:
        raise ClientException from error


async def _parts(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """Fields and files, where the route takes files (`takes_files`). Read once: the guard that looks for the token asks first."""
    if not request.route_handler.opt.get("takes_files"):
        return {}
    state = request.scope["state"]
    if "parts" not in state:
        state["parts"] = await _read_parts(request)
    parts: dict[str, Any] = state["parts"]
    return parts


async def _read_parts(request: Request[Any, Any, Any]) -> dict[str, Any]:
    try:
        form = await request.form()
    except (UnicodeDecodeError, LookupError) as error:
        raise ClientException from error
    parts = {name: (part.filename, await part.read()) if isinstance(part, UploadFile) else part for name, part in form.multi_items()}
    await form.close()
    return parts


async def file_of(request: Request[Any, Any, Any], name: str) -> tuple[str, bytes] | None:
    """The name and the content of a file that was sent along."""
    file = (await _parts(request)).get(name)
    return file if isinstance(file, tuple) else None


async def form_of(request: Request[Any, Any, Any]) -> dict[str, str]:
    return {name: clean(value).strip() for name, value in (await raw_form(request)).items()}


def clean(text: str) -> str:
    """Without control characters: PostgreSQL refuses NUL, and nobody means the others."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in KEPT or unicodedata.category(c) not in ("Cc", "Cs"))
