"""Instances from elsewhere whose best value is known. They lie beside the checkout and are no part of it."""

from pathlib import Path

import numpy as np
import pytest

from matching.assign import Graph, assign
from tests.matching.instances import integers

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
WHOLE = 2**40  # what 1 yuan counts, so that a product of two prices is whole to the last digit that matters


def data(name: str) -> Path:
    if not (DATA / name).exists():
        pytest.skip(f"{name} does not lie in {DATA}")
    return DATA / name


@pytest.mark.parametrize(("file", "least"), [("assign100", 305), ("assign200", 475), ("assign300", 626)])
def test_orlib_the_least_cost_of_pairing_all(file: str, least: int) -> None:
    size, *costs = map(int, data(f"orlib/{file}.txt").read_text().split())
    gains = max(costs) + 1 - integers(*costs)
    one_each = np.ones(size, np.int64)
    found = assign(Graph(np.arange(0, size * size + 1, size), np.tile(np.arange(size, dtype=np.int32), size), gains), one_each, one_each)
    assert (size * (max(costs) + 1) - found.value, found.gap) == (least, 0)


def test_gmission_the_most_that_workers_can_earn() -> None:
    (header, *lines) = (line.split() for line in data("gmission/data_00.txt").read_text().splitlines())
    time, x, y, radius, capacity, lasts, rate = np.array([[line[0], *line[2:]] for line in lines if line[1] == "w"], float).T
    asked, task_x, task_y, open_for, pay = np.array([[line[0], *line[2:]] for line in lines if line[1] == "t"], float).T[:, None]
    assert (len(time), asked.size) == (int(header[0]), int(header[1]))
    near = (task_x - x[:, None]) ** 2 + (task_y - y[:, None]) ** 2 <= radius[:, None] ** 2
    meet = (time[:, None] < asked + open_for) & (asked < (time + lasts)[:, None])
    rows, columns = np.nonzero(near & meet)
    weights = np.rint(pay[0, columns] * rate[rows] * WHOLE).astype(np.int64)
    starts = np.searchsorted(rows, np.arange(len(time) + 1))
    found = assign(Graph(starts, columns.astype(np.int32), weights), capacity.astype(np.int64), np.ones(asked.size, np.int64))
    assert found.gap == 0
    assert found.value / WHOLE == pytest.approx(1878.4316, abs=5e-5)
