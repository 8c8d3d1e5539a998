"""The gig stations for everybody: where they are, when they open, and what they offer on a day."""

from datetime import timedelta
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery

from base.clock import city_now
from base.phone import shown
from base.settings import settings
from jobs import board, queries
from jobs.tables import Station
from people import areas
from web.jobs.doors import day_of
from web.jobs.listing_words import HELPERS, example, station_name
from web.pages import page
from web.paths import number
from web.reader import Reader


async def station_at(station_id: str) -> Station:
    station = await queries.station(number(station_id))
    if station is None:
        raise NotFoundException
    return station


@get("/stations")
async def show_stations(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    today = city_now().date()
    return await page(
        request, reader, "jobs/stations.html",
        stations=sorted(await queries.stations(), key=lambda station: (station.area[:6], station.name)),
        offered=await board.offered_at(today), tomorrow=await board.offered_at(today + timedelta(days=1)), nothing=board.Offered(),
        station_name=station_name, job=HELPERS,
    )  # fmt: skip


@get("/stations/{station_id:str}")
async def show_station(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str], day: FromQuery[str] = ""
) -> Response[str]:
    station, today = await station_at(station_id), city_now().date()
    chosen = day_of(day) if day else await board.first_day(station.id)
    listings = await queries.board_of(station.id, chosen)
    return await page(
        request, reader, "jobs/station.html",
        station=station, name=station_name(station, reader.language), county=areas.words(station.area[:6]), day_shown=chosen,
        days=sorted({chosen, *(today + timedelta(days=ahead) for ahead in range(3))}), today=today,
        listings=listings, example=example(listings), sms_number=shown(settings().sms_from), job=HELPERS,
    )  # fmt: skip


HANDLERS = [show_stations, show_station]
