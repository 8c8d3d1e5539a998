"""Assignments of a made-up province: wishes are rows, volunteers columns, the scores of the best candidates weights."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from bench.city import volunteers, wishes
from matching.assign import Graph, Integers
from matching.grid import Grid, best
from matching.weights import DEFAULT

SURPLUS_BEST, CONTESTED_BEST = 32, 64  # candidates of each wish: where many want the same, more are needed


class Instance(NamedTuple):
    graph: Graph
    wants: Integers
    capacities: Integers

    @property
    def size(self) -> str:
        return f"{_thousands(len(self.wants))} × {_thousands(len(self.capacities))}"

    def one_to_one(self) -> "Instance":
        return Instance(self.graph, np.ones_like(self.wants), np.ones_like(self.capacities))


@lru_cache(maxsize=2)
def province(n_wishes: int, n_volunteers: int, cities: int, candidates: int, seed: int = 1) -> Instance:
    helpers, asked = volunteers(n_volunteers, cities, seed), wishes(n_wishes, cities, seed)
    found = best(Grid.build(helpers.helpers(), DEFAULT), asked.needs, candidates)
    return Instance(Graph(found.starts, found.columns, found.scores), asked.wants, helpers.capacities)


def surplus(cities: int) -> Instance:
    """As it should be: ten volunteers for each wish of the week."""
    return province(5_556 * cities, 55_556 * cities, cities, SURPLUS_BEST)


def contested(cities: int) -> Instance:
    """Fewer volunteers than wishes."""
    return province(10_000 * cities, 8_000 * cities, cities, CONTESTED_BEST)


def _thousands(count: int) -> str:
    return f"{round(count / 1e6)}M" if count >= 999_500 else f"{round(count / 1000)}k"
