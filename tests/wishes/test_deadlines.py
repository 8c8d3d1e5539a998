"""By when the program itself does something: one due time for each state, and each lies ahead."""

from datetime import UTC, date, datetime, timedelta

import pytest

from base.clock import at, city_now, now
from base.settings import settings
from tests.cast import Cast
from tests.wishes.scenes import STEPS, scene
from wishes.deadlines import claim_due, office_due
from wishes.states import ENDED, Level
from wishes.tables import Wish

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)  # a Monday, 12:00 in the city


def due(day: date | None, part: str | None) -> str:
    """In the city's time."""
    with at(NOON):
        found = claim_due(Wish(day=day, part=part, _ignore_missing=True))
        return f"{found.astimezone(city_now().tzinfo):%a %H:%M}"


@pytest.mark.parametrize(
    ("part", "asked"), [("morning", "Wed 12:00"), ("afternoon", "Wed 18:00"), ("evening", "Wed 22:00"), (None, "Wed 20:00")]
)
def test_who_comes_is_asked_when_the_part_of_the_day_is_over(part: str | None, asked: str) -> None:
    assert due(date(2026, 11, 25), part) == asked


def test_without_a_day_he_is_asked_a_day_later_whatever_the_part() -> None:
    assert [due(None, None), due(None, "morning")] == ["Tue 12:00", "Tue 12:00"]


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 20)])
def test_an_hour_that_is_already_over_leaves_him_one_hour(day: date) -> None:
    assert due(day, "morning") == "Mon 13:00"


def test_the_steward_has_the_hours_of_the_settings_and_the_coordinator_a_day() -> None:
    with at(NOON):
        waits = {level: office_due(level) - NOON for level in (Level.STEWARD, Level.COORDINATOR)}
    assert waits == {Level.STEWARD: timedelta(hours=settings().steward_hours), Level.COORDINATOR: timedelta(days=1)}


@pytest.mark.parametrize("state", STEPS)
async def test_a_matter_is_due_within_three_days_or_it_has_ended(cast: Cast, state: str) -> None:
    wish = (await scene(state, cast)).wish
    if wish.state in ENDED:
        assert wish.due_at is None
    else:
        assert timedelta() < wish.due_at - now() <= timedelta(days=3)
