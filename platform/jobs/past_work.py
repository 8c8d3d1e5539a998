"""Where somebody has worked: what he may still ask his wage for."""

from datetime import timedelta
from typing import NamedTuple

from base.clock import now
from base.db import objects, rows
from jobs.states import HOLDING
from jobs.tables import Listing, Placement

SHOWN_FOR = timedelta(days=60)
MOST = 20


class Worked(NamedTuple):
    listing: Listing
    placement: Placement
    matter: int | None  # the number of the matter, when he has said that he was not paid


async def past_work(person_id: int) -> list[Worked]:
    """His jobs that have begun, the latest first."""
    placements = await objects(
        Placement,
        "person = $1 AND state = ANY($2) AND busy_from BETWEEN $3 AND $4 AND listing IN (SELECT id FROM listing WHERE kind = 'job')"
        " ORDER BY busy_from DESC, id DESC LIMIT $5",
        person_id, tuple(HOLDING), now() - SHOWN_FOR, now(), MOST,
    )  # fmt: skip
    listings = {listing.id: listing for listing in await objects(Listing, "id = ANY($1)", [each.listing for each in placements])}
    matters = {each["id"]: each["ref"] for each in await rows("SELECT id, ref FROM wish WHERE id = ANY($1)", _disputes(placements))}
    return [Worked(listings[each.listing], each, matters.get(each.dispute)) for each in placements]


def _disputes(placements: list[Placement]) -> list[int]:
    return [each.dispute for each in placements if each.dispute]
