"""The points of a score: one table, which a city may change."""

from typing import Any

import pytest

from base.errors import Unreadable
from matching.weights import DEFAULT, MOST, TERMS, Weights, weights_of


def test_the_table_names_each_term_once_in_both_languages() -> None:
    assert tuple(term.code for term in TERMS) == Weights._fields
    for term in TERMS:
        for zh, en in (term.label, term.unit, term.why):
            assert not any("a" <= letter.lower() <= "z" for letter in zh)
            assert en.isascii()


def test_the_usual_points_add_up_to_a_thousand() -> None:
    assert sum(DEFAULT) == MOST
    assert weights_of(DEFAULT._asdict()) == DEFAULT


def test_a_term_that_is_not_named_counts_nothing() -> None:
    assert weights_of({"distance": 1000}) == Weights(1000, *[0] * (len(TERMS) - 1))


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({"distance": -1}, '"distance" must be a whole number'),
        ({"distance": 0.5}, '"distance" must be a whole number'),
        ({"distance": True}, '"distance" must be a whole number'),
        ({"distance": float("nan")}, '"distance" must be a whole number'),
        ({"beauty": 10}, 'no term "beauty"'),
        ({"distance": 0}, "add up to 0"),
        ({}, "add up to 0"),
        ({"distance": 900, "skill": 101}, "add up to 1001"),
    ],
)
def test_what_cannot_be_weights_is_refused_with_the_reason(points: dict[str, Any], said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        weights_of(points)
    assert said in refused.value.reason.en
