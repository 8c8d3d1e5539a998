"""Which language the reader reads: what the switch chose, else what the browser asks for, else Chinese."""

from typing import Any

from litestar import Request, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.words import LANGUAGES
from web.cookies import cookie, read_cookie
from web.paths import own_path

YEAR_SECONDS = 365 * 24 * 3600


def language_of(request: Request[Any, Any, Any]) -> str:
    chosen = read_cookie(request, "language")
    return chosen if chosen in LANGUAGES else asked_for(request.headers.get("accept-language", ""))


def asked_for(header: str) -> str:
    wishes = sorted((_weighed(part) for part in header[:500].split(",")), key=lambda wish: -wish[0])
    for weight, tag in wishes:
        for language in LANGUAGES:
            if weight > 0 and tag.split("-")[0] == language[:2]:
                return language
    return LANGUAGES[0]


def _weighed(part: str) -> tuple[float, str]:
    tag, _, quality = part.partition(";")
    try:
        weight = float(quality.strip().removeprefix("q=") or 1)
    except ValueError:
        weight = 0
    return weight, tag.strip().lower()


@get("/language/{language:str}")
async def switch_language(language: FromPath[str], to: FromQuery[str] = "/") -> Redirect:
    if language not in LANGUAGES:
        raise NotFoundException
    return Redirect(own_path(to), status_code=303, cookies=[cookie("language", language, YEAR_SECONDS)])
