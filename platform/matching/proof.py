"""What an assignment is worth, and what its prices say is possible at most. Trusts nothing of the solver; needs numba."""

import numpy as np
from numpy.typing import NDArray

from matching.assign import Indices, Integers
from matching.kernels import counted_entry, kernel

HALF = 27  # bits. A few thousand weights near 2**53 already leave 64 bits, so high and low halves are summed apart


@kernel
def _add(total: Integers, value: int, times: int) -> None:
    total[0] += (value >> HALF) * times
    total[1] += (value & (2**HALF - 1)) * times


@counted_entry
def value_and_bound(
    starts: Integers,
    columns: Indices,
    weights: Integers,
    wants: Integers,
    capacities: Integers,
    chosen: NDArray[np.bool_],
    row_prices: Integers,
    column_prices: Integers,
) -> tuple[Integers, Integers]:
    value, bound = np.zeros(2, np.int64), np.zeros(2, np.int64)
    degree, filled = np.zeros(len(capacities), np.int32), np.zeros(len(capacities), np.int32)
    for row in range(len(wants)):
        placed, price = 0, row_prices[row]
        for edge in range(starts[row], starts[row + 1]):
            column = columns[edge]
            degree[column] += 1
            _add(bound, max(0, weights[edge] - price - column_prices[column]), 1)
            if chosen[edge]:
                placed += 1
                filled[column] += 1
                _add(value, weights[edge], 1)
        if placed > wants[row]:
            raise ValueError("a row has more than it wants")
        _add(bound, price, min(wants[row], starts[row + 1] - starts[row]))
    for column in range(len(capacities)):
        if filled[column] > capacities[column]:
            raise ValueError("a column has more than its capacity")
        _add(bound, column_prices[column], min(capacities[column], degree[column]))
    return value, bound


def whole(total: Integers) -> int:
    return (int(total[0]) << HALF) + int(total[1])
