"""Kernels that bring edges into the order in which they are searched. They need numba."""

import numpy as np

from matching.assign import Indices, Integers
from matching.kernels import counted_entry


@counted_entry
def degrees(starts: Integers, columns: Indices, n_columns: int) -> tuple[Indices, int]:
    """How many edges each column has, and the first edge that its row has twice (or -1)."""
    notes = np.full((n_columns, 2), -1, np.int32)  # its edges, less one, and the last row that had it: one look at memory for both
    for row in range(len(starts) - 1):
        for edge in range(starts[row], starts[row + 1]):
            note = notes[columns[edge]]
            if note[1] == row:
                return notes[:, 0] + np.int32(1), edge
            note[0] += 1
            note[1] = row
    return notes[:, 0] + np.int32(1), -1


@counted_entry
def falls(starts: Integers, weights: Integers) -> bool:
    """Do the edges of each row stand the heaviest first?"""
    for row in range(len(starts) - 1):
        for edge in range(starts[row] + 1, starts[row + 1]):
            if weights[edge] > weights[edge - 1]:
                return False
    return True


@counted_entry
def heaviest_first(starts: Integers, weights: Integers) -> Indices:
    order = np.empty(len(weights), np.int32)
    for row in range(len(starts) - 1):
        first, end = starts[row], starts[row + 1]
        order[first:end] = first + np.argsort(-weights[first:end], kind="mergesort")
    return order


@counted_entry
def rows_of(starts: Integers) -> Indices:
    rows = np.empty(starts[-1], np.int32)
    for row in range(len(starts) - 1):
        rows[starts[row] : starts[row + 1]] = row
    return rows


@counted_entry
def by_column(columns: Indices, ends: Indices) -> Indices:
    """The edges of each column, one column after another; `ends` says where those of each end."""
    turned, free = np.empty(len(columns), np.int32), ends.copy()
    for edge in range(len(columns) - 1, -1, -1):
        free[columns[edge]] -= 1
        turned[free[columns[edge]]] = edge
    return turned
