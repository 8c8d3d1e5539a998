"""What the counter writes beside a name: came, did not come, sent home, paid. One row of the page at a time."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
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
from jobs.attendance import Sheet, day_sheets
from jobs.lock import lock_both
from jobs.states import PLACEMENT_WORDS, PlacementState
from jobs.tables import Listing, Placement
from people import areas, offices, people
from people.offices import Office
from web.forms import form_of
from web.jobs.amounts import fen_of
from web.jobs.counter import NOTHING, ROW_WORDS, Shown, View, counter_page, totals
from web.jobs.counter_words import told_to_staff
from web.jobs.doors import AtStation, enter, placement_at
from web.pages import page
from web.paths import own_path
from web.reader import Reader

LONGEST_NOTE = 200
MARKS = {"attended", "absent", "sent_home", "confirmed"}
UNREADABLE = {"amount"}


@dataclass(frozen=True)
class Press:
    """A button of one row, as somebody at the counter pressed it."""

    request: Request[Any, Any, Any]
    reader: Reader
    here: AtStation
    listing: Listing
    placement: Placement
    form: Mapping[str, str]

    @property
    def by(self) -> By:
        return By(self.here.person.id, "web")


Verb = Callable[[Press], Awaitable[Shown | None]]


async def _act(request: Request[Any, Any, Any], reader: Reader, placement_id: str, verb: Verb) -> Response[Any]:
    listing, placement = await placement_at(placement_id)
    here = await enter(reader, str(listing.station), f"/stations/{listing.station}/counter")
    press = Press(request, reader, here, listing, placement, await form_of(request))
    try:
        async with transaction():
            listing, placement = await lock_both(placement.id)
            shown = await verb(replace(press, listing=listing, placement=placement))
    except Refused as refused:
        status = 422 if refused.reason in UNREADABLE else 409
        return await _answer(press, Shown(told_to_staff(reader.language, refused), press.form.get("yuan", "")), status)
    return await _answer(press, shown)


async def _answer(press: Press, shown: Shown | None, status: int = 200) -> Response[Any]:
    """The row as it stands now; without htmx the whole page."""
    if "HX-Request" in press.request.headers:
        return await _row(press, shown or NOTHING, status)
    if shown is None:
        back = press.form.get("back")
        return Redirect(own_path(back) if back else View(press.listing.day).path(press.here.station), status_code=303)
    view = View(press.listing.day, str(press.listing.ref))
    return await counter_page(
        press.request, press.reader, press.here, view, status, refused=shown.problem, about=press.placement.id, shown=shown
    )


async def _row(press: Press, shown: Shown, status: int) -> Response[Any]:
    sheets = await day_sheets(press.here.station.id, press.listing.day)
    # What was cancelled meanwhile is no longer among them.
    sheet = next((each for each in sheets if each.listing.id == press.listing.id), Sheet(press.listing, [], []))
    present = next((each for each in sheet.present if each.placement.id == press.placement.id), None)
    return await page(
        press.request, press.reader, "jobs/_marked.html", status,
        sheet=sheet, present=present, back=own_path(press.form.get("back", "")), about=press.placement.id, shown=shown, focus=None,
        today=city_now().date(), **totals(sheets), **ROW_WORDS,
    )  # fmt: skip


@post("/placements/{placement_id:str}/mark", status_code=200)
async def create_mark(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _mark)


async def _mark(press: Press) -> None:
    if press.form.get("to") not in MARKS:
        raise ClientException
    state = PlacementState(press.placement.state)
    if press.form.get("seen") != state:
        raise Refused("already_marked", ref=press.listing.ref, state=PLACEMENT_WORDS[state])
    await counter.mark(press.placement.id, PlacementState(press.form["to"]), press.by)


@post("/placements/{placement_id:str}/payment", status_code=200)
async def create_payment(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _pay)


async def _pay(press: Press) -> None:
    fen = fen_of(press.form.get("yuan", ""))
    if not fen:
        raise Refused("amount")
    await counter.pay(press.placement.id, fen, press.by)


@post("/placements/{placement_id:str}/phone", status_code=200)
async def open_phone(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    """Shown in this one answer, and written into the ledger."""
    return await _act(request, reader, placement_id, _open_phone)


async def _open_phone(press: Press) -> Shown:
    await record("phone", press.placement.id, "opened", press.by, matter=press.listing.id)
    return Shown(phone=(await people.by_id(press.placement.person)).phone)


@post("/placements/{placement_id:str}/unpaid", status_code=200)
async def create_unpaid(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _report_unpaid)


async def _report_unpaid(press: Press) -> Shown:
    note = press.form.get("note", "")[:LONGEST_NOTE]
    matter = await counter.report_unpaid(press.listing.id, press.placement.person, note, press.by)
    return Shown(matter=matter, office=await _office_words(Office(matter.owner_role, matter.owner_area)))


async def _office_words(office: Office) -> Words:
    names = [holder.name for holder in await offices.holders(office) if holder.name]
    area = areas.words(office.area)
    return Words(f"{area.zh}{office.words.zh} {'、'.join(names)}".strip(), f"{office.words.en} of {area.en} {', '.join(names)}".strip())


@post("/placements/{placement_id:str}/release", status_code=200)
async def create_release(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, placement_id, _release)


async def _release(press: Press) -> None:
    await places.cancel_place(press.listing.id, press.placement.person, press.by)


HANDLERS = [create_mark, create_payment, open_phone, create_unpaid, create_release]
