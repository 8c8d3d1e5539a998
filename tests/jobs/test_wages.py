"""The least that an hour may be paid, county by county."""

from datetime import timedelta

import pytest

from base.city import remember
from jobs.wages import MINIMUM, minimum, nearest, too_little

OVERNIGHT = timedelta(hours=8)


@pytest.mark.parametrize(
    ("area", "fen"),
    [("421202", 2_150), ("421202001", 2_150), ("421202104219", 2_150), ("421223", 2_000), ("421281001", 2_000), ("4212", 2_000)],
)
async def test_it_is_that_of_the_county(house: None, area: str, fen: int) -> None:
    table = await minimum()
    assert table[nearest(area, table) or ""] == fen


async def test_a_city_says_what_holds_with_it(house: None) -> None:
    await remember("minimum_wage", {"421202": 2_400})
    table = await minimum()
    assert (table[nearest("421202001", table) or ""], table[nearest("421223", table) or ""]) == (2_400, 2_000)


async def test_a_table_of_the_city_is_added_to_ours(house: None) -> None:
    await remember("minimum_wage", {"421202001": 2_500})
    assert await minimum() == {**MINIMUM, "421202001": 2_500}


@pytest.mark.parametrize(
    ("fen", "per", "hours", "enough"),
    [
        (2_150, "hour", 8, True),
        (2_149, "hour", 8, False),
        (17_200, "day", 8, True),
        (17_199, "day", 8, False),
        (16_125, "day", 7.5, True),
        (16_124, "day", 7.5, False),
    ],
)
def test_a_days_wage_is_divided_by_its_hours(fen: int, per: str, hours: float, enough: bool) -> None:
    assert (too_little(fen, per, timedelta(hours=hours), "421202", MINIMUM) is None) is enough


def test_the_refusal_says_from_what_on_the_day_is_enough() -> None:
    said = too_little(16_124, "day", timedelta(hours=7.5), "421202", MINIMUM)
    assert said is not None
    assert said.zh.endswith("这一天至少162元")


def test_where_no_minimum_is_known_none_is_asked_for() -> None:
    assert too_little(100, "day", OVERNIGHT, "421202", {}) is None
