"""Instances of every kind, made by chance and the same for the same seed."""

from typing import NamedTuple

import numpy as np

from matching.assign import Assignment, Graph, Integers, gap


def graph_of(rows: list[list[tuple[int, int]]]) -> Graph:
    """Each row a list of (column, weight)."""
    edges = [edge for row in rows for edge in row]
    starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    return Graph(starts, np.array([column for column, _ in edges], np.int32), np.array([weight for _, weight in edges], np.int64))


def integers(*values: int) -> Integers:
    return np.array(values, np.int64)


class Instance(NamedTuple):
    graph: Graph
    wants: Integers
    capacities: Integers

    def gap_of(self, result: Assignment) -> int:
        return gap(*self, result.chosen, result.row_prices, result.column_prices)


def mixed(seed: int) -> Instance:
    """Small: roomy or contested, with ties or without, rows that have no edge, closed columns, at times a giant row."""
    random = np.random.default_rng(seed)
    n_rows, n_columns = random.integers(1, 60, 2)
    heaviest = random.choice([1, 3, 50, 100_000])
    rows = []
    for _ in range(n_rows):
        columns = random.permutation(n_columns)[: random.integers(0, 12)]
        rows.append([(int(column), int(random.integers(0, heaviest + 1))) for column in columns])
    wants, capacities = random.integers(0, random.choice([2, 5]), n_rows), random.integers(0, random.choice([2, 8]), n_columns)
    if seed % 4 == 0:
        rows[0] = [(column, int(random.integers(0, heaviest + 1))) for column in range(n_columns)]
        wants[0] = 10_000
    return Instance(graph_of(rows), wants, capacities)


def town(seed: int) -> Instance:
    """From roomy (few units, many places) to contested (many units want few places); every other one in coarse weights."""
    random = np.random.default_rng(seed)
    n_rows, n_columns = 500 - 20 * seed, 200 - 8 * seed
    sought = random.permutation(n_columns)
    rows = []
    for _ in range(n_rows):
        columns = np.unique(sought[(n_columns * random.random(12) ** 2).astype(int)])
        weights = random.integers(1, (5, 10_000)[seed % 2], len(columns))
        rows.append(list(zip(columns.tolist(), weights.tolist(), strict=True)))
    wants = random.integers(0, 4, n_rows)
    places_for_each_unit = (0.3, 0.7, 1.0, 2.0)[seed // 2 % 4]
    capacities = random.multinomial(int(wants.sum() * places_for_each_unit), random.dirichlet(np.ones(n_columns)))
    return Instance(graph_of(rows), wants, capacities)
