"""Saying a wish on the web."""

from datetime import timedelta
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from base.clock import city_now, now
from base.db import rows
from base.ledger import By
from people import areas
from people.tables import Person
from web.drafts import FURTHEST, read_draft
from web.forms import form_of
from web.pages import page
from web.phone_code import as_somebody
from web.reader import Reader
from web.where import whole_name
from web.written import Written
from wishes.actions import Draft, raise_wish
from wishes.kinds import KINDS
from wishes.tables import Wish
from wishes.when import PARTS

SAME_WITHIN = timedelta(minutes=2)


@get("/wishes/new")
async def show_form(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    home = reader.person.area if reader.person else None
    form = {"where": areas.words(home).in_(reader.language) if home else "", "places": "1"}
    return await _form_page(request, reader, form)


@post("/wishes", status_code=200)
async def create_wish(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    form = await form_of(request)
    written = read_draft(form, reader.person.area if reader.person else None)

    async def raised(resident: Person) -> str:
        return f"/wishes/{(await _raised(resident, written.draft)).ref}?said=raised"

    async def shown(status: int) -> Response[str]:
        return await _form_page(request, reader, form, written, status)

    return await as_somebody(request, reader, form, written, raised, shown)


async def _raised(resident: Person, draft: Draft) -> Wish:
    """The same words sent twice, by an impatient finger or a slow network, are one wish."""
    await rows("SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE", resident.id)
    sent = Wish.objects().where(Wish.resident == resident.id, Wish.text == draft.text, Wish.created_at > now() - SAME_WITHIN)
    return await sent.first() or await raise_wish(resident, draft, By(resident.id, "web"))


async def _form_page(
    request: Request[Any, Any, Any], reader: Reader, form: dict[str, str], written: Written[Draft] | None = None, status: int = 200
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
