"""What an assignment is worth, and what its prices say is possible at most. Trusts nothing of the solver; needs numba."""

import numpy as np
from numpy.typing import NDArray

from matching.assign import Graph, Indices, Integers
from matching.kernels import entry, kernel

HALF = 27  # bits. A few thousand weights near 2**53 already leave 64 bits, so high and low halves are summed apart
LOW = 2**HALF - 1


def value_and_bound(
    graph: Graph, wants: Integers, capacities: Integers, chosen: NDArray[np.bool_], row_prices: Integers, column_prices: Integers
) -> tuple[int, int]:
    value, bound = np.zeros(2, np.int64), np.zeros(2, np.int64)
    edges, filled = np.zeros(len(capacities), np.int32), np.zeros(len(capacities), np.int32)
    _weigh_rows(graph.starts, graph.columns, graph.weights, wants, chosen, row_prices, column_prices, edges, filled, value, bound)
    _weigh_columns(capacities, column_prices, edges, filled, bound)
    return _whole(value), _whole(bound)


@kernel
def _add(total: Integers, value: int, times: int) -> None:
    total[0] += (value >> HALF) * times
    total[1] += (value & LOW) * times


@entry
def _weigh_rows(
    starts: Integers,
    columns: Indices,
    weights: Integers,
    wants: Integers,
    chosen: NDArray[np.bool_],
    row_prices: Integers,
    column_prices: Integers,
    edges: Indices,
    filled: Indices,
    value: Integers,
    bound: Integers,
) -> None:
    """Counts the edges of a column only if it has a price: the others add nothing, and memory is slow."""
    for row in range(len(wants)):
        placed = 0
        for edge in range(starts[row], starts[row + 1]):
            column = columns[edge]
            if column_prices[column] > 0:
                edges[column] += 1
            above = weights[edge] - row_prices[row] - column_prices[column]
            if above > 0:
                _add(bound, above, 1)
            if chosen[edge]:
                placed += 1
                filled[column] += 1
                _add(value, weights[edge], 1)
        if placed > wants[row]:
            raise ValueError("a row has more than it wants")
        _add(bound, row_prices[row], min(wants[row], starts[row + 1] - starts[row]))


@entry
def _weigh_columns(capacities: Integers, column_prices: Integers, edges: Indices, filled: Indices, bound: Integers) -> None:
    for column in range(len(capacities)):
        if filled[column] > capacities[column]:
            raise ValueError("a column has more than its capacity")
        _add(bound, column_prices[column], min(capacities[column], edges[column]))


def _whole(total: Integers) -> int:
    return (int(total[0]) << HALF) + int(total[1])
