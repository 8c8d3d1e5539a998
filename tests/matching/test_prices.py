"""What a person's attention is worth to all the others."""

import numpy as np
import pytest

from matching.prices import OPTIONS, prices


def of(chances: list[dict[int, float]], places: list[int], messages: list[int]) -> list[float]:
    starts = np.cumsum([0, *(len(row) for row in chances)])
    columns = np.array([person for row in chances for person in row], np.int32)
    values = np.array([chance for row in chances for chance in row.values()], float)
    return list(prices(starts, columns, values, np.array(places, np.int64), np.array(messages, np.int64)))


def test_nobody_has_a_price_where_there_is_enough_for_all() -> None:
    assert of([{0: 0.5, 1: 0.4}], [1], [9, 9]) == [0, 0]


def test_the_price_is_what_another_wish_would_lose() -> None:
    contested = of([{0: 0.9}, {0: 0.6}, {0: 0.3}], [1, 1, 1], [1])
    assert 0.6 <= contested[0] <= 0.91


def test_who_can_be_replaced_costs_the_difference() -> None:
    """Two messages each: whoever does not get the first asks the other two."""
    first, *others = of([{0: 0.8, 1: 0.5, 2: 0.5}] * 2, [1, 1], [1, 9, 9])
    assert first == pytest.approx(0.3, abs=0.01)
    assert others == [0, 0]


def test_only_the_most_willing_set_a_price() -> None:
    many = {person: 0.5 - person / 1000 for person in range(OPTIONS + 20)}
    assert not any(of([many] * 40, [1] * 40, [1] * len(many))[OPTIONS:])


def test_a_city_without_wishes_has_no_prices() -> None:
    assert of([], [], [1, 2]) == [0, 0]
    assert of([{}], [1], [1]) == [0]
