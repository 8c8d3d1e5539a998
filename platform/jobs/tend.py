"""The sweep over listings, needs, referrals and placements: whatever is due gets its next step."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime

from base.clock import now
from base.db import first, update
from base.ledger import SWEEP
from base.sweep import sweep
from base.words import Words
from jobs import dawn, needs, referring
from jobs.counter import attended
from jobs.deadlines import (
    ASKED_IN_TIME,
    SHORT_NOTICE,
    Due,
    ListingStep,
    Step,
    ask_at,
    due_confirmed,
    due_settled,
    due_unmarked,
    due_wage,
    release_at,
)
from jobs.lock import lock, lock_both
from jobs.opening import opening
from jobs.places import fill_from_line, free, release, turn_down
from jobs.queries import station_of, unanswered, unmarked
from jobs.states import COMING, LISTING, PLACEMENT, REFERRAL, ListingState, NeedState, PlacementState, ReferralState
from jobs.tables import JobNeed, Listing, Placement, Referral
from jobs.telling import day_key, shift, tell_staff, tell_worker, title_words
from jobs.when import until_words
from messages import job_texts
from messages.outbox import put
from people import offices, people

LISTINGS = "SELECT id FROM listing WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED"
NEEDS = "SELECT id FROM job_need WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"
LOTTERIES = "SELECT id FROM lottery WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"
# The listing is what is locked, as every verb locks it first.
OF_LISTING = """
SELECT t.id FROM {0} t JOIN listing ON listing.id = t.listing WHERE t.due_at <= $1
ORDER BY t.due_at, t.id LIMIT 1 FOR NO KEY UPDATE OF listing SKIP LOCKED
"""


async def tend_due() -> int:
    """Places given back come before the draw, and before the listings that seek workers for them."""
    tended = (
        await sweep("placement", OF_LISTING.format("placement"), tend_placement)
        + await sweep("referral", OF_LISTING.format("referral"), tend_referral)
        + await sweep("lottery", LOTTERIES, dawn.draw)
        + await sweep("listing", LISTINGS, tend_listing)
        + await sweep("job_need", NEEDS, tend_need)
    )
    await dawn.publish_when_due()
    return tended


async def tend_listing(listing_id: int) -> None:
    listing = await lock(listing_id)
    if listing.state == ListingState.DRAFT:
        await _tend_draft(listing)
    elif listing.ends_at <= now():
        await _end(listing)
    elif listing.starts_at <= now():
        await _wait(listing, listing.ends_at, ListingStep.END)
    else:
        await _seek(listing, ListingStep(listing.step))


async def _seek(listing: Listing, step: ListingStep) -> None:
    """First those who have a turn, and were elsewhere when it came."""
    await fill_from_line(listing)
    if step == ListingStep.SEEK:
        await referring.refer_listing(listing)
        await _wait(listing, max(listing.starts_at - SHORT_NOTICE, now()), ListingStep.SHORT)
        return
    if free(listing):
        await tell_staff(listing, job_texts.listing_short(listing.ref, title_words(listing), free(listing)))
    await _wait(listing, listing.ends_at, ListingStep.END)


async def _wait(listing: Listing, due_at: datetime, step: ListingStep) -> None:
    await update(listing, {"due_at": due_at, "step": step}, state=listing.state)


async def _tend_draft(listing: Listing) -> None:
    """What nobody has read in time climbs to the coordinator; what was never published ends with its day."""
    reasons = [Words(*reason) for reason in json.loads(listing.held_reasons)]
    if not reasons or listing.step or listing.starts_at <= now():
        await LISTING.move(listing, ListingState.OVER, SWEEP, due_at=None, ended_at=now())
        return
    await _wait(listing, listing.starts_at, ListingStep.SHORT)
    office = await offices.office_above(offices.Office("steward", listing.area))
    text = job_texts.listing_held(listing.ref, title_words(listing), reasons[0])
    opens = await opening(listing.station)
    for holder in await offices.holders(office):
        await put(text, holder, f"listing:{listing.id}", not_before=opens)


async def _end(listing: Listing) -> None:
    for referral in await unanswered(listing.id):
        await REFERRAL.move(referral, ReferralState.LAPSED, SWEEP, kept=0, turn=None, due_at=None)
    await LISTING.move(listing, ListingState.OVER, SWEEP, kept=0, due_at=None, ended_at=now())


async def tend_referral(referral_id: int) -> None:
    """What was kept for somebody who did not answer goes to the next."""
    referral = await first(Referral, "id = $1", referral_id)
    assert referral is not None
    if _is_due(referral):
        await turn_down(await lock(referral.listing), referral, ReferralState.LAPSED, SWEEP)


async def tend_placement(placement_id: int) -> None:
    listing, placement = await lock_both(placement_id)
    if _is_due(placement):
        await STEPS[Step(placement.step)](listing, placement)


def _is_due(about: Placement | Referral) -> bool:
    """Still: only the listing was locked when it was found, and he may have answered just before."""
    return about.due_at is not None and about.due_at <= now()


async def _ask(listing: Listing, placement: Placement) -> None:
    """Who could not answer in time is not asked, and so keeps his place."""
    until = release_at(listing.starts_at)
    if placement.state != PlacementState.HELD or now() >= ask_at(listing.starts_at) + ASKED_IN_TIME:
        await _go_on(placement, due_confirmed(listing.starts_at, listing.ends_at, now()))
        return
    await _go_on(placement, Due(Step.RELEASE, until))
    await tell_worker(placement, job_texts.ask_confirm(**shift(listing), until=until_words(until)))


async def _release(listing: Listing, placement: Placement) -> None:
    """Once it has begun he may be there: then the counter says."""
    if placement.state != PlacementState.HELD or listing.starts_at <= now():
        await _go_on(placement, due_confirmed(listing.starts_at, listing.ends_at, now()))
        return
    await release(listing, placement, SWEEP, ReferralState.LAPSED)
    await tell_worker(placement, job_texts.place_let_go(listing.ref, title_words(listing)))


async def _remind(listing: Listing, placement: Placement) -> None:
    await _go_on(placement, due_unmarked(listing.ends_at))
    if listing.starts_at > now():
        await tell_worker(placement, job_texts.shift_soon(**shift(listing), bring=listing.bring))


async def _ask_staff(listing: Listing, placement: Placement) -> None:
    """Once a day for all that the station has not marked."""
    await _go_on(placement, due_settled(now()))
    station = await station_of(listing)
    count = await unmarked(station.id, listing.day)
    text = job_texts.staff_unmarked(Words(station.name, station.name_en), count)
    await tell_staff(listing, text, day_key(station))


async def _settle(listing: Listing, placement: Placement) -> None:
    """Work that nobody has marked counts as done; what is taught shows only in who was seen there."""
    if placement.state in COMING:
        due = due_wage(now())
        await PLACEMENT.move(placement, PlacementState.ATTENDED, SWEEP, "unmarked", due_at=due.at, step=due.step, ended_at=now())
        if listing.kind == "job":
            await attended(listing, placement, SWEEP)
    else:
        await update(placement, {"due_at": None}, state=placement.state)


async def _ask_about_wage(listing: Listing, placement: Placement) -> None:
    await update(placement, {"due_at": None}, state=placement.state)
    if listing.kind == "job" and not placement.paid_at and not placement.dispute:
        await tell_worker(placement, job_texts.wage_question(listing.ref, title_words(listing)))


async def _go_on(placement: Placement, due: Due) -> None:
    await update(placement, {"due_at": due.at, "step": due.step}, state=placement.state)


STEPS: dict[Step, Callable[[Listing, Placement], Awaitable[None]]] = {
    Step.ASK: _ask,
    Step.RELEASE: _release,
    Step.REMIND: _remind,
    Step.UNMARKED: _ask_staff,
    Step.SETTLE: _settle,
    Step.WAGE: _ask_about_wage,
}


async def tend_need(need_id: int) -> None:
    """Its days are over, or nobody has said for long that he still looks."""
    need = await first(JobNeed, "id = $1", need_id)
    assert need is not None
    was_open = need.state == NeedState.OPEN
    await needs.end(need, SWEEP)
    if was_open:
        await put(job_texts.need_expired(), await people.by_id(need.person), f"job_need:{need.id}", need.round)
