"""The database finds the very people, with the very points, that judging everybody one by one would find."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import pytest

from base.clock import now
from base.db import rows
from base.ledger import By
from matching.score import Helper, judge
from matching.weights import DEFAULT
from people.areas import near_point
from tests.cast import HESHENGQIAO, WANXIU, Cast, bulb_raised, do
from volunteers import skill_cells, standing
from volunteers.hours import ANY
from volunteers.skills import SKILLS, WISHES
from wishes.actions import claim, report_done
from wishes.candidates import CANDIDATES, candidates, need_of, question, reasons
from wishes.tables import Wish

COUNT, WISHES_ASKED, MOST = 400, 60, 10


@dataclass(frozen=True)
class City:
    """People around one place, among them such as no form would let through."""

    dice: random.Random
    lat: float
    lon: float

    def helper(self, number: int) -> Helper:
        dice, near = self.dice, self.dice.choice([0.0, 0.01, 0.1, 0.4])
        return Helper(
            number, self.lat + dice.gauss(0, near), self.lon + dice.gauss(0, near), dice.choice([None, HESHENGQIAO, WANXIU]),
            frozenset(dice.sample(sorted(SKILLS), dice.randrange(4))), dice.choice([ANY, 1, dice.getrandbits(56)]),
            dice.choice([0.5, 3, 5.25, 12, 20, 50]), dice.choice([0, 0, 1, 2, 5]), dice.randrange(1, 4), dice.choice([0.0, 1.5, 8.25]),
            dice.randrange(30), dice.randrange(10), dice.choice([None, 0.25, 12.5, 90.0]),
        )  # fmt: skip

    def wish(self, number: int) -> Wish:
        dice, (kind, skill) = self.dice, self.dice.choice(WISHES)
        return Wish(
            _ignore_missing=True, id=number, round=0, kind=kind, skill=skill, resident=dice.randrange(1, COUNT),
            lat=self.lat + dice.gauss(0, 0.1), lon=self.lon + dice.gauss(0, 0.1), area=dice.choice([None, HESHENGQIAO]),
            day=dice.choice([None, now().date()]), part=dice.choice([None, "evening"]),
        )  # fmt: skip


async def settle(helpers: Sequence[Helper]) -> list[Helper]:
    """Into the tables; as they stand there."""
    await rows(
        "INSERT INTO person (id, phone, area, lat, lon, created_at) SELECT id, '+861600' || id, area, lat, lon, now()"
        " FROM unnest($1::int8[], $2::text[], $3::float8[], $4::float8[]) AS new (id, area, lat, lon)",
        *zip(*((one.id, one.area, one.lat, one.lon) for one in helpers), strict=True),
    )  # fmt: skip
    await rows(
        "INSERT INTO volunteer (person, skills, hours, radius_km, weekly_limit) SELECT person, string_to_array(skills, ','), hours, radius_km, most"
        " FROM unnest($1::int8[], $2::text[], $3::int8[], $4::float4[], $5::int2[]) AS new (person, skills, hours, radius_km, most)",
        *zip(*((one.id, ",".join(one.skills), one.hours, one.radius_km, one.weekly_limit) for one in helpers), strict=True),
    )  # fmt: skip
    await rows(
        "INSERT INTO volunteer_standing (person, load, week, fatigue, done, given_up, asked_at, as_of)"
        " SELECT person, load, $7, fatigue, done, given_up, $8::timestamptz - days * interval '1 day', $8"
        " FROM unnest($1::int8[], $2::int2[], $3::float8[], $4::int4[], $5::int4[], $6::float8[])"
        " AS new (person, load, fatigue, done, given_up, days)",
        *zip(*((one.id, one.load, one.fatigue, one.done, one.given_up, one.days_unasked) for one in helpers), strict=True),
        standing.monday(now()), now(),
    )  # fmt: skip
    await do(skill_cells.put, [one.id for one in helpers])
    return [await as_it_stands(one) for one in helpers]


async def as_it_stands(helper: Helper) -> Helper:
    days_unasked = standing.days_unasked("s")
    [found] = await rows(f"SELECT fatigue, {days_unasked} AS days_unasked FROM volunteer_standing s WHERE person = $1", helper.id)  # noqa: S608
    return Helper(**{**vars(helper), **found})


def judged_one_by_one(wish: Wish, helpers: Sequence[Helper]) -> list[Any]:
    judged = (judge(need_of(wish), helper) for helper in helpers)
    return sorted((each for each in judged if each), key=lambda each: (-each.score, each.id))[:MOST]


async def test_the_best_are_those_whom_judging_everybody_finds(house: None) -> None:
    lat, lon = await near_point(HESHENGQIAO)
    city = City(random.Random(4), lat, lon)
    helpers = await settle([city.helper(number) for number in range(1, COUNT + 1)])
    found = 0
    for number in range(WISHES_ASKED):
        wish = city.wish(number)
        best = await candidates(wish, MOST)
        assert [each.judged for each in best] == judged_one_by_one(wish, helpers)
        scores = await rows(CANDIDATES, *question(wish, DEFAULT, MOST))
        assert [each["score"] for each in scores] == [each.judged.score for each in best]
        found += len(best)
    assert found > 2 * WISHES_ASKED


async def ids(wish: Wish) -> list[int]:
    return [each.id for each in await candidates(wish, MOST)]


async def test_who_has_helped_this_resident_is_told_so(cast: Cast) -> None:
    before = await bulb_raised(cast.zhang)
    for verb in (claim, report_done):
        await do(verb, before.id, By(cast.zhou.id, "web"))
    found = {each.id: each.judged for each in await candidates(await bulb_raised(cast.zhang), MOST)}
    assert [found[who.id].points["helped"] for who in (cast.zhou, cast.chen)] == [DEFAULT.helped, 0]
    assert ("帮过这家", "has helped here before") in reasons(found[cast.zhou.id])


@pytest.mark.parametrize("state", ["sent", "accepted", "declined"])
async def test_who_has_such_an_offer_is_not_found_again(cast: Cast, state: str) -> None:
    wish = await bulb_raised(cast.zhang)
    await rows(
        "INSERT INTO offer (wish, person, state, round, wave, distance_km, reasons, sent_at) VALUES ($1, $2, $3, 7, 0, 0, '[]', now())",
        wish.id, cast.chen.id, state,
    )  # fmt: skip
    assert await ids(wish) == [cast.zhou.id]


async def test_who_was_asked_in_this_round_is_found_in_the_next(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    await rows(
        "INSERT INTO offer (wish, person, state, round, wave, distance_km, reasons, sent_at) VALUES ($1, $2, 'lapsed', 0, 0, 0, '[]', now())",
        wish.id, cast.chen.id,
    )  # fmt: skip
    assert await ids(wish) == [cast.zhou.id]
    wish.round = 1
    assert set(await ids(wish)) == {cast.chen.id, cast.zhou.id}


async def test_who_ever_held_a_place_on_it_is_not_found_again(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    await do(claim, wish.id, By(cast.chen.id, "web"))
    assert await ids(wish) == [cast.zhou.id]


@pytest.mark.parametrize(
    ("lat", "lon"), [(None, None), (nan, 114.0), (30.0, nan), (95.0, 114.0), (90.0, 114.0), (-90.0, -180.0), (0.0, 0.0)]
)
async def test_a_place_that_is_nowhere_near_finds_nobody(cast: Cast, lat: float | None, lon: float | None) -> None:
    wish = await bulb_raised(cast.zhang)
    wish.lat, wish.lon = lat, lon
    assert await candidates(wish, MOST) == []


async def test_an_empty_city_has_nobody(house: None) -> None:
    assert await candidates(City(random.Random(1), 30.0, 114.0).wish(1), MOST) == []


async def test_ten_thousand_wanted_are_all_who_can(cast: Cast) -> None:
    assert len(await candidates(await bulb_raised(cast.zhang), 10_000)) == 2
