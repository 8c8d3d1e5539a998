from base.db import objects, rows
from base.errors import Refused
from jobs.tables import Listing, Placement


async def lock(listing_id: int) -> Listing:
    """The listing, locked for the rest of the transaction. Every verb about its places begins here.

    NO KEY: who only names the listing, as a new referral does, need not wait; it may hold what a verb waits for.
    """
    found = await objects(Listing, "id = $1 FOR NO KEY UPDATE", listing_id)
    if not found:
        raise Refused("unknown_ref", ref=listing_id)
    return found[0]


async def lock_both(placement_id: int) -> tuple[Listing, Placement]:
    """A placement and its listing, the listing first."""
    found = await objects(Listing, "id = (SELECT listing FROM placement WHERE id = $1) FOR NO KEY UPDATE", placement_id)
    if not found:
        raise Refused("unknown_ref", ref=placement_id)
    [placement] = await objects(Placement, "id = $1 FOR UPDATE", placement_id)
    return found[0], placement


async def lock_person(person_id: int) -> None:
    """After the listing: two verbs about one worker, at two listings, wait for each other."""
    await rows("SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE", person_id)
