"""The poster of a station's day, for A4 and the door: the listings, a QR code to the day's page, and the words to text."""

from typing import Any

import segno
from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from markupsafe import Markup

from base.clock import city_now
from base.phone import shown
from base.settings import settings
from jobs import queries
from web.jobs.doors import day_of
from web.jobs.listing_words import HELPERS, example, station_name
from web.jobs.stations import station_at
from web.pages import page
from web.reader import Reader


@get("/stations/{station_id:str}/poster")
async def show_poster(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str], day: FromQuery[str] = ""
) -> Response[str]:
    station, chosen = await station_at(station_id), day_of(day)
    listings = await queries.board_of(station.id, chosen)
    address = f"{settings().public_url}/stations/{station.id}?day={chosen}"
    return await page(
        request, reader, "jobs/poster.html",
        station=station, name=station_name(station, reader.language), day_shown=chosen, listings=listings, example=example(listings),
        address=address, qr=qr(address), sms_number=shown(settings().sms_from), printed=city_now(), job=HELPERS,
    )  # fmt: skip


def qr(address: str) -> Markup:
    """As a drawing that a printer draws sharply at any size."""
    return Markup(segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None))  # noqa: S704


HANDLERS = [show_poster]
