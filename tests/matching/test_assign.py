"""The best assignment there is."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.assign import HEAVIEST, Graph, Integers, assign, gap
from tests.matching.independent import best_by_highs, best_of_all_subsets
from tests.matching.instances import Instance, graph_of, integers, mixed, town


@st.composite
def tiny(draw: st.DrawFn) -> Instance:
    """Few weights to choose from, so that many are equal; some near the heaviest."""
    n_columns = draw(st.integers(1, 4))
    weight = st.sampled_from([0, 1, 2, 3, 5, HEAVIEST - 2, HEAVIEST - 1, HEAVIEST])
    edges = st.dictionaries(st.integers(0, n_columns - 1), weight, max_size=3).map(lambda row: list(row.items()))
    rows = draw(st.lists(edges, max_size=4))
    counts = [draw(st.lists(st.integers(0, 4), min_size=size, max_size=size)) for size in (len(rows), n_columns)]
    return Instance(graph_of(rows), integers(*counts[0]), integers(*counts[1]))


@settings(max_examples=60, deadline=None)
@given(tiny())
def test_no_subset_of_the_edges_is_better(instance: Instance) -> None:
    result = assign(*instance)
    assert result.value == best_of_all_subsets(*instance)
    assert (result.gap, instance.gap_of(result)) == (0, 0)


@pytest.mark.parametrize("instance", [*map(town, range(20)), *map(mixed, range(180))])
def test_an_independent_solver_finds_nothing_better(instance: Instance) -> None:
    result = assign(*instance)
    assert result.value == best_by_highs(*instance)
    assert (result.gap, instance.gap_of(result)) == (0, 0)


def test_the_second_best_is_taken_where_it_is_better_for_all() -> None:
    result = assign(graph_of([[(0, 9), (1, 8)], [(0, 7)]]), integers(1, 1), integers(1, 1))
    assert result.chosen.tolist() == [False, True, True]


def test_a_row_gives_up_a_unit_to_a_heavier_one() -> None:
    result = assign(graph_of([[(0, 3)], [(0, 4), (1, 1)]]), integers(1, 2), integers(1, 1))
    assert result.chosen.tolist() == [False, True, True]


def test_one_edge_carries_one_unit() -> None:
    assert assign(graph_of([[(0, 5)]]), integers(3), integers(3)).value == 5


def test_no_rows_and_no_edges_are_an_assignment_too() -> None:
    assert assign(graph_of([]), integers(), integers()).value == 0
    assert assign(graph_of([[], []]), integers(1, 2), integers(3)).value == 0


def test_equal_weights_are_decided_by_what_stands_in_their_low_bits() -> None:
    drawn = [3, 1, 2]
    rows = [[(0, (1 << 52) + lot)] for lot in drawn]
    assert assign(graph_of(rows), integers(1, 1, 1), integers(2)).chosen.tolist() == [True, False, True]


def test_a_sum_above_64_bits_is_exact() -> None:
    size = 3_000
    graph = Graph(np.arange(size + 1), np.arange(size, dtype=np.int32), np.full(size, HEAVIEST))
    result = assign(graph, np.ones(size, np.int64), np.ones(size, np.int64))
    assert (result.value, result.gap) == (size * 2**53, 0)


def test_the_same_input_gives_the_same_result() -> None:
    first, second = assign(*town(4)), assign(*town(4))
    assert np.array_equal(first.chosen, second.chosen)
    assert np.array_equal(first.column_prices, second.column_prices)


def test_what_is_asked_stays_as_it_was() -> None:
    asked, untouched = town(2), town(2)
    assign(*asked)
    assert all(np.array_equal(one, other) for one, other in zip(_arrays(asked), _arrays(untouched), strict=True))


def _arrays(instance: Instance) -> list[Integers]:
    graph, wants, capacities = instance
    return [*vars(graph).values(), wants, capacities]


def test_progress_goes_on_to_the_end() -> None:
    reports: list[tuple[int, int]] = []
    assign(graph_of([[(0, 1)]] * 600), np.ones(600, np.int64), integers(5), lambda done, all_rows: reports.append((done, all_rows)))
    assert reports == [(256, 600), (512, 600), (600, 600)]


def test_a_worse_assignment_has_a_gap() -> None:
    instance = town(3)
    result = assign(*instance)
    fewer = result.chosen.copy()
    lost = np.flatnonzero(fewer)[0]
    fewer[lost] = False
    assert instance.gap_of(replace(result, chosen=fewer)) == instance[0].weights[lost] > 0


def test_wrong_prices_prove_nothing() -> None:
    instance = town(3)
    result = assign(*instance)
    assert instance.gap_of(replace(result, column_prices=result.column_prices + 1)) > 0
    with pytest.raises(ValueError, match="a price is negative"):
        instance.gap_of(replace(result, row_prices=result.row_prices - HEAVIEST))


def test_an_assignment_beyond_the_limits_is_no_assignment() -> None:
    graph, wants, capacities = town(3)
    chosen, prices = np.ones(len(graph.weights), np.bool_), (np.zeros_like(wants), np.zeros_like(capacities))
    with pytest.raises(ValueError, match="a row has more than it wants"):
        gap(graph, wants, capacities, chosen, *prices)
    with pytest.raises(ValueError, match="a column has more than its capacity"):
        gap(graph, np.full_like(wants, 99), capacities, chosen, *prices)
