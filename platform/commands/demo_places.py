"""Who was asked, who holds a place and who waits in the demo's past: the verbs of `jobs.places` and `jobs.counter` on the rows of a Book."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any

from base.clock import now
from base.ledger import SWEEP, By
from commands.demo_book import Book, blank, put
from commands.demo_looking import Later, Looking
from jobs.deadlines import Due, answer_by, busy, due_confirmed, first_due
from jobs.states import COMING, LISTING, LIVE, PLACEMENT, REFERRAL, ListingState, PlacementState, ReferralState
from jobs.tables import Listing, Placement, Referral

BUSY = COMING | {PlacementState.ATTENDED}


class Places:
    """`asked` hears of everybody for whom a place is kept."""

    def __init__(self, book: Book, looking: Looking, later: Later, asked: Callable[[Listing, Referral], None]) -> None:
        self.book, self.looking, self.later, self.asked = book, looking, later, asked
        self.referrals: dict[int, dict[int, Referral]] = defaultdict(dict)  # listing → person
        self.placements: dict[int, dict[int, Placement]] = defaultdict(dict)  # listing → person, the latest
        self.busy: dict[int, list[Placement]] = defaultdict(list)  # person

    def is_free(self, person: int, listing: Listing) -> bool:
        held_then = [held for held in self.busy[person] if held.busy_until > listing.starts_at and held.busy_from < listing.ends_at]
        if not held_then:
            return True
        begin, end = busy(listing.starts_at, listing.ends_at)
        return not any(held.busy_from < end and begin < held.busy_until and held.state in BUSY for held in held_then)

    def is_coming(self, person: int) -> bool:
        return any(held.state in COMING for held in self.busy[person])

    def reopen(self, person: int, by: By) -> None:
        if not self.is_coming(person):
            self.looking.reopen(person, by)

    def is_known_at(self, person: int, listing: Listing) -> bool:
        """He was asked, or came by himself."""
        return person in self.referrals[listing.id]

    def refer(self, listing: Listing, person: int, people: int, distance_km: float, reasons: list[Any], until: datetime | None) -> None:
        referral = blank(
            Referral, listing=listing.id, person=person, state=ReferralState.SENT.value, people=people, kept=people if until else 0, due_at=until,
            distance_km=distance_km, reasons=json.dumps(reasons, ensure_ascii=False), sent_at=now(),
        )  # fmt: skip
        self.referrals[listing.id][person] = referral
        self.book.begin(REFERRAL, referral, SWEEP)
        if until:
            self._count(listing, SWEEP, kept=people)
            self.later(until, self._lapse, listing, referral)

    def apply(self, listing: Listing, person: int, people: int, by: By) -> Placement | None:
        """None: on the waiting list."""
        referral = self.referrals[listing.id].get(person)
        own = referral.kept if referral else 0
        if listing.heads - listing.taken - listing.kept + own < people:
            self._count(listing, by, kept=-own, line=1)
            self._answer(listing, person, ReferralState.WAITING, by, people=people, turn=listing.line)
            return None
        placement = self._hold(listing, person, people, by)
        self._count(listing, by, taken=people, kept=-own)
        self._answer(listing, person, ReferralState.ACCEPTED, by, people=people)
        if listing.kind == "job":
            self.looking.placed(person, by)
        return placement

    def _hold(self, listing: Listing, person: int, people: int, by: By) -> Placement:
        busy_from, busy_until = busy(listing.starts_at, listing.ends_at)
        due = first_due(listing.starts_at, listing.ends_at, now())
        placement: Placement = blank(
            Placement, listing=listing.id, person=person, state=PlacementState.HELD.value, people=people, busy_from=busy_from, busy_until=busy_until,
            held_at=now(), due_at=due.at, step=due.step.value,
        )  # fmt: skip
        self.placements[listing.id][person] = placement
        self.busy[person].append(placement)
        self.book.begin(PLACEMENT, placement, by)
        return placement

    def _answer(self, listing: Listing, person: int, to: ReferralState, by: By, **values: Any) -> None:
        referral = self.referrals[listing.id].get(person)
        values = {"turn": None, "kept": 0, "due_at": None, "answered_at": now(), **values}
        if referral is None:
            referral = blank(Referral, listing=listing.id, person=person, state=to.value, sent_at=now(), reasons="[]", **values)
            self.referrals[listing.id][person] = referral
            self.book.begin(REFERRAL, referral, by)
        else:
            self.book.move(REFERRAL, referral, to, by, **values)

    def _count(self, listing: Listing, by: By, *, taken: int = 0, kept: int = 0, line: int = 0) -> None:
        values: dict[str, Any] = {"taken": listing.taken + taken, "kept": listing.kept + kept, "line": listing.line + line}
        state = ListingState.FILLED if values["taken"] == listing.heads else ListingState.OPEN
        if state == listing.state or listing.state not in LIVE:
            put(listing, **values)
        else:
            self.book.move(LISTING, listing, state, by, **values)

    def decline(self, listing: Listing, referral: Referral, by: By) -> None:
        if referral.state == ReferralState.SENT:
            self._turn_down(listing, referral, ReferralState.DECLINED, by, answered_at=now())

    def _lapse(self, listing: Listing, referral: Referral) -> None:
        if referral.due_at and referral.due_at <= now():
            self._turn_down(listing, referral, ReferralState.LAPSED, SWEEP, answered_at=now())

    def _turn_down(self, listing: Listing, referral: Referral, to: ReferralState, by: By, **values: Any) -> None:
        kept = referral.kept
        self.book.move(REFERRAL, referral, to, by, kept=0, turn=None, due_at=None, **values)
        self._count(listing, by, kept=-kept)
        if kept:
            self._fill_from_line(listing)

    def _fill_from_line(self, listing: Listing) -> None:
        if listing.state not in LIVE or listing.starts_at <= now():
            return
        waiting = [each for each in self.referrals[listing.id].values() if each.state == ReferralState.WAITING]
        for referral in sorted(waiting, key=lambda each: int(each.turn)):
            if referral.people <= listing.heads - listing.taken - listing.kept and self.is_free(referral.person, listing):
                self._ask(listing, referral)

    def _ask(self, listing: Listing, referral: Referral) -> None:
        until = answer_by(now(), listing.starts_at)
        self.book.move(
            REFERRAL, referral, ReferralState.SENT, SWEEP, kept=referral.people, turn=None, due_at=until, round=referral.round + 1, sent_at=now()
        )  # fmt: skip
        self._count(listing, SWEEP, kept=referral.people)
        self.later(until, self._lapse, listing, referral)
        self.asked(listing, referral)

    def confirm(self, listing: Listing, placement: Placement, by: By) -> None:
        due = due_confirmed(listing.starts_at, listing.ends_at, now())
        self.book.move(PLACEMENT, placement, PlacementState.CONFIRMED, by, due_at=due.at, step=due.step.value)

    def release(self, listing: Listing, placement: Placement, by: By, answer: ReferralState) -> None:
        self.book.move(PLACEMENT, placement, PlacementState.RELEASED, by, due_at=None, ended_at=now())
        self._answer(listing, placement.person, answer, by)
        self._count(listing, by, taken=-placement.people)
        self.reopen(placement.person, by)
        self._fill_from_line(listing)

    def mark(self, listing: Listing, placement: Placement, to: PlacementState, by: By, due: Due | None = None, note: str = "") -> None:
        values = {"due_at": due.at, "step": due.step.value} if due else {"due_at": None}
        self.book.move(PLACEMENT, placement, to, by, note, **values, ended_at=now())
        if to == PlacementState.ABSENT:
            self._count(listing, by, taken=-placement.people)
        if to == PlacementState.ATTENDED:
            self._attended(listing, placement, by)
        else:
            self.reopen(placement.person, by)

    def _attended(self, listing: Listing, placement: Placement, by: By) -> None:
        if listing.kind == "training" and by.person:
            self.looking.know(placement.person, {*filter(None, [listing.teaches])}, {*filter(None, [listing.certificate])}, by, listing.id)
        elif listing.kind == "job":
            self.looking.worked(placement.person, listing.day)

    def pay(self, listing: Listing, placement: Placement, fen: int, by: By) -> None:
        put(placement, wage_fen=fen, paid_at=now(), due_at=None)
        self.book.record("wage", placement.id, "paid", by, matter=listing.id, note=str(fen))
