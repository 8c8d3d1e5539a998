"""The same assignments by others: OR-tools' min-cost flow, lapx's lapmod, and the bound of given prices in numpy."""

import numpy as np
from lap import lapmod  # type: ignore[import-not-found]
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # type: ignore[import-not-found]

from bench.instances import Instance
from matching.assign import Assignment


class Flow:
    """From a source through rows and columns to a sink; what finds no place flows past them for nothing."""

    def __init__(self, instance: Instance) -> None:
        graph, wants, capacities = instance
        n_rows, n_columns = len(wants), len(capacities)
        source, sink = n_rows + n_columns, n_rows + n_columns + 1
        supply = np.minimum(wants, np.diff(graph.starts))
        rows, columns = np.arange(n_rows), n_rows + np.arange(n_columns)
        tails = np.concatenate((np.full(n_rows, source), graph.rows, columns, [source]))
        heads = np.concatenate((rows, n_rows + graph.columns, np.full(n_columns, sink), [sink]))
        capacity = np.concatenate((supply, np.ones_like(graph.weights), capacities, [supply.sum()]))
        costs = np.concatenate((np.zeros(n_rows, np.int64), -graph.weights, np.zeros(n_columns + 1, np.int64)))
        self._flow = SimpleMinCostFlow()
        self._flow.add_arcs_with_capacity_and_unit_cost(tails, heads, capacity, costs)
        self._flow.set_nodes_supplies(np.array([source, sink]), np.array([supply.sum(), -supply.sum()]))

    def solve(self) -> int:
        assert self._flow.solve() == self._flow.OPTIMAL
        return -int(self._flow.optimal_cost())


class Square:
    """lapmod pairs all rows with all columns, one to one: whoever stays alone is paired with a shadow, for nothing.

    Row i may take its own shadow column, column j its own shadow row; where i and j take one another, so may their shadows.
    """

    def __init__(self, instance: Instance) -> None:
        graph, rows, columns = instance.graph, instance.graph.rows, instance.graph.columns.astype(np.int64)
        n_rows, n_columns = len(instance.wants), len(instance.capacities)
        tails = np.concatenate((rows, np.arange(n_rows), n_rows + columns, n_rows + np.arange(n_columns)))
        heads = np.concatenate((columns, n_columns + np.arange(n_rows), n_columns + rows, np.arange(n_columns)))
        dearest = int(graph.weights.max())  # costs must not be negative: each row pays so much, less what it gains
        costs = np.concatenate((dearest - graph.weights, np.full(n_rows, dearest), np.zeros(len(rows) + n_columns))).astype(np.float64)
        order = np.lexsort((heads, tails))
        self.size, self.paid = n_rows + n_columns, n_rows * dearest
        self.costs, self.heads = costs[order], heads[order].astype(np.int32)
        self.starts = np.concatenate(([0], np.cumsum(np.bincount(tails, minlength=self.size)))).astype(np.int32)

    def solve(self) -> int:
        return self.paid - round(lapmod(self.size, self.costs, self.starts, self.heads)[0])


def bound(instance: Instance, rows: np.ndarray[tuple[int], np.dtype[np.int64]], found: Assignment) -> int:
    """What the prices say is possible at most, in one vectorised evaluation over all edges."""
    graph, wants, capacities = instance
    above = np.maximum(0, graph.weights - found.row_prices[rows] - found.column_prices[graph.columns])
    return int(above.sum() + found.row_prices @ wants + found.column_prices @ capacities)
