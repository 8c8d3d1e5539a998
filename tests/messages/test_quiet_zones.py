"""The night of a city that is not in Shanghai, and the nights in which its clocks change."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from base.clock import at
from base.settings import settings
from messages.quiet import quiet_until

BERLIN = ZoneInfo("Europe/Berlin")


async def until(zone: str, moment: datetime, monkeypatch: pytest.MonkeyPatch, **changes: object) -> datetime | None:
    city = replace(settings(), **{"quiet_hours": True, "tz_city": zone, **changes})  # type: ignore[arg-type]
    monkeypatch.setattr("base.clock.settings", lambda: city)
    monkeypatch.setattr("messages.quiet.settings", lambda: city)
    with at(moment):
        return await quiet_until()


@pytest.mark.parametrize(
    ("zone", "utc", "quiet"),
    [
        ("Asia/Shanghai", (12, 59, 59, 999_999), False),
        ("Asia/Shanghai", (13, 0, 0, 0), True),
        ("Asia/Shanghai", (23, 59, 59, 999_999), True),
        ("Asia/Urumqi", (13, 0, 0, 0), False),
        ("Asia/Urumqi", (15, 0, 0, 0), True),
        ("Asia/Kolkata", (15, 29, 59, 0), False),
        ("Asia/Kolkata", (15, 30, 0, 0), True),
        ("Asia/Kolkata", (2, 29, 59, 0), True),
        ("Asia/Kolkata", (2, 30, 0, 0), False),
        ("America/New_York", (2, 0, 0, 0), True),
    ],
)
async def test_it_is_the_citys_own_night(
    house: None, zone: str, utc: tuple[int, int, int, int], quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await until(zone, datetime(2026, 11, 23, *utc, tzinfo=UTC), monkeypatch) is not None) is quiet


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        (datetime(2026, 3, 28, 22, tzinfo=BERLIN), 9),  # the night is an hour short
        (datetime(2026, 3, 29, 22, tzinfo=BERLIN), 10),
        (datetime(2026, 10, 24, 22, tzinfo=BERLIN), 11),  # and an hour long
    ],
)
async def test_the_morning_is_at_eight_though_the_clocks_change(
    house: None, evening: datetime, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = await until(BERLIN.key, evening, monkeypatch)
    assert morning is not None
    assert (morning.hour, (morning.astimezone(UTC) - evening.astimezone(UTC)).total_seconds()) == (8, hours * 3600)


async def test_the_last_night_of_the_year_ends_in_the_next(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    city = ZoneInfo("Asia/Shanghai")
    assert await until(city.key, datetime(2026, 12, 31, 23, tzinfo=city), monkeypatch) == datetime(2027, 1, 1, 8, tzinfo=city)


async def test_a_city_may_do_without_quiet_hours(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await until("Asia/Shanghai", datetime(2026, 11, 23, 16, tzinfo=UTC), monkeypatch, quiet_hours=False) is None
