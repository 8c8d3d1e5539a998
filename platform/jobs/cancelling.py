"""A listing is called off: everybody who was to come, or waits, is told and offered the best other one."""

from typing import Any

from base.clock import now
from base.errors import Refused
from base.ledger import By
from jobs import fields, needs, referring
from jobs.lock import lock
from jobs.queries import placements, unanswered
from jobs.rights import must_be_staff
from jobs.states import COMING, ENDED, LISTING, PLACEMENT, REFERRAL, ListingState, PlacementState, ReferralState
from jobs.tables import Listing, Placement, Referral
from jobs.telling import item, tell_worker, title_words
from jobs.when import shift_words
from messages import job_texts

LONGEST_WHY = 200


async def cancel_listing(listing_id: int, by: By, why: str) -> Listing:
    listing = await lock(listing_id)
    await must_be_staff(by, listing.station)
    refuse_ended(listing)
    if listing.state != ListingState.DRAFT and listing.starts_at <= now():
        raise Refused("started", ref=listing.ref)
    fields.refuse_if(fields.found({"why": fields.text(why, LONGEST_WHY, needed=True)}))
    await call_off(listing, by, fields.tidy(why))
    return listing


def refuse_ended(listing: Listing) -> None:
    if listing.state in ENDED:
        over = listing.state == ListingState.OVER
        raise Refused("listing_over" if over else "listing_cancelled", ref=listing.ref)


async def call_off(listing: Listing, by: By, why: str) -> None:
    """The listing is locked. First every place is given back, then people hear of it: what they are offered instead must be free."""
    coming = await placements(listing.id, COMING)
    asked = await unanswered(listing.id)
    waiting = [each for each in asked if each.kept or each.state == ReferralState.WAITING]
    for placement in coming:
        await PLACEMENT.move(placement, PlacementState.RELEASED, by, due_at=None, ended_at=now())
    for referral in asked:
        await REFERRAL.move(referral, ReferralState.LAPSED, by, kept=0, turn=None, due_at=None)
    await LISTING.move(listing, ListingState.CANCELLED, by, why, **_ended(listing, coming, why))
    for person in sorted(placement.person for placement in coming):  # in one order always: two at once never wait for each other
        await needs.reopen(person, by)
    concerned: list[Placement | Referral] = [*coming, *waiting]
    for each in concerned:
        await _tell(listing, each, why)


def _ended(listing: Listing, coming: list[Placement], why: str) -> dict[str, Any]:
    taken = listing.taken - sum(placement.people for placement in coming)
    return {"taken": taken, "kept": 0, "why_cancelled": why, "held_reasons": "[]", "due_at": None, "ended_at": now()}


async def _tell(listing: Listing, concerned: Placement | Referral, why: str) -> None:
    other = await referring.best_other(concerned.person, listing)
    text = job_texts.listing_cancelled(listing.ref, title_words(listing), shift_words(listing), why, item(other) if other else None)
    await tell_worker(concerned, text)
