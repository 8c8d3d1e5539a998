"""The best assignment there is: rows want units, columns have places, every edge has a weight and is used at most once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

HEAVIEST = 2**53
ROWS_AT_ONCE = 256  # between two reports of progress


@dataclass(frozen=True)
class Graph:
    """The edges row by row: those of row i stand from starts[i] to starts[i + 1], in any order."""

    starts: Integers
    columns: NDArray[np.int32]
    weights: Integers

    @property
    def rows(self) -> Integers:
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


@dataclass(frozen=True)
class Assignment:
    """`gap`: what the prices say is possible at most, less `value`. 0 proves that nothing better exists."""

    chosen: NDArray[np.bool_]
    value: int
    row_prices: Integers
    column_prices: Integers
    gap: int


def assign(graph: Graph, wants: Integers, capacities: Integers, progress: Callable[[int, int], None] | None = None) -> Assignment:
    """A unit that stays unplaced costs nothing. The same input gives the same result."""
    check(graph, wants, capacities)
    from matching import augment  # numba: only for those who solve

    heaviest_first = np.lexsort((-graph.weights.astype(np.int64), graph.rows))
    market = augment.market(
        graph.starts.astype(np.int64),
        graph.columns[heaviest_first].astype(np.int64),
        graph.weights[heaviest_first].astype(np.int64),
        wants.astype(np.int64),
        capacities.astype(np.int64),
    )
    standing, search = augment.nothing_given(market), augment.nothing_seen(market)
    fewest_options_first = np.argsort(np.diff(graph.starts), kind="stable")
    for done in range(0, len(wants), ROWS_AT_ONCE):
        augment.place(fewest_options_first[done : done + ROWS_AT_ONCE], market, standing, search)
        if progress:
            progress(min(done + ROWS_AT_ONCE, len(wants)), len(wants))

    chosen = np.zeros_like(standing.chosen)
    chosen[heaviest_first] = standing.chosen
    prices = standing.row_prices, standing.column_prices
    return Assignment(chosen, _sum(graph.weights[chosen]), *prices, gap(graph, wants, capacities, chosen, *prices))


def gap(
    graph: Graph, wants: Integers, capacities: Integers, chosen: NDArray[np.bool_], row_prices: Integers, column_prices: Integers
) -> int:
    """Prices bound every assignment from above (weak duality): how far below the bound this one is. Trusts nothing of the solver."""
    placed, filled = np.bincount(graph.rows[chosen], minlength=len(wants)), np.bincount(graph.columns[chosen], minlength=len(capacities))
    _require(np.all(placed <= wants), "a row has more than it wants")
    _require(np.all(filled <= capacities), "a column has more than its capacity")
    _require(np.all(row_prices >= 0) and np.all(column_prices >= 0), "a price is negative")
    usable_wants = np.minimum(wants, np.diff(graph.starts))
    usable_capacities = np.minimum(capacities, np.bincount(graph.columns, minlength=len(capacities)))
    above_prices = np.maximum(0, graph.weights - row_prices[graph.rows] - column_prices[graph.columns])
    bound = _sum(row_prices, usable_wants) + _sum(column_prices, usable_capacities) + _sum(above_prices)
    return bound - _sum(graph.weights[chosen])


def check(graph: Graph, wants: Integers, capacities: Integers) -> None:
    for name, array in {**vars(graph), "wants": wants, "capacities": capacities}.items():
        _require(array.ndim == 1 and array.dtype.kind == "i", f"{name} must be a row of signed integers, not {array.dtype} {array.shape}")
        _require(np.all(array >= 0), f"{name} must not be negative")
    starts, columns, weights = graph.starts, graph.columns, graph.weights
    _require(len(starts) == len(wants) + 1, f"{len(wants)} rows need {len(wants) + 1} starts, not {len(starts)}")
    _require(starts[0] == 0 and np.all(np.diff(starts) >= 0), "starts must begin with 0 and never fall")
    _require(starts[-1] == len(columns), f"starts end at {starts[-1]}, but there are {len(columns)} edges")
    _require(len(columns) == len(weights), f"{len(columns)} columns, but {len(weights)} weights")
    _require(np.all(columns < len(capacities)), f"an edge leads to a column that is not among the {len(capacities)}")
    _require(np.all(weights <= HEAVIEST), "no weight may be above 2**53")


def _require(holds: bool | np.bool_, message: str) -> None:
    if not holds:
        raise ValueError(message)


def _sum(values: Integers, times: Integers | int = 1) -> int:
    """Exact: a few thousand weights near 2**53 already leave 64 bits, so high and low halves are summed apart."""
    high, low = values >> 27, values & (2**27 - 1)
    return (int(np.sum(high * times)) << 27) + int(np.sum(low * times))
