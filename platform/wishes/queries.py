from base.db import rows
from base.tables import Event
from wishes.states import ENDED, ClaimState, Level, OfferState, WishState
from wishes.tables import Claim, Offer, Wish


async def by_ref(ref: int) -> Wish | None:
    return await Wish.objects().where(Wish.ref == ref).first()


async def timeline(wish_id: int) -> list[Event]:
    """Everything that happened to a wish and to its offers and claims, oldest first."""
    return await Event.objects().where(Event.matter == wish_id).order_by(Event.id)


async def raised_by(person_id: int) -> list[Wish]:
    return await Wish.objects().where(Wish.resident == person_id).order_by(Wish.id, ascending=False)


async def live_raised_by(person_id: int) -> list[Wish]:
    wishes = Wish.objects().where(Wish.resident == person_id, Wish.state.not_in([s.value for s in ENDED]))
    return await wishes.order_by(Wish.id)


async def follow_up_of(wish_id: int) -> Wish | None:
    """The wish that goes on where this one was closed too early, while it lives."""
    return await Wish.objects().where(Wish.follows == wish_id, Wish.state.not_in([s.value for s in ENDED])).first()


async def asking_of(person_id: int) -> Wish | None:
    """What we asked this person back about, the latest first."""
    wishes = Wish.objects().where(Wish.resident == person_id, Wish.state == WishState.ASKING.value)
    return await wishes.order_by(Wish.id, ascending=False).first()


async def claims(wish_id: int, *states: ClaimState) -> list[Claim]:
    found = Claim.objects().where(Claim.wish == wish_id, Claim.state.is_in([state.value for state in states]))
    return await found.order_by(Claim.id)


async def held_by(person_id: int) -> list[Wish]:
    """The wishes on which this person holds a place and has not said that it is done."""
    return await _joined("claim", person_id, ClaimState.HELD)


async def offered_to(person_id: int) -> list[Wish]:
    """The open wishes that wait for this person's yes or no."""
    return [wish for wish in await _joined("offer", person_id, OfferState.SENT) if wish.state == WishState.OPEN]


async def _joined(table: str, person_id: int, state: str) -> list[Wish]:
    ids = await rows(f'SELECT wish FROM "{table}" WHERE person = $1 AND state = $2', person_id, state)  # noqa: S608
    if not ids:
        return []
    return await Wish.objects().where(Wish.id.is_in([found["wish"] for found in ids])).order_by(Wish.id)


async def offer_to(wish_id: int, person_id: int) -> Offer | None:
    return await Offer.objects().where(Offer.wish == wish_id, Offer.person == person_id).first()


async def live_claim(wish_id: int, person_id: int) -> Claim | None:
    found = Claim.objects().where(
        Claim.wish == wish_id,
        Claim.person == person_id,
        Claim.state.is_in([ClaimState.HELD.value, ClaimState.DONE.value]),
    )
    return await found.first()


async def matters_of(person_id: int) -> list[Wish]:
    """What the offices of this person answer for, the first that is due first."""
    ids = await rows(
        "SELECT wish.id FROM wish JOIN role ON role.role = wish.owner_role AND role.area = wish.owner_area"
        " WHERE role.person = $1 AND wish.due_at IS NOT NULL AND wish.level <> 'volunteers'",
        person_id,
    )
    if not ids:
        return []
    return await Wish.objects().where(Wish.id.is_in([found["id"] for found in ids])).order_by(Wish.due_at)


async def unread_matter_of(person_id: int) -> Wish | None:
    """What this phone wrote that a person has still to read."""
    found = Wish.objects().where(
        Wish.resident == person_id,
        Wish.kind == "other",
        Wish.state == WishState.OPEN.value,
        Wish.level != Level.VOLUNTEERS.value,
    )
    return await found.order_by(Wish.id, ascending=False).first()
