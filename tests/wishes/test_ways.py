"""A city may ask in other ways; the caps stand above each of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from base.db import rows
from base.settings import WAYS_TO_ASK, settings
from tests.cast import Cast, bulb_wished_for, do, electricians, sweeps_after, the_wish, volunteer
from volunteers import skill_cells
from wishes import dispatching, situation
from wishes.ways import WAYS

Choose = Callable[..., None]


@pytest.fixture
def city(monkeypatch: pytest.MonkeyPatch) -> Choose:
    def choose(way: str, **caps: Any) -> None:
        for module in (dispatching, situation):
            monkeypatch.setattr(module, "settings", lambda: replace(settings(), dispatch=way, **caps))

    return choose


async def asked_after(cast: Cast, *minutes: float) -> list[int]:
    """How many, by then, of the fourteen electricians."""
    await electricians(12)
    await bulb_wished_for(cast)
    counts = [await asked()]
    for passed in minutes:
        await sweeps_after(minutes=passed)
        counts.append(await asked())
    return counts


async def asked() -> int:
    return len(await rows("SELECT id FROM offer"))


def test_each_way_that_can_be_set_is_there() -> None:
    assert tuple(WAYS) == WAYS_TO_ASK


async def test_one_by_one(cast: Cast, city: Choose) -> None:
    city("one_by_one")
    assert await asked_after(cast, 5, 16, 32) == [1, 1, 2, 3]


async def test_three_waves_of_three(cast: Cast, city: Choose) -> None:
    city("waves")
    assert await asked_after(cast, 5, 16, 32, 48) == [3, 3, 6, 9, 9]


async def test_those_near_first_and_then_everybody(cast: Cast, city: Choose) -> None:
    city("near_first", ask_at_once=50)
    far = await volunteer("+8616020000001", "", ["electrician"], radius_km=40.0)
    await rows("UPDATE person SET lat = lat + 0.07 WHERE id = $1", far.id)
    await do(skill_cells.put, [far.id])
    first, *_, last = await asked_after(cast, 5, 16)
    assert (first, last) == (14, 15)
    assert await rows("SELECT id FROM offer WHERE person = $1 AND wave = 0", far.id) == []


async def test_everybody_at_once_but_for_the_caps(cast: Cast, city: Choose) -> None:
    city("broadcast", ask_at_once=50)
    assert await asked_after(cast, 60) == [14, 14]


async def test_the_caps_hold_for_a_broadcast_too(cast: Cast, city: Choose) -> None:
    city("broadcast", ask_at_once=5, ask_in_all=8)
    assert await asked_after(cast, 60, 120) == [5, 8, 8]


@pytest.mark.parametrize("way", WAYS_TO_ASK)
async def test_what_nobody_answers_climbs(cast: Cast, city: Choose, way: str) -> None:
    city(way)
    await bulb_wished_for(cast)
    for hours in (1, 2, 3, 4, 25):
        await sweeps_after(hours=hours)
    assert (await the_wish()).level == "coordinator"


@pytest.mark.parametrize(("cap", "waits"), [({"ask_person_day": 1}, True), ({"ask_person_week": 1}, False)])
async def test_who_can_be_asked_again_tomorrow_is_waited_for(cast: Cast, city: Choose, cap: dict[str, int], waits: bool) -> None:
    city("priced", **cap)
    await bulb_wished_for(cast)
    second = await bulb_wished_for(cast)
    await sweeps_after(hours=2)
    assert await rows("SELECT id FROM offer WHERE wish = $1", second.id) == []
    assert ((await the_wish()).level == "volunteers") is waits
