"""Who can help, best first."""

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.geo import KM_PER_DEGREE
from matching.rank import WEIGHTS, Helper, Need, judge, rank

ANY_TIME = (1 << 56) - 1
TODAY = 0b1111_0000
NEED = Need(29.84, 114.32, "421202104001", ("electrician", "repair"), window=0, today=TODAY)


def helper(km: float = 1.0, **terms: object) -> Helper:
    usual = Helper(1, 29.84 + km / KM_PER_DEGREE, 114.32, "421202104219", frozenset({"electrician"}), ANY_TIME, 5.0, 0, 3)
    return replace(usual, **terms)  # type: ignore[arg-type]


def better(one: Helper, other: Helper, need: Need = NEED) -> bool:
    return [ranked.id for ranked in rank(need, [replace(other, id=2), replace(one, id=1)])] == [1, 2]


def test_the_weights_make_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_nobody_there_is_nobody_ranked() -> None:
    assert rank(NEED, []) == []


def test_the_nearer_is_better() -> None:
    assert better(helper(1.0), helper(2.0))


def test_distance_is_measured_against_ones_own_radius() -> None:
    assert better(helper(2.0, radius_km=20.0), helper(1.5, radius_km=2.0))


def test_the_most_fitting_skill_is_better() -> None:
    assert better(helper(), helper(skills=frozenset({"repair"})))


def test_who_is_free_today_is_better() -> None:
    assert better(helper(), helper(hours=ANY_TIME & ~TODAY))


def test_who_has_done_less_this_week_is_better() -> None:
    assert better(helper(), helper(load=2))


def test_whose_phone_is_full_of_questions_is_asked_after_the_others() -> None:
    assert better(helper(), helper(asked=1))
    assert better(helper(asked=3), helper(asked=30))


def test_who_lives_in_the_same_village_is_better() -> None:
    assert better(helper(area=NEED.area), helper())


def test_equals_stand_in_the_order_of_their_numbers() -> None:
    crowd = [helper(id=number) for number in (5, 3, 9, 1)]
    assert [ranked.id for ranked in rank(NEED, crowd)] == [1, 3, 5, 9]


@pytest.mark.parametrize(
    "unable",
    [
        helper(5.1), helper(500.0), helper(skills=frozenset()), helper(skills=frozenset({"errand"})),
        helper(load=3), helper(load=9), helper(lat=nan), helper(lon=nan), helper(radius_km=nan), helper(weekly_limit=0),
    ],
)  # fmt: skip
def test_who_cannot_is_not_ranked(unable: Helper) -> None:
    assert judge(NEED, unable) is None


def test_at_the_very_edge_of_the_radius_is_still_inside() -> None:
    here = helper(0.0)
    assert judge(NEED, replace(here, radius_km=0.001)) is not None


def test_where_anybody_will_do_no_skill_is_asked_for() -> None:
    ranked = judge(replace(NEED, able=()), helper(skills=frozenset()))
    assert ranked is not None
    assert ranked.skill is None


def test_for_a_certain_hour_only_who_is_free_then_can() -> None:
    then = replace(NEED, window=0b1)
    assert judge(then, helper(hours=ANY_TIME & ~0b1)) is None
    ranked = judge(then, helper(hours=0b1))
    assert ranked is not None
    assert ranked.free == "then"


def test_it_says_what_speaks_for_somebody() -> None:
    ranked = judge(NEED, helper(1.2, area=NEED.area))
    assert ranked is not None
    assert (round(ranked.distance_km, 2), ranked.skill, ranked.free, ranked.same_village) == (1.2, "electrician", "today", True)


HELPERS = st.builds(
    helper, st.floats(0, 60), id=st.integers(1, 5), load=st.integers(0, 5), hours=st.integers(1, ANY_TIME), radius_km=st.floats(0.1, 50),
    skills=st.frozensets(st.sampled_from(["electrician", "repair", "errand"])),
)  # fmt: skip


@given(st.lists(HELPERS))
def test_the_order_never_depends_on_the_order_of_the_question(crowd: list[Helper]) -> None:
    forwards = rank(NEED, crowd)
    assert [ranked.score for ranked in forwards] == sorted((ranked.score for ranked in forwards), reverse=True)
    assert sorted(forwards, key=repr) == sorted(rank(NEED, reversed(crowd)), key=repr)
    assert [(ranked.score, ranked.id) for ranked in forwards] == [(ranked.score, ranked.id) for ranked in rank(NEED, reversed(crowd))]


@given(HELPERS)
def test_a_score_lies_between_nothing_and_one(one: Helper) -> None:
    ranked = judge(NEED, one)
    assert ranked is None or 0 <= ranked.score <= 1.0000001
