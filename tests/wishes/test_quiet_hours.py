"""From 21:00 to 8:00 nobody is asked anything unasked; who writes is answered at any hour."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from base.clock import at
from base.db import rows
from base.settings import settings
from tests.cast import Cast, bulb_wished_for, says, seen_by, the_wish
from wishes.tend import tend_due

SHANGHAI = ZoneInfo("Asia/Shanghai")
NIGHT = datetime(2026, 11, 23, 23, 30, tzinfo=SHANGHAI)
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("messages.quiet.settings", lambda: replace(settings(), quiet_hours=True))
    with at(NIGHT):
        yield


async def test_a_wish_of_the_night_is_answered_at_once(cast: Cast) -> None:
    await bulb_wished_for(cast)
    assert await seen_by(cast.zhang) == ["wish_opened"]


async def test_nobody_is_asked_before_the_morning(cast: Cast) -> None:
    await bulb_wished_for(cast)
    assert await seen_by(cast.chen) == []
    assert (await the_wish()).due_at == MORNING


@pytest.mark.parametrize("hour", [(24, 7, 59), (24, 8, 0)])
async def test_at_eight_the_volunteers_are_asked(cast: Cast, hour: tuple[int, int, int]) -> None:
    await bulb_wished_for(cast)
    with at(datetime(2026, 11, *hour, tzinfo=SHANGHAI)):
        await tend_due()
    assert await seen_by(cast.chen) == (["offer"] if hour[1] == 8 else [])


async def test_nothing_climbs_at_night(cast: Cast) -> None:
    with at(datetime(2026, 11, 23, 20, 55, tzinfo=SHANGHAI)):
        await bulb_wished_for(cast)
    with at(datetime(2026, 11, 24, 3, tzinfo=SHANGHAI)):
        await tend_due()
    assert (await the_wish()).level == "volunteers"
    assert (await the_wish()).due_at == MORNING


async def test_what_is_due_at_noon_is_tended_at_noon(cast: Cast) -> None:
    with at(datetime(2026, 11, 23, 12, tzinfo=SHANGHAI)):
        await bulb_wished_for(cast)
    assert await seen_by(cast.chen) == ["offer"]


async def test_a_yes_of_the_night_is_answered_with_the_place(cast: Cast) -> None:
    await bulb_wished_for(cast)
    await says(cast.chen, f"接{(await the_wish()).ref}")
    assert await seen_by(cast.chen) == ["claim_held", "claim_place"]


async def test_what_is_urgent_at_night_goes_to_the_office_at_once_and_wakes_no_volunteer(cast: Cast) -> None:
    await says(cast.zhang, "急！客厅的灯泡坏了，想请会电工的马上来换一下")
    assert ((await the_wish()).urgent, (await the_wish()).level) == (True, "coordinator")
    assert await seen_by(cast.chen) == []
    assert await seen_by(cast.zhang) == ["wish_opened", "wish_climbed"]
    held = await rows("SELECT kind FROM message WHERE NOT any_hour")
    assert held == []
    assert await seen_by(cast.coordinator) == ["matter_climbed"]
