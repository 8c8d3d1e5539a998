"""The named questions about wishes, offers and claims."""

from collections.abc import Collection

from base.db import first, objects
from base.tables import Event
from wishes.states import ClaimState, OfferState
from wishes.tables import Claim, Offer, Wish

LIVE = "state NOT IN ('closed', 'withdrawn')"
SUBJECTS = ("wish", "offer", "claim", "level", "place", "words")


async def by_ref(ref: int) -> Wish | None:
    return await first(Wish, "ref = $1", ref)


async def by_refs(refs: Collection[int]) -> list[Wish]:
    return await objects(Wish, "ref = ANY($1) ORDER BY ref", list(refs))


async def by_ids(wish_ids: Collection[int]) -> list[Wish]:
    return await objects(Wish, "id = ANY($1) ORDER BY id", list(wish_ids))


async def by_id(wish_id: int) -> Wish | None:
    return await first(Wish, "id = $1", wish_id)


async def timeline(wish_id: int) -> list[Event]:
    """Everything that happened to a wish and to its offers and claims, oldest first."""
    return await objects(Event, "matter = $1 AND subject = ANY($2) ORDER BY id", wish_id, SUBJECTS)


async def raised_by(person_id: int) -> list[Wish]:
    """The newest first."""
    return await objects(Wish, "resident = $1 ORDER BY id DESC", person_id)


async def live_raised_by(person_id: int) -> list[Wish]:
    return await objects(Wish, f"resident = $1 AND {LIVE} ORDER BY id", person_id)


async def follow_up_of(wish_id: int) -> Wish | None:
    """The wish that goes on where this one was closed too early, while it lives."""
    return await first(Wish, f"follows = $1 AND {LIVE}", wish_id)


async def asking_of(person_id: int) -> Wish | None:
    """What we asked this person back about, the latest first."""
    return await first(Wish, "resident = $1 AND state = 'asking' ORDER BY id DESC", person_id)


async def homeless_of(person_id: int) -> list[Wish]:
    """What this person raised before we knew where he lives."""
    return await objects(Wish, "resident = $1 AND state = 'asking' AND area IS NULL AND choices = '[]' ORDER BY id", person_id)


async def claims(wish_id: int, *states: ClaimState) -> list[Claim]:
    return await objects(Claim, "wish = $1 AND state = ANY($2) ORDER BY id", wish_id, states)


async def held_by(person_id: int) -> list[Wish]:
    """The wishes on which this person holds a place and has not said that it is done."""
    return await objects(Wish, "id IN (SELECT wish FROM claim WHERE person = $1 AND state = $2) ORDER BY id", person_id, ClaimState.HELD)


async def offered_to(person_id: int) -> list[Wish]:
    """The open wishes that wait for this person's yes or no."""
    return await objects(
        Wish,
        "state = 'open' AND id IN (SELECT wish FROM offer WHERE person = $1 AND state = $2) ORDER BY id",
        person_id,
        OfferState.SENT,
    )


async def offer_to(wish_id: int, person_id: int) -> Offer | None:
    return await first(Offer, "wish = $1 AND person = $2", wish_id, person_id)


async def offers_out(wish_id: int) -> list[Offer]:
    """The offers that have not been answered yet."""
    return await objects(Offer, "wish = $1 AND state = $2 ORDER BY id", wish_id, OfferState.SENT)


async def offers_of_round(wish: Wish) -> list[Offer]:
    """To whom the wish was put since it was last opened, or who still has to answer."""
    return await objects(Offer, "wish = $1 AND (round = $2 OR state = $3) ORDER BY id", wish.id, wish.round, OfferState.SENT)


async def live_claim(wish_id: int, person_id: int) -> Claim | None:
    return await first(Claim, "wish = $1 AND person = $2 AND state IN ('held', 'done')", wish_id, person_id)


async def matters_of(person_id: int) -> list[Wish]:
    """What the offices of this person answer for, the first that is due first."""
    return await objects(
        Wish,
        "due_at IS NOT NULL AND level <> 'volunteers'"
        " AND (owner_role, owner_area) IN (SELECT role, area FROM role WHERE person = $1) ORDER BY due_at",
        person_id,
    )


async def unread_matter_of(person_id: int) -> Wish | None:
    """What this phone wrote that a person has still to read."""
    return await first(Wish, "resident = $1 AND kind = 'other' AND state = 'open' AND for_office ORDER BY id DESC", person_id)
