"""A month at the gig stations, moment by moment until now: who looks for work, applies, comes, stays away, is paid. Pure."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from base.clock import at, now
from base.ledger import By
from commands.demo_board import DAYS, Posted
from commands.demo_book import Book
from commands.demo_listings import Listings
from commands.demo_looking import Looking
from commands.demo_places import Places
from commands.demo_shifts import Shifts
from commands.demo_stations import Open
from commands.demo_work import WHY_CANCELLED
from commands.demo_workers import Wanted
from jobs.deadlines import dawn
from jobs.needs import RADIUS_KM
from jobs.occupations import OCCUPATIONS
from jobs.pool import TRADES
from jobs.states import COMING, LIVE, NeedState, ReferralState
from jobs.tables import Listing, Placement, Referral
from jobs.when import here, moment
from people.tables import Person

CANCELLED = 0.015
POPULAR = 0.25
TAKES_WHAT_IS_KEPT, TAKES_FROM_THE_LIST = 0.75, 0.85
SAYS_NO = 0.1
GIVES_BACK = 0.06
WALKS_IN = 0.2
KNOWN_BEFORE = 0.4
LOOKS_AGAIN, PAUSES = 0.85, 0.03
FIRST_COME = 0.25  # of the time until the beginning
ASKED_ABOUT = 6  # before a place is left to the next who comes
FIRST_HOUR, LAST_HOUR = time(6), time(21)


@dataclass(frozen=True)
class Seeking:
    """Somebody with what he looks for, and the station nearest to him."""

    person: Person
    wanted: Wanted
    station: int


class Month:
    def __init__(self, seed: int, stations: Sequence[Open], posted: Sequence[Posted], seeking: Sequence[Seeking], book: Book) -> None:
        self.dice = random.Random(seed)  # noqa: S311
        self.book = book
        self.looking = Looking(book, self.later)
        self.places = Places(book, self.looking, self.later, self._asked)
        self.listings = Listings(book, self.places, self.later)
        self.shifts = Shifts(self.dice, self.places, self.later, {each.station.id: each.staff for each in stations}, self._looks_again)
        self.seeking = {each.person.id: each for each in seeking}
        self.near = _by_what_they_take(seeking)
        self.posted = posted
        self.out: list[Listing] = []
        self._order = count()
        self._queue: list[tuple[datetime, int, Callable[..., None], tuple[Any, ...]]] = []

    def live(self, end: datetime, draw: Callable[["Month"], None]) -> None:
        """`draw`: what happens at dawn."""
        self._begin(end, draw)
        while self._queue and self._queue[0][0] <= end:
            when, _, action, args = heappop(self._queue)
            with at(when):
                action(*args)

    def later(self, when: datetime, action: Callable[..., None], *args: Any) -> None:
        heappush(self._queue, (when, next(self._order), action, args))

    def _begin(self, end: datetime, draw: Callable[["Month"], None]) -> None:
        for posted in self.posted:
            self.later(posted.drafted_at, self._write_down, posted)
        first = here(end).date() - timedelta(days=DAYS)
        for seeking in self.seeking.values():
            known_before = self.dice.random() < KNOWN_BEFORE
            since = self._hours(-30, 0) if known_before else self._hours(0, (DAYS - 1) * 24)
            self.later(self._daytime(moment(first, FIRST_HOUR) + since), self._look, seeking)
        for ago in range(DAYS + 1):
            self.later(dawn(moment(first + timedelta(days=ago), time())), draw, self)

    # Needs

    def _look(self, seeking: Seeking) -> None:
        """Not while he has a place to go to."""
        if not self.places.is_coming(seeking.person.id):
            self.look_for(seeking.person, seeking.wanted, seeking.station)

    def look_for(self, person: Person, wanted: Wanted, station: int) -> None:
        by = By(person.id, "demo")
        self.looking.know(person.id, set(), set(wanted.certificates), by)
        self.looking.look(
            person, by, text=wanted.text(str(person.area)), occupations=list(wanted.occupations), radius_km=RADIUS_KM, station=station,
            pay_fen=wanted.yuan and wanted.yuan * 100, pay_per=wanted.per, people=wanted.people,
        )  # fmt: skip

    def _looks_again(self, person: int, after: datetime) -> None:
        """When the work is done, that evening or some days later; a few have had enough for now."""
        when, said = self._daytime(max(after, now()) + self._hours(0.3, 60)), self.dice.random()
        if said < LOOKS_AGAIN:
            self.later(when, self._look, self.seeking[person])
        elif said > 1 - PAUSES:
            self.later(when, self.looking.pause, person, By(person, "demo"))

    # Listings

    def _write_down(self, posted: Posted) -> None:
        by = By(posted.listing.posted_by, "demo")
        self.listings.write_down(posted.listing, by)
        if posted.opened_at:
            self.later(posted.opened_at, self._open, posted.listing, by)

    def _open(self, listing: Listing, by: By) -> None:
        self.out.append(listing)
        self.listings.open(listing, by)
        if listing.kind == "job" and self.dice.random() < CANCELLED:
            self.later(self._before(listing), self._cancel, listing)
        wanted = listing.heads * self.dice.uniform(0.2, 0.7) + (self.dice.randint(3, 9) if self.dice.random() < POPULAR else 0)
        for _ in range(round(wanted)):
            self.later(self._before(listing, FIRST_COME), self._somebody_comes, listing)

    def _cancel(self, listing: Listing) -> None:
        if listing.state in LIVE:
            held = [each.person for each in self.places.placements[listing.id].values() if each.state in COMING]
            self.listings.cancel(listing, self.shifts.by_staff(listing), self.dice.choice(WHY_CANCELLED))
            for person in held:
                self._looks_again(person, now())

    def _somebody_comes(self, listing: Listing) -> None:
        """Who has seen it on the board, or stands at the counter."""
        if listing.state not in LIVE or listing.starts_at <= now():
            return
        near = self.near[listing.station, listing.occupation]
        for seeking in self.dice.sample(near, min(len(near), ASKED_ABOUT)):
            if self._may_come(seeking, listing):
                at_counter = self.dice.random() < WALKS_IN and listing.starts_at - now() < timedelta(hours=3)
                self._apply(listing, seeking.person.id, self.shifts.by_staff(listing) if at_counter else By(seeking.person.id, "demo"))
                return

    def _may_come(self, seeking: Seeking, listing: Listing) -> bool:
        person = seeking.person.id
        if listing.heads < seeking.wanted.people or not self.may_be_put(listing, person):
            return False
        if listing.kind == "training":
            return True
        need = self.looking.needs.get(person)
        may = listing.certificate is None or listing.certificate in seeking.wanted.certificates
        return may and (need is None or need.state == NeedState.OPEN)

    def _apply(self, listing: Listing, person: int, by: By) -> None:
        people = self.seeking[person].wanted.people if listing.kind == "job" else 1
        placement = self.places.apply(listing, person, people, by)
        if placement is None:
            return
        self.shifts.hold(listing, placement)
        if self.dice.random() < GIVES_BACK:
            self.later(self._before(listing), self._give_back, listing, placement)

    def may_be_put(self, listing: Listing, person: int) -> bool:
        return not self.places.is_known_at(person, listing) and self.places.is_free(person, listing)

    def put_to(self, listing: Listing, person: int, **how: Any) -> None:
        self.places.refer(listing, person, self.seeking[person].wanted.people, **how)
        referral = self.places.referrals[listing.id][person]
        if referral.kept:
            self._asked(listing, referral, TAKES_WHAT_IS_KEPT)

    def _asked(self, listing: Listing, referral: Referral, takes: float = TAKES_FROM_THE_LIST) -> None:
        """He says yes or no in time, or nothing."""
        soon = now() + (referral.due_at - now()) * self.dice.uniform(0.05, 0.95)
        said = self.dice.random()
        if said < takes:
            self.later(soon, self._take, listing, referral)
        elif said < takes + SAYS_NO:
            self.later(soon, self._decline, listing, referral)

    def _take(self, listing: Listing, referral: Referral) -> None:
        if referral.kept and listing.state in LIVE and self.places.is_free(referral.person, listing):
            self._apply(listing, referral.person, By(referral.person, "demo"))

    def _decline(self, listing: Listing, referral: Referral) -> None:
        if referral.kept:
            self.places.decline(listing, referral, By(referral.person, "demo"))

    def _give_back(self, listing: Listing, placement: Placement) -> None:
        if placement.state in COMING:
            self.places.release(listing, placement, By(placement.person, "demo"), ReferralState.DECLINED)
            self._looks_again(placement.person, now())

    # Hours

    def _before(self, listing: Listing, least: float = 0.02) -> datetime:
        """Some time between now and the beginning."""
        return now() + (listing.starts_at - now()) * self.dice.uniform(least, 0.98)

    def _hours(self, least: float, most: float) -> timedelta:
        return timedelta(seconds=round(self.dice.uniform(least, most) * 3600))

    def _daytime(self, when: datetime) -> datetime:
        local = here(when)
        if FIRST_HOUR <= local.time() < LAST_HOUR:
            return when
        return moment(local.date() + timedelta(days=local.time() >= LAST_HOUR), FIRST_HOUR) + self._hours(0, 3)


def _by_what_they_take(seeking: Sequence[Seeking]) -> Mapping[tuple[int, str | None], list[Seeking]]:
    """By station and occupation; None, for a training, is everybody. Who named nothing takes anything but trades."""
    near: dict[tuple[int, str | None], list[Seeking]] = defaultdict(list)
    for each in seeking:
        for occupation in (*(each.wanted.occupations or OCCUPATIONS.keys() - TRADES), None):
            near[each.station, occupation].append(each)
    return near
