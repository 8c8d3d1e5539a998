"""What has happened between us and a volunteer counts once, whoever else is at work, and is worth what matching.score says."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from math import exp
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from base.clock import at, now
from base.db import rows
from base.ledger import By
from matching.score import Helper
from matching.score import standing as shares
from matching.weights import DEFAULT
from messages import consent
from tests.cast import Cast, do, volunteer
from volunteers import standing
from volunteers.actions import Terms, change, pause
from volunteers.hours import ANY

MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


async def of(person: int) -> dict[str, Any]:
    [found] = await rows(f"SELECT *, {standing.days_unasked('s')} AS days_unasked FROM volunteer_standing s WHERE person = $1", person)  # noqa: S608
    return found


async def points_looked_for(person: int) -> set[int]:
    return {each["points"] for each in await rows("SELECT points FROM volunteer_skill_cell WHERE person = $1", person)}


def points(found: dict[str, Any], weekly_limit: int = 3) -> int:
    known = {name: found[name] for name in ("load", "fatigue", "done", "given_up", "days_unasked")}
    worth = shares(Helper(1, 0, 0, None, frozenset(), ANY, 5, weekly_limit=weekly_limit, **known))
    return sum(round(getattr(DEFAULT, term) * share) for term, share in worth.items())


async def test_a_newcomer_is_as_good_as_the_score_says(cast: Cast) -> None:
    found = await of(cast.chen.id)
    assert found["points"] == points(found) == 80 + DEFAULT.load + DEFAULT.rested + DEFAULT.unasked
    assert found["refresh_at"] is None
    assert await points_looked_for(cast.chen.id) == {found["points"]}


async def test_the_points_are_those_of_the_score_whatever_has_happened(cast: Cast) -> None:
    dice, chen = random.Random(7), cast.chen.id
    verbs: tuple[Callable[[int], Awaitable[None]], ...] = (
        standing.held,
        standing.done,
        standing.too_late,
        lambda person: standing.asked([person]),
    )
    moment = now()
    for _ in range(60):
        moment += timedelta(minutes=dice.choice([0, 7, 300, 3000, 20_000]))
        with at(moment):
            await do(dice.choice(verbs), chen)
            found = await of(chen)
        assert found["points"] == (points(found) if found["load"] < 3 else -1)
        assert await points_looked_for(chen) == {found["points"]}
    assert found["done"] > 0


async def test_fatigue_fades_in_three_days(cast: Cast) -> None:
    with at(MONDAY):
        await do(standing.asked, [cast.chen.id])
        await do(standing.too_late, cast.chen.id)
    with at(MONDAY + timedelta(days=3)):
        await do(standing.asked, [cast.chen.id])
    assert (await of(cast.chen.id))["fatigue"] == pytest.approx(1.5 * exp(-1) + 1)


async def test_after_years_nothing_is_left_of_it(cast: Cast) -> None:
    with at(MONDAY):
        await do(standing.asked, [cast.chen.id])
    with at(MONDAY + timedelta(days=10_000)):
        await do(standing.refresh, [cast.chen.id])
    found = await of(cast.chen.id)
    assert (found["fatigue"], found["refresh_at"]) == (0, None)


async def test_it_does_not_matter_in_which_order_things_are_written(cast: Cast) -> None:
    for person, days in ((cast.chen.id, (0, 2, 9)), (cast.zhou.id, (9, 0, 2))):
        for day in days:
            with at(MONDAY + timedelta(days=day)):
                await do(standing.asked, [person])
                await do(standing.held, person)
    one, other = await of(cast.chen.id), await of(cast.zhou.id)
    assert one.pop("fatigue") == pytest.approx(other.pop("fatigue"))
    same = ("load", "week", "asked_at", "as_of", "points")
    assert [one[name] for name in same] == [other[name] for name in same]
    assert one["load"] == 1


async def test_a_place_given_back_counts_against_him_and_one_called_off_does_not(cast: Cast) -> None:
    with at(MONDAY):
        for _ in range(3):
            await do(standing.held, cast.chen.id)
        assert (await of(cast.chen.id))["points"] == -1
        await do(standing.gave_up, cast.chen.id, MONDAY)
        await do(standing.called_off, cast.chen.id, MONDAY)
    found = await of(cast.chen.id)
    assert (found["load"], found["given_up"]) == (1, 1)


async def test_what_was_held_last_week_is_not_given_back_to_this_one(cast: Cast) -> None:
    with at(MONDAY + timedelta(days=7)):
        await do(standing.held, cast.chen.id)
        await do(standing.gave_up, cast.chen.id, MONDAY)
    assert (await of(cast.chen.id))["load"] == 1


async def test_who_is_full_can_be_asked_again_on_monday(cast: Cast) -> None:
    once = await volunteer("+8616010000001", "一周一次", ["repair"], weekly_limit=1)
    with at(MONDAY):
        await do(standing.held, once.id)
    assert await points_looked_for(once.id) == {-1}
    for days, refreshed in ((6, 1), (7, 1), (7, 0)):
        with at(MONDAY + timedelta(days=days)):
            assert await standing.refresh_due() == refreshed
    assert (await of(once.id))["points"] == points(await of(once.id), weekly_limit=1) > 0


async def test_a_pause_takes_the_points_and_its_end_gives_them_back(cast: Cast) -> None:
    before = await points_looked_for(cast.chen.id)
    await do(pause, cast.chen.id, timedelta(days=30), By(cast.chen.id, "sms"))
    assert await points_looked_for(cast.chen.id) == {-1}
    with at(now() + timedelta(days=31)):
        assert await standing.refresh_due() == 1
    assert await points_looked_for(cast.chen.id) == before


async def test_a_stop_that_the_gateway_reports_is_found_by_the_sweep(cast: Cast) -> None:
    await do(consent.opt_out, cast.chen.phone, cast.chen.id, By(None, "gateway"))
    assert await standing.refresh_due() == 1
    assert await points_looked_for(cast.chen.id) == {-1}
    assert await standing.refresh_due() == 0


async def test_a_higher_limit_makes_room_at_once(cast: Cast) -> None:
    once = await volunteer("+8616010000001", "一周一次", ["repair"], weekly_limit=1)
    await do(standing.held, once.id)
    await do(change, once, Terms(skills=("repair",), weekly_limit=2), By(once.id, "web"))
    assert (await of(once.id))["points"] == points(await of(once.id), weekly_limit=2)


async def test_an_official_who_holds_a_place_is_counted_and_never_asked(cast: Cast) -> None:
    await do(standing.held, cast.steward.id)
    found = await of(cast.steward.id)
    assert (found["load"], found["points"]) == (1, -1)


async def test_many_at_once_over_the_same_people_never_wait_for_each_other_crosswise(cast: Cast) -> None:
    crowd = [(await volunteer(f"+861601000000{number}", "", ["repair"])).id for number in range(8)]
    dice = random.Random(3)
    asked = [dice.sample(crowd, 5) for _ in range(20)]
    await asyncio.gather(*(do(standing.asked, each) for each in asked), *(do(standing.done, dice.choice(crowd)) for _ in range(5)))
    found = [await of(person) for person in crowd]
    assert [each["fatigue"] for each in found] == pytest.approx([sum(person in each for each in asked) for person in crowd], rel=1e-3)
    assert sum(each["done"] for each in found) == 5


async def test_many_who_hold_their_first_place_at_once_are_each_counted(cast: Cast) -> None:
    await asyncio.gather(*(do(standing.held, person) for person in [cast.steward.id, cast.coordinator.id] * 6))
    assert [(await of(person))["load"] for person in (cast.steward.id, cast.coordinator.id)] == [6, 6]
