"""The board of the city: where there is still room, on a day, in a county, at a station, for an occupation."""

from datetime import date, timedelta
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from base.clock import city_now
from jobs import board, queries
from jobs.board import PAGE_SIZE, Search
from jobs.occupations import OCCUPATIONS
from people import areas
from web.jobs.doors import day_of
from web.jobs.listing_words import HELPERS
from web.pages import page
from web.paths import NUMBER
from web.reader import Reader

PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=10_000)]
DAYS_AHEAD = 7


@get("/jobs")
async def show_jobs(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    day: FromQuery[str] = "",
    county: FromQuery[str] = "",
    station: FromQuery[str] = "",
    occupation: FromQuery[str] = "",
    page_number: PageNumber = 1,
) -> Response[str]:
    stations = await queries.stations()
    search = Search(
        day_of(day) if day else await board.first_day(),
        county if county in _counties() else "",
        next((int(each.id) for each in stations if str(each.id) == station), None) if NUMBER.fullmatch(station) else None,
        occupation if occupation in OCCUPATIONS else "",
    )
    offered = await board.count_with_room(search)
    return await page(
        request, reader, "jobs/board.html",
        listings=await board.with_room(search, page_number), offered=offered, search=search, days=_days(search.day), stations=stations,
        chosen={"day": search.day.isoformat(), "county": search.county, "station": search.station or "", "occupation": search.occupation},
        counties=_counties(), page_number=page_number, last_page=max(1, -(-offered.listings // PAGE_SIZE)), today=city_now().date(),
        job=HELPERS,
    )  # fmt: skip


def _days(chosen: date) -> list[date]:
    """A week from today, and the day that is chosen."""
    today = city_now().date()
    return sorted({chosen, *(today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))})


def _counties() -> dict[str, areas.Node]:
    return {code: node for code, node in areas.tree().items() if node.level == "county"}


HANDLERS = [show_jobs]
