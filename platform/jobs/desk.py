"""What the posting desk asks about its day."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from base.db import first, objects, row, rows
from jobs import queries
from jobs.states import COMING, ListingState
from jobs.tables import Employer, Listing

HELD = "state = 'draft' AND held_reasons <> '[]'::jsonb"


class Day(NamedTuple):
    drafts: list[Listing]
    posted: list[Listing]


async def day_of(station_id: int, day: date) -> Day:
    """Drafts in the order in which they were written. What waits for a second person, or was thrown away as a draft, is in neither list."""
    listings = await queries.listings_of(station_id, day)
    drafts = [each for each in listings if each.state == ListingState.DRAFT and not is_held(each)]
    posted = [each for each in listings if each.state != ListingState.DRAFT and (each.opened_at or each.why_cancelled)]
    return Day(sorted(drafts, key=lambda draft: draft.ref), posted)


def is_held(listing: Listing) -> bool:
    return bool(listing.state == ListingState.DRAFT and listing.held_reasons != "[]")


async def by_refs(refs: Collection[int]) -> list[Listing]:
    return await objects(Listing, "ref = ANY($1) ORDER BY ref", list(refs))


async def held_at(station_id: int) -> list[Listing]:
    return await objects(Listing, f"station = $1 AND {HELD} ORDER BY day, ref", station_id)


async def lines(listings: Collection[Listing]) -> dict[int, int]:
    """How many wait for each of them."""
    found = await rows(
        "SELECT listing, count(*) AS n FROM referral WHERE listing = ANY($1) AND state = 'waiting' GROUP BY listing",
        [each.id for each in listings],
    )
    return {each["listing"]: each["n"] for each in found}


async def people_concerned(listing_id: int) -> int:
    """Who holds a place, has one kept, or waits for one: they are told when it is called off."""
    found = await row(
        "SELECT count(*) AS n FROM (SELECT person FROM placement WHERE listing = $1 AND state = ANY($2)"
        " UNION SELECT person FROM referral WHERE listing = $1 AND (state = 'waiting' OR (state = 'sent' AND kept > 0))) AS concerned",
        listing_id, tuple(COMING),
    )  # fmt: skip
    assert found is not None
    return int(found["n"])


async def employers_by_id(ids: Collection[int | None]) -> dict[int, Employer]:
    return {each.id: each for each in await objects(Employer, "id = ANY($1)", [each for each in ids if each])}


LIKE = """
id = (SELECT other.id FROM listing other JOIN listing this ON this.id = $1
    AND other.id <> this.id AND other.station = this.station AND other.day = this.day AND other.state IN ('draft', 'open', 'filled')
    AND (other.title, other.starts_at, other.ends_at, other.heads, other.place, other.contact, other.phone, other.note)
        = (this.title, this.starts_at, this.ends_at, this.heads, this.place, this.contact, this.phone, this.note)
    AND (other.employer, other.pay_fen, other.pay_per) IS NOT DISTINCT FROM (this.employer, this.pay_fen, this.pay_per)
    ORDER BY other.id DESC LIMIT 1)
"""


async def like(listing: Listing) -> Listing | None:
    """Another of that day that says the same."""
    return await first(Listing, LIKE, listing.id)


async def barred_at(station_id: int) -> list[Employer]:
    return await objects(Employer, "state = 'barred' AND station = $1 ORDER BY name, id", station_id)
