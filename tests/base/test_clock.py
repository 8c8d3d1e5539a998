"""The one clock of business rules can be held, and only by who holds it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from base.clock import at, city_now, later, now
from base.settings import settings

FIRST = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SECOND = FIRST + timedelta(days=1)


def test_it_runs_and_knows_its_zone() -> None:
    before = datetime.now(UTC)
    assert before <= now() <= datetime.now(UTC)
    assert now().tzinfo is UTC


def test_it_stands_still_inside_and_runs_on_after() -> None:
    with at(FIRST):
        assert (now(), now()) == (FIRST, FIRST)
    assert now() != FIRST


def test_a_moment_within_a_moment_gives_the_outer_one_back() -> None:
    with at(FIRST):
        with at(SECOND):
            assert now() == SECOND
        assert now() == FIRST


def test_what_fails_inside_does_not_leave_the_clock_standing() -> None:
    with pytest.raises(ValueError, match="inside"), at(FIRST):
        raise ValueError("inside")
    assert now() != FIRST


async def test_two_tasks_may_live_at_different_moments() -> None:
    async def lives_at(moment: datetime) -> datetime:
        with at(moment):
            await asyncio.sleep(0)
            return now()

    assert list(await asyncio.gather(lives_at(FIRST), lives_at(SECOND))) == [FIRST, SECOND]


async def test_a_task_lives_at_the_moment_of_who_started_it() -> None:
    async def asks() -> datetime:
        return now()

    with at(FIRST):
        task = asyncio.create_task(asks())
    assert await task == FIRST


@pytest.mark.parametrize(("zone", "shown"), [("Asia/Shanghai", "2026-11-23T09:00"), ("America/New_York", "2026-11-22T20:00")])
def test_the_city_reads_it_in_its_own_zone(zone: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    city = replace(settings(), tz_city=zone)
    monkeypatch.setattr("base.clock.settings", lambda: city)
    with at(FIRST):
        assert city_now().isoformat().startswith(shown)
        assert city_now() == FIRST


def test_later_is_counted_from_the_moment_that_holds() -> None:
    with at(FIRST):
        assert later(days=1) == SECOND
        assert later(hours=25, minutes=-60) == SECOND
