"""Listings are put to workers at once, when a listing or a need appears."""

from jobs.tables import JobNeed, Listing


async def refer_listing(listing: Listing) -> int:
    return 0


async def refer_need(need: JobNeed) -> list[Listing]:
    return []


async def best_other(person_id: int, but: Listing) -> Listing | None:
    return None
