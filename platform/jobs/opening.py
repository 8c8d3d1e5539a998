"""When a station may text its workers: in its opening hours. The demo plays at any time of day."""

from datetime import datetime

from base.city import is_demo
from base.clock import now
from jobs import queries
from jobs.deadlines import LAST_ANSWER_BEFORE
from jobs.tables import Listing
from jobs.when import next_opening


async def openings() -> dict[int, datetime]:
    """station → now, or when it opens next."""
    stations, always = await queries.stations(), await is_demo()
    return {station.id: now() if always else next_opening(station.opens, station.closes, now()) for station in stations}


async def opening(station_id: int) -> datetime:
    station = await queries.station(station_id)
    assert station is not None
    return now() if await is_demo() else next_opening(station.opens, station.closes, now())


def in_time(opens: datetime, listing: Listing) -> datetime:
    """At once, when the station opens too late for an answer."""
    return opens if opens + LAST_ANSWER_BEFORE < listing.starts_at else now()
