"""By when the program itself does something about a place: reckoned with the city's clock."""

from datetime import date, datetime, time, timedelta

import pytest

from jobs.deadlines import (
    ASKED_IN_TIME,
    Due,
    Step,
    answer_by,
    ask_at,
    busy,
    due_confirmed,
    due_settled,
    due_unmarked,
    due_wage,
    first_due,
    release_at,
    remind_at,
)
from jobs.when import here, moment


def when(hours: str, day: int = 24) -> datetime:
    return moment(date(2026, 11, day), time.fromisoformat(hours))


def said(at: datetime) -> str:
    return f"{here(at):%d %H:%M}"


@pytest.mark.parametrize(
    ("starts", "asked", "released", "reminded"),
    [
        ("00:30", "23 18:00", "23 21:00", "23 23:00"),
        ("05:00", "23 18:00", "23 21:00", "24 03:30"),
        ("06:00", "23 18:00", "23 21:00", "24 05:30"),
        ("06:40", "23 18:00", "23 21:00", "24 05:30"),
        ("06:41", "23 18:00", "24 05:40", "24 05:30"),
        ("07:00", "23 18:00", "24 05:40", "24 05:30"),
        ("08:30", "23 18:00", "24 05:40", "24 07:00"),
        ("11:59", "23 18:00", "24 05:40", "24 10:29"),
        ("12:00", "24 08:00", "24 10:00", "24 10:30"),
        ("14:00", "24 09:00", "24 12:00", "24 12:30"),
        ("22:00", "24 17:00", "24 20:00", "24 20:30"),
    ],
)
def test_he_is_asked_released_and_reminded_in_time_for_his_shift(starts: str, asked: str, released: str, reminded: str) -> None:
    start = when(starts)
    assert (said(ask_at(start)), said(release_at(start)), said(remind_at(start))) == (asked, released, reminded)


def test_at_whatever_hour_he_starts_there_is_time_to_answer_and_time_to_find_another() -> None:
    for minutes in range(24 * 60):
        start = when("00:00") + timedelta(minutes=minutes)
        assert ask_at(start) + ASKED_IN_TIME <= release_at(start) <= start - timedelta(hours=1), start
        assert start - timedelta(minutes=90) <= remind_at(start) <= start - timedelta(minutes=30), start


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ("16:59", Due(Step.ASK, when("18:00", 23))),
        ("17:00", Due(Step.REMIND, when("05:30"))),
        ("21:30", Due(Step.REMIND, when("05:30"))),
    ],
)
def test_who_says_yes_shortly_before_we_would_ask_has_answered(held: str, due: Due) -> None:
    assert first_due(when("07:00"), when("17:00"), when(held, 23)) == due


@pytest.mark.parametrize(("told", "step"), [("04:59", Step.REMIND), ("05:00", Step.UNMARKED), ("09:00", Step.UNMARKED)])
def test_who_has_only_just_been_told_is_not_reminded(told: str, step: Step) -> None:
    assert due_confirmed(when("07:00"), when("17:00"), when(told)).step == step
    assert first_due(when("07:00"), when("17:00"), when(told)).step == step


def test_after_the_shift_the_station_has_an_hour_and_then_until_the_next_noon() -> None:
    assert due_unmarked(when("17:00")) == Due(Step.UNMARKED, when("18:00"))
    assert due_settled(when("18:00")) == Due(Step.SETTLE, when("12:00", 25))
    assert due_settled(when("00:10", 25)) == Due(Step.SETTLE, when("12:00", 26))


def test_about_his_wage_he_is_asked_the_next_morning() -> None:
    assert due_wage(when("17:00")) == Due(Step.WAGE, when("09:00", 25))
    assert due_wage(when("06:00", 25)) == Due(Step.WAGE, when("09:00", 26))


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        ("06:00", "06:40"),
        ("06:10", "06:50"),
        ("06:20", "06:50"),
        ("06:40", "06:50"),
        ("06:45", "06:55"),
        ("06:55", "07:00"),
        ("07:00", "07:00"),
    ],
)
def test_a_place_is_kept_for_forty_minutes_but_not_into_the_shift(asked: str, until: str) -> None:
    assert answer_by(when(asked), when("07:00")) == when(until)


@pytest.mark.parametrize(
    ("starts", "ends", "free_from", "free_until"),
    [
        ("07:00", "17:00", "07:30", "16:30"),
        ("07:00", "09:00", "07:30", "08:30"),
        ("07:00", "08:00", "07:15", "07:45"),
        ("07:00", "07:20", "07:05", "07:15"),
    ],
)
def test_each_shift_gives_half_an_hour_at_both_ends_and_never_more_than_half_of_it(
    starts: str, ends: str, free_from: str, free_until: str
) -> None:
    assert busy(when(starts), when(ends)) == (when(free_from), when(free_until))
