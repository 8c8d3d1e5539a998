"""The doors of the station's pages: who has not signed in is asked who he is, who does not work there is turned away."""

from datetime import date
from typing import NamedTuple

from litestar.exceptions import NotFoundException, PermissionDeniedException

from base.clock import city_now
from jobs import queries, rights
from jobs.tables import Listing, Placement, Station
from people.tables import Person
from web.paths import number
from web.reader import Reader


class AtStation(NamedTuple):
    station: Station
    person: Person


async def enter(reader: Reader, station_id: str, back: str) -> AtStation:
    """`back`: where to go on after signing in."""
    person = reader.must_be_known(back)
    station = await queries.station(number(station_id))
    if station is None:
        raise NotFoundException
    if not await rights.is_staff(person.id, station.id):
        raise PermissionDeniedException
    return AtStation(station, person)


async def listing_at(ref: str) -> Listing:
    listing = await queries.by_ref(number(ref))
    if listing is None:
        raise NotFoundException
    return listing


async def placement_at(placement_id: str) -> tuple[Listing, Placement]:
    placement = await queries.placement(number(placement_id))
    if placement is None:
        raise NotFoundException
    return await queries.listing(placement.listing), placement


def day_of(written: str) -> date:
    """Today, unless the address says another day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return city_now().date()
