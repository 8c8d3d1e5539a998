"""Signing in: a phone, then the code that was sent to it. The answer is the same whether we know the phone or not."""

import unicodedata
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect

from base.errors import Refused
from base.phone import e164
from base.work import transaction
from messages import outbox, texts
from people import people, sign_in
from web.cookies import gone, read_cookie
from web.forms import form_of
from web.i18n import N_
from web.pages import page
from web.paths import own_path
from web.reader import COOKIE, Reader, begin_session
from web.refusals import sentence

PHONE_WRONG = N_("请写一个手机号，例如 160 0000 0001。")
CODE_WRONG = N_("验证码不对，或者已经过期。请核对最新的一条短信。")


async def send_code(phone: str, language: str) -> None:
    """Raises Refused when the phone has had its share of codes."""
    async with transaction():
        code = await sign_in.new_code(phone)
        reader = await people.by_phone(phone) or outbox.Stranger(phone, language)
        await outbox.put(texts.code(code.digits), reader, f"code:{code.id}")


def digits_of(written: str) -> str:
    """Codes are typed with spaces or full-width digits too."""
    return "".join(unicodedata.normalize("NFKC", written).split())


@get("/sign-in")
async def show_sign_in(request: Request[Any, Any, Any], reader: NamedDependency[Reader], next: FromQuery[str] = "/mine") -> Response[Any]:
    if reader.person:
        return Redirect(own_path(next), status_code=303)
    return await page(request, reader, "sign_in.html", form={"next": own_path(next)}, errors={})


@post("/sign-in/code", status_code=200)
async def create_code(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    form = await form_of(request)
    phone = e164(form.get("phone", ""))
    if phone is None:
        return await page(request, reader, "sign_in.html", 422, form=form, errors={"phone": reader.say(PHONE_WRONG)})
    form["phone"] = phone
    try:
        await send_code(phone, reader.language)
    except Refused as refused:
        return await page(request, reader, "sign_in_code.html", 429, form=form, errors={"code": sentence(reader.language, refused)})
    return await page(request, reader, "sign_in_code.html", form=form, errors={})


@post("/sign-in/session")
async def create_session(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    form = await form_of(request)
    phone = e164(form.get("phone", ""))
    if phone is None:
        return await page(request, reader, "sign_in.html", 422, form=form, errors={"phone": reader.say(PHONE_WRONG)})
    async with transaction():
        if await sign_in.is_right(phone, digits_of(form.get("code", ""))):
            person = await people.meet(phone, reader.language)
            session = await begin_session(request, person)
            return Redirect(own_path(form.get("next", "/mine")), status_code=303, cookies=[session])
    return await page(request, reader, "sign_in_code.html", 422, form=form, errors={"code": reader.say(CODE_WRONG)})


@post("/sign-out")
async def end_session(request: Request[Any, Any, Any]) -> Redirect:
    if token := read_cookie(request, COOKIE):
        await sign_in.end(token)
    return Redirect("/", status_code=303, cookies=[gone(COOKIE)])


HANDLERS = [show_sign_in, create_code, create_session, end_session]
