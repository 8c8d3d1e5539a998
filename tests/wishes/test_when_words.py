"""明天下午 / tomorrow, afternoon: when a wish wants somebody, as the city's calendar has it."""

from datetime import UTC, date, datetime

import pytest

from base.clock import at
from wishes.when import when_words

LATE_ON_SUNDAY = datetime(2026, 11, 22, 17, tzinfo=UTC)  # in the city it is Monday the 23rd, 01:00


def said(day: date | None, part: str | None) -> tuple[str, str] | None:
    with at(LATE_ON_SUNDAY):
        return when_words(day, part)


@pytest.mark.parametrize(
    ("day", "part", "words"),
    [
        (23, None, ("今天", "today")),
        (24, "morning", ("明天上午", "tomorrow, morning")),
        (25, "evening", ("后天晚上", "in two days, evening")),
        (26, None, ("11月26日周四", "Thu 26 Nov")),
        (29, "afternoon", ("11月29日周日下午", "Sun 29 Nov, afternoon")),
        (22, None, ("11月22日周日", "Sun 22 Nov")),
    ],
)
def test_a_near_day_has_a_word_and_a_far_one_its_date(day: int, part: str | None, words: tuple[str, str]) -> None:
    assert said(date(2026, 11, day), part) == words


def test_a_part_without_a_day_is_said_alone() -> None:
    assert said(None, "evening") == ("晚上", "evening")


def test_what_has_no_time_says_none() -> None:
    assert said(None, None) is None
