"""A page: a template in the reader's language, with the words and helpers that every template may use."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response

from base.city import facts
from base.phone import shown
from base.words import LANGUAGES
from web import moments
from web.cookies import cookie
from web.csrf import COOKIE, FIELD, fresh_token, own_token
from web.i18n import catalogue
from web.reader import Reader
from web.roles import ROLES

HERE = Path(__file__).parent
LANGUAGE_NAMES = {"zh-CN": "中文", "en": "English"}
NO_DEMO: dict[str, Any] = {"demo": False, "sandbox_url": "", "cast": []}


@cache
def environment(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["ext.i18n.trimmed"] = True
    words = catalogue(language)
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(
        words=lambda words: words.in_(language),
        phone=shown,
        moment=lambda at: moments.moment(at, language),
        since=lambda at: moments.since(at, language),
        day=lambda day: moments.day(day, language),
    )
    made.globals.update(static=static, languages=LANGUAGE_NAMES, language=language, form_field=FIELD, roles=ROLES)
    return made


@cache
def static(name: str) -> str:
    """The address changes with the content, so that browsers may keep the file for a year."""
    return f"/static/{name}?v={sha256((HERE / 'static' / name).read_bytes()).hexdigest()[:12]}"


async def page(request: Request[Any, Any, Any], reader: Reader, template: str, status: int = 200, **context: Any) -> Response[str]:
    token = own_token(request) or fresh_token()
    html = render(request, reader.language, template, reader=reader, form_token=token, city=NO_DEMO | await facts(), **context)
    response = Response(html, status_code=status, media_type="text/html")
    if token != own_token(request):
        response.set_cookie(cookie(COOKIE, token))
    return response


def render(request: Request[Any, Any, Any], language: str, template: str, **context: Any) -> str:
    assert language in LANGUAGES
    here = request.url.path + (f"?{request.url.query}" if request.url.query and request.method == "GET" else "")
    sandbox = context["city"]["sandbox_url"]
    phones = f"{sandbox}/?lang={language}" if sandbox else ""
    return environment(language).get_template(template).render(here=here, phones=phones, **context)
