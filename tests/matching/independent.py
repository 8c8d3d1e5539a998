"""The same assignment by other means: every subset (tiny graphs), and HiGHS (linear programming; its vertices are whole here)."""

from itertools import product

import highspy
import numpy as np

from matching.assign import Graph, Integers


def best_of_all_subsets(graph: Graph, wants: Integers, capacities: Integers) -> int:
    rows, columns, weights = graph.rows.tolist(), graph.columns.tolist(), graph.weights.tolist()
    best = 0
    for taken in product((0, 1), repeat=len(weights)):
        placed, filled, value = wants.tolist(), capacities.tolist(), 0
        for edge, units in enumerate(taken):
            placed[rows[edge]] -= units
            filled[columns[edge]] -= units
            value += units * weights[edge]
        if min([0, *placed, *filled]) == 0:
            best = max(best, value)
    return best


def best_by_highs(graph: Graph, wants: Integers, capacities: Integers) -> int:
    n_edges = len(graph.weights)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = n_edges, len(wants) + len(capacities)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = graph.weights.astype(np.float64)
    lp.col_lower_, lp.col_upper_ = np.zeros(n_edges), np.ones(n_edges)
    lp.row_upper_ = np.concatenate((wants, capacities)).astype(np.float64)
    lp.row_lower_ = np.zeros(lp.num_row_)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 2 * n_edges + 1, 2, dtype=np.int64)
    lp.a_matrix_.index_ = np.column_stack((graph.rows, len(wants) + graph.columns)).ravel().astype(np.int64)
    lp.a_matrix_.value_ = np.ones(2 * n_edges)
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    highs.passModel(lp)
    highs.run()
    assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(highs.getObjectiveValue())
