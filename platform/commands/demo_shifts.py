"""What becomes of a place in the demo's past: the sweep asks and reminds, the counter marks who came and sees him paid."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from base.clock import now
from base.ledger import SWEEP, By
from commands.demo_book import put
from commands.demo_looking import Later
from commands.demo_places import Places
from jobs.deadlines import Due, Step, due_confirmed, due_settled, due_unmarked, due_wage, release_at
from jobs.states import COMING, PlacementState, ReferralState
from jobs.tables import Listing, Placement

CONFIRMS = 0.95
ABSENT, SENT_HOME, NEVER_MARKED = 0.05, 0.02, 0.02
NOT_PAID_AT_THE_COUNTER = 0.04


class Shifts:
    """`staff` by station; `gone` hears of who is free again, and from when."""

    def __init__(
        self, dice: random.Random, places: Places, later: Later, staff: Mapping[int, Sequence[int]], gone: Callable[[int, datetime], None]
    ) -> None:  # fmt: skip
        self.dice, self.places, self.later, self.staff, self.gone = dice, places, later, staff, gone

    def hold(self, listing: Listing, placement: Placement) -> None:
        """Somebody has a place: all that follows."""
        self.later(placement.due_at, self.tend, listing, placement)
        comes = max(listing.starts_at + timedelta(minutes=self.dice.randint(-8, 35)), now() + timedelta(minutes=2))
        if self.dice.random() > NEVER_MARKED:
            self.later(comes, self.mark, listing, placement)

    def tend(self, listing: Listing, placement: Placement) -> None:
        if placement.due_at is None or placement.due_at > now():
            return
        step = Step(placement.step)
        if step == Step.ASK and placement.state == PlacementState.HELD:
            self._go_on(listing, placement, Due(Step.RELEASE, release_at(listing.starts_at)))
            if self.dice.random() < CONFIRMS:
                self.later(now() + timedelta(minutes=self.dice.randint(2, 100)), self._confirm, listing, placement)
        elif step == Step.RELEASE and placement.state == PlacementState.HELD and listing.starts_at > now():
            self.places.release(listing, placement, SWEEP, ReferralState.LAPSED)
        elif step in (Step.ASK, Step.RELEASE):
            self._go_on(listing, placement, due_confirmed(listing.starts_at, listing.ends_at, now()))
        elif step == Step.REMIND:
            self._go_on(listing, placement, due_unmarked(listing.ends_at))
        elif step == Step.UNMARKED:
            self._go_on(listing, placement, due_settled(now()))
        else:
            self._settle(listing, placement)

    def _settle(self, listing: Listing, placement: Placement) -> None:
        if placement.state in COMING:
            self._attended(listing, placement, SWEEP, "unmarked")
        else:
            put(placement, due_at=None)

    def _confirm(self, listing: Listing, placement: Placement) -> None:
        if placement.state == PlacementState.HELD:
            self.places.confirm(listing, placement, By(placement.person, "demo"))
            self.later(placement.due_at, self.tend, listing, placement)

    def _go_on(self, listing: Listing, placement: Placement, due: Due) -> None:
        put(placement, due_at=due.at, step=due.step.value)
        self.later(due.at, self.tend, listing, placement)

    def mark(self, listing: Listing, placement: Placement) -> None:
        if placement.state not in COMING:
            return
        by, said = self.by_staff(listing), self.dice.random()
        if said > ABSENT + SENT_HOME:
            self._attended(listing, placement, by)
            return
        self.places.mark(listing, placement, PlacementState.ABSENT if said < ABSENT else PlacementState.SENT_HOME, by)
        self.gone(placement.person, now())

    def _attended(self, listing: Listing, placement: Placement, by: By, note: str = "") -> None:
        due = due_wage(listing.ends_at if by.person else now())
        self.places.mark(listing, placement, PlacementState.ATTENDED, by, due, note)
        self.later(due.at, self.tend, listing, placement)
        if listing.kind == "training":
            return
        if by.person and self.dice.random() > NOT_PAID_AT_THE_COUNTER:
            self.later(listing.ends_at + timedelta(minutes=self.dice.randint(1, 45)), self._pay, listing, placement)
        self.gone(placement.person, listing.ends_at)

    def _pay(self, listing: Listing, placement: Placement) -> None:
        units = 1.0 if listing.pay_per == "day" else (listing.ends_at - listing.starts_at) / timedelta(hours=1)
        self.places.pay(listing, placement, round(listing.pay_fen * units) * placement.people, self.by_staff(listing))

    def by_staff(self, listing: Listing) -> By:
        return By(self.dice.choice(self.staff[listing.station]), "demo")
