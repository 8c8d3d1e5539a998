"""What became of the listings in the demo's past: the verbs of `jobs.posting` and the sweep's, on the rows of a Book."""

from datetime import timedelta

from base.clock import now
from base.ledger import SWEEP, By
from commands.demo_book import Book, put
from commands.demo_looking import Later
from commands.demo_places import Places
from jobs.deadlines import SHORT_NOTICE, ListingStep
from jobs.publishing import held_because
from jobs.states import COMING, LISTING, LIVE, PLACEMENT, REFERRAL, ListingState, PlacementState, ReferralState
from jobs.tables import Listing


class Listings:
    def __init__(self, book: Book, places: Places, later: Later) -> None:
        self.book, self.places, self.later = book, places, later

    def write_down(self, listing: Listing, by: By) -> None:
        put(listing, ref=next(self.book.numbers["ref"]), created_at=now())
        self.book.begin(LISTING, listing, by)
        if reasons := held_because(listing):
            self.book.record("hold", listing.id, "held", by, matter=listing.id, note="; ".join(reason.en for reason in reasons))
        self.later(listing.due_at, self._end_draft, listing)

    def _end_draft(self, listing: Listing) -> None:
        if listing.state == ListingState.DRAFT:
            self.book.move(LISTING, listing, ListingState.OVER, SWEEP, due_at=None, ended_at=now())

    def open(self, listing: Listing, by: By) -> None:
        """It has been put to workers by the next sweep."""
        short = max(listing.starts_at - SHORT_NOTICE, now() + timedelta(minutes=1))
        self.book.move(
            LISTING, listing, ListingState.OPEN, by, opened_at=now(), step=ListingStep.SHORT.value, due_at=short, round=listing.round + 1
        )  # fmt: skip
        self.later(short, self._wait_for_end, listing)

    def _wait_for_end(self, listing: Listing) -> None:
        if listing.state in LIVE:
            put(listing, step=ListingStep.END.value, due_at=listing.ends_at)
            self.later(listing.ends_at, self._end, listing)

    def _end(self, listing: Listing) -> None:
        if listing.state in LIVE:
            self._lapse_all(listing, SWEEP)
            self.book.move(LISTING, listing, ListingState.OVER, SWEEP, kept=0, due_at=None, ended_at=now())

    def cancel(self, listing: Listing, by: By, why: str) -> None:
        coming = [each for each in self.places.placements[listing.id].values() if each.state in COMING]
        for placement in coming:
            self.book.move(PLACEMENT, placement, PlacementState.RELEASED, by, due_at=None, ended_at=now())
        self._lapse_all(listing, by)
        taken = listing.taken - sum(placement.people for placement in coming)
        self.book.move(
            LISTING, listing, ListingState.CANCELLED, by, why, taken=taken, kept=0, why_cancelled=why, due_at=None, ended_at=now()
        )  # fmt: skip
        for placement in coming:
            self.places.reopen(placement.person, by)

    def _lapse_all(self, listing: Listing, by: By) -> None:
        for referral in self.places.referrals[listing.id].values():
            if referral.state in (ReferralState.SENT, ReferralState.WAITING):
                self.book.move(REFERRAL, referral, ReferralState.LAPSED, by, kept=0, turn=None, due_at=None)
