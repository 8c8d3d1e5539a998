"""What a browser or a gateway posts."""

import unicodedata
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException

MOST_FIELDS = 100
KEPT = frozenset("\n\t")


async def raw_form(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The fields as they were sent. Bytes that are no UTF-8 become U+FFFD."""
    if request.content_type[0] != RequestEncodingType.URL_ENCODED:
        return {}
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise ClientException from error


async def form_of(request: Request[Any, Any, Any]) -> dict[str, str]:
    return {name: clean(value).strip() for name, value in (await raw_form(request)).items()}


def clean(text: str) -> str:
    """Without control characters: PostgreSQL refuses NUL, and nobody means the others."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in KEPT or unicodedata.category(c) not in ("Cc", "Cs"))
