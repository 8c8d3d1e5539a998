"""Looking for work on the web: the form, and the buttons on the need that lives."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect

from base.clock import city_now
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs import needs, queries
from jobs.needs import FURTHEST, Seek, known
from people.tables import Person
from web.forms import form_of
from web.jobs.listing_words import HELPERS
from web.jobs.need_form import RADII_KM, empty_form, form_of_need, read_need
from web.pages import page
from web.phone_code import as_somebody
from web.reader import Reader
from web.refusals import sentence
from web.where import whole_name
from web.written import Written
from wishes.when import PARTS


@get("/jobs/seek")
async def show_form(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    return await _form_page(request, reader, await _begun(reader))


async def _begun(reader: Reader) -> dict[str, str]:
    if reader.person is None:
        return empty_form(None, reader.language)
    need = await queries.need_of(reader.person.id)
    if need is None:
        return empty_form(reader.person.area, reader.language)
    return form_of_need(need, await known(reader.person.id), reader.language)


@post("/jobs/seek", status_code=200)
async def create_need(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    form = await form_of(request)
    written = read_need(form, reader.person.area if reader.person else None)

    async def sought(person: Person) -> str:
        await needs.seek(person, written.draft, By(person.id, "web"))
        return "/mine?said=sought#work"

    async def shown(status: int, refused: str = "") -> Response[str]:
        return await _form_page(request, reader, form, written, status, refused)

    try:
        return await as_somebody(request, reader, form, written, sought, shown)
    except Refused as refused:
        return await shown(409, sentence(reader.language, refused))


async def _form_page(
    request: Request[Any, Any, Any],
    reader: Reader,
    form: dict[str, str],
    written: Written[Seek] | None = None,
    status: int = 200,
    refused: str = "",
) -> Response[str]:
    today = city_now().date()
    return await page(
        request, reader, "jobs/seek.html", status,
        form=form, refused=refused, phone=written.phone if written else None,
        errors={name: reader.say(error) for name, error in written.errors.items()} if written else {},
        choices=[(code, whole_name(code, reader.language)) for code in written.choices] if written else [],
        job=HELPERS, parts=PARTS, radii=RADII_KM,
        first_day=today.isoformat(), last_day=(today + FURTHEST).isoformat(),
    )  # fmt: skip


async def _act(reader: Reader, said: str, verb: Callable[[Person, By], Awaitable[Any]]) -> Redirect:
    person = reader.must_be_known("/mine")
    async with transaction():
        await verb(person, By(person.id, "web"))
    return Redirect(f"/mine?said={said}#work", status_code=303)


@post("/jobs/seek/pause")
async def create_pause(reader: NamedDependency[Reader]) -> Redirect:
    return await _act(reader, "paused", lambda person, by: needs.pause_need(person.id, by))


@post("/jobs/seek/end")
async def create_end(reader: NamedDependency[Reader]) -> Redirect:
    return await _act(reader, "ended", lambda person, by: needs.end_need(person.id, by))


@post("/jobs/seek/renewal")
async def create_renewal(reader: NamedDependency[Reader]) -> Redirect:
    """As "找活" alone does by SMS: the same again, from today."""
    return await _act(reader, "sought", lambda person, by: needs.seek(person, Seek(), by))


HANDLERS = [show_form, create_need, create_pause, create_end, create_renewal]
