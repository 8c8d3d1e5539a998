"""The best helpers for every need, from arrays: for whole cities, where the database would be asked a hundred thousand times.

For each skill there is a list of those who have it, cell by cell of the map, in a cell the widest radius first: a cell is
scanned only as far as somebody's own radius reaches the need.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matching.crowd import SKILL_BITS, Floats, Helpers, Integers, Needs, Notes
from matching.score import OTHER_SKILL
from matching.weights import Weights

if TYPE_CHECKING:
    from matching import scan

NEEDS_AT_ONCE = 256  # between two looks for work of a thread
CELLS_AROUND = 18_001  # of a line, from the date line to the date line


@dataclass(frozen=True)
class Grid:
    """The lists of those whom nothing but the need itself keeps from being asked."""

    lists: "scan.Grid"
    weights: Weights

    @classmethod
    def build(cls, helpers: Helpers, weights: Weights) -> "Grid":
        from matching import scan  # numba: only for those who search

        cell = _cells(helpers)
        usable = np.flatnonzero(_can_be_asked(helpers))
        usable = usable[np.lexsort((-helpers.radius_km[usable], cell[usable]))]
        members = list(_members(helpers.skills, usable))
        which = np.repeat(np.arange(len(members)), [len(each) for each in members])
        rows = _rows(helpers, np.concatenate(members), weights)
        cells = _index(which, cell[rows.helpers], rows.radius_km)
        crowd = scan.Crowd(helpers.area.astype(np.int64), helpers.skills.astype(np.int64))
        return cls(scan.Grid(rows, cells, crowd), weights)


@dataclass(frozen=True)
class Candidates:
    """Those of need i stand from starts[i] to starts[i + 1], best first. Columns are indices of helpers."""

    starts: Integers
    columns: NDArray[np.int32]
    scores: Integers


def best(grid: Grid, needs: Needs, k: int, notes: Notes | None = None, threads: int | None = None) -> Candidates:
    """The `k` best of each need; equals in the order of their ids. As many threads as the machine has cores, unless told."""
    from matching import scan

    if k < 1:
        raise ValueError(f"at least one candidate must be asked for, not {k}")
    asks, points = _asks(needs, notes or Notes.none(len(needs))), _points(grid.weights)
    lines, width = len(needs), max(1, min(k, len(grid.lists.crowd.area)))
    found = scan.Best(np.empty((lines, width), np.int32), np.empty((lines, width), np.int32), np.zeros(lines, np.int64))
    order = _neighbours_together(needs)
    chunks = [order[start : start + NEEDS_AT_ONCE] for start in range(0, lines, NEEDS_AT_ONCE)]
    with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
        list(pool.map(lambda chunk: scan.scan(chunk, asks, grid.lists, points, found), chunks))
    filled = np.arange(width) < found.counts[:, None]
    starts = np.concatenate([[0], np.cumsum(found.counts)])
    return Candidates(starts, found.helpers[filled], found.scores[filled].astype(np.int64))


def _can_be_asked(helpers: Helpers) -> NDArray[np.bool_]:
    somewhere = (np.abs(helpers.lat) <= 90) & (np.abs(helpers.lon) <= 180)  # also false for what is not a number
    can: NDArray[np.bool_] = somewhere & (helpers.radius_km > 0) & np.isfinite(helpers.radius_km) & (helpers.base >= 0)
    return can


def _cells(places: Helpers | Needs) -> Integers:
    """One number for each place on the map; any number for others."""
    from matching import scan

    line, column = (np.nan_to_num(np.clip(degrees, 0, 360)) for degrees in (places.lat + 90, places.lon + 180))
    cell: Integers = np.floor(line / scan.CELL).astype(np.int64) * CELLS_AROUND + np.floor(column / scan.CELL).astype(np.int64)
    return cell


def _members(skills: Integers, usable: Integers) -> Iterator[Integers]:
    """The list of each skill, then the list of all: in the order of `usable`."""
    masks = skills[usable]
    for bit in range(SKILL_BITS):
        yield usable[(masks >> bit & 1).astype(np.bool_)]
    yield usable


def _rows(helpers: Helpers, members: Integers, weights: Weights) -> "scan.Rows":
    from matching import scan

    focus = np.array([round(weights.focus * (1 / max(1, count))) for count in range(SKILL_BITS + 1)])
    fixed = helpers.base[members] + focus[np.bitwise_count(helpers.skills[members])]
    return scan.Rows(
        members.astype(np.int32),
        helpers.lat[members].astype(np.float64),
        helpers.lon[members].astype(np.float64),
        helpers.radius_km[members].astype(np.float64),
        helpers.hours[members].astype(np.int64),
        fixed.astype(np.int16),
    )


def _index(which: Integers, cell: Integers, radius_km: Floats) -> "scan.Cells":
    """Where each list, each line of a list, and each cell of a line begins."""
    from matching import scan

    line, column = np.divmod(cell, CELLS_AROUND)
    new_line = (np.diff(which, prepend=-1) != 0) | (np.diff(line, prepend=-1) != 0)
    first_rows = np.flatnonzero(new_line | (np.diff(column, prepend=-1) != 0))
    first_cells = np.flatnonzero(new_line[first_rows])
    first_lines = first_rows[first_cells]
    widest = np.zeros(SKILL_BITS + 1)
    np.maximum.at(widest, which, radius_km)
    return scan.Cells(
        np.searchsorted(which[first_lines], np.arange(SKILL_BITS + 2)),
        line[first_lines].astype(np.int32),
        np.append(first_cells, len(first_rows)),
        column[first_rows].astype(np.int32),
        np.append(first_rows, len(which)),
        widest,
    )


def _neighbours_together(needs: Needs) -> Integers:
    """Who searches the same list in the same place comes next: what was read is still at hand."""
    first = needs.able[:, 0] if needs.able.shape[1] else np.full(len(needs), -1)
    return np.lexsort((_cells(needs), first))


def _asks(needs: Needs, notes: Notes) -> "scan.Asks":
    from matching import scan

    if len(notes.starts) != len(needs) + 1:
        raise ValueError(f"notes on {len(notes.starts) - 1} needs, not {len(needs)}")
    return scan.Asks(
        needs.lat.astype(np.float64), needs.lon.astype(np.float64), needs.per_degree_east(), needs.area.astype(np.int64),
        _lists(needs.able), needs.window.astype(np.int64), needs.today.astype(np.int64),
        notes.starts, notes.helpers, notes.points,
    )  # fmt: skip


def _lists(able: NDArray[np.int8]) -> NDArray[np.int8]:
    from matching import scan

    anybody = np.all(able < 0, axis=1)
    return np.column_stack([np.where(anybody, scan.ANYBODY, -1).astype(np.int8), able])


def _points(weights: Weights) -> "scan.Points":
    from matching import scan

    other_skill = round(weights.skill * OTHER_SKILL)
    return scan.Points(float(weights.distance), weights.skill, other_skill, weights.free, weights.same_village)
