"""Rows 5, 6 and 7: exact assignments, beside OR-tools, lapmod, and the bound that it takes to prove one.

Ours: from a graph in memory to an assignment with its certificate, all that `assign` does. Theirs: `solve` alone, the
building of their network is timed apart. One thread each.
"""

import numpy as np

from bench.figures import Figure, seconds, shown, side_by_side
from bench.instances import CONTESTED_BEST, SURPLUS_BEST, Instance, province
from bench.peers import Flow, Square, bound
from matching.assign import Assignment, assign
from tests.matching.instances import mixed

RANDOM = 200


def measure() -> list[Figure]:
    assign(*mixed(0))  # the kernels are compiled once, not each time
    small, large = province(10_000, 32_000, 1, SURPLUS_BEST), province(100_000, 1_000_000, 18, SURPLUS_BEST)
    figures = [*beside_flow("5", small, "≥ 20"), *beside_flow("5", large, "≥ 30"), over_one_bound(large)]
    small, large = province(10_000, 8_000, 1, CONTESTED_BEST), province(100_000, 80_000, 10, CONTESTED_BEST)
    figures += [*beside_flow("6", small, "≥ 4"), *beside_flow("6", large, "≥ 8"), beside_lapmod(small.one_to_one())]
    return [*figures, equal_to_flow()]


def beside_flow(row: str, instance: Instance, asked: str) -> list[Figure]:
    built: list[Flow] = []
    building = seconds(lambda: built.append(Flow(instance)))
    found, values = assign(*instance), list[int]()
    ours, theirs = side_by_side(lambda: assign(*instance), lambda: values.append(built[0].solve()))
    assert (found.gap, set(values)) == (0, {found.value})
    what = f"{instance.size}, {len(instance.graph.columns):,} edges, exact, gap 0"
    return [
        Figure(row, what, shown(ours), f"OR-tools min-cost flow {shown(theirs)}", theirs / ours, asked),
        Figure(row, f"{instance.size}, with their network built", shown(ours), shown(theirs + building), (theirs + building) / ours),
    ]


def beside_lapmod(instance: Instance) -> Figure:
    square, found, values = Square(instance), assign(*instance), list[int]()
    ours, theirs = side_by_side(lambda: assign(*instance), lambda: values.append(square.solve()))
    assert (found.gap, set(values)) == (0, {found.value})
    return Figure("6", f"{instance.size}, one to one", shown(ours), f"lapx lapmod {shown(theirs)}", theirs / ours, "≥ 5")


def over_one_bound(instance: Instance) -> Figure:
    graph, found, bounds = instance.graph, assign(*instance), list[int]()
    rows, usable = graph.rows, instance._replace(
        wants=np.minimum(instance.wants, np.diff(graph.starts)),
        capacities=np.minimum(instance.capacities, np.bincount(graph.columns, minlength=len(instance.capacities))),
    )  # fmt: skip
    ours, limit = side_by_side(lambda: assign(*instance), lambda: bounds.append(bound(usable, rows, found)), rounds=9)
    assert set(bounds) == {found.value}
    return Figure(
        "7", f"{instance.size}: solved and proved", shown(ours), f"its bound, once, in numpy {shown(limit)}", ours / limit, "≤ 10"
    )


def equal_to_flow() -> Figure:
    """Both capacities, ties, rows without edges, closed columns, at times a row that wants everything."""
    equal = sum(is_equal(assign(*instance), Instance(*instance)) for instance in map(mixed, range(RANDOM)))
    return Figure("5", "random instances of every kind", f"{equal} of {RANDOM} equal, gap 0", "OR-tools", equal / RANDOM, "≥ 1")


def is_equal(found: Assignment, instance: Instance) -> bool:
    return (found.value, found.gap) == (Flow(instance).solve(), 0)
