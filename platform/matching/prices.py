"""What a person's attention is worth to all the others: the price of one message to him, in chances of a yes."""

import numpy as np
from numpy.typing import NDArray

from matching.assign import Graph, Indices, Integers, assign

Floats = NDArray[np.float64]

UNIT = 1000  # weights are whole numbers: thousandths of a chance
OPTIONS = 60  # of a wish, the most willing first: who stands further back sets no price
ENOUGH = 1.2  # yeses for each place, so that somebody comes even where one says no
LEAST_CHANCE = 0.03


def prices(starts: Integers, columns: Indices, chances: Floats, places: Integers, messages: Integers) -> Floats:
    """The dual prices of sharing out `messages` (what each person can take) among the wishes of the same days, as foreseen.

    A wish wants as many messages as bring it enough yeses. Where nobody else would lose, the price is 0.
    """
    degrees = np.diff(starts)
    rows = np.repeat(np.arange(len(degrees)), degrees)
    mean = np.bincount(rows, chances, len(degrees)) / np.maximum(1, degrees)
    wanted = np.ceil(ENOUGH * places / np.maximum(LEAST_CHANCE, mean)).astype(np.int64)
    kept = _most_willing(rows, chances, starts)
    kept_starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.bincount(rows[kept], minlength=len(degrees)))])
    graph = Graph(kept_starts, columns[kept], np.rint(UNIT * chances[kept]).astype(np.int64) + 1)
    found = assign(graph, wanted, messages)
    contested = np.bincount(graph.columns, minlength=len(messages)) > messages
    return np.where(contested, found.column_prices / UNIT, 0.0)


def _most_willing(rows: Integers, chances: Floats, starts: Integers) -> Integers:
    order = np.lexsort((-chances, rows))
    rank = np.arange(len(order)) - starts[rows[order]]
    return order[rank < OPTIONS]
