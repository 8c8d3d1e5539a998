"""The wage in writing, before anybody leaves for work. It holds a name and a phone: every opening is an event."""

from typing import NamedTuple

from base.db import first
from base.errors import Refused
from base.ledger import By, record
from jobs.queries import placements, station_of
from jobs.rights import is_staff
from jobs.states import HOLDING
from jobs.tables import Employer, Listing, Placement, Station
from people import people
from people.tables import Person


class Slip(NamedTuple):
    placement: Placement
    listing: Listing
    employer: Employer
    worker: Person
    station: Station


def agreed_fen(listing: Listing, heads: int = 1) -> int | None:
    """What was promised for the whole shift; None for a training."""
    if listing.pay_fen is None:
        return None
    hours = (listing.ends_at - listing.starts_at).total_seconds() / 3600 if listing.pay_per == "hour" else 1
    return round(listing.pay_fen * hours) * heads


async def open_slip(listing: Listing, placement: Placement, by: By) -> Slip:
    """For the worker himself, and for who may act for the station."""
    if by.person is None or (by.person != placement.person and not await is_staff(by.person, listing.station)):
        raise Refused("not_staff")
    return await _opened(listing, placement, by)


async def open_slips(listing: Listing, by: By) -> list[Slip]:
    """One for everybody who has a place on the listing."""
    if by.person is None or not await is_staff(by.person, listing.station):
        raise Refused("not_staff")
    return [await _opened(listing, placement, by) for placement in await placements(listing.id, HOLDING)]


async def _opened(listing: Listing, placement: Placement, by: By) -> Slip:
    employer = await first(Employer, "id = $1", listing.employer)
    if employer is None or placement.state not in HOLDING:
        raise Refused("no_slip", ref=listing.ref)
    await record("slip", placement.id, "opened", by, matter=listing.id)
    return Slip(placement, listing, employer, await people.by_id(placement.person), await station_of(listing))
