"""A matching that is repaired is as good as one made anew, whoever left and came."""

from collections.abc import Callable

import numpy as np
import pytest

from matching import matching
from matching.assign import Assignment, Integers, assign
from matching.matching import Matching
from tests.matching.instances import Instance, graph_of, integers, mixed, town

NOBODY = integers()


class Population:
    """Who is there, kept beside the matching by other means."""

    def __init__(self, instance: Instance, seed: int) -> None:
        self.instance, self.random = instance, np.random.default_rng(seed)
        self.rows, self.columns = np.ones(len(instance.wants), np.bool_), np.ones(len(instance.capacities), np.bool_)

    def change(self, there: np.ndarray, share: float) -> tuple[Integers, Integers]:
        """Some of those who are there leave; some of those who were away before come, and a few who just left."""
        out = self.random.permutation(np.flatnonzero(there))[: int(share * len(there))]
        come = self.random.permutation(np.flatnonzero(~there))[: int(share * len(there))]
        come = np.concatenate((come, out[: len(out) // 4]))
        there[out] = False
        there[come] = True
        return out, come

    def left(self) -> Instance:
        graph, wants, capacities = self.instance
        return Instance(graph, np.where(self.rows, wants, 0), np.where(self.columns, capacities, 0))


def is_the_best(found: Assignment, instance: Instance) -> None:
    assert found.value == assign(*instance).value
    assert found.value == instance.graph.weights[found.chosen].sum()
    assert (found.gap, instance.gap_of(found)) == (0, 0)


@pytest.fixture
def always_repaired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST_REPAIRED", 9.0)


def test_a_matching_is_what_assign_finds() -> None:
    is_the_best(Matching(*town(2)).assignment(), town(2))


@pytest.mark.usefixtures("always_repaired")
@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("kind", ["rows", "columns", "both", "many"])
def test_a_repaired_matching_is_as_good_as_a_new_one(seed: int, kind: str) -> None:
    instance = mixed(seed) if seed % 2 else town(seed)
    population, kept = Population(instance, seed), Matching(*instance)
    share = 0.5 if kind == "many" else 0.1
    for _ in range(4):
        rows = population.change(population.rows, share) if kind != "columns" else (NOBODY, NOBODY)
        columns = population.change(population.columns, share) if kind != "rows" else (NOBODY, NOBODY)
        kept.update(rows_out=rows[0], rows_in=rows[1], columns_out=columns[0], columns_in=columns[1])
        is_the_best(kept.assignment(), population.left())


@pytest.mark.usefixtures("always_repaired")
@pytest.mark.parametrize("make", [mixed, town])
def test_all_may_leave_and_come_back(make: Callable[[int], Instance]) -> None:
    instance = make(4)
    rows, columns = np.arange(len(instance.wants)), np.arange(len(instance.capacities))
    kept = Matching(*instance)
    kept.update(rows_out=rows, columns_out=columns)
    assert kept.assignment().value == 0
    kept.update(rows_in=rows, columns_in=columns)
    is_the_best(kept.assignment(), instance)


def test_nothing_changes_when_nobody_leaves_or_comes() -> None:
    kept = Matching(*town(3))
    before = kept.assignment()
    kept.update()
    assert np.array_equal(before.chosen, kept.assignment().chosen)


def test_what_a_departure_does_not_touch_stays_as_it_was() -> None:
    kept = Matching(graph_of([[(0, 5), (1, 4)], [(2, 5), (3, 4)]]), integers(1, 1), integers(1, 1, 1, 1))
    kept.update(columns_out=integers(0))
    assert kept.assignment().chosen.tolist() == [False, True, True, False]


def test_who_is_away_and_leaves_again_or_is_there_and_comes_changes_nothing() -> None:
    instance = town(5)
    kept = Matching(*instance)
    kept.update(rows_out=integers(1), columns_out=integers(2))
    kept.update(rows_out=integers(1, 1), rows_in=integers(3), columns_out=integers(2), columns_in=integers(4, 4))
    wants, capacities = instance.wants.copy(), instance.capacities.copy()
    wants[1] = capacities[2] = 0
    is_the_best(kept.assignment(), Instance(instance.graph, wants, capacities))


def test_an_assignment_that_was_handed_out_stays_as_it_was() -> None:
    kept = Matching(*town(2))
    before = kept.assignment()
    chosen, prices = before.chosen.copy(), before.column_prices.copy()
    kept.update(rows_out=np.arange(5), columns_out=np.arange(5))
    assert np.array_equal(before.chosen, chosen)
    assert np.array_equal(before.column_prices, prices)


def test_beyond_a_few_percent_it_is_solved_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    solved: list[int] = []
    kept = Matching(*town(0))
    monkeypatch.setattr(Matching, "solve", lambda self: solved.append(1))
    kept.update(rows_out=np.arange(15))
    assert not solved
    kept.update(rows_out=np.arange(15, 31))
    assert solved


@pytest.mark.parametrize("seed", range(8))
def test_any_prices_to_begin_with_lead_to_the_same_value(seed: int) -> None:
    instance = town(seed)
    yesterday = assign(*mixed(seed)).column_prices
    prices = np.random.default_rng(seed).choice(np.append(yesterday, [0, 7, 9_000]), len(instance.capacities))
    is_the_best(Matching(*instance, prices=prices).assignment(), instance)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ([500], "rows are numbered below 500"),
        ([-1], "rows are numbered below 500"),
        ([0.5], "a row is named by its number"),
        ([[1, 2]], "a row is named by its number"),
        ([True], "a row is named by its number"),
    ],
)
def test_who_is_not_in_the_graph_cannot_leave(numbers: list[int], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Matching(*town(0)).update(rows_out=numbers)


@pytest.mark.parametrize("prices", [integers(1), np.full(200, -1), np.full(200, 2**53 + 1), np.ones(200)])
def test_what_is_no_price_is_refused(prices: Integers) -> None:
    with pytest.raises(ValueError, match="price"):
        Matching(*town(0), prices=prices)
