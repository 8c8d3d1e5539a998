"""The posting desk: one screen for the listings of a day, written in a grid and published together."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.clock import city_now
from base.work import transaction
from jobs import desk as questions
from jobs import drafting, rights
from jobs.employers import employers_of
from jobs.states import ListingState
from jobs.tables import Station
from people import areas
from web.forms import form_of
from web.i18n import N_
from web.jobs.desk_page import Outcome, desk_page
from web.jobs.desk_words import words_of
from web.jobs.doors import AtStation, enter
from web.jobs.draft_rows import names_of
from web.jobs.employer_form import NewEmployer, employer_in, register
from web.jobs.grid import Row, rows_in
from web.jobs.listing_words import station_name
from web.jobs.reading import Desk
from web.jobs.saving import LIKE_ANOTHER, publish, save
from web.pages import page
from web.paths import number
from web.reader import Reader

MOST_BYTES = 1024 * 1024
MOST_FIELDS = 2_500
MOST_REFS = 500
FURTHEST = timedelta(days=3660)
NOTHING_COPIED = N_("前面没有发布过，或者都已经照抄过来了。")
REGISTERED = N_("登记好了。看过执照或者身份证之后，在“用人单位”那一页点“已核对”，它的用工才能发布。")

Act = Callable[[Desk, list[Row], Mapping[str, str], Reader], Awaitable[Outcome]]


def path_of(station_id: int, **query: str) -> str:
    return f"/stations/{station_id}/desk" + (f"?{urlencode(query, safe=',')}" if query else "")


@get("/desk")
async def show_my_stations(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    person = reader.must_be_known("/desk")
    stations = await rights.stations_of(person.id)
    if not stations:
        raise PermissionDeniedException
    if len(stations) == 1:
        return Redirect(path_of(stations[0].id), status_code=303)
    return await page(request, reader, "jobs/my_stations.html", stations=stations, station_name=station_name, area_words=areas.words)


@get("/stations/{station_id:str}/desk")
async def show_desk(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str],
    day: FromQuery[str] = "", done: FromQuery[str] = "",
) -> Response[str]:  # fmt: skip
    desk = await desk_at(await enter(reader, station_id, path_of(number(station_id))), day)
    return await desk_page(request, reader, desk, Outcome(done=refs_in(done)))


async def desk_at(here: AtStation, day: str) -> Desk:
    employers = names_of(await employers_of(here.station.id))
    return Desk(here.station, here.person, _day(here.station, day), employers)


def _day(station: Station, written: str) -> date:
    """After closing time one posts for tomorrow. A day that is years away is none."""
    local = city_now()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = date.min
    if abs(day - local.date()) < FURTHEST:
        return day
    return local.date() + timedelta(days=local.time() >= station.closes)


def refs_in(written: str) -> list[int]:
    return [int(ref) for ref in written.split(",")[:MOST_REFS] if ref.isascii() and ref.isdigit() and len(ref) < 19]


@post("/stations/{station_id:str}/desk", status_code=200, request_max_body_size=MOST_BYTES, most_fields=MOST_FIELDS)
async def post_desk(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, path_of(number(station_id)))
    form = await form_of(request)
    desk, rows = await desk_at(here, form.get("day", "")), await typed_rows(form)
    act, _, about = form.get("act", "").partition("-")
    outcome = await ACTS.get(act, save_rows)(desk, rows, {**form, "about": about}, reader)
    if act != "employer":
        outcome.new = employer_in(form)
    if outcome.is_settled:
        return Redirect(path_of(desk.station.id, day=desk.day.isoformat(), done=",".join(map(str, outcome.done))), status_code=303)
    return await desk_page(request, reader, await desk_at(here, desk.day.isoformat()), outcome)


async def typed_rows(form: Mapping[str, str]) -> list[Row]:
    """What kind of listing a row is stands in its draft, not in the form."""
    rows = rows_in(form)
    kinds = {draft.ref: draft.kind for draft in await questions.by_refs([row.ref for row in rows if row.ref])}
    for row in rows:
        if row.ref in kinds:
            row.kind = kinds[row.ref]
    return rows


async def save_rows(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    return await _put(desk, rows, publishing=False)


async def publish_rows(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    return await _put(desk, rows, publishing=True)


async def _put(desk: Desk, rows: list[Row], *, publishing: bool) -> Outcome:
    done: list[int] = []
    for row in rows:
        await _put_row(desk, row, done, publishing=publishing and row.ticked)
    return Outcome([row for row in rows if row.errors], done)


async def _put_row(desk: Desk, row: Row, done: list[int], *, publishing: bool) -> None:
    draft = await save(desk, row)
    if draft is None:
        return
    if draft.ref in done:
        row.wrong("title", words_of(LIKE_ANOTHER, ref=draft.ref))
        return
    done.append(int(draft.ref))
    row.ref = int(draft.ref)
    if publishing and draft.state == ListingState.DRAFT:
        await publish(desk, row, draft)


async def copy_last_day(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    """What is written already is kept as drafts, and the copies come after it."""
    outcome = await _put(desk, rows, publishing=False)
    async with transaction():
        copies = await drafting.copy_day(desk.station.id, None, desk.day, desk.by)
    if not copies:
        outcome.wrong.append(reader.say(NOTHING_COPIED))
    outcome.done = [int(copy.ref) for copy in copies]
    return outcome


async def add_row(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    return Outcome([*rows, Row(0)])


async def remove_row(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    removed = next((row for row in rows if str(row.number) == form["about"]), None)
    if removed and removed.ref:
        await _remove_draft(desk, removed.ref)
    return Outcome([row for row in rows if row is not removed])


async def _remove_draft(desk: Desk, ref: int) -> None:
    """What is published, or of another station, is not removed from here."""
    for draft in await questions.by_refs([ref]):
        if draft.state == ListingState.DRAFT and draft.station == desk.station.id:
            async with transaction():
                await drafting.remove_draft(draft.id, desk.by)


async def add_employer(desk: Desk, rows: list[Row], form: Mapping[str, str], reader: Reader) -> Outcome:
    made = await register(form, desk.station.id, desk.by, reader.language)
    if isinstance(made, NewEmployer):
        return Outcome(rows, new=made)
    return Outcome(rows, told=[reader.say(REGISTERED)])


ACTS: dict[str, Act] = {
    "save": save_rows, "publish": publish_rows, "copy": copy_last_day, "add": add_row, "remove": remove_row, "employer": add_employer,
}  # fmt: skip

HANDLERS = [show_my_stations, show_desk, post_desk]
