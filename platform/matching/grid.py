"""The best helpers for every need, from arrays: for whole cities, where the database would be asked a hundred thousand times.

For each skill there is a list of those who have it, cell by cell of the map, in a cell the widest radius first: a cell is
gone through only as far as somebody's own radius reaches the need.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matching.crowd import Helpers, Integers, Needs, Notes
from matching.weights import Weights

if TYPE_CHECKING:
    from matching import scan

NEEDS_AT_ONCE = 256  # between two looks for work of a thread


@dataclass(frozen=True)
class Grid:
    """The lists of those whom nothing but the need itself keeps from being asked, with the points that do not depend on it."""

    lists: "scan.Lists"
    n_helpers: int
    weights: Weights

    @classmethod
    def build(cls, helpers: Helpers, weights: Weights) -> "Grid":
        from matching import lists  # numba: only for those who search

        return cls(lists.build(helpers, weights), len(helpers), weights)


@dataclass(frozen=True)
class Candidates:
    """Those of need i stand from starts[i] to starts[i + 1], best first. Columns are indices of helpers."""

    starts: Integers
    columns: NDArray[np.int32]
    scores: Integers


def best(grid: Grid, needs: Needs, k: int, notes: Notes | None = None, threads: int | None = None) -> Candidates:
    """The `k` best of each need; equals in the order of their ids. As many threads as the machine has cores, unless told."""
    if k < 1:
        raise ValueError(f"at least one candidate must be asked for, not {k}")
    from matching import lists, scan

    asks, points = lists.asks(needs, notes or Notes.none(len(needs))), lists.points(grid.weights)
    width = max(1, min(k, grid.n_helpers))
    found = scan.best_of(len(needs), width)
    order = lists.neighbours_together(needs)
    chunks = [order[start : start + NEEDS_AT_ONCE] for start in range(0, len(order), NEEDS_AT_ONCE)]
    _in_threads(lambda chunk: scan.scan(chunk, asks, grid.lists, points, found), chunks, threads or os.cpu_count() or 1)
    filled = np.arange(width) < found.counts[:, None]
    starts = np.concatenate([[0], np.cumsum(found.counts)])
    return Candidates(starts, found.helpers[filled], found.scores[filled].astype(np.int64))


def _in_threads(work: Callable[[Integers], None], chunks: list[Integers], threads: int) -> None:
    """The kernel lets go of Python's lock. No pool for a single chunk: it would take longer than the search."""
    if len(chunks) < 2 or threads < 2:
        for chunk in chunks:
            work(chunk)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, chunks))
