"""The screen on the wall of a station: what is still to be had, in big type, and live without anybody's hand.

The page asks again every few seconds and names what it shows; while that is still so the answer is 204, and nothing is drawn anew.
More listings than fit turn by the clock, so that every screen of a station shows the same page.
"""

from datetime import date, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from base.clock import city_now, now
from base.phone import shown
from base.settings import settings
from jobs import board
from jobs.places import free
from jobs.tables import Listing, Station
from web.jobs.listing_words import HELPERS, example, station_name
from web.jobs.stations import station_at
from web.pages import page
from web.reader import Reader

ON_ONE_PAGE = 12
TURNS_EVERY_SECONDS = 12


class Shown(NamedTuple):
    day: date
    listings: list[Listing]
    page_number: int
    pages: int
    seen: str


@get("/stations/{station_id:str}/screen")
async def show_screen(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str], seen: FromQuery[str] = ""
) -> Response[Any]:
    station = await station_at(station_id)
    shows = await _shown(station, reader.language)
    if seen == shows.seen:
        return Response(None, status_code=204)
    return await page(
        request, reader, "jobs/screen.html",
        station=station, name=station_name(station, reader.language), shows=shows, is_today=shows.day == city_now().date(),
        time=f"{city_now():%H:%M}", sms_number=shown(settings().sms_from), job=HELPERS, example=example(shows.listings),
    )  # fmt: skip


async def _shown(station: Station, language: str) -> Shown:
    """Today's; when everything of today has begun, tomorrow's."""
    day = city_now().date()
    listings = await board.still_to_begin(station.id, day)
    if not listings and (ahead := await board.still_to_begin(station.id, day + timedelta(days=1))):
        day, listings = day + timedelta(days=1), ahead
    pages = max(1, -(-len(listings) // ON_ONE_PAGE))
    turn = int(now().timestamp()) // TURNS_EVERY_SECONDS % pages
    size = -(-len(listings) // pages)
    part = listings[turn * size : (turn + 1) * size]
    return Shown(day, part, turn + 1, pages, _seen(day, turn, pages, part, language))


def _seen(day: date, turn: int, pages: int, part: list[Listing], language: str) -> str:
    """Changes with everything that can be read, the clock too."""
    read = [(each.ref, each.title, each.pay_fen, each.pay_per, each.starts_at, each.ends_at, each.place, free(each)) for each in part]
    return sha256(repr((f"{city_now():%H:%M}", language, day, turn, pages, read)).encode()).hexdigest()[:16]


HANDLERS = [show_screen]
