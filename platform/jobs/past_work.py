"""Where somebody has worked: what he may still ask his wage for."""

from datetime import timedelta
from typing import NamedTuple

from base.clock import now
from base.db import objects, rows
from jobs.queries import NOT_RELEASED
from jobs.tables import Listing, Placement

SHOWN_FOR = timedelta(days=60)
MOST = 20


class Worked(NamedTuple):
    listing: Listing
    placement: Placement
    matter: int | None  # the number of the matter, when he has said that he was not paid


async def past_work(person_id: int) -> list[Worked]:
    """His jobs that have begun, the latest first; those too from which he is said to have stayed away."""
    of_jobs = f"person = $1 AND {NOT_RELEASED} AND busy_from BETWEEN $2 AND $3 AND listing IN (SELECT id FROM listing WHERE kind = 'job')"  # noqa: S608
    latest = "ORDER BY busy_from DESC, id DESC LIMIT $4"
    placements = await objects(Placement, f"{of_jobs} {latest}", person_id, now() - SHOWN_FOR, now(), MOST)
    listings = {listing.id: listing for listing in await objects(Listing, "id = ANY($1)", [each.listing for each in placements])}
    matters = {each["id"]: each["ref"] for each in await rows("SELECT id, ref FROM wish WHERE id = ANY($1)", _disputes(placements))}
    return [Worked(listings[each.listing], each, matters.get(each.dispute)) for each in placements]


def _disputes(placements: list[Placement]) -> list[int]:
    return [each.dispute for each in placements if each.dispute]
