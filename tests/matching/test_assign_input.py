"""What no assignment is made of is refused in a sentence."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from matching.assign import Graph, Integers, assign
from tests.matching.instances import graph_of, integers

GRAPH = graph_of([[(0, 5), (1, 3)], [(0, 4)]])
WANTS, CAPACITIES = integers(1, 1), integers(1, 1)


@pytest.mark.parametrize(
    ("graph", "wants", "capacities", "sentence"),
    [
        (GRAPH, integers(1), CAPACITIES, "1 rows need 2 starts, not 3"),
        (replace(GRAPH, starts=integers(1, 2, 3)), WANTS, CAPACITIES, "starts must begin with 0 and never fall"),
        (replace(GRAPH, starts=integers(0, 4, 3)), WANTS, CAPACITIES, "starts must begin with 0 and never fall"),
        (replace(GRAPH, starts=integers(0, 2, 9)), WANTS, CAPACITIES, "starts end at 9, but there are 3 edges"),
        (replace(GRAPH, weights=integers(5, 3)), WANTS, CAPACITIES, "3 columns, but 2 weights"),
        (replace(GRAPH, weights=integers(5, 3, -4)), WANTS, CAPACITIES, "weights must not be negative"),
        (replace(GRAPH, weights=integers(5, 3, 2**53 + 1)), WANTS, CAPACITIES, "no weight may be above 2\\*\\*53"),
        (replace(GRAPH, columns=np.array([1, 1, 0], np.int32)), WANTS, CAPACITIES, "row 0 has column 1 twice"),
        (replace(GRAPH, weights=np.array([5, np.nan, 4])), WANTS, CAPACITIES, "weights must be a row of signed integers, not float64"),
        (GRAPH, WANTS, integers(1), "an edge leads to a column that is not among the 1"),
        (replace(GRAPH, columns=np.array([0, -1, 0], np.int32)), WANTS, CAPACITIES, "columns must not be negative"),
        (GRAPH, integers(1, -1), CAPACITIES, "wants must not be negative"),
        (GRAPH, WANTS, integers(1, -1), "capacities must not be negative"),
        (GRAPH, WANTS, np.ones((1, 2), np.int64), "capacities must be a row of signed integers"),
        (GRAPH, np.ones(2), CAPACITIES, "wants must be a row of signed integers, not float64"),
    ],
)
def test_bad_input_is_refused(graph: Graph, wants: Integers, capacities: Integers, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        assign(graph, wants, capacities)


def test_the_compiler_is_loaded_by_those_who_solve_only() -> None:
    subprocess.run([sys.executable, "-c", "import sys, matching.assign; sys.exit('numba' in sys.modules)"], check=True, cwd="platform")
