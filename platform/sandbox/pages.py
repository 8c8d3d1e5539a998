"""The phones: a page for people, and a door for scripts and tests."""

from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

from litestar import Request, Response, Router, get, post
from litestar.datastructures import Cookie, MultiDict
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template

from base.phone import e164
from sandbox.api import LONGEST_BODY, form_of
from sandbox.cast import STORIES
from sandbox.gateway import Gateway
from sandbox.guards import not_from_another_site
from sandbox.screen import Screen, language, screen
from sandbox.store import Message
from sandbox.view import as_json, phone_view
from sandbox.wording import BY_LANGUAGE

AnyRequest = Request[Any, Any, Any]
ONE_YEAR = 365 * 24 * 3600
THREAD_FOR_SCRIPTS = 200


@get("/")
async def home(request: AnyRequest, gateway: NamedDependency[Gateway]) -> Template:
    seen = screen(request.query_params, _language(request, request.query_params.get("lang")))
    status = 400 if seen.rejected else 200
    kept = Cookie("language", value=seen.language, max_age=ONE_YEAR, samesite="lax", httponly=True)
    return Template("page.html", context=_page(gateway, seen), status_code=status, cookies=[kept])


@get("/news")
async def news(request: AnyRequest, gateway: NamedDependency[Gateway]) -> Response[Any]:
    """What changed since the page last asked: mostly nothing."""
    seen = screen(request.query_params, _language(request, request.query_params.get("lang")))
    version = request.query_params.get("version", "")
    changed = gateway.store.changed(seen.phones, int(version[:20]) if version.isdecimal() else 0)
    if not changed:
        return Response(None, status_code=204)
    return Template("news.html", context=_context(gateway, seen, changed))


@post("/phones/{phone:str}/send")
async def send(phone: FromPath[str], request: AnyRequest, gateway: NamedDependency[Gateway]) -> Response[Any]:
    sender, form = _phone(phone), await form_of(request)
    body = form.get("body", "")
    problem = _problem(body)
    message = None if problem else gateway.carrier.send(sender, body)
    if not _is_browser(request):
        return _for_scripts(message, problem)
    seen = _screen_behind(request, form)
    draft = {"phone": sender, "body": body if problem else "", "problem": problem}
    if request.headers.get("hx-request"):
        context = _context(gateway, seen, [sender]) | {"draft": draft}
        return Template("sent.html", context=context, status_code=400 if problem else 201)
    if problem:
        return Template("page.html", context=_page(gateway, seen.choosing(sender)) | {"draft": draft}, status_code=400)
    return _back(seen, sender)


@post("/phones/{phone:str}/seen")
async def mark_seen(phone: FromPath[str], request: AnyRequest, gateway: NamedDependency[Gateway]) -> Response[Any]:
    owner = _phone(phone)
    gateway.store.see(owner)
    seen = _screen_behind(request, await form_of(request))
    if request.headers.get("hx-request"):
        return Template("seen.html", context=_context(gateway, seen, [owner]))
    return _back(seen, owner)


@get("/phones/{phone:str}/messages.json")
async def thread(phone: FromPath[str], gateway: NamedDependency[Gateway]) -> dict[str, Any]:
    owner = _phone(phone)
    found = gateway.store.thread(owner, THREAD_FOR_SCRIPTS)
    return {"phone": owner, "messages": [as_json(message) for message in found]}


def _phone(written: str) -> str:
    phone = e164(written)
    if phone is None:
        raise NotFoundException("There is no such phone.")
    return phone


def _problem(body: str) -> str:
    if not body.strip():
        return "empty_body"
    return "long_body" if len(body) > LONGEST_BODY else ""


def _is_browser(request: AnyRequest) -> bool:
    return "hx-request" in request.headers or "text/html" in request.headers.get("accept", "")


def _for_scripts(message: Message | None, problem: str) -> Response[Any]:
    if message is None:
        return Response({"problem": BY_LANGUAGE["en"][problem]}, status_code=400)
    return Response(as_json(message), status_code=201)


def _language(request: AnyRequest, asked: str | None) -> str:
    return language(asked, request.cookies.get("language"), request.headers.get("accept-language", ""))


def _screen_behind(request: AnyRequest, form: dict[str, str]) -> Screen:
    query = MultiDict(parse_qsl(form.get("back", "")))
    return screen(query, _language(request, query.get("lang")))


def _back(seen: Screen, phone: str) -> Redirect:
    return Redirect(f"/?{seen.choosing(phone).query}#phone-{phone.removeprefix('+')}", status_code=303)


def _page(gateway: Gateway, seen: Screen) -> dict[str, Any]:
    return _context(gateway, seen, seen.phones) | {"stories": STORIES, "site": gateway.config.public_url}


def _context(gateway: Gateway, seen: Screen, phones: tuple[str, ...] | list[str]) -> dict[str, Any]:
    words = BY_LANGUAGE[seen.language]
    zone = ZoneInfo(gateway.config.time_zone)
    return {
        "t": words,
        "screen": seen,
        "version": gateway.store.version,
        "phones": [phone_view(phone, gateway.store, words, seen.language, zone) for phone in phones],
        "draft": None,
    }


pages = Router("/", route_handlers=[home, news, send, mark_seen, thread], guards=[not_from_another_site])
