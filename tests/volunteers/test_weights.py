"""A city may change what points are given for: whom it asks first changes with it, and everybody's points are reckoned anew."""

import pytest

from base.db import rows
from base.errors import Unreadable
from base.ledger import By
from matching.weights import DEFAULT
from tests.cast import Cast, bulb_raised, do
from tests.invariants import assert_the_invariants_hold
from volunteers import standing
from wishes.actions import claim
from wishes.candidates import candidates

OFFICE = By(None, "web")


async def test_until_a_city_says_otherwise_the_assumed_ones_hold(cast: Cast) -> None:
    assert await standing.weights() == DEFAULT


async def test_what_is_set_decides_and_adds_up(cast: Cast) -> None:
    wish, other = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    before = [one.id for one in await candidates(wish, 9)]
    await do(standing.set_weights, {"focus": 0, "load": 700, "skill": 10}, OFFICE)
    await do(claim, other.id, By(before[0], "web"))
    after = await candidates(wish, 9)
    assert [one.id for one in after] == before[::-1]
    assert all(sum(one.judged.points.values()) == one.judged.score for one in after)
    points = await rows("SELECT person, points FROM volunteer_standing WHERE points >= 0")
    assert {each["points"] for each in points} == {700, round(700 * 2 / 3)}
    await assert_the_invariants_hold()


async def test_what_makes_no_sense_is_refused_and_changes_nothing(cast: Cast) -> None:
    for points in ({}, {"distance": -1}, {"distance": 1001}, {"beauty": 5}):
        with pytest.raises(Unreadable):
            await do(standing.set_weights, points, OFFICE)
    assert await rows("SELECT id FROM city_weights") == []
