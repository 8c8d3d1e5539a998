"""A listing is changed: a draft freely; of a live one everybody who is to come is told what is new for him."""

from datetime import datetime
from typing import Any

from base.clock import now
from base.db import row, rows, update
from base.errors import Refused
from base.ledger import By, record
from base.words import Words
from jobs.cancelling import refuse_ended
from jobs.deadlines import SHORT_NOTICE, ListingStep, busy, due_confirmed, first_due
from jobs.drafting import end_of, errors, terms_of, values_of
from jobs.fields import BadTerms, refuse_if
from jobs.lock import lock
from jobs.places import count, fill_from_line
from jobs.queries import placements
from jobs.rights import must_be_staff
from jobs.states import COMING, ListingState, PlacementState
from jobs.suspicion import reasons_to_hold
from jobs.tables import Listing, Placement
from jobs.telling import pay_words, tell_worker, title_words
from jobs.terms import Terms
from jobs.when import shift_words
from messages import job_texts

HOURS = ("starts_at", "ends_at")
# What somebody who is to come must know.
CONCERNS = (*HOURS, "place", "area", "pay_fen", "pay_per", "contact", "phone", "bring")
FIXED = {
    "kind": Words("已发布的不能改类别", "cannot be changed once it is published"),
    "employer": Words("已发布的不能换用人单位，请取消后重新发布", "cannot be changed once it is published; cancel it and publish another"),
}


async def change(listing_id: int, terms: Terms, by: By) -> Listing:
    listing = await lock(listing_id)
    await must_be_staff(by, listing.station)
    refuse_ended(listing)
    refuse_if(await errors(listing.station, terms))
    values = await values_of(terms)
    changed = {name: value for name, value in values.items() if value != getattr(listing, name)}
    if not changed:
        return listing
    if listing.state == ListingState.DRAFT:
        await update(listing, {**changed, "held_reasons": "[]", "step": 0, "due_at": end_of(values["day"])}, state=listing.state)
    else:
        await _change_live(listing, terms, changed, by)
    await record("terms", listing.id, "changed", by, matter=listing.id, note=", ".join(sorted(changed)))
    return listing


async def _change_live(listing: Listing, terms: Terms, changed: dict[str, Any], by: By) -> None:
    _refuse_live(listing, terms, changed)
    heads_before, coming = listing.heads, await placements(listing.id, COMING)
    if changed.keys() & set(HOURS):
        moved = (changed.get("starts_at", listing.starts_at), changed.get("ends_at", listing.ends_at))
        await _move_hours(listing, coming, *moved)
        changed = changed | _due(listing, moved[0])
    await update(listing, {**changed, "round": listing.round + 1}, state=listing.state)
    if changed.keys() & set(CONCERNS):
        for placement in coming:
            await _tell(listing, placement)
    if listing.heads != heads_before:
        await count(listing, by)
    if listing.heads > heads_before:
        await fill_from_line(listing)


def _refuse_live(listing: Listing, terms: Terms, changed: dict[str, Any]) -> None:
    if listing.starts_at <= now():
        raise Refused("started", ref=listing.ref)
    refuse_if({name: why for name, why in FIXED.items() if name in changed})
    taken = listing.taken + listing.kept
    if terms.heads < taken:
        raise Refused("heads_taken", ref=listing.ref, taken=taken)
    if changed.get("starts_at", listing.starts_at) <= now():
        raise BadTerms({"starts": Words("开始时间已过", "has passed already")})
    known = {reason.en for reason in reasons_to_hold(*terms_of(listing).texts)}
    why = [reason for reason in reasons_to_hold(*terms.texts) if reason.en not in known]
    if why:
        raise Refused("must_be_read", ref=listing.ref, why=why)


async def _move_hours(listing: Listing, coming: list[Placement], starts_at: datetime, ends_at: datetime) -> None:
    """Those who are to come are busy in the new hours, unless one of them is to be elsewhere then."""
    busy_from, busy_until = busy(starts_at, ends_at)
    people = sorted(placement.person for placement in coming)
    await rows("SELECT 1 FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", people)
    elsewhere = await row(
        "SELECT listing.ref, person.name FROM placement JOIN listing ON listing.id = placement.listing JOIN person ON person.id = placement.person"
        " WHERE placement.person = ANY($1) AND placement.listing <> $2 AND placement.state IN ('held', 'confirmed', 'attended')"
        " AND busy_from < $4 AND busy_until > $3 ORDER BY placement.id LIMIT 1",
        people, listing.id, busy_from, busy_until,
    )  # fmt: skip
    if elsewhere:
        raise Refused("would_overlap", ref=listing.ref, other=elsewhere["ref"], name=elsewhere["name"])
    for placement in coming:
        held = placement.state == PlacementState.HELD
        due = first_due(starts_at, ends_at, now()) if held else due_confirmed(starts_at, ends_at, now())
        values = {"busy_from": busy_from, "busy_until": busy_until, "due_at": due.at, "step": due.step.value}
        await update(placement, values, state=placement.state)


def _due(listing: Listing, starts_at: datetime) -> dict[str, Any]:
    if listing.step == ListingStep.SEEK:
        return {}
    return {"step": ListingStep.SHORT.value, "due_at": max(starts_at - SHORT_NOTICE, now())}


async def _tell(listing: Listing, placement: Placement) -> None:
    pay = pay_words(listing.pay_fen, listing.pay_per) if listing.pay_fen else None
    text = job_texts.listing_changed(listing.ref, title_words(listing), shift_words(listing), listing.place, pay)
    await tell_worker(placement, text, listing.round)
