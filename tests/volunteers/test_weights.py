"""A city may change what points are given for: whom it asks first changes with it, and everybody's points are reckoned anew."""

import pytest

from base.db import rows
from base.errors import Refused, Unreadable
from base.ledger import By
from matching.weights import DEFAULT
from people.offices import CITY
from tests.cast import Cast, bulb_raised, do, officer
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


async def test_of_persons_only_who_coordinates_the_whole_city_sets_them(cast: Cast) -> None:
    mayor = await officer("+8616000000041", "市协调员", "coordinator", CITY)
    steward = await officer("+8616000000042", "", "steward", CITY)
    for who in (cast.coordinator, steward, cast.zhang):
        with pytest.raises(Refused):
            await do(standing.set_weights, {"skill": 10}, By(who.id, "web"))
    await do(standing.set_weights, {"skill": 10}, By(mayor.id, "web"))
    assert [tuple(each.values()) for each in await rows("SELECT actor, to_state FROM event WHERE subject = 'weights'")] == [
        (mayor.id, "set")
    ]


async def test_those_of_before_are_remembered(cast: Cast) -> None:
    assert await standing.weights_before() is None
    await do(standing.set_weights, {"skill": 10}, OFFICE)
    assert await standing.weights_before() == DEFAULT
    first = await standing.weights()
    await do(standing.set_weights, {"focus": 20}, OFFICE)
    assert await standing.weights_before() == first
