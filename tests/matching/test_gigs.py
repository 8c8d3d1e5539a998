"""Whom a day's job fits, and how well."""

from math import nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.geo import distance_km
from matching.gigs import Fit, distances_km, judge
from tests.matching.gig_scene import (
    AFTERNOON,
    BRICKLAYER,
    EVENING,
    LAT,
    LON,
    MORNING,
    MOVER,
    WELDER,
    gigs,
    km_north,
    seekers,
    town,
)

Change = dict[str, Any]


def fit(seeker: Change, gig: Change | None = None) -> Fit:
    return judge(seekers(seeker), gigs(gig or {})).at(0)


def better(one: Change, other: Change, gig: Change | None = None) -> bool:
    first, second = (fit(seeker, gig) for seeker in (one, other))
    assert first.allowed
    assert second.allowed
    return bool(first.weight > second.weight)


@pytest.mark.parametrize(
    ("seeker", "gig"),
    [
        ({}, {}),
        ({"occupations": 1 << BRICKLAYER | 1 << MOVER}, {"occupation": MOVER}),
        ({"occupations": 0}, {"occupation": MOVER, "trade": False}),
        ({"occupations": 0, "skills": 1 << WELDER}, {"occupation": WELDER}),
        ({"least_fen_per_day": 24_000}, {}),
        ({"least_fen_per_hour": 3_000}, {}),
        ({"least_fen_per_hour": 3_000}, {"fen_per_day": 12_000}),
        ({"from_day": 101, "to_day": 101}, {}),
        ({"parts": AFTERNOON}, {}),
        ({"parts": AFTERNOON | EVENING}, {"parts": EVENING}),
        ({"radius_km": 5.001}, {"lat": km_north(5.0)}),
        ({"radius_km": 0.0}, {}),
        ({"certificates": 0b110}, {"certificate": 0b100}),
        ({"people": 2}, {}),
        ({"occupations": 1 << 62}, {"occupation": 62}),
    ],
)
def test_who_can_is_allowed(seeker: Change, gig: Change) -> None:
    assert fit(seeker, gig).allowed


@pytest.mark.parametrize(
    ("seeker", "gig"),
    [
        ({"occupations": 1 << WELDER}, {}),
        ({"occupations": 1 << WELDER, "skills": 1 << BRICKLAYER}, {}),
        ({"occupations": 1 << WELDER}, {"occupation": MOVER, "trade": False}),
        ({"occupations": 0}, {"occupation": WELDER}),
        ({"occupations": 0, "skills": 1 << BRICKLAYER}, {"occupation": WELDER}),
        ({"least_fen_per_day": 24_001}, {}),
        ({"least_fen_per_hour": 3_001}, {}),
        ({"from_day": 102}, {}),
        ({"to_day": 100}, {}),
        ({"parts": EVENING}, {}),
        ({"radius_km": 4.999}, {"lat": km_north(5.0)}),
        ({"lat": nan}, {}),
        ({}, {"lon": nan}),
        ({"radius_km": nan}, {}),
        ({"certificates": 0b011}, {"certificate": 0b100}),
        ({"people": 3}, {}),
        ({}, {"room": 0}),
    ],
)
def test_who_cannot_is_not(seeker: Change, gig: Change) -> None:
    assert not fit(seeker, gig).allowed


def test_an_occupation_named_is_better_than_one_known_and_that_than_any() -> None:
    gig = {"occupation": MOVER, "trade": False}
    known = {"occupations": 0, "skills": 1 << MOVER}
    assert better({"occupations": 1 << MOVER}, known, gig)
    assert better(known, {"occupations": 0}, gig)


def test_who_has_done_what_he_names_is_better() -> None:
    assert better({"skills": 1 << BRICKLAYER}, {"skills": 1 << WELDER})


def test_the_nearer_is_better() -> None:
    assert better({"lat": km_north(1)}, {"lat": km_north(2)})


def test_distance_is_measured_against_ones_own_radius() -> None:
    assert better({"lat": km_north(2), "radius_km": 20.0}, {"lat": km_north(1.5), "radius_km": 2.0})


def test_what_pays_above_the_least_is_better_up_to_a_point() -> None:
    assert better({"least_fen_per_day": 20_000}, {"least_fen_per_day": 22_000})
    assert better({"least_fen_per_hour": 2_500}, {"least_fen_per_day": 22_000})
    assert fit({"least_fen_per_day": 100}).terms["pay"] == fit({"least_fen_per_day": 15_000}).terms["pay"] == 30


def test_hours_that_lie_in_the_part_named_are_better() -> None:
    assert better({"parts": MORNING | AFTERNOON}, {"parts": MORNING})


def test_another_day_of_waiting_is_better_up_to_a_week() -> None:
    assert better({"waiting_days": 1}, {"waiting_days": 0})
    assert better({"waiting_days": 7}, {"waiting_days": 6})
    assert not better({"waiting_days": 8}, {"waiting_days": 7})


def test_two_days_of_waiting_outweigh_pay_practice_and_hours() -> None:
    assert better({"waiting_days": 2}, {"skills": 1 << BRICKLAYER, "least_fen_per_day": 1_000, "parts": MORNING | AFTERNOON})


def test_the_terms_add_up_to_the_weight() -> None:
    judged = judge(*town(1, 40, 40))
    assert np.array_equal(np.sum(list(judged.terms.values()), axis=0), judged.weight)


def test_one_against_all_is_the_same_as_pair_by_pair() -> None:
    some, others = town(2, 30, 20)
    at_once = judge(some.take(np.arange(30)[:, None]), others)
    for seeker in range(30):
        alone = judge(some.take(seeker), others)
        assert np.array_equal(at_once.at(seeker).weight, alone.weight)
        assert np.array_equal(at_once.at(seeker).allowed, alone.allowed)
        assert all(np.array_equal(at_once.at(seeker).terms[name], alone.terms[name]) for name in alone.terms)


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_a_distance_is_that_of_the_map(lat: float, lon: float) -> None:
    there = distances_km(seekers({}), gigs({"lat": lat, "lon": lon}))[0]
    assert there == pytest.approx(distance_km(LAT, LON, lat, lon), rel=1e-6, abs=1e-6)
