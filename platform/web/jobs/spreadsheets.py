"""The day's listings as spreadsheets: an empty one to fill in, a full one that comes back, and the day to take away."""

from collections import Counter
from typing import Any
from urllib.parse import quote

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.errors import Unreadable
from base.work import transaction
from jobs import queries, sheet
from jobs.sheet import Sheet
from jobs.states import LIVE, ListingState
from jobs.tables import Listing
from web.forms import file_of, form_of
from web.i18n import N_
from web.jobs.desk import MOST_FIELDS, desk_at, path_of, typed_rows
from web.jobs.desk_page import Outcome, desk_page
from web.jobs.doors import enter
from web.jobs.employer_form import employer_in
from web.jobs.grid import Row
from web.jobs.listing_words import station_name
from web.jobs.reading import Desk
from web.jobs.saving import Alike, begin
from web.moments import day as day_words
from web.paths import number
from web.reader import Reader

MOST_BYTES = 3 * 1024 * 1024
TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}
WRITERS = {"xlsx": sheet.write_xlsx, "csv": sheet.write_csv}
TEMPLATE_NAME = N_("用工信息空白表")
FILE_MISSING = N_("请先选一个 .xlsx 或者 .csv 文件。")
ALIKE = N_("%(n)s 行和已经有的一样，没有再存。")
OTHER_DAYS = N_("其中 %(n)s 条是 %(day)s 的，在那一天的页面里。")
SHOWN = frozenset({ListingState.DRAFT, *LIVE, ListingState.OVER})


@post("/stations/{station_id:str}/desk/sheet", status_code=200, request_max_body_size=MOST_BYTES, most_fields=MOST_FIELDS, takes_files=True)
async def read_sheet(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    """The good rows become drafts, the bad ones are told by line and column; what stands in the grid stays."""
    here = await enter(reader, station_id, path_of(number(station_id)))
    form = await form_of(request)
    desk, rows = await desk_at(here, form.get("day", "")), await typed_rows(form)
    outcome = await _taken(desk, rows, await file_of(request, "sheet"), reader)
    outcome.new = employer_in(form)
    if outcome.is_settled:
        return Redirect(path_of(desk.station.id, day=desk.day.isoformat(), done=",".join(map(str, outcome.done))), status_code=303)
    return await desk_page(request, reader, desk, outcome)


async def _taken(desk: Desk, rows: list[Row], file: tuple[str, bytes] | None, reader: Reader) -> Outcome:
    if file is None:
        return Outcome(rows, sheet_wrong=reader.say(FILE_MISSING))
    name, content = file
    try:
        read = await sheet.read(content, name, desk.station)
    except Unreadable as error:
        return Outcome(rows, sheet_wrong=error.reason.in_(reader.language))
    return await _drafted(desk, rows, read, reader)


async def _drafted(desk: Desk, rows: list[Row], read: Sheet, reader: Reader) -> Outcome:
    drafts: list[Listing] = []
    alike = 0
    for _, terms in read.rows:
        try:
            async with transaction():
                drafts.append(await begin(desk, terms))
        except Alike:
            alike += 1
    told = [reader.say(ALIKE, n=alike)] if alike else []
    elsewhere = Counter(each.day for each in drafts if each.day != desk.day)
    told += [reader.say(OTHER_DAYS, n=n, day=day_words(day, reader.language)) for day, n in sorted(elsewhere.items())]
    return Outcome(rows, [int(each.ref) for each in drafts], told, bad_cells=read.bad)


@get("/stations/{station_id:str}/desk/template.xlsx")
async def give_template(reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[bytes]:
    await enter(reader, station_id, path_of(number(station_id)))
    return _file(sheet.template(reader.language), reader.say(TEMPLATE_NAME), "xlsx")


@get("/stations/{station_id:str}/desk/day/{suffix:str}")
async def give_day(
    reader: NamedDependency[Reader], station_id: FromPath[str], suffix: FromPath[str], day: FromQuery[str] = ""
) -> Response[bytes]:
    here = await enter(reader, station_id, path_of(number(station_id)))
    desk = await desk_at(here, day)
    listings = [each for each in await queries.listings_of(here.station.id, desk.day) if each.state in SHOWN]
    write = WRITERS.get(suffix)
    if write is None:
        raise NotFoundException
    return _file(await write(listings, reader.language), f"{station_name(here.station, reader.language)} {desk.day}", suffix)


def _file(content: bytes, name: str, suffix: str) -> Response[bytes]:
    """The name in its own letters, as every browser of today reads it."""
    headers = {"Content-Disposition": f"attachment; filename=listings.{suffix}; filename*=UTF-8''{quote(name)}.{suffix}"}
    return Response(content, media_type=TYPES[suffix], headers=headers)


HANDLERS = [read_sheet, give_template, give_day]
