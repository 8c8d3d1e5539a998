"""Row 4: the ten best of a million volunteers, in arrays, beside scipy's tree of places with numpy. One thread each."""

import os
import time
from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from base.geo import KM_PER_DEGREE
from bench.city import volunteers, wishes
from bench.figures import Figure, shown, side_by_side
from matching.crowd import Floats, Helpers, Integers, Needs
from matching.grid import Candidates, Grid, best
from matching.score import OTHER_SKILL
from matching.weights import DEFAULT, Weights

VOLUNTEERS, CITIES = 1_000_000, 18
K, ASKED = 10, 1000
BATCH, BATCH_K, SAMPLE = 100_000, 32, 500
PROJECTION_ERROR = 1.03  # a tree has one scale for all latitudes; the exact distance is judged afterwards


class Tree:
    """The same question to a tree of places for each skill: everybody within the widest radius, then numpy."""

    def __init__(self, helpers: Helpers, weights: Weights) -> None:
        self.helpers, self.weights = helpers, weights
        self.middle = np.cos(np.radians(np.median(helpers.lat)))
        self.members = [np.flatnonzero(helpers.skills >> bit & 1) for bit in range(int(helpers.skills.max()).bit_length())]
        self.members.append(np.arange(len(helpers)))
        places = self._flat(helpers.lat, helpers.lon)
        self.trees = [cKDTree(places[each]) for each in self.members]
        self.reach = helpers.radius_km.max() * PROJECTION_ERROR
        self.focus = np.rint(weights.focus / np.maximum(1, np.bitwise_count(helpers.skills)))

    def _flat(self, lat: Floats, lon: Floats) -> Floats:
        return np.column_stack([lat, lon * self.middle]) * KM_PER_DEGREE

    def best(self, needs: Needs, k: int) -> list[tuple[Integers, Integers]]:
        east, places = needs.per_degree_east(), self._flat(needs.lat, needs.lon)
        return [self._best_of_one(needs, row, places[row], east[row], k) for row in range(len(needs))]

    def _best_of_one(self, needs: Needs, row: int, place: Floats, east: float, k: int) -> tuple[Integers, Integers]:
        able = [skill for skill in needs.able[row].tolist() if skill >= 0]
        near = [self._within(skill, place) for skill in able or [-1]]
        who = near[0] if len(near) == 1 else np.unique(np.concatenate(near))
        free = self.helpers.hours[who] & (needs.window[row] or needs.today[row])
        can = self.helpers.base[who] >= 0
        if needs.window[row]:
            can &= free != 0
        who, free = who[can], free[can]
        y, x = (self.helpers.lat[who] - needs.lat[row]) * KM_PER_DEGREE, (self.helpers.lon[who] - needs.lon[row]) * east
        distance, radius = np.sqrt(y * y + x * x), self.helpers.radius_km[who]
        inside = distance <= radius
        who = who[inside]
        scores = self._scores(needs, row, able, who, distance[inside] / radius[inside], free[inside])
        ranks = scores * len(self.helpers) - who
        first = np.argpartition(-ranks, k)[:k] if len(who) > k else np.arange(len(who))
        first = first[np.argsort(-ranks[first])]
        return who[first], scores[first]

    def _within(self, skill: int, place: Floats) -> Integers:
        found: Integers = self.members[skill][self.trees[skill].query_ball_point(place, self.reach)]
        return found

    def _scores(self, needs: Needs, row: int, able: list[int], who: Integers, share: Floats, free: Integers) -> Integers:
        weights = self.weights
        scores = np.rint(weights.distance * (1 - share)) + self.helpers.base[who] + self.focus[who]
        scores += weights.same_village * (self.helpers.area[who] == needs.area[row])
        scores += weights.free if needs.window[row] else weights.free * (free != 0)
        fits = self.helpers.skills[who] >> able[0] & 1 if able else np.ones(len(who), np.int64)
        return (scores + np.where(fits, weights.skill, np.rint(weights.skill * OTHER_SKILL))).astype(np.int64)


def measure() -> list[Figure]:
    helpers = volunteers(VOLUNTEERS, CITIES, seed=1).helpers()
    grid, tree = Grid.build(helpers, DEFAULT), Tree(helpers, DEFAULT)
    needs = wishes(ASKED, CITIES, seed=2).needs
    ours, peers = best(grid, needs, K, threads=1), tree.best(needs, K)
    equal = sum(same(ours, row, *peer) for row, peer in enumerate(peers))
    mine, scipys = (taken / ASKED for taken in side_by_side(lambda: best(grid, needs, K, threads=1), lambda: tree.best(needs, K)))
    return [
        Figure("4", f"top {K} of {VOLUNTEERS:,}, in arrays, a wish, one thread", shown(mine), f"scipy cKDTree for each skill {shown(scipys)}", scipys / mine, "≥ 30"),
        Figure("4", f"same ids and same scores, of {ASKED:,} wishes", str(equal), str(ASKED), equal / ASKED, "≥ 1"),
        batch(grid, tree),
    ]  # fmt: skip


def same(ours: Candidates, row: int, who: Integers, scores: Integers) -> bool:
    part = slice(ours.starts[row], ours.starts[row + 1])
    return np.array_equal(ours.columns[part], who) and np.array_equal(ours.scores[part], scores)


def batch(grid: Grid, tree: Tree) -> Figure:
    """In CPU seconds, for ours has as many threads as there are cores; scipy's is reckoned from a sample."""
    needs = wishes(BATCH, CITIES, seed=3).needs
    sample = needs.take(slice(SAMPLE))
    best(grid, sample, BATCH_K)
    began = time.perf_counter()
    worked = cpu_seconds(lambda: best(grid, needs, BATCH_K))
    taken = time.perf_counter() - began
    peers = cpu_seconds(lambda: tree.best(sample, BATCH_K)) * BATCH / SAMPLE
    what = f"top {BATCH_K} for {BATCH:,} wishes, {VOLUNTEERS:,} volunteers, CPU"
    return Figure("4", what, f"{shown(worked)} ({os.cpu_count()} threads: {shown(taken)})", f"scipy cKDTree {shown(peers)}", peers / worked)


def cpu_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
