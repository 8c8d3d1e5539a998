"""Verbs about a listing that is meant: each ends with an answer to the phone that wrote."""

from collections.abc import Awaitable, Callable, Mapping

from base.clock import now
from base.errors import Refused
from base.words import Words
from inbox.job_terms import party_in
from inbox.reading import Intent
from inbox.talk import Talk, words_of
from jobs import counter, places, queries
from jobs.places import Held, free
from jobs.states import COMING, PLACEMENT_WORDS, STATE_WORDS, ListingState, PlacementState, ReferralState
from jobs.tables import Listing
from jobs.telling import item, pay_words, title_words
from jobs.when import shift_words
from messages import job_texts
from wishes.tables import Wish

NO_PLACE_FREE = Words("现在没有空位", "no place free now")
LEFT_THE_LIST = {
    "released": job_texts.place_released,
    "left": job_texts.line_left,
    "declined": job_texts.referral_declined,
}


async def accept(talk: Talk, listing: Listing) -> Wish | None:
    """A yes from who holds a place says that he comes."""
    placement = await queries.live_placement(listing.id, talk.person.id)
    if placement and placement.state in COMING:
        return await confirm(talk, listing)
    return await apply(talk, listing)


async def apply(talk: Talk, listing: Listing) -> Wish | None:
    came_of_it = await places.apply(listing.id, talk.person.id, talk.by, party_in(words_of(talk.body)))
    title = title_words(listing)
    if isinstance(came_of_it, Held):
        other = came_of_it.overlap.ref if came_of_it.overlap else None
        held = job_texts.place_held(listing.ref, title, shift_words(listing), listing.place, listing.contact, listing.phone, other)
        await talk.say(held)
        return None
    free_elsewhere = item(came_of_it.other) if came_of_it.other else None
    await talk.say(job_texts.line_joined(listing.ref, title, came_of_it.position, free_elsewhere))
    return None


async def give_back(talk: Talk, listing: Listing) -> Wish | None:
    came_of_it = await places.cancel_place(listing.id, talk.person.id, talk.by)
    await talk.say(LEFT_THE_LIST[came_of_it](listing.ref))
    return None


async def confirm(talk: Talk, listing: Listing) -> Wish | None:
    await places.confirm_place(listing.id, talk.person.id, talk.by)
    await talk.say(job_texts.place_confirmed(listing.ref, shift_words(listing)))
    return None


async def unpaid(talk: Talk, listing: Listing) -> Wish | None:
    """The matter itself says that it was received; who says it again is told its number."""
    before = await queries.last_placement(listing.id, talk.person.id)
    matter = await counter.report_unpaid(listing.id, talk.person.id, talk.body, talk.by)
    if before and before.dispute == matter.id:
        await talk.chat(job_texts.wage_reported(listing.ref, matter.ref))
    return matter


async def stands(talk: Talk, listing: Listing) -> Wish | None:
    """Also for a word that says nothing about a listing, such as done."""
    if listing.state == ListingState.DRAFT:
        raise Refused("unknown_ref", ref=listing.ref)
    title, when = title_words(listing), shift_words(listing)
    referral = await queries.referral_to(listing.id, talk.person.id)
    if referral and referral.state == ReferralState.WAITING:
        await talk.chat(job_texts.line_status(listing.ref, title, await queries.position(referral)))
    elif await _may_be_applied_for(listing, talk.person.id):
        pay = pay_words(listing.pay_fen, listing.pay_per) if listing.pay_fen else None
        await talk.chat(job_texts.job_open(listing.ref, title, when, pay, free(listing)))
    else:
        await talk.chat(job_texts.job_status(listing.ref, title, when, await _state(listing, talk.person.id)))
    return None


async def _may_be_applied_for(listing: Listing, person: int) -> bool:
    is_open = listing.state == ListingState.OPEN and free(listing) > 0 and listing.starts_at > now()
    return is_open and await queries.live_placement(listing.id, person) is None


async def state_words(listing: Listing, person: int) -> Words:
    """45 已报名: one line of his list."""
    return (await _state(listing, person)).prefixed(f"{listing.ref} ")


async def _state(listing: Listing, person: int) -> Words:
    if placement := await queries.live_placement(listing.id, person):
        return PLACEMENT_WORDS[PlacementState(placement.state)]
    referral = await queries.referral_to(listing.id, person)
    if referral and referral.state == ReferralState.WAITING:
        position = await queries.position(referral)
        return Words(f"排第{position}位", f"number {position} on the list")
    if listing.state == ListingState.OPEN and (free(listing) <= 0 or listing.starts_at <= now()):
        return NO_PLACE_FREE
    return STATE_WORDS[ListingState(listing.state)]


VERBS: Mapping[Intent, Callable[[Talk, Listing], Awaitable[Wish | None]]] = {
    "accept": accept,
    "apply": apply,
    "decline": give_back,
    "cancel": give_back,
    "confirm": confirm,
    "unpaid": unpaid,
    "done": stands,
    "reject": stands,
    "status": stands,
}
