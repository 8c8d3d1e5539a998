"""A wish ends when the person who raised it says so: confirmed, not done after all, or no longer wanted."""

from dataclasses import replace

from base.clock import now
from base.errors import Refused
from base.ledger import By
from base.work import ring_after_commit
from messages import texts
from people import offices, people
from volunteers import standing
from wishes import offers
from wishes.deadlines import ask_until
from wishes.lock import lock
from wishes.queries import claims, follow_up_of
from wishes.raising import Draft, raise_wish
from wishes.states import CLAIM, ENDED, STATE_WORDS, WISH, ClaimState, Level, WishState
from wishes.tables import Wish
from wishes.telling import tell_claimant, tell_office, tell_resident


async def confirm(wish_id: int, by: By, rating: int | None = None) -> None:
    """The resident is content. Saying so before the helper did counts as well."""
    wish = await _own(wish_id, by)
    if wish.state == WishState.CLAIMED:
        await _done_by_word_of_resident(wish, by)
    if wish.state != WishState.DONE:
        raise Refused("not_done", ref=wish.ref, state=STATE_WORDS[WishState(wish.state)])
    await close(wish, by, confirmed=True, rating=rating)


async def _done_by_word_of_resident(wish: Wish, by: By) -> None:
    coming = await claims(wish.id, ClaimState.HELD)
    await standing.lock(held.person for held in coming)
    for held in coming:
        await CLAIM.move(held, ClaimState.DONE, by, ended_at=now())
        await standing.done(held.person)
    await WISH.move(wish, WishState.DONE, by, step=0)


async def close(wish: Wish, by: By, *, confirmed: bool, rating: int | None = None) -> None:
    await WISH.move(
        wish, WishState.CLOSED, by, confirmed=confirmed, rating=rating, due_at=None, ended_at=now()
    )  # fmt: skip
    for done in await claims(wish.id, ClaimState.DONE):
        await CLAIM.move(done, ClaimState.CONFIRMED, by)
        if confirmed:
            await tell_claimant(done, texts.claim_thanks(wish.ref, rating))


async def reject(wish_id: int, by: By, note: str = "") -> Wish:
    """Not done after all: the wish opens again with its history; a closed one is followed up by a new one."""
    wish = await _own(wish_id, by, ended_too=True)
    if wish.state == WishState.CLOSED:
        return await _follow_up(wish, by)
    if wish.state != WishState.DONE:
        raise Refused("not_done", ref=wish.ref, state=STATE_WORDS[WishState(wish.state)])
    disputed = await claims(wish.id, ClaimState.DONE)
    await WISH.move(
        wish, WishState.OPEN, by, note, held=0, round=wish.round + 1, step=0, due_at=now(), ask_until=ask_until(wish)
    )  # fmt: skip
    await standing.lock(claim.person for claim in disputed)
    for claim in disputed:
        await CLAIM.move(claim, ClaimState.DISPUTED, by)
        await standing.disputed(claim.person)
        await tell_claimant(claim, texts.claim_disputed(wish.ref, note))
    ring_after_commit("tend")
    return wish


async def _follow_up(wish: Wish, by: By) -> Wish:
    """One for each closed wish, however often he says it."""
    followed = await follow_up_of(wish.id)
    if followed:
        return followed
    resident = await people.by_id(wish.resident)
    draft = Draft(wish.kind, wish.text, wish.area, wish.place, places=wish.places, for_office=wish.for_office)
    return await raise_wish(resident, draft, by, follows=wish)


async def withdraw(wish_id: int, by: By) -> None:
    """No longer wanted: the resident, or for him the office, calls it off; everybody else whom it concerns is told."""
    wish = await lock(wish_id)
    if by.person != wish.resident and not await offices.answers_for(by.person or 0, wish.area or wish.owner_area):
        raise Refused("not_yours", ref=wish.ref)
    if wish.state in ENDED:
        raise Refused("ended", ref=wish.ref)
    if wish.state == WishState.DONE:
        raise Refused("already_done", ref=wish.ref)
    await WISH.move(wish, WishState.WITHDRAWN, by, due_at=None, held=0, ended_at=now())
    await offers.lapse(wish)
    for done in await claims(wish.id, ClaimState.DONE):
        await CLAIM.move(done, ClaimState.CONFIRMED, by)
    coming = await claims(wish.id, ClaimState.HELD)
    await standing.lock(held.person for held in coming)
    for held in coming:
        await CLAIM.move(held, ClaimState.RELEASED, by, ended_at=now())
        await standing.called_off(held.person, held.held_at)
        await tell_claimant(held, texts.claim_cancelled(wish.ref))
    await _tell_of_withdrawal(wish, by, {held.person for held in coming})


async def _tell_of_withdrawal(wish: Wish, by: By, told: set[int]) -> None:
    if wish.opened_at and wish.level != Level.VOLUNTEERS:
        await tell_office(wish, texts.claim_cancelled(wish.ref), but={by.person, *told})
    if by.person != wish.resident:
        # Here it is news, not the answer to what he has just sent: it waits for the morning.
        await tell_resident(wish, replace(texts.wish_withdrawn(wish.ref), any_hour=False))


async def _own(wish_id: int, by: By, *, ended_too: bool = False) -> Wish:
    wish = await lock(wish_id)
    if by.person != wish.resident:
        raise Refused("not_yours", ref=wish.ref)
    if wish.state == WishState.WITHDRAWN or (wish.state in ENDED and not ended_too):
        raise Refused("ended", ref=wish.ref)
    return wish
