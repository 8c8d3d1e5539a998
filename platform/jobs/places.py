"""The places of a listing: applied for, held, given back, and handed on to who waits. Of any number at once, as many win as are free."""

from dataclasses import dataclass
from typing import Any, Literal

from base.clock import at, now
from base.db import objects, rows, update
from base.errors import Refused
from base.ledger import SWEEP, By
from base.work import ring_after_commit
from jobs import needs, referring
from jobs.deadlines import ListingStep, answer_by, busy, due_confirmed, first_due
from jobs.lock import lock, lock_person
from jobs.occupations import CERTIFICATES
from jobs.opening import in_time, opening
from jobs.queries import free_in_line, live_placement, position, referral_to
from jobs.states import COMING, ENDED, LISTING, LIVE, PLACEMENT, REFERRAL, ListingState, PlacementState, ReferralState
from jobs.tables import Listing, Placement, Referral
from jobs.telling import item, shift, tell_from, tell_worker, title_words
from jobs.when import shift_words, until_words
from messages import job_texts


@dataclass(frozen=True)
class Held:
    """`overlap`: another listing of his, that this one touches by an hour at most."""

    placement: Placement
    overlap: Listing | None


@dataclass(frozen=True)
class Waiting:
    """All places are held or kept for others: `position` 1 is asked next; `other` is the best other listing with room."""

    position: int
    other: Listing | None


async def apply(listing_id: int, person_id: int, by: By, people: int = 1) -> Held | Waiting:
    """Places for the person and who comes along, or a number on the waiting list. The whole party or nobody."""
    listing = await lock(listing_id)
    await _may_apply(listing, person_id, by, people)
    overlap = await must_be_free(person_id, listing)
    referral = await referral_to(listing.id, person_id)
    own = referral.kept if referral else 0
    if listing.heads - listing.taken - listing.kept + own < people:
        return await _wait(listing, referral, person_id, by, people)
    placement = await _hold(listing, person_id, by, people)
    await count(listing, by, taken=people, kept=-own)
    await _answer(listing, referral, person_id, ReferralState.ACCEPTED, by, people=people)
    await _give_up_elsewhere(listing, person_id)
    if listing.kind == "job":
        await needs.placed(person_id, by)
    if own > people:
        await fill_from_line(listing)
    if by.person != person_id:
        await tell_worker(placement, job_texts.place_held(**shift(listing), overlap=overlap.ref if overlap else None))
    return Held(placement, overlap)


async def _give_up_elsewhere(listing: Listing, person_id: int) -> None:
    """What is kept for him in the same hours he cannot take any more: the sweep gives it to the next at once."""
    kept = await objects(Listing, "id IN (SELECT listing FROM referral WHERE person = $1 AND kept > 0)", person_id)
    if clashing := [other.id for other in kept if _clash(listing, other)]:
        await rows("UPDATE referral SET due_at = $3 WHERE person = $1 AND listing = ANY($2) AND kept > 0", person_id, clashing, now())
        ring_after_commit("tend")


async def _may_apply(listing: Listing, person_id: int, by: By, people: int) -> None:
    if listing.state == ListingState.DRAFT:
        raise Refused("unknown_ref", ref=listing.ref)
    if listing.state == ListingState.CANCELLED:
        raise Refused("listing_cancelled", ref=listing.ref)
    if listing.state == ListingState.OVER or listing.ends_at <= now():
        raise Refused("listing_over", ref=listing.ref)
    if await live_placement(listing.id, person_id):
        raise Refused("already_placed", ref=listing.ref)
    if not 1 <= people <= min(listing.heads, needs.MOST_PEOPLE):
        raise Refused("party_too_big", ref=listing.ref, heads=min(listing.heads, needs.MOST_PEOPLE))
    if by.person == person_id:
        await _may_apply_alone(listing, person_id)


async def _may_apply_alone(listing: Listing, person_id: int) -> None:
    """At the counter the staff see the paper, and may send somebody who comes late. A training leads to its certificate."""
    if listing.starts_at <= now():
        raise Refused("started", ref=listing.ref)
    if listing.kind == "job" and listing.certificate and listing.certificate not in (await needs.known(person_id)).certificates:
        raise Refused("no_certificate", ref=listing.ref, certificate=CERTIFICATES[listing.certificate])


async def must_be_free(person_id: int, listing: Listing) -> Listing | None:
    """Nobody is placed twice in the same hours; two of his verbs at once wait here for each other."""
    await lock_person(person_id)
    touched = await _touched(listing, person_id)
    for other in touched:
        if _clash(listing, other):
            raise Refused("overlaps", ref=listing.ref, other=other.ref)
    return touched[0] if touched else None


async def _touched(listing: Listing, person_id: int) -> list[Listing]:
    """The others at which he is, that share a moment with this one."""
    return await objects(
        Listing,
        "id <> $1 AND starts_at < $3 AND ends_at > $2 AND id IN"
        " (SELECT listing FROM placement WHERE person = $4 AND state IN ('held', 'confirmed', 'attended')) ORDER BY starts_at, id",
        listing.id, listing.starts_at, listing.ends_at, person_id,
    )  # fmt: skip


def _clash(one: Listing, other: Listing) -> bool:
    (one_from, one_until), (other_from, other_until) = (busy(each.starts_at, each.ends_at) for each in (one, other))
    return one_from < other_until and other_from < one_until


async def _hold(listing: Listing, person_id: int, by: By, people: int) -> Placement:
    busy_from, busy_until = busy(listing.starts_at, listing.ends_at)
    due = first_due(listing.starts_at, listing.ends_at, now())
    placement = Placement(
        listing=listing.id, person=person_id, state=PlacementState.HELD.value, people=people, busy_from=busy_from, busy_until=busy_until,
        held_at=now(), due_at=due.at, step=due.step,
    )  # fmt: skip
    await PLACEMENT.begin(placement, by)
    return placement


async def _wait(listing: Listing, referral: Referral | None, person_id: int, by: By, people: int) -> Waiting:
    """Who waits already keeps his turn, unless he comes with more than he said."""
    if referral and referral.state == ReferralState.WAITING and people <= referral.people:
        await update(referral, {"people": people}, state=ReferralState.WAITING)
    else:
        given_back = referral.kept if referral else 0
        await count(listing, by, kept=-given_back, line=1)
        referral = await _answer(listing, referral, person_id, ReferralState.WAITING, by, people=people, turn=listing.line)
        if given_back:
            await fill_from_line(listing)
    waiting = Waiting(await position(referral), await referring.best_other(person_id, listing))
    if by.person != person_id:
        other = item(waiting.other) if waiting.other else None
        await tell_worker(referral, job_texts.line_joined(listing.ref, title_words(listing), waiting.position, other))
    return waiting


async def _answer(listing: Listing, referral: Referral | None, person_id: int, to: ReferralState, by: By, **values: Any) -> Referral:
    """The referral moves with the answer; who came by himself gets one, so that everything between him and the listing stands in one row."""
    values = {"turn": None, "kept": 0, "due_at": None, "answered_at": now(), **values}
    if referral is None:
        referral = Referral(listing=listing.id, person=person_id, state=to.value, sent_at=now(), **values)
        await REFERRAL.begin(referral, by)
    elif referral.state == to:
        await update(referral, values, state=to)
    else:
        await REFERRAL.move(referral, to, by, **values)
    return referral


async def cancel_place(listing_id: int, person_id: int, by: By) -> Literal["released", "left", "declined"]:
    """Gives the place back, leaves the waiting list, or says no to what was put to him; who waits is asked at once."""
    listing = await lock(listing_id)
    placement = await live_placement(listing.id, person_id)
    if placement and placement.state in COMING:
        if listing.starts_at <= now() and by.person == person_id:
            raise Refused("started", ref=listing.ref)
        await release(listing, placement, by, ReferralState.DECLINED)
        if by.person != person_id:
            await tell_worker(placement, job_texts.place_released(listing.ref))
        return "released"
    referral = await referral_to(listing.id, person_id)
    if placement or referral is None or referral.state not in (ReferralState.WAITING, ReferralState.SENT):
        raise Refused("not_placed", ref=listing.ref)
    waited = referral.state == ReferralState.WAITING
    await turn_down(listing, referral, ReferralState.DECLINED, by)
    return "left" if waited else "declined"


async def turn_down(listing: Listing, referral: Referral, to: ReferralState, by: By) -> None:
    """What was kept for him goes to the next."""
    kept = referral.kept
    await REFERRAL.move(referral, to, by, kept=0, turn=None, due_at=None, answered_at=now())
    if kept:
        await count(listing, by, kept=-kept)
        await fill_from_line(listing)


async def release(listing: Listing, placement: Placement, by: By, answer: ReferralState) -> None:
    await PLACEMENT.move(placement, PlacementState.RELEASED, by, due_at=None, ended_at=now())
    referral = await referral_to(listing.id, placement.person)
    if referral and referral.state == ReferralState.ACCEPTED:
        await REFERRAL.move(referral, answer, by, answered_at=now())
    await count(listing, by, taken=-placement.people)
    await needs.reopen(placement.person, by)
    await fill_from_line(listing)


async def confirm_place(listing_id: int, person_id: int, by: By) -> Placement:
    """He comes. Said twice it changes nothing."""
    listing = await lock(listing_id)
    placement = await live_placement(listing.id, person_id)
    if placement is None or placement.state not in COMING:
        raise Refused("not_placed", ref=listing.ref)
    if placement.state == PlacementState.HELD:
        due = due_confirmed(listing.starts_at, listing.ends_at, now())
        await PLACEMENT.move(placement, PlacementState.CONFIRMED, by, due_at=due.at, step=due.step)
    return placement


async def count(listing: Listing, by: By, *, taken: int = 0, kept: int = 0, line: int = 0) -> None:
    """The listing's own count of its places; full or not full is its state."""
    values: dict[str, Any] = {"taken": listing.taken + taken, "kept": listing.kept + kept, "line": listing.line + line}
    state = ListingState.FILLED if values["taken"] == listing.heads else ListingState.OPEN
    if state == listing.state or listing.state in ENDED:
        await update(listing, values, state=listing.state)
    else:
        await LISTING.move(listing, state, by, **values)


async def fill_from_line(listing: Listing) -> int:
    """Asks the first who fit into what is free, and keeps the places for them until they answer. What nobody waits for is sought for anew."""
    if listing.state not in LIVE or listing.starts_at <= now():
        return 0
    asked = 0
    for referral in await free_in_line(listing):
        if not free(listing):
            break
        if referral.people <= free(listing):
            await _ask(listing, referral)
            asked += 1
    if free(listing):
        await update(listing, {"due_at": now(), "step": ListingStep.SEEK}, state=listing.state)
        ring_after_commit("tend")
    return asked


def free(listing: Listing) -> int:
    return int(listing.heads - listing.taken - listing.kept)


async def _ask(listing: Listing, referral: Referral) -> None:
    asked_at = in_time(await opening(listing.station), listing)
    until = answer_by(asked_at, listing.starts_at)
    await REFERRAL.move(
        referral, ReferralState.SENT, SWEEP, kept=referral.people, turn=None, due_at=until, round=referral.round + 1, sent_at=now()
    )  # fmt: skip
    await count(listing, SWEEP, kept=referral.people)
    # Read when it is sent: what is tomorrow now is today by then.
    with at(asked_at):
        text = job_texts.place_freed(listing.ref, title_words(listing), shift_words(listing), listing.place, until_words(until))
    await tell_from(asked_at, referral, text)
