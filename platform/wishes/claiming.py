"""A place on a wish is claimed, given back, or reported done."""

from typing import Any, NamedTuple

from base.clock import now
from base.errors import Refused
from base.ledger import By
from base.work import ring_after_commit
from messages import texts
from people import offices
from volunteers import standing
from volunteers.queries import is_volunteer
from wishes import offers, private
from wishes.deadlines import CONFIRM_WITHIN, ask_until, claim_due
from wishes.instead import offer_instead
from wishes.lock import lock
from wishes.queries import claims, live_claim, offer_to
from wishes.states import CLAIM, ENDED, OFFER, WISH, ClaimState, Level, OfferState, WishState
from wishes.tables import Claim, Wish
from wishes.telling import name_claimant, tell_claimant, tell_resident


class TooLate(NamedTuple):
    """All places are held. `instead`: another wish that fits, which has just been offered."""

    instead: Wish | None


async def claim(wish_id: int, by: By, note: str = "") -> Claim | TooLate:
    """A place on the wish, if one is free. Of any number at once, as many win as are free."""
    wish, person = await lock(wish_id), _person(by)
    level = await _may_claim(wish, person)
    if await live_claim(wish.id, person):
        raise Refused("already_held", ref=wish.ref)
    if wish.state != WishState.OPEN:
        await offers.answer(wish, person, OfferState.LATE, by)
        return TooLate(await offer_instead(wish, person))
    await offers.answer(wish, person, OfferState.ACCEPTED, by)
    held = await _hold(wish, by, note)
    place = await private.open_place(wish, by)
    await tell_claimant(held, texts.claim_held(wish.ref))
    await tell_claimant(held, texts.claim_place(wish.ref, *place))
    await tell_resident_of(held, wish, level, note)
    return held


async def _may_claim(wish: Wish, person: int) -> Level:
    """Volunteers, for what volunteers do; the offices of the area for everything in it."""
    if wish.resident == person:
        raise Refused("own_wish", ref=wish.ref)
    if wish.state in ENDED:
        raise Refused("ended", ref=wish.ref)
    if wish.state == WishState.ASKING:
        raise Refused("unknown_ref", ref=wish.ref)
    if not wish.for_office and await is_volunteer(person):
        return Level.VOLUNTEERS
    if await offices.answers_for(person, wish.area):
        return Level.STEWARD
    raise Refused("not_yours" if wish.for_office else "not_volunteer", ref=wish.ref)


async def _hold(wish: Wish, by: By, note: str) -> Claim:
    held = Claim(wish=wish.id, person=by.person, state=ClaimState.HELD.value, held_at=now(), note=note)
    await CLAIM.begin(held, by)
    await standing.held(held.person)
    wish.held += 1
    if wish.held == wish.places:
        await WISH.move(wish, WishState.CLAIMED, by, held=wish.held, step=0, due_at=claim_due(wish))
        await offers.lapse(wish)
    else:
        await Wish.update({Wish.held: wish.held}).where(Wish.id == wish.id)
    return held


async def tell_resident_of(held: Claim, wish: Wish, level: Level, note: str) -> None:
    text = texts.wish_claimed(wish.ref, await name_claimant(held, level), note)
    await tell_resident(wish, text, about=f"claim:{held.id}")


async def decline(wish_id: int, by: By) -> None:
    """No to an offer: the next volunteer is asked. From who already holds a place it means: I cannot come."""
    wish, person = await lock(wish_id), _person(by)
    if await live_claim(wish.id, person):
        await _give_back(wish, by, person)
        return
    offer = await offer_to(wish.id, person)
    if offer is None:
        raise Refused("not_yours", ref=wish.ref)
    if offer.state == OfferState.DECLINED or wish.state in ENDED:
        return
    was_asked = offer.state == OfferState.SENT
    await OFFER.move(offer, OfferState.DECLINED, by, answered_at=now())
    if was_asked and wish.state == WishState.OPEN and wish.level == Level.VOLUNTEERS:
        await _ask_the_next(wish)


async def _ask_the_next(wish: Wish) -> None:
    """At once: what he was expected to bring is missing now."""
    await Wish.update({Wish.due_at: now()}).where(Wish.id == wish.id)
    ring_after_commit("tend")


async def release(wish_id: int, by: By) -> None:
    """Who holds a place gives it back; others are asked at once."""
    wish, person = await lock(wish_id), _person(by)
    await _give_back(wish, by, person)


async def _give_back(wish: Wish, by: By, person: int) -> None:
    held = await live_claim(wish.id, person)
    if held is None:
        raise Refused("not_yours", ref=wish.ref)
    if held.state != ClaimState.HELD:
        raise Refused("already_done", ref=wish.ref)
    await let_go(wish, held, by)


async def let_go(wish: Wish, held: Claim, by: By) -> None:
    await CLAIM.move(held, ClaimState.RELEASED, by, ended_at=now())
    await standing.gave_up(held.person, held.held_at)
    values: dict[Any, Any] = {"held": wish.held - 1, "round": wish.round + 1, "step": 0, "due_at": now(), "ask_until": ask_until(wish)}
    if wish.state == WishState.CLAIMED:
        await WISH.move(wish, WishState.OPEN, by, **values)
    else:
        await Wish.update(values).where(Wish.id == wish.id)
        wish.held, wish.round, wish.step = values["held"], values["round"], 0
    await tell_resident(wish, texts.wish_released(wish.ref))
    ring_after_commit("tend")


async def report_done(wish_id: int, by: By, note: str = "") -> None:
    """Who holds a place says that it is done; the office of the area may say so without having claimed."""
    wish, person = await lock(wish_id), _person(by)
    held = await live_claim(wish.id, person) or await _claim_of_office(wish, by, person)
    if held.state == ClaimState.DONE:
        raise Refused("already_done", ref=wish.ref)
    await CLAIM.move(held, ClaimState.DONE, by, ended_at=now(), note=note or held.note)
    await standing.done(held.person)
    if await claims(wish.id, ClaimState.HELD):
        return
    await offers.lapse(wish)
    await WISH.move(wish, WishState.DONE, by, step=0, due_at=now() + CONFIRM_WITHIN)
    await tell_resident(wish, texts.wish_done(wish.ref, note))


async def _claim_of_office(wish: Wish, by: By, person: int) -> Claim:
    if wish.state in ENDED:
        raise Refused("ended", ref=wish.ref)
    if wish.state == WishState.DONE:
        raise Refused("already_done", ref=wish.ref)
    if wish.state != WishState.OPEN or not await offices.answers_for(person, wish.area):
        raise Refused("not_yours", ref=wish.ref)
    return await _hold(wish, by, "")


def _person(by: By) -> int:
    assert by.person is not None, "this verb is a person's"
    return by.person
