"""A form that asks for something in somebody's name. A phone that has not signed in confirms itself by a code.

Until then nothing is kept: the draft travels in the form itself and is checked anew each time, so that a wrong code loses no word of it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Request, Response
from litestar.response import Redirect

from base.errors import Refused
from base.work import transaction
from people import people, sign_in
from people.tables import Person
from web.i18n import N_
from web.reader import Reader, begin_session
from web.refusals import sentence
from web.sign_in import CODE_WRONG, digits_of, send_code
from web.written import Written, read_phone

CODE_MISSING = N_("请写短信里的 6 位验证码。")

Deed = Callable[[Person], Awaitable[str]]
"""Does what was asked for, in a transaction, and returns the address that shows it."""
Show = Callable[[int], Awaitable[Response[Any]]]
"""The form again, with this status."""


async def as_somebody(
    request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written[Any], deed: Deed, show: Show
) -> Response[Any]:
    if reader.person is None:
        read_phone(form, written)
    if written.errors:
        return await show(422)
    if reader.person:
        async with transaction():
            address = await deed(reader.person)
        return Redirect(address, status_code=303)
    if "code" not in form or "again" in form:
        return await _ask_code(reader, form, written, show)
    return await _with_code(request, reader, form, written, deed, show)


async def _ask_code(reader: Reader, form: dict[str, str], written: Written[Any], show: Show) -> Response[Any]:
    assert written.phone
    form["code"] = ""
    try:
        await send_code(written.phone, reader.language)
    except Refused as refused:
        written.errors["code"] = sentence(reader.language, refused)
        return await show(429)
    return await show(200)


async def _with_code(
    request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written[Any], deed: Deed, show: Show
) -> Response[Any]:
    assert written.phone
    if not form["code"]:
        written.errors["code"] = CODE_MISSING
        return await show(422)
    async with transaction():
        if await sign_in.is_right(written.phone, digits_of(form["code"])):
            person = await people.meet(written.phone, reader.language)
            address = await deed(person)
            session = await begin_session(request, person)
            return Redirect(address, status_code=303, cookies=[session])
    written.errors["code"] = CODE_WRONG
    return await show(422)
