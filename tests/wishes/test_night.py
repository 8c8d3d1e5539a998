"""Every night: how people answer is learned from the ledger, what their attention is worth from the wishes that came."""

import json
from datetime import timedelta

import pytest

from base.clock import at, city_now, now
from base.db import rows
from base.ledger import By
from matching.answers import PRIOR
from tests.cast import HESHENGQIAO, Cast, bulb_wished_for, do, electricians, says, volunteer
from wishes import learned
from wishes.actions import Draft, raise_wish
from wishes.night import learn, learn_when_due
from wishes.tend import tend_due


async def test_without_a_ledger_what_is_assumed_holds(cast: Cast) -> None:
    await learn()
    assert await learned.model() == pytest.approx(PRIOR)


async def test_who_says_yes_each_time_is_expected_to_say_it_again(cast: Cast) -> None:
    for _ in range(3):
        wish = await bulb_wished_for(cast)
        await says(cast.chen, f"接{wish.ref}")
    with at(now() + timedelta(days=3)):
        row = await learn()
    leaning = {each["person"]: each["leaning"] for each in await rows("SELECT person, leaning FROM volunteer_standing")}
    assert row.answers >= 4
    assert leaning[cast.chen.id] > 0 > leaning[cast.zhou.id]
    assert (await learned.model()).intercept != PRIOR.intercept


async def test_answers_are_learned_from_when_their_time_is_over(cast: Cast) -> None:
    await bulb_wished_for(cast)
    with at(now() + timedelta(days=1)):
        assert (await learn()).answers == 0


async def test_the_only_one_who_can_do_what_many_want_has_a_price(cast: Cast) -> None:
    welder = await volunteer("+8616010000001", "焊工", ["welder"], weekly_limit=9)
    for _ in range(4):
        await do(raise_wish, cast.zhang, Draft("repair", "铁门要焊一下", HESHENGQIAO), By(cast.zhang.id, "web"))
    await tend_due()
    await learn()
    prices = {each["person"]: each["price"] for each in await rows("SELECT person, price FROM volunteer_standing")}
    assert prices[welder.id] > 0 == prices[cast.zhou.id]


async def test_what_was_promised_too_late_is_promised_sooner_and_learned_but_once(cast: Cast) -> None:
    await electricians(12)
    for _ in range(3):
        wish = await bulb_wished_for(cast)
        await says(cast.chen, f"接{wish.ref}")
    for nights in (3, 4):
        with at(now() + timedelta(days=nights)):
            await learn()
    first, second = [json.loads(each["values"])["forecast_factor"] for each in await rows("SELECT values FROM dispatch_model ORDER BY id")]
    assert first == second < 1


async def test_it_is_done_once_a_night_or_as_soon_as_the_program_is_there(cast: Cast) -> None:
    here = city_now()
    night = here.replace(hour=3, minute=31)
    for hours, times in ((0, 1), (1, 1), (23, 1), (25, 2)):
        with at(night + timedelta(hours=hours)):
            await learn_when_due()
        assert len(await rows("SELECT id FROM dispatch_model")) == times
