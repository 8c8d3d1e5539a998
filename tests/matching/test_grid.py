"""The best helpers for every need from arrays: the very points that explain a single pair."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from base.geo import KM_PER_DEGREE
from matching.crowd import Helpers, Integers, Needs, Notes, standing_points
from matching.grid import Candidates, Grid, best
from matching.score import Helper, Need, judge
from matching.weights import DEFAULT, Weights, weights_of

SKILLS = tuple(f"skill {bit}" for bit in range(6))
TODAY = 0b1111_0000
XIANNING, SOUTH_ATLANTIC = (29.84, 114.32), (-0.01, -0.01)
CITY_DEGREES = 0.25
NOWHERE = (np.nan, np.inf, 91.0)


class Crowd:
    """The same people and needs twice: one by one for `judge`, and in arrays."""

    def __init__(
        self, seed: int, n_helpers: int, n_needs: int, middle: tuple[float, float] = XIANNING, spread: float = CITY_DEGREES
    ) -> None:
        self.random = np.random.default_rng(seed)
        self.middle, self.spread = middle, spread
        self.people = [self._helper(int(id)) for id in np.cumsum(self.random.integers(1, 4, n_helpers))]
        self.needs = [self._need() for _ in range(n_needs)]

    def _place(self) -> tuple[float, float]:
        lat, lon = np.array(self.middle) + self.random.normal(0, self.spread, 2)
        if self.random.random() < 0.01:
            lat = self.random.choice(NOWHERE)
        return float(lat), float(lon)

    def _mask(self, bits: int, share: float) -> int:
        return sum(1 << int(bit) for bit in np.flatnonzero(self.random.random(bits) < share))

    def _helper(self, id: int) -> Helper:
        r = self.random
        radius = r.choice([0.0, np.nan, 0.5, 5.0, 20.0, 50.0, r.uniform(1, 20)], p=[0.02, 0.02, 0.1, 0.3, 0.1, 0.06, 0.4])
        return Helper(
            id, *self._place(), r.choice(["", "421202104001", "421202104002"]), skills_of(self._mask(6, 0.3)), self._mask(56, 0.4), float(radius),
            int(r.integers(0, 4)), int(r.integers(0, 5)), float(r.exponential(1.0)), int(r.integers(0, 40)), int(r.integers(0, 9)),
            None if r.random() < 0.2 else float(r.exponential(20.0)),
        )  # fmt: skip

    def _need(self) -> Need:
        r = self.random
        able = tuple(str(skill) for skill in r.permutation(SKILLS)[: r.integers(0, 4)])
        some = frozenset(int(r.choice([each.id for each in self.people] or [0])) for _ in range(r.integers(0, 5)))
        others = frozenset(int(r.choice([each.id for each in self.people] or [0])) for _ in range(r.integers(0, 5)))
        window = 0 if r.random() < 0.4 else self._mask(56, 0.05)
        return Need(*self._place(), r.choice(["", "421202104001"]), able, window, TODAY, None, some, others)

    def helpers(self, weights: Weights) -> Helpers:
        def column(name: str, kind: type = np.int64) -> Any:
            return np.array([getattr(each, name) for each in self.people], kind)

        never = np.array([np.nan if each.days_unasked is None else each.days_unasked for each in self.people], np.float64)
        standing = column("load"), column("weekly_limit"), column("fatigue", np.float64), column("done"), column("given_up"), never
        skills = np.array([mask_of(each.skills) for each in self.people], np.int64)
        return Helpers(
            column("id"), column("lat", np.float64), column("lon", np.float64), areas(self.people), skills, column("hours"),
            column("radius_km", np.float64), standing_points(*standing, weights),
        )  # fmt: skip

    def asks(self) -> Needs:
        able = np.full((len(self.needs), 3), -1, np.int8)
        for row, need in enumerate(self.needs):
            able[row, : len(need.able)] = [SKILLS.index(skill) for skill in need.able]
        lat, lon = (np.array([getattr(need, name) for need in self.needs], np.float64) for name in ("lat", "lon"))
        window, today = (np.array([getattr(need, name) for need in self.needs], np.int64) for name in ("window", "today"))
        return Needs(lat, lon, areas(self.needs), able, window, today)

    def notes(self, weights: Weights) -> Notes:
        index = {each.id: position for position, each in enumerate(self.people)}
        notes = [(row, id, weights.helped) for row, need in enumerate(self.needs) for id in need.helped]
        notes += [(row, id, -1) for row, need in enumerate(self.needs) for id in need.excluded]
        rows, helpers, points = (np.array([note[which] for note in notes if note[1] in index], np.int64) for which in range(3))
        return Notes.of(rows, np.array([index[int(id)] for id in helpers], np.int64), points, len(self.needs))

    def by_judge(self, k: int, weights: Weights) -> list[list[tuple[int, int]]]:
        found = []
        for need in self.needs:
            judged = [each for helper in self.people if (each := judge(need, helper, weights))]
            found.append(sorted(((each.id, each.score) for each in judged), key=lambda pair: (-pair[1], pair[0]))[:k])
        return found

    def by_grid(self, k: int, weights: Weights, threads: int = 1) -> list[list[tuple[int, int]]]:
        helpers = self.helpers(weights)
        return pairs(best(Grid.build(helpers, weights), self.asks(), k, self.notes(weights), threads), helpers.ids)


def pairs(found: Candidates, ids: Integers) -> list[list[tuple[int, int]]]:
    both = list(zip(ids[found.columns].tolist(), found.scores.tolist(), strict=True))
    return [both[start:end] for start, end in zip(found.starts, found.starts[1:], strict=False)]


def skills_of(mask: int) -> frozenset[str]:
    return frozenset(skill for bit, skill in enumerate(SKILLS) if mask >> bit & 1)


def mask_of(skills: frozenset[str]) -> int:
    return sum(1 << SKILLS.index(skill) for skill in skills)


def areas(some: list[Any]) -> Integers:
    return np.array([int(each.area or 0) for each in some], np.int64)


def test_a_hundred_needs_find_who_the_explanation_of_each_pair_says() -> None:
    crowd = Crowd(1, 1000, 100)
    found = crowd.by_grid(10, DEFAULT)
    assert found == crowd.by_judge(10, DEFAULT)
    assert sum(map(len, found)) > 700


def test_a_citys_own_weights_are_followed() -> None:
    crowd = Crowd(2, 300, 40)
    weights = weights_of({"distance": 5, "focus": 333, "same_village": 101, "rested": 77, "unasked": 61, "helped": 200})
    assert crowd.by_grid(7, weights) == crowd.by_judge(7, weights)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 2**32), st.integers(0, 60), st.integers(0, 5), st.integers(1, 70),
    st.sampled_from([XIANNING, SOUTH_ATLANTIC, (-33.4, -70.6), (89.95, 0.0)]), st.sampled_from([0.0, 0.01, 0.25, 3.0]),
)  # fmt: skip
def test_wherever_they_live_and_however_many_are_asked_for(
    seed: int, n_helpers: int, n_needs: int, k: int, middle: tuple[float, float], spread: float
) -> None:
    crowd = Crowd(seed, n_helpers, n_needs, middle, spread)
    assert crowd.by_grid(k, DEFAULT) == crowd.by_judge(k, DEFAULT)


def test_threads_change_nothing() -> None:
    crowd = Crowd(3, 200, 700)
    assert crowd.by_grid(5, DEFAULT, threads=3) == crowd.by_grid(5, DEFAULT, threads=1)


def test_of_equals_at_one_point_the_first_ids_are_found() -> None:
    one = Crowd(4, 1, 1, spread=0.0)
    alike = replace(one.people[0], lat=XIANNING[0], lon=XIANNING[1], radius_km=5.0, load=0, weekly_limit=3)
    one.people = [replace(alike, id=id) for id in range(1, 101)]
    one.needs = [Need(*XIANNING, None, (), 0, TODAY)]
    assert [id for id, _ in one.by_grid(10, DEFAULT)[0]] == list(range(1, 11))


def test_the_best_of_a_cell_is_found_however_poor_his_neighbours_are() -> None:
    crowd = Crowd(11, 1, 0)
    poor = Helper(1, 29.83, 114.33, None, frozenset(), 1, 5.0, 2, 3, fatigue=1e3, given_up=100, days_unasked=0.0)
    over_there = 29.83 + 2.5 / KM_PER_DEGREE
    good = Helper(3, over_there, 114.33, None, frozenset(), 1, 5.0, 0, 3, done=10**6)
    crowd.people = [poor, replace(poor, id=2, lat=over_there), good]
    crowd.needs = [Need(29.83, 114.33, None, (), 0, 1)]
    assert crowd.by_grid(1, DEFAULT) == crowd.by_judge(1, DEFAULT) == [[(3, 745)]]


def test_somebody_far_off_the_map_costs_nothing_and_hides_nobody() -> None:
    crowd = Crowd(5, 50, 5)
    last = crowd.people[-1].id
    crowd.people += [
        replace(crowd.people[0], id=last + n, lat=lat, lon=lon) for n, (lat, lon) in enumerate([(0, 0), (-90, 180), (1e9, 1e9)], 1)
    ]
    assert crowd.by_grid(10, DEFAULT) == crowd.by_judge(10, DEFAULT)


def test_nobody_is_there_for_anybody_and_nobody_asks() -> None:
    assert Crowd(6, 0, 3).by_grid(10, DEFAULT) == [[], [], []]
    assert Crowd(6, 3, 0).by_grid(10, DEFAULT) == []


def test_a_wish_for_ten_thousand_finds_all_there_are() -> None:
    crowd = Crowd(7, 40, 3)
    assert crowd.by_grid(10_000, DEFAULT) == crowd.by_judge(10_000, DEFAULT)


def test_a_skill_named_twice_finds_nobody_twice() -> None:
    crowd = Crowd(8, 200, 1)
    crowd.needs = [replace(crowd.needs[0], lat=XIANNING[0], able=(SKILLS[2], SKILLS[2]))]
    assert crowd.by_grid(200, DEFAULT) == crowd.by_judge(200, DEFAULT)


def test_of_two_notes_on_a_pair_the_one_that_keeps_him_away_is_read() -> None:
    notes = Notes.of(np.array([0, 0, 0]), np.array([4, 2, 4]), np.array([30, 30, -1]), 1)
    assert (notes.helpers.tolist(), notes.points.tolist()) == ([2, 4, 4], [30, -1, 30])


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ids": np.array([2, 1])}, "ascend"),
        ({"ids": np.array([1, 1])}, "ascend"),
        ({"lat": np.zeros(3)}, "lat has 3 entries"),
        ({"skills": np.array([1.0, np.nan])}, "skills must be whole numbers"),
        ({"skills": np.array([1, -1])}, "63 bits"),
        ({"base": np.array([0, 1001])}, "1000 points"),
    ],
)
def test_columns_that_cannot_be_helpers_are_refused(changed: dict[str, Any], said: str) -> None:
    usual = vars(Crowd(9, 2, 0).helpers(DEFAULT))
    with pytest.raises(ValueError, match=said):
        Helpers(**usual | changed)


@pytest.mark.parametrize("able", [np.array([[63]], np.int8), np.array([[-2]], np.int8), np.array([[1]]), np.array([1], np.int8)])
def test_skills_that_cannot_be_asked_for_are_refused(able: Any) -> None:
    with pytest.raises(ValueError, match=r"able|skill"):
        Needs(*(np.zeros(1),) * 2, np.zeros(1, np.int64), able, *(np.zeros(1, np.int64),) * 2)


def test_no_candidates_cannot_be_asked_for_and_notes_must_be_on_these_needs() -> None:
    crowd = Crowd(10, 2, 2)
    grid = Grid.build(crowd.helpers(DEFAULT), DEFAULT)
    with pytest.raises(ValueError, match="at least one"):
        best(grid, crowd.asks(), 0)
    with pytest.raises(ValueError, match="notes on 3 needs"):
        best(grid, crowd.asks(), 1, Notes.none(3))
    with pytest.raises(ValueError, match="not among the 2"):
        Notes.of(np.array([2]), np.array([0]), np.array([0]), 2)
