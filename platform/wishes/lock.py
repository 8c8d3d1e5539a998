from base.db import objects
from base.errors import Refused
from wishes.tables import Wish


async def lock(wish_id: int) -> Wish:
    """The wish, locked for the rest of the transaction. Every verb begins here, so that two never cross."""
    found = await objects(Wish, "id = $1 FOR UPDATE", wish_id)
    if not found:
        raise Refused("unknown_ref", ref=wish_id)
    return found[0]
