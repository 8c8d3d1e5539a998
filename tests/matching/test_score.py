"""What makes a volunteer right for a wish, term by term; and why another is not."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.geo import KM_PER_DEGREE
from base.words import Words
from matching.score import Helper, Judged, Need, judge, refusals
from matching.weights import DEFAULT, weights_of

ANY_TIME = (1 << 56) - 1
TODAY = 0b1111_0000
HERE = (29.84, 114.32)
NEED = Need(*HERE, "421202104001", ("electrician", "repair"), window=0, today=TODAY)


def helper(km: float = 1.0, **terms: object) -> Helper:
    usual = Helper(1, HERE[0] + km / KM_PER_DEGREE, HERE[1], "421202104219", frozenset({"electrician"}), ANY_TIME, 5.0, 0, 3)
    return replace(usual, **terms)  # type: ignore[arg-type]


def judged(one: Helper, need: Need = NEED) -> Judged:
    found = judge(need, one)
    assert found is not None
    return found


def points(one: Helper, need: Need = NEED) -> dict[str, int]:
    return judged(one, need).points


def test_a_score_by_hand() -> None:
    """A kilometre off with a radius of five; the better of two skills; a newcomer who was never asked."""
    assert points(helper(1.0, skills=frozenset({"electrician", "cook"}), load=1)) == {
        "distance": 280, "skill": 150, "focus": 25, "free": 100, "same_village": 0, "reliability": 80, "load": 53, "rested": 70,
        "unasked": 20, "helped": 0,
    }  # fmt: skip


def test_nothing_is_above_who_is_perfect() -> None:
    perfect = helper(0.0, area=NEED.area, done=10**9)
    assert judged(perfect, replace(NEED, helped=frozenset({1}))).score == 1000


def test_the_points_are_rounded_term_by_term_and_half_to_even() -> None:
    half = weights_of({"skill": 5, "free": 7})
    found = judge(NEED, helper(skills=frozenset({"repair"}), hours=0), half)
    assert found is not None
    assert (found.points["skill"], found.score) == (2, 2)


def test_distance_is_measured_against_ones_own_radius() -> None:
    assert points(helper(2.0, radius_km=20.0))["distance"] > points(helper(1.5, radius_km=2.0))["distance"]


def test_the_most_fitting_skill_counts_twice_another() -> None:
    assert points(helper(skills=frozenset({"repair"})))["skill"] == 75
    assert judged(helper(skills=frozenset({"repair", "electrician"}))).skill == "electrician"


def test_who_can_do_only_this_is_before_who_can_do_much() -> None:
    assert points(helper())["focus"] == 50
    assert points(helper(skills=frozenset({"electrician", "cook", "mover", "driver"})))["focus"] == 12


def test_where_anybody_will_do_no_skill_is_asked_for_and_all_are_equal() -> None:
    found = judged(helper(skills=frozenset()), replace(NEED, able=()))
    assert (found.skill, found.points["skill"], found.points["focus"]) == (None, 150, 50)


def test_who_is_free_today_is_better() -> None:
    assert (judged(helper()).free, points(helper())["free"]) == ("today", 100)
    busy = helper(hours=ANY_TIME & ~TODAY)
    assert (judged(busy).free, points(busy)["free"]) == (None, 0)


def test_for_a_certain_hour_only_who_is_free_then_can() -> None:
    then = replace(NEED, window=0b11)
    assert judge(then, helper(hours=ANY_TIME & ~0b11)) is None
    assert (judged(helper(hours=0b10), then).free, points(helper(hours=0b10), then)["free"]) == ("then", 100)


def test_who_lives_in_the_same_village_is_better() -> None:
    assert points(helper(area=NEED.area))["same_village"] == 50


@pytest.mark.parametrize("area", [None, ""])
def test_two_who_live_nobody_knows_where_are_no_neighbours(area: str | None) -> None:
    assert not judged(helper(area=area), replace(NEED, area=area)).same_village


def test_who_kept_promises_is_better_and_a_newcomer_counts_as_four_in_five() -> None:
    assert [points(helper(done=done, given_up=given_up))["reliability"] for done, given_up in ((40, 0), (0, 0), (0, 6))] == [96, 80, 50]


def test_who_has_done_less_this_week_is_better() -> None:
    assert [points(helper(load=load))["load"] for load in (0, 1, 2)] == [80, 53, 27]


def test_whose_phone_is_full_of_messages_is_asked_after_the_others() -> None:
    assert [points(helper(fatigue=fatigue))["rested"] for fatigue in (0.0, 1.0, 30.0)] == [70, 35, 2]


def test_who_was_not_asked_for_long_is_better_up_to_a_month() -> None:
    assert [points(helper(days_unasked=days))["unasked"] for days in (0.0, 15.0, 30.0, 300.0, None)] == [0, 10, 20, 20, 20]


def test_who_has_helped_this_resident_before_is_better() -> None:
    assert points(helper(), replace(NEED, helped=frozenset({1, 2})))["helped"] == 30


@pytest.mark.parametrize(
    ("unable", "code", "said"),
    [
        (helper(7.11), "far", Words("太远:7.2公里,半径5公里", "too far: 7.2 of 5 km")),
        (helper(lat=nan), "nowhere", Words("没有位置或半径", "no place or no radius is known")),
        (helper(lon=inf), "nowhere", None),
        (helper(lat=91.0), "nowhere", None),
        (helper(0.0, radius_km=0.0), "nowhere", None),
        (helper(radius_km=nan), "nowhere", None),
        (helper(radius_km=inf), "nowhere", None),
        (helper(skills=frozenset({"errand"})), "unskilled", Words("不会做这个", "cannot do this")),
        (helper(hours=ANY_TIME & ~1), "busy", Words("那时没空", "not free then")),
        (helper(load=3), "full", Words("本周已满:3件,上限3件", "full this week: 3 of 3")),
        (helper(weekly_limit=0), "full", None),
        (helper(id=7), "own", None),
        (helper(id=8), "excluded", None),
    ],
)
def test_who_cannot_is_not_judged_and_it_says_why(unable: Helper, code: str, said: Words | None) -> None:
    need = replace(NEED, window=1, resident=7, excluded=frozenset({8}))
    assert judge(need, unable) is None
    [refusal] = refusals(need, unable)
    assert refusal.code == code
    if said:
        assert refusal.words == (said.zh.replace(":", "\uff1a").replace(",", "\uff0c"), said.en)


def test_it_names_everything_that_speaks_against_somebody() -> None:
    assert [refusal.code for refusal in refusals(NEED, helper(9.0, skills=frozenset(), load=4))] == ["far", "unskilled", "full"]


def test_nobody_can_come_to_a_place_that_is_not_known() -> None:
    assert refusals(replace(NEED, lat=nan), helper())[0].code == "nowhere"
    assert refusals(replace(NEED, lat=inf), helper())[0].code == "nowhere"


def test_at_the_very_edge_of_the_radius_is_still_inside() -> None:
    assert judge(NEED, helper(0.0, radius_km=0.001)) is not None


HELPERS = st.builds(
    helper, st.floats(0, 6), area=st.sampled_from([NEED.area, "421202104219", None]), load=st.integers(0, 3), hours=st.integers(0, ANY_TIME),
    radius_km=st.floats(0, 50), skills=st.frozensets(st.sampled_from(["electrician", "repair", "errand"])), fatigue=st.floats(0, 100),
    done=st.integers(0, 100), given_up=st.integers(0, 100), days_unasked=st.none() | st.floats(0, 400),
)  # fmt: skip


@given(HELPERS)
def test_everybody_is_either_judged_or_refused_and_the_points_add_up(one: Helper) -> None:
    found = judge(NEED, one)
    assert (found is None) == bool(refusals(NEED, one))
    if found:
        assert found.score == sum(found.points.values())
        assert all(0 <= found.points[code] <= most for code, most in DEFAULT._asdict().items())
