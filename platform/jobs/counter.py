"""At the counter: who walks in, who came, who was paid, and who was not."""

from datetime import datetime
from typing import Any

from base.clock import city_now, now
from base.db import update
from base.errors import Refused
from base.ledger import By, record
from base.phone import e164
from jobs import needs
from jobs.deadlines import due_unmarked, due_wage
from jobs.lock import lock, lock_both
from jobs.places import Held, Waiting, apply, count, fill_from_line, free, must_be_free
from jobs.queries import last_placement, listing, live_placement
from jobs.rights import must_be_staff
from jobs.states import CAME, PLACEMENT, PLACEMENT_MOVES, PLACEMENT_WORDS, ListingState, PlacementState
from jobs.tables import Listing, Placement
from people import people
from people.tables import Person
from wishes import actions as wishes
from wishes.queries import by_id
from wishes.states import ENDED as MATTER_ENDED
from wishes.states import WishState
from wishes.tables import Wish

LONGEST_NAME = 20
MOST_WAGE_FEN = 10_000_000
MARKS = frozenset({PlacementState.ATTENDED, PlacementState.ABSENT, PlacementState.SENT_HOME, PlacementState.CONFIRMED})
AWAY = frozenset({PlacementState.ABSENT, PlacementState.SENT_HOME})
"""Whose hours are his own again."""


async def walk_in(listing_id: int, phone: str, name: str, by: By, party: int = 1) -> Held | Waiting:
    """Somebody who stands here: a phone and a name are enough."""
    await must_be_staff(by, (await listing(listing_id)).station)
    number = e164(phone)
    if number is None:
        raise Refused("phone")
    person = await people.meet(number, "zh-CN")
    if name and not person.name:
        await Person.update({Person.name: name[:LONGEST_NAME]}).where(Person.id == person.id)
    return await apply(listing_id, person.id, by, party)


async def mark(placement_id: int, to: PlacementState, by: By) -> Placement:
    """Came, did not come, came and was sent home; back to confirmed undoes a mistake."""
    listing, placement = await lock_both(placement_id)
    await must_be_staff(by, listing.station)
    _may_mark(listing, placement, to)
    before = PlacementState(placement.state)
    if before in AWAY:
        await _take_back(listing, placement, by)
    await PLACEMENT.move(placement, to, by, **_next(listing, to))
    await _follow(listing, placement, before, by)
    return placement


def _may_mark(listing: Listing, placement: Placement, to: PlacementState) -> None:
    if to not in PLACEMENT_MOVES[PlacementState(placement.state)] & MARKS:
        raise Refused("already_marked", ref=listing.ref, state=PLACEMENT_WORDS[PlacementState(placement.state)])
    if listing.state == ListingState.CANCELLED:
        raise Refused("listing_cancelled", ref=listing.ref)
    if listing.day > city_now().date():
        raise Refused("not_yet", ref=listing.ref)
    if placement.paid_at:
        raise Refused("already_paid", ref=listing.ref)


async def _take_back(listing: Listing, placement: Placement, by: By) -> None:
    """He was here after all, if he has not been placed anew meanwhile; the place of an absent one may be another's."""
    again = await live_placement(listing.id, placement.person)
    if again and again.id != placement.id:
        raise Refused("already_placed", ref=listing.ref)
    await must_be_free(placement.person, listing)
    if placement.state == PlacementState.ABSENT:
        if free(listing) < placement.people:
            raise Refused("no_room", ref=listing.ref)
        await count(listing, by, taken=placement.people)


def _next(listing: Listing, to: PlacementState) -> dict[str, Any]:
    due = {PlacementState.CONFIRMED: due_unmarked, PlacementState.ATTENDED: due_wage}.get(to)
    if due is None:
        return {"due_at": None, "ended_at": now()}
    step, at = due(listing.ends_at)
    return {"due_at": at, "step": step, "ended_at": _ended(to)}


def _ended(to: PlacementState) -> datetime | None:
    return None if to == PlacementState.CONFIRMED else now()


async def _follow(listing: Listing, placement: Placement, before: PlacementState, by: By) -> None:
    to = PlacementState(placement.state)
    if to == PlacementState.ATTENDED:
        await attended(listing, placement, by)
    elif before == PlacementState.ATTENDED:
        await needs.unlearn(placement.person, listing.id, by)
    if to == PlacementState.ABSENT:
        await count(listing, by, taken=-placement.people)
        await fill_from_line(listing)
    if to in AWAY:
        await needs.reopen(placement.person, by)
    elif before in AWAY and listing.kind == "job":
        await needs.placed(placement.person, by)


async def attended(listing: Listing, placement: Placement, by: By) -> None:
    """A day's work ends the waiting; a training leaves behind what it teaches."""
    if listing.kind == "job":
        await needs.worked(placement.person, listing.day, by)
        return
    taught, certificate = [listing.teaches], [listing.certificate]
    await needs.learn(placement.person, filter(None, taught), filter(None, certificate), by, matter=listing.id)


async def pay(placement_id: int, fen: int, by: By) -> Placement:
    """What the station saw paid; said again it corrects the figure."""
    listing, placement = await lock_both(placement_id)
    await must_be_staff(by, listing.station)
    if listing.kind != "job" or placement.state not in CAME:
        raise Refused("not_attended", ref=listing.ref)
    if not 0 < fen <= MOST_WAGE_FEN:
        raise Refused("wage", ref=listing.ref)
    await update(placement, {"wage_fen": fen, "paid_at": now(), "due_at": None}, state=placement.state)
    await record("wage", placement.id, "paid", by, matter=listing.id, note=str(fen))
    return placement


async def report_unpaid(listing_id: int, person_id: int, note: str, by: By) -> Wish:
    """Wages that were not paid are a matter like any other: the coordinator owns it until the worker says that it is solved.

    Who was marked absent may say so too: the mark may be what is wrong.
    """
    listing = await lock(listing_id)
    if by.person != person_id:
        await must_be_staff(by, listing.station)
    placement = await last_placement(listing.id, person_id)
    if placement is None or listing.kind != "job" or listing.starts_at > now():
        raise Refused("not_placed", ref=listing.ref)
    before = await by_id(placement.dispute) if placement.dispute else None
    if before and before.state not in MATTER_ENDED:
        return await _say_again(before, note, by)
    return await _raise(listing, placement, note, by)


async def _say_again(matter: Wish, note: str, by: By) -> Wish:
    """It joins the first; what the office took for settled opens again."""
    if matter.state == WishState.DONE and by.person == matter.resident:
        return await wishes.reject(matter.id, by, note)
    if note:
        await wishes.add_words(matter.id, note, by)
    return matter


async def _raise(listing: Listing, placement: Placement, note: str, by: By) -> Wish:
    text = f"{listing.ref} {listing.title} {listing.day.isoformat()}\n{note}".strip()
    draft = wishes.Draft("wages", text, listing.area, for_office=True)
    matter = await wishes.raise_wish(await people.by_id(placement.person), draft, by)
    await update(placement, {"dispute": matter.id}, state=placement.state)
    await record("wage", placement.id, "disputed", by, matter=listing.id, note=str(matter.ref))
    return matter
