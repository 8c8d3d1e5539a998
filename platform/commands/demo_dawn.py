"""The mornings of the demo's past: needs and listings shared out by the real rule of what fits, and a draw that anyone can check."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from base.clock import at, city_now, now
from base.ledger import SWEEP
from commands.demo_book import blank
from commands.demo_month import Month
from jobs.deadlines import LAST_ANSWER_BEFORE, answer_by
from jobs.occupations import OCCUPATIONS
from jobs.pool import Seeking, gigs, seekers
from jobs.states import LOTTERY, ListingState, LotteryState, NeedState
from jobs.tables import JobNeed, Listing, Lottery, Ticket
from matching import lottery
from matching.gig_reasons import reasons
from matching.gigs import Fit, judge

OTHERS = 2
SEALED_BEFORE = timedelta(hours=9, minutes=50)


def draw(month: Month) -> None:
    """As `jobs.dawn` does it; but who comes first takes what fits him best, which needs no solver."""
    needs = [need for need in month.looking.needs.values() if need.state == NeedState.OPEN]
    listings = [listing for listing in month.out if _is_offered(listing)]
    seed = month.dice.randbytes(32).hex()
    order = lottery.order(seed, [need.id for need in needs])
    places = sum(listing.heads - listing.taken - listing.kept for listing in listings)
    kept, points = _share(month, needs, listings, order) if needs and listings else ({}, 0)
    drawn = blank(Lottery, day=city_now().date(), state=LotteryState.PUBLISHED.value, seed=seed, commitment=lottery.commitment(seed))
    with at(now() - SEALED_BEFORE):
        drawn.published_at = now()
        month.book.begin(LOTTERY, drawn, SWEEP)
    month.book.move(
        LOTTERY, drawn, LotteryState.DRAWN, SWEEP, drawn_at=now(), needs=len(needs), places=places, placed=len(kept), objective=points
    )  # fmt: skip
    for position, need in enumerate(order, 1):
        month.book.add(Ticket, blank(Ticket, day=drawn.day, need=need, position=position, listing=kept.get(need)))


def _is_offered(listing: Listing) -> bool:
    has_room = listing.state == ListingState.OPEN and listing.taken + listing.kept < listing.heads
    return has_room and listing.kind == "job" and listing.day == city_now().date() and listing.starts_at > now() + LAST_ANSWER_BEFORE


def _share(month: Month, needs: list[JobNeed], listings: list[Listing], order: list[int]) -> tuple[dict[int, int], int]:
    """The listing that is kept for each need that gets one, and the points of all of them."""
    fit = judge(seekers([_seeking(month, need) for need in needs]).take((slice(None), None)), gigs(listings))
    kept: dict[int, int] = {}
    shown: dict[int, int] = {need.id: 0 for need in needs}
    points = 0
    for row, column in _pairs(fit, needs, order):
        need, listing = needs[row], listings[column]
        if shown[need.id] > OTHERS or not month.may_be_put(listing, need.person):
            continue
        if need.id not in kept and listing.heads - listing.taken - listing.kept >= need.people:
            kept[need.id] = listing.id
            points += int(fit.weight[row, column])
            _put(month, need, listing, fit.at((row, column)), keeps=True)
        elif need.id in kept:
            _put(month, need, listing, fit.at((row, column)), keeps=False)
        else:
            continue
        shown[need.id] += 1
    return kept, points


def _pairs(fit: Fit, needs: list[JobNeed], order: list[int]) -> Iterator[tuple[int, int]]:
    """The best first; of equals, who stands first in the order."""
    position = {need: place for place, need in enumerate(order)}
    lot = np.array([position[need.id] for need in needs])
    rows, columns = np.nonzero(fit.allowed)
    for pair in np.lexsort((columns, lot[rows], -fit.weight[rows, columns])):
        yield int(rows[pair]), int(columns[pair])


def _seeking(month: Month, need: JobNeed) -> Seeking:
    worker = month.looking.workers.get(need.person)
    return Seeking(
        need.id, need.person, need.occupations, worker.skills if worker else (), worker.certificates if worker else (), need.pay_fen,
        need.pay_per, need.from_day, need.to_day, need.part, need.radius_km, need.people, need.lat, need.lon, need.waiting_since,
        need.station,
    )  # fmt: skip


def _put(month: Month, need: JobNeed, listing: Listing, fit: Fit, *, keeps: bool) -> None:
    until = answer_by(now(), listing.starts_at) if keeps else None
    said = reasons(fit, OCCUPATIONS[listing.occupation])
    month.put_to(listing, need.person, distance_km=float(fit.distance_km), reasons=said, until=until)
