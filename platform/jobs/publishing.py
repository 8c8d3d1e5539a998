"""A listing goes out, or waits for a second person who reads it first."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from base.clock import now
from base.db import objects, update
from base.errors import Refused
from base.ledger import By, record
from base.words import Words
from base.work import ring_after_commit
from jobs.cancelling import LONGEST_WHY, call_off
from jobs.deadlines import ListingStep
from jobs.drafting import errors, refuse_published, terms_of
from jobs.employers import employer_of
from jobs.fields import found, refuse_if, text, tidy
from jobs.lock import lock
from jobs.rights import must_be_staff
from jobs.states import LISTING, EmployerState, ListingState
from jobs.suspicion import reasons_to_hold
from jobs.tables import Employer, Listing
from jobs.telling import tell_staff, title_words
from jobs.when import clock
from messages import job_texts

READ_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class Published:
    """`why` somebody else must read it first."""

    state: Literal["open", "held"]
    why: list[Words]


async def publish(listing_id: int, by: By) -> Published:
    listing = await _ready(listing_id, by)
    why = reasons_to_hold(*terms_of(listing).texts)
    if why:
        await _hold(listing, why, by)
        return Published("held", why)
    await open_listing(listing, by)
    return Published("open", [])


async def _ready(listing_id: int, by: By) -> Listing:
    """A draft with which nothing is wrong, locked. The employer comes before it, as for who bars him."""
    await objects(Employer, "id = (SELECT employer FROM listing WHERE id = $1) FOR SHARE", listing_id)
    listing = await lock(listing_id)
    await must_be_staff(by, listing.station)
    refuse_published(listing)
    employer = await employer_of(listing)
    if employer and employer.state != EmployerState.CHECKED:
        raise Refused("employer_barred" if employer.state == EmployerState.BARRED else "employer_unchecked", employer=employer.name)
    refuse_if({**_started(listing), **await errors(listing.station, terms_of(listing))})
    return listing


def _started(listing: Listing) -> dict[str, Words]:
    at = clock(listing.starts_at)
    return found(
        {
            "starts": Words(f"{at}已过，不能再发布", f"{at} has passed; it can no longer be published")
            if listing.starts_at <= now()
            else None
        }
    )


async def _hold(listing: Listing, why: list[Words], by: By) -> None:
    """Who is there to read it is told; when nobody is, it climbs at once. Publishing it again does not ask them again."""
    if held_because(listing) == why:
        return
    values = {"held_reasons": json.dumps(why, ensure_ascii=False), "posted_by": by.person, "step": 0, "round": listing.round + 1}
    await update(listing, {**values, "due_at": now() + READ_WITHIN}, state=listing.state)
    await record("hold", listing.id, "held", by, matter=listing.id, note="; ".join(reason.en for reason in why))
    told = await tell_staff(listing, job_texts.listing_held(listing.ref, title_words(listing), why[0]), round=listing.round, but=by.person)
    if not told:
        await update(listing, {"due_at": now()}, state=listing.state)
        ring_after_commit("tend")


def held_because(listing: Listing) -> list[Words]:
    return [Words(*reason) for reason in json.loads(listing.held_reasons)]


async def open_listing(listing: Listing, by: By) -> None:
    """From here on everybody sees it, and the sweep finds workers for it."""
    await LISTING.move(
        listing, ListingState.OPEN, by, opened_at=now(), held_reasons="[]", step=ListingStep.SEEK.value, due_at=now(), round=listing.round + 1
    )  # fmt: skip
    ring_after_commit("tend")


async def approve(listing_id: int, by: By) -> None:
    """A second person has read it and lets it go out."""
    listing = await _ready(listing_id, by)
    _refuse_unless_second(listing, by)
    await open_listing(listing, by)


async def refuse_listing(listing_id: int, by: By, why: str) -> None:
    """A second person has read it, and it does not go out."""
    listing = await lock(listing_id)
    await must_be_staff(by, listing.station)
    refuse_published(listing)
    _refuse_unless_second(listing, by)
    refuse_if(found({"why": text(why, LONGEST_WHY, needed=True)}))
    await call_off(listing, by, tidy(why))


def _refuse_unless_second(listing: Listing, by: By) -> None:
    if not held_because(listing):
        raise Refused("not_held", ref=listing.ref)
    if by.person == listing.posted_by:
        raise Refused("same_person", ref=listing.ref)
