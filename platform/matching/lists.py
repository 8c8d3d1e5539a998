"""What `scan` goes through, made from the arrays of a crowd. It needs numba: import it only to search."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from matching import scan
from matching.crowd import SKILL_BITS, Floats, Helpers, Integers, Needs, Notes
from matching.score import OTHER_SKILL
from matching.weights import Weights

CELLS_OF_A_LINE = int(360 / scan.CELL) + 1


def build(helpers: Helpers, weights: Weights) -> scan.Lists:
    """Sorted once, by cell and radius: each list takes its own out of that order."""
    can = np.flatnonzero(_can_be_asked(helpers))
    cell = _cells(helpers.lat[can], helpers.lon[can])
    can = can[np.lexsort((-helpers.radius_km[can], cell))]
    members = list(_members(helpers.skills, can))
    which = np.repeat(np.arange(len(members)), [len(each) for each in members])
    rows = _rows(helpers, np.concatenate(members), weights)
    crowd = scan.Crowd(helpers.area.astype(np.int64), helpers.skills.astype(np.int64))
    return scan.Lists(rows, _index(which, rows), crowd)


def asks(needs: Needs, notes: Notes) -> scan.Asks:
    if len(notes.starts) != len(needs) + 1:
        raise ValueError(f"notes on {len(notes.starts) - 1} needs, not {len(needs)}")
    return scan.Asks(
        needs.lat.astype(np.float64), needs.lon.astype(np.float64), needs.per_degree_east(), needs.area.astype(np.int64),
        _lists_for(needs.able), needs.window.astype(np.int64), needs.today.astype(np.int64),
        notes.starts, notes.helpers, notes.points,
    )  # fmt: skip


def points(weights: Weights) -> scan.Points:
    other_skill = round(weights.skill * OTHER_SKILL)
    return scan.Points(float(weights.distance), weights.skill, other_skill, weights.free, weights.same_village)


def neighbours_together(needs: Needs) -> Integers:
    """Who goes through the same list in the same place comes next: what was read is still at hand."""
    first = needs.able[:, 0] if needs.able.shape[1] else np.full(len(needs), -1)
    return np.lexsort((_cells(needs.lat, needs.lon), first))


def _can_be_asked(helpers: Helpers) -> NDArray[np.bool_]:
    on_map = (np.abs(helpers.lat) <= scan.SOUTH) & (np.abs(helpers.lon) <= scan.WEST)  # also false for what is not a number
    can: NDArray[np.bool_] = on_map & (helpers.radius_km > 0) & np.isfinite(helpers.radius_km) & (helpers.base >= 0)
    return can


def _cells(lat: Floats, lon: Floats) -> Integers:
    """One number for each cell; any for what is not on the map."""
    line, column = (np.nan_to_num(np.clip(degrees, 0, 360)) for degrees in (lat + scan.SOUTH, lon + scan.WEST))
    cell: Integers = np.floor(line / scan.CELL).astype(np.int64) * CELLS_OF_A_LINE + np.floor(column / scan.CELL).astype(np.int64)
    return cell


def _members(skills: Integers, usable: Integers) -> Iterator[Integers]:
    """The list of each skill, then the list of all: in the order of `usable`."""
    masks = skills[usable]
    for bit in range(SKILL_BITS):
        yield usable[(masks >> bit & 1).astype(np.bool_)]
    yield usable


def _rows(helpers: Helpers, members: Integers, weights: Weights) -> scan.Rows:
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


def _index(which: Integers, rows: scan.Rows) -> scan.Cells:
    """Where each list, each line of a list, and each cell of a line begins."""
    line, column = np.divmod(_cells(rows.lat, rows.lon), CELLS_OF_A_LINE)
    new_line = _changes(which) | _changes(line)
    first_rows = np.flatnonzero(new_line | _changes(column))
    first_cells = np.flatnonzero(new_line[first_rows])
    first_lines = first_rows[first_cells]
    list_widest_km = np.zeros(SKILL_BITS + 1)
    np.maximum.at(list_widest_km, which, rows.radius_km)
    return scan.Cells(
        line_starts=np.searchsorted(which[first_lines], np.arange(SKILL_BITS + 2)),
        latitudes=line[first_lines].astype(np.int32),
        cell_starts=np.append(first_cells, len(first_rows)),
        longitudes=column[first_rows].astype(np.int32),
        row_starts=np.append(first_rows, len(which)),
        widest_km=rows.radius_km[first_rows],
        most_fixed=np.maximum.reduceat(rows.fixed, first_rows) if len(first_rows) else rows.fixed,
        list_widest_km=list_widest_km,
    )


def _changes(values: Integers) -> NDArray[np.bool_]:
    changes: NDArray[np.bool_] = np.diff(values, prepend=-1) != 0
    return changes


def _lists_for(able: NDArray[np.int8]) -> NDArray[np.int8]:
    """Who needs anybody goes through the list of all."""
    anybody = np.all(able < 0, axis=1)
    return np.column_stack([np.where(anybody, scan.ANYBODY, -1).astype(np.int8), able])
