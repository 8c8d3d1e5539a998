from base.errors import Refused
from wishes.tables import Wish


async def lock(wish_id: int) -> Wish:
    """The wish, locked for the rest of the transaction. Every verb begins here, so that two never cross."""
    wish = await Wish.objects().where(Wish.id == wish_id).lock_rows("UPDATE").first()
    if wish is None:
        raise Refused("unknown_ref", ref=wish_id)
    return wish
