"""The best assignment there is: rows want units, columns have places, every edge has a weight and is used at most once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Indices = NDArray[np.int32]

HEAVIEST = 2**53
MOST_EDGES = 2**31 - 1  # an edge is numbered in 32 bits


@dataclass(frozen=True)
class Graph:
    """The edges row by row: those of row i stand from starts[i] to starts[i + 1], in any order."""

    starts: Integers
    columns: Indices
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
    from matching.matching import Matching  # numba: only for those who solve

    return Matching(graph, wants, capacities, progress).assignment()


def gap(
    graph: Graph, wants: Integers, capacities: Integers, chosen: NDArray[np.bool_], row_prices: Integers, column_prices: Integers
) -> int:
    """Prices bound every assignment from above (weak duality): how far below the bound this one is. Trusts nothing of the solver."""
    check(graph, wants, capacities)
    value, bound = weigh(graph, wants, capacities, chosen, row_prices, column_prices)
    return bound - value


def weigh(
    graph: Graph, wants: Integers, capacities: Integers, chosen: NDArray[np.bool_], row_prices: Integers, column_prices: Integers
) -> tuple[int, int]:
    """What is chosen is worth, and the bound that the prices set."""
    from matching import proof

    for name, array, size in (
        ("chosen", chosen, len(graph.columns)),
        ("row prices", row_prices, len(wants)),
        ("column prices", column_prices, len(capacities)),
    ):
        require(len(array) == size, f"there must be {size} {name}, not {len(array)}")
    require(_least(row_prices) >= 0 and _least(column_prices) >= 0, "a price is negative")
    require(max(_most(row_prices), _most(column_prices)) <= HEAVIEST, "no price may be above 2**53")
    return proof.value_and_bound(graph, wants, capacities, chosen, row_prices, column_prices)


def check(graph: Graph, wants: Integers, capacities: Integers) -> None:
    for name, array in {**vars(graph), "wants": wants, "capacities": capacities}.items():
        require(array.ndim == 1 and array.dtype.kind == "i", f"{name} must be a row of signed integers, not {array.dtype} {array.shape}")
        require(_least(array) >= 0, f"{name} must not be negative")
    starts, columns, weights = graph.starts, graph.columns, graph.weights
    require(len(starts) == len(wants) + 1, f"{len(wants)} rows need {len(wants) + 1} starts, not {len(starts)}")
    require(starts[0] == 0 and _least(np.diff(starts)) >= 0, "starts must begin with 0 and never fall")
    require(starts[-1] == len(columns), f"starts end at {starts[-1]}, but there are {len(columns)} edges")
    require(len(columns) == len(weights), f"{len(columns)} columns, but {len(weights)} weights")
    require(len(columns) <= MOST_EDGES, "no graph may have 2**31 edges or more")
    require(_most(columns) < len(capacities), f"an edge leads to a column that is not among the {len(capacities)}")
    require(_most(weights) <= HEAVIEST, "no weight may be above 2**53")


def _least(values: Integers | Indices) -> int:
    return int(values.min(initial=0))


def _most(values: Integers | Indices) -> int:
    return int(values.max(initial=-1))


def require(holds: bool | np.bool_, message: str) -> None:
    if not holds:
        raise ValueError(message)
