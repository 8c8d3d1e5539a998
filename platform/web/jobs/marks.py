"""What the counter writes beside a name: came, did not come, sent home, paid. One row of the page at a time."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import FromPath
from litestar.response import Redirect

from base.clock import city_now
from base.errors import Refused
from base.ledger import By, record
from base.words import Words
from base.work import transaction
from jobs import counter, places
from jobs.attendance import day_sheets
from jobs.lock import lock_both
from jobs.states import PLACEMENT_WORDS, PlacementState
from jobs.tables import Listing, Placement
from people import areas, offices, people
from people.offices import Office
from web.forms import form_of
from web.i18n import N_
from web.jobs.amounts import fen_of
from web.jobs.counter import ROW_WORDS, View, counter_page, totals
from web.jobs.counter_words import told_to_staff
from web.jobs.doors import AtStation, enter, placement_at
from web.pages import page
from web.paths import own_path
from web.reader import Reader

LONGEST_NOTE = 200
MARKS = {"attended", "absent", "sent_home", "confirmed"}
WAGE_WRONG = N_("请写金额，例如 250 或者 250.50。")

Verb = Callable[[Listing, Placement, By, Mapping[str, str]], Awaitable[dict[str, Any] | None]]


class BadField(Exception):
    """A field of a row that cannot be read."""


async def _act(request: Request[Any, Any, Any], reader: Reader, placement_id: str, verb: Verb) -> Response[Any]:
    listing, placement = await placement_at(placement_id)
    here = await enter(reader, str(listing.station), f"/stations/{listing.station}/counter")
    form = await form_of(request)
    try:
        async with transaction():
            listing, placement = await lock_both(placement.id)
            shown = await verb(listing, placement, By(here.person.id, "web"), form) or {}
    except BadField as error:
        return await _answer(request, reader, here, listing, placement, form, 422, problem=reader.say(str(error)))
    except Refused as refused:
        return await _answer(request, reader, here, listing, placement, form, 409, problem=told_to_staff(reader.language, refused))
    return await _answer(request, reader, here, listing, placement, form, **shown)


async def _answer(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, listing: Listing, placement: Placement,
    form: Mapping[str, str], status: int = 200, **shown: Any,
) -> Response[Any]:  # fmt: skip
    """The row as it stands now; without htmx the whole page."""
    if "HX-Request" in request.headers:
        return await _row(request, reader, here, listing, placement.id, status, form, **shown)
    if status == 200 and not shown:
        return Redirect(own_path(form.get("back", "")) if form.get("back") else View(listing.day).path(here.station), status_code=303)
    return await counter_page(
        request, reader, here, View(listing.day, str(listing.ref)), status, refused=shown.get("problem"), about=placement.id, shown=shown
    )


async def _row(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, listing: Listing, placement_id: int, status: int,
    form: Mapping[str, str], **shown: Any,
) -> Response[Any]:  # fmt: skip
    sheets = await day_sheets(here.station.id, listing.day)
    sheet = next(sheet for sheet in sheets if sheet.listing.id == listing.id)
    present = next((each for each in sheet.present if each.placement.id == placement_id), None)
    return await page(
        request, reader, "jobs/_marked.html", status,
        station=here.station, sheet=sheet, present=present, back=own_path(form.get("back", "")), about=placement_id, shown=shown, focus=None, today=city_now().date(),
        **totals(sheets), **ROW_WORDS,
    )  # fmt: skip


@post("/placements/{placement_id:str}/mark", status_code=200)
async def create_mark(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _mark)


async def _mark(listing: Listing, placement: Placement, by: By, form: Mapping[str, str]) -> None:
    if form.get("to") not in MARKS:
        raise ClientException
    if form.get("seen") != placement.state:
        raise Refused("already_marked", ref=listing.ref, state=PLACEMENT_WORDS[PlacementState(placement.state)])
    await counter.mark(placement.id, PlacementState(form["to"]), by)


@post("/placements/{placement_id:str}/payment", status_code=200)
async def create_payment(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _pay)


async def _pay(listing: Listing, placement: Placement, by: By, form: Mapping[str, str]) -> None:
    fen = fen_of(form.get("yuan", ""))
    if not fen:
        raise BadField(WAGE_WRONG)
    await counter.pay(placement.id, fen, by)


@post("/placements/{placement_id:str}/phone", status_code=200)
async def open_phone(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    """Shown in this one answer, and written into the ledger."""
    return await _act(request, reader, placement_id, _open_phone)


async def _open_phone(listing: Listing, placement: Placement, by: By, form: Mapping[str, str]) -> dict[str, Any]:
    await record("phone", placement.id, "opened", by, matter=listing.id)
    return {"phone": (await people.by_id(placement.person)).phone}


@post("/placements/{placement_id:str}/unpaid", status_code=200)
async def create_unpaid(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _report_unpaid)


async def _report_unpaid(listing: Listing, placement: Placement, by: By, form: Mapping[str, str]) -> dict[str, Any]:
    matter = await counter.report_unpaid(listing.id, placement.person, form.get("note", "")[:LONGEST_NOTE], by)
    return {"matter": matter, "office": await _office_words(Office(matter.owner_role, matter.owner_area))}


async def _office_words(office: Office) -> Words:
    """咸安区协调员李主任 / coordinator, Xian'an District: 李主任 is named in both."""
    names = [holder.name for holder in await offices.holders(office) if holder.name]
    area = areas.words(office.area)
    return Words(f"{area.zh}{office.words.zh} {'、'.join(names)}".strip(), f"{office.words.en} of {area.en} {', '.join(names)}".strip())


@post("/placements/{placement_id:str}/release", status_code=200)
async def create_release(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _release)


async def _release(listing: Listing, placement: Placement, by: By, form: Mapping[str, str]) -> None:
    await places.cancel_place(listing.id, placement.person, by)


HANDLERS = [create_mark, create_payment, open_phone, create_unpaid, create_release]
