"""Row 8: one in a hundred leaves and one in a hundred comes, of the rows and of the columns; repaired, beside solved anew.

Anew means the search alone, on a graph that is laid out and checked already. The certificate is the same for both; it is
taken after each repair, outside of the time.
"""

import statistics

import numpy as np

from bench.figures import ROUNDS, Figure, seconds, shown
from bench.instances import CONTESTED_BEST, SURPLUS_BEST, Instance, province
from matching.assign import Integers
from matching.matching import Matching

CHURN = 0.01


class Crowd:
    """Who is there and who is away: as many come as leave."""

    def __init__(self, size: int, random: np.random.Generator) -> None:
        self.size, self.random = size, random
        self.away: Integers = np.empty(0, np.int64)

    def change(self) -> tuple[Integers, Integers]:
        there = np.setdiff1d(np.arange(self.size), self.away)
        out, come = self.random.permutation(there)[: int(CHURN * self.size)], self.away
        self.away = out
        return out, come


def measure() -> list[Figure]:
    return [
        repaired(province(10_000, 32_000, 1, SURPLUS_BEST)),
        repaired(province(100_000, 1_000_000, 18, SURPLUS_BEST), "≥ 8"),
        repaired(province(100_000, 80_000, 10, CONTESTED_BEST)),
    ]


def repaired(instance: Instance, asked: str = "") -> Figure:
    kept, anew = Matching(*instance), Matching(*instance)
    random = np.random.default_rng(1)
    rows, columns = Crowd(len(instance.wants), random), Crowd(len(instance.capacities), random)
    took = [_one_round(kept, anew, rows, columns) for _ in range(ROUNDS + 1)][1:]  # the first time nobody comes back
    ours, full = (statistics.median(times) for times in zip(*took, strict=True))
    what = f"{instance.size}: 1 % leave, 1 % come, repaired, gap 0"
    return Figure("8", what, shown(ours), f"solved anew {shown(full)}", full / ours, asked)


def _one_round(kept: Matching, anew: Matching, rows: Crowd, columns: Crowd) -> tuple[float, float]:
    rows_out, rows_in = rows.change()
    columns_out, columns_in = columns.change()
    repair = seconds(lambda: kept.update(rows_out=rows_out, rows_in=rows_in, columns_out=columns_out, columns_in=columns_in))
    anew.update(rows_out=rows_out, rows_in=rows_in, columns_out=columns_out, columns_in=columns_in)
    solve = seconds(anew.solve)
    found = kept.assignment()
    assert (found.gap, found.value) == (0, anew.assignment().value)
    return repair, solve
