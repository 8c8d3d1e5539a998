"""A month at a gig station of the demo, lived until any hour of the day."""

from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from commands.demo_book import Book
from commands.demo_month import Month
from jobs.states import COMING, LIVE, ListingState, PlacementState, ReferralState
from jobs.tables import JobNeed, Listing, Lottery, Placement, Referral, Ticket
from matching.lottery import commitment, order
from tests.commands.gig_month import lived_until

TODAY = datetime(2026, 11, 23, tzinfo=ZoneInfo("Asia/Shanghai"))
HOURS = [time(0, 5), time(5, 55), time(6, 20), time(12), time(18, 10), time(23, 50)]
DUE: tuple[Any, ...] = (Listing, JobNeed, Referral, Placement)


@pytest.fixture(scope="module", params=HOURS, ids=str)
def end(request: pytest.FixtureRequest) -> datetime:
    return datetime.combine(TODAY, request.param, TODAY.tzinfo)


@pytest.fixture(scope="module")
def month(end: datetime) -> Month:
    return lived_until(end)


@pytest.fixture
def book(month: Month) -> Book:
    return month.book


def listings(book: Book, day: int) -> list[Listing]:
    return [each for each in book.rows[Listing] if each.day == (TODAY + timedelta(days=day)).date()]


def test_the_same_seed_and_moment_give_the_same_month() -> None:
    assert lived_until(TODAY).book.ledger == lived_until(TODAY).book.ledger


def test_nothing_happens_after_the_moment_and_nothing_is_overdue(book: Book, end: datetime) -> None:
    assert max(line.at for line in book.ledger) <= end
    assert [each for table in DUE for each in book.rows[table] if each.due_at and each.due_at <= end] == []


def test_few_are_woken_at_once(book: Book, end: datetime) -> None:
    soon = end + timedelta(minutes=5)
    assert sum(each.due_at is not None and each.due_at < soon for table in DUE for each in book.rows[table]) <= 12


def test_there_is_something_on_the_board_of_today_at_any_hour(book: Book) -> None:
    assert any(each.state in LIVE for each in listings(book, 0))


def test_tomorrow_has_work_for_the_cast_and_drafts_to_look_through(book: Book) -> None:
    tomorrow = listings(book, 1)
    free = {each.title for each in tomorrow if each.state == ListingState.OPEN and each.taken + each.kept < each.heads}
    assert {"瓦工", "小区保洁", "工地小工"} <= free
    assert sum(each.state == ListingState.DRAFT for each in tomorrow) >= 3
    assert sum(each.held_reasons != "[]" for each in tomorrow) == 1


def test_yesterday_is_over_but_for_the_night_shift(book: Book, end: datetime) -> None:
    yesterday = listings(book, -1)
    assert len(yesterday) >= 6
    assert all(each.state in (ListingState.OVER, ListingState.CANCELLED) for each in yesterday if each.ends_at <= end)


def test_nobody_is_at_two_places_in_the_same_hours(book: Book) -> None:
    by_person: dict[int, list[Placement]] = {}
    for each in book.rows[Placement]:
        if each.state in COMING or each.state == PlacementState.ATTENDED:
            by_person.setdefault(each.person, []).append(each)
    for placements in by_person.values():
        hours = sorted((each.busy_from, each.busy_until) for each in placements)
        assert all(before[1] <= after[0] for before, after in pairwise(hours))


def test_every_count_is_that_of_the_rows(book: Book) -> None:
    for listing in book.rows[Listing]:
        held = [each for each in book.rows[Placement] if each.listing == listing.id]
        kept = [each.kept for each in book.rows[Referral] if each.listing == listing.id]
        coming_or_came = [each.people for each in held if each.state not in (PlacementState.ABSENT, PlacementState.RELEASED)]
        assert (listing.taken, listing.kept) == (sum(coming_or_came), sum(kept))
        assert listing.taken + listing.kept <= listing.heads


def test_every_draw_follows_from_its_seed(book: Book) -> None:
    for drawn in book.rows[Lottery]:
        tickets = sorted((each for each in book.rows[Ticket] if each.day == drawn.day), key=lambda each: each.position)
        needs = [each.need for each in tickets]
        assert commitment(drawn.seed) == drawn.commitment
        assert order(drawn.seed, needs) == needs
        assert drawn.needs == len(needs) > 0
        assert drawn.placed == sum(each.listing is not None for each in tickets)


def test_of_the_kept_places_some_wait_for_an_answer_after_dawn(book: Book, end: datetime) -> None:
    waiting = [each for each in book.rows[Referral] if each.state == ReferralState.SENT and each.kept]
    assert bool(waiting) == (time(5, 50) <= end.time() < time(6, 30))
