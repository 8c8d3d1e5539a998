"""Saying a wish on the web. A phone that has not signed in confirms itself by a code; until then nothing is kept.

The draft travels in the form itself and is checked anew each time, so that a wrong code loses no word of it.
"""

from datetime import timedelta
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from base.clock import city_now, now
from base.db import rows
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from people import areas, people, sign_in
from people.tables import Person
from web.drafts import FURTHEST, Written, read_draft, read_phone
from web.forms import form_of
from web.i18n import N_
from web.pages import page
from web.reader import Reader, begin_session
from web.refusals import sentence
from web.sign_in import CODE_WRONG, digits_of, send_code
from web.where import whole_name
from wishes.actions import Draft, raise_wish
from wishes.kinds import KINDS
from wishes.tables import Wish
from wishes.when import PARTS

SAME_WITHIN = timedelta(minutes=2)
CODE_MISSING = N_("请写短信里的 6 位验证码。")


@get("/wishes/new")
async def show_form(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    home = reader.person.area if reader.person else None
    form = {"where": areas.words(home).in_(reader.language) if home else "", "places": "1"}
    return await _form_page(request, reader, form)


@post("/wishes", status_code=200)
async def create_wish(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    form = await form_of(request)
    home = reader.person.area if reader.person else None
    written = read_draft(form, home)
    if reader.person is None:
        read_phone(form, written)
    if written.errors:
        return await _form_page(request, reader, form, written, 422)
    if reader.person:
        return await _raise(reader.person, written.draft)
    return await _confirm_phone(request, reader, form, written)


async def _raise(resident: Person, draft: Draft) -> Response[Any]:
    async with transaction():
        wish = await _raised(resident, draft)
    return Redirect(f"/wishes/{wish.ref}?said=raised", status_code=303)


async def _raised(resident: Person, draft: Draft) -> Wish:
    """The same words sent twice, by an impatient finger or a slow network, are one wish."""
    await rows("SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE", resident.id)
    sent = Wish.objects().where(Wish.resident == resident.id, Wish.text == draft.text, Wish.created_at > now() - SAME_WITHIN)
    return await sent.first() or await raise_wish(resident, draft, By(resident.id, "web"))


async def _confirm_phone(request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written) -> Response[Any]:
    assert written.phone
    if "code" not in form or "again" in form:
        return await _ask_code(request, reader, form, written)
    if not form["code"]:
        written.errors["code"] = CODE_MISSING
        return await _form_page(request, reader, form, written, 422)
    async with transaction():
        if await sign_in.is_right(written.phone, digits_of(form["code"])):
            resident = await people.meet(written.phone, reader.language)
            wish = await _raised(resident, written.draft)
            session = await begin_session(request, resident)
            return Redirect(f"/wishes/{wish.ref}?said=raised", status_code=303, cookies=[session])
    written.errors["code"] = CODE_WRONG
    return await _form_page(request, reader, form, written, 422)


async def _ask_code(request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written) -> Response[str]:
    assert written.phone
    form["code"] = ""
    try:
        await send_code(written.phone, reader.language)
    except Refused as refused:
        written.errors["code"] = sentence(reader.language, refused)
        return await _form_page(request, reader, form, written, 429)
    return await _form_page(request, reader, form, written)


async def _form_page(
    request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written | None = None, status: int = 200
) -> Response[str]:
    today = city_now().date()
    return await page(
        request,
        reader,
        "wish_form.html",
        status,
        form=form,
        phone=written.phone if written else None,
        errors={name: reader.say(error) for name, error in written.errors.items()} if written else {},
        choices=[(code, whole_name(code, reader.language)) for code in written.choices] if written else [],
        kinds=KINDS,
        parts=PARTS,
        first_day=today.isoformat(),
        last_day=(today + FURTHEST).isoformat(),
    )
