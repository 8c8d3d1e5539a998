"""Wishes that come one by one, each given somebody at once and for good: how much of what hindsight would have made of them?

Whoever comes next is not known, but earlier days are: the mean of their prices tells whom later wishes will need. A wish for
which nobody is worth his price is not given anybody. Nine in ten can have somebody at most: contested.
"""

import statistics
from typing import NamedTuple

import numpy as np

from bench.city import Volunteers, volunteers, wishes
from bench.figures import Figure
from matching.assign import Graph, Integers, assign
from matching.crowd import Floats
from matching.grid import Grid, best
from matching.weights import DEFAULT

VOLUNTEERS, WISHES, OPTIONS = 8_000, 10_000, 64
SEEDS = range(100, 105)
EARLIER_DAYS = range(1000, 1003)
SHARE_OF_PRICE = 0.8  # prices are hindsight's for days that are never quite the same: all of them turns too many away


class Day(NamedTuple):
    graph: Graph
    wants: Integers


def measure() -> list[Figure]:
    city = volunteers(VOLUNTEERS, 1, seed=1)
    free = np.minimum(1, city.capacities)
    earlier = [assign(*_day(city, seed), free).column_prices for seed in EARLIER_DAYS]
    prices = SHARE_OF_PRICE * np.mean(earlier, axis=0)
    days = [_day(city, seed) for seed in SEEDS]
    most = [assign(*day, free).value for day in days]
    by_price = [picked(day, free, prices) / best for day, best in zip(days, most, strict=True)]
    by_weight = [picked(day, free, np.zeros(VOLUNTEERS)) / best for day, best in zip(days, most, strict=True)]
    return [_figure("picked by weight less price", by_price, "≥ 0.90"), _figure("picked by weight alone", by_weight, "")]


def _figure(what: str, shares: list[float], bound: str) -> Figure:
    spread = f"{min(shares):.3f} … {max(shares):.3f} of it"
    return Figure("11", f"online, {WISHES:,} × {VOLUNTEERS:,} contested: {what}", spread, "offline optimum", statistics.mean(shares), bound)


def _day(city: Volunteers, seed: int) -> Day:
    sought = wishes(WISHES, 1, seed)
    found = best(Grid.build(city.helpers(), DEFAULT), sought.needs, OPTIONS)
    return Day(Graph(found.starts, found.columns, found.scores), np.ones(WISHES, np.int64))


def picked(day: Day, capacities: Integers, prices: Floats) -> int:
    free, value, graph = capacities.copy(), 0, day.graph
    for first, end in zip(graph.starts[:-1], graph.starts[1:], strict=True):
        columns, weights = graph.columns[first:end], graph.weights[first:end]
        gain = np.where(free[columns] > 0, weights - prices[columns], -1)
        chosen = int(gain.argmax()) if len(gain) else -1
        if chosen >= 0 and gain[chosen] >= 0:
            free[columns[chosen]] -= 1
            value += int(weights[chosen])
    return value
