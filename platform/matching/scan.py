"""The kernels of `grid`: who is best for a need, cell by cell. They need numba: import them only to search."""

from math import floor, sqrt
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from base.geo import KM_PER_DEGREE
from matching.crowd import SKILL_BITS, Floats, Integers

Indices = NDArray[np.int32]

CELL = 0.02  # degrees both ways, about two kilometres
SOUTH, WEST = 90, 180  # cells are counted from the south pole and from the date line
ANYBODY = SKILL_BITS  # the list of all, beside those of the skills
NEAR_KM = 1.0  # looked through first: whoever is best there spares most of the others
SLACK_KM = 1e-6  # far above what rounding does to the edge of a cell


class Rows(NamedTuple):
    """Helpers list by list (one list for each skill), cell by cell; in a cell the widest radius stands first."""

    helpers: Indices
    lat: Floats
    lon: Floats
    radius_km: Floats
    hours: Integers
    fixed: NDArray[np.int16]  # points whatever the need: base and focus


class Cells(NamedTuple):
    """Only those where somebody lives: each list has lines of the same latitude, each line cells, each cell rows."""

    line_starts: Integers  # of each list, and the end
    latitudes: Indices
    cell_starts: Integers
    longitudes: Indices
    row_starts: Integers
    widest_km: Floats  # of each cell
    most_fixed: NDArray[np.int16]  # of each cell
    list_widest_km: Floats


class Crowd(NamedTuple):
    """What is looked up only for who may be among the best."""

    area: Integers
    skills: Integers


class Lists(NamedTuple):
    rows: Rows
    cells: Cells
    crowd: Crowd


class Points(NamedTuple):
    distance: float
    skill: int
    other_skill: int
    free: int
    same_village: int


class Asks(NamedTuple):
    """The needs; who needs anybody has ANYBODY among `able`. Of what is known of single pairs those of need i stand from note_starts[i] on, helpers in order."""

    lat: Floats
    lon: Floats
    per_degree_east: Floats
    area: Integers
    able: NDArray[np.int8]
    window: Integers
    today: Integers
    note_starts: Integers
    note_helpers: Indices
    note_points: Integers


class Ask(NamedTuple):
    """One need against one list. `seen`: the skills whose lists were gone through before; `fit`: what this one is worth."""

    lat: float
    lon: float
    per_degree_east: float
    area: int
    window: int
    today: int
    seen: int
    fit: int
    first_note: int
    end_of_notes: int


class Best(NamedTuple):
    """A line for each need, best first, as long as its count."""

    helpers: Indices
    scores: Indices
    counts: Integers


def best_of(n_needs: int, k: int) -> Best:
    return Best(np.empty((n_needs, k), np.int32), np.empty((n_needs, k), np.int32), np.zeros(n_needs, np.int64))


class Reach(NamedTuple):
    """The cells of a list from which somebody may come to the need, and how far away they begin."""

    cells: Indices
    gap_km: Floats


@njit()
def _first_from(values: Indices, begin: int, end: int, least: int) -> int:
    """In values that ascend: the first place between `begin` and `end` that holds `least` or more."""
    while begin < end:
        middle = (begin + end) >> 1
        if values[middle] < least:
            begin = middle + 1
        else:
            end = middle
    return begin


@njit()
def _around(values: Indices, begin: int, end: int, degrees: float, reach: float) -> tuple[int, int]:
    """Which of the lines (or of the cells of a line) lie no further than `reach` from `degrees`."""
    low, high = max(degrees - reach, -1.0), min(degrees + reach, 361.0)
    return _first_from(values, begin, end, floor(low / CELL)), _first_from(values, begin, end, floor(high / CELL) + 1)


@njit()
def _gap(cell: int, degrees: float) -> float:
    """How many degrees the cell lies away; 0 for one's own."""
    return max(0.0, cell * CELL - degrees, degrees - (cell + 1) * CELL)


@njit()
def _in_reach(ask: Ask, which: int, cells: Cells, reach: Reach) -> int:
    """Notes the cells of a list, those near first, and says how many."""
    north, east = ask.lat + SOUTH, ask.lon + WEST
    reach_km, found, near = cells.list_widest_km[which] + SLACK_KM, 0, 0
    lines = _around(cells.latitudes, cells.line_starts[which], cells.line_starts[which + 1], north, reach_km / KM_PER_DEGREE)
    for line in range(lines[0], lines[1]):
        north_km = _gap(cells.latitudes[line], north) * KM_PER_DEGREE
        aside = sqrt(max(0.0, reach_km * reach_km - north_km * north_km)) / ask.per_degree_east
        of_line = _around(cells.longitudes, cells.cell_starts[line], cells.cell_starts[line + 1], east, aside)
        for cell in range(of_line[0], of_line[1]):
            east_km = _gap(cells.longitudes[cell], east) * ask.per_degree_east
            gap_km = sqrt(north_km * north_km + east_km * east_km) - SLACK_KM
            if gap_km > cells.widest_km[cell]:
                continue
            at = near if gap_km < NEAR_KM else found
            reach.cells[found], reach.gap_km[found] = reach.cells[at], reach.gap_km[at]
            reach.cells[at], reach.gap_km[at] = cell, gap_km
            near, found = near + (gap_km < NEAR_KM), found + 1
    return found


@njit()
def _note(ask: Ask, helper: int, asks: Asks) -> int:
    at = _first_from(asks.note_helpers, ask.first_note, ask.end_of_notes, helper)
    if at < ask.end_of_notes and asks.note_helpers[at] == helper:
        return int(asks.note_points[at])
    return 0


@njit()
def _best_note(ask: Ask, asks: Asks) -> int:
    most = 0
    for note in range(ask.first_note, ask.end_of_notes):
        most = max(most, asks.note_points[note])
    return most


@njit()
def _score(ask: Ask, row: int, rows: Rows, points: Points) -> int:
    """What can be told without looking the helper up; below 0 where he cannot come."""
    free = rows.hours[row] & (ask.window if ask.window != 0 else ask.today)
    if ask.window != 0 and free == 0:
        return -1
    y, x = (rows.lat[row] - ask.lat) * KM_PER_DEGREE, (rows.lon[row] - ask.lon) * ask.per_degree_east
    distance, radius = sqrt(y * y + x * x), rows.radius_km[row]
    if distance > radius:
        return -1
    near = int(np.rint(points.distance * (1 - distance / radius)))
    score: int = near + rows.fixed[row] + ask.fit
    return score + points.free if free != 0 else score


@njit()
def _keep(helper: int, score: int, helpers: Indices, scores: Indices, count: int) -> int:
    """Into its place among the best so far. Between equals the smaller index goes first."""
    at = min(count, len(scores) - 1)
    if at < count and (score < scores[at] or (score == scores[at] and helper > helpers[at])):
        return count
    while at > 0 and (score > scores[at - 1] or (score == scores[at - 1] and helper < helpers[at - 1])):
        helpers[at], scores[at] = helpers[at - 1], scores[at - 1]
        at -= 1
    helpers[at], scores[at] = helper, score
    return min(count + 1, len(scores))


@njit()
def _go_through(ask: Ask, n_cells: int, reach: Reach, asks: Asks, lists: Lists, points: Points, need: int, best: Best) -> None:
    """Whoever is so far away that the best are ahead, whatever else speaks for him, is passed over: a whole cell, if it may be."""
    rows, cells, crowd = lists.rows, lists.cells, lists.crowd
    helpers, scores, count = best.helpers[need], best.scores[need], best.counts[need]
    unlooked = points.same_village + _best_note(ask, asks)
    most = points.distance + ask.fit + points.free + unlooked + 1  # 1: more than rounding gives
    for found in range(n_cells):
        cell, gap_km = reach.cells[found], reach.gap_km[found]
        last = scores[count - 1] if count == len(scores) else 0
        cost = points.distance * gap_km
        if cost > (most + cells.most_fixed[cell] - last) * cells.widest_km[cell]:
            continue
        for row in range(cells.row_starts[cell], cells.row_starts[cell + 1]):
            radius = rows.radius_km[row]
            if radius < gap_km:
                break
            last = scores[count - 1] if count == len(scores) else 0
            if cost > (most + rows.fixed[row] - last) * radius:
                continue
            score = _score(ask, row, rows, points)
            if score < 0 or score + unlooked < last:
                continue
            helper = rows.helpers[row]
            if ask.seen & crowd.skills[helper]:
                continue
            if ask.area != 0 and crowd.area[helper] == ask.area:
                score += points.same_village
            note = _note(ask, helper, asks)
            if note >= 0:
                count = _keep(helper, score + note, helpers, scores, count)
    best.counts[need] = count


@njit(cache=True, nogil=True)
def scan(needs: Integers, asks: Asks, lists: Lists, points: Points, best: Best) -> None:
    most_cells = len(lists.cells.longitudes)
    reach = Reach(np.empty(most_cells, np.int32), np.empty(most_cells, np.float64))
    for need in needs:
        if np.isnan(asks.per_degree_east[need]):
            continue
        seen = 0
        for which in asks.able[need]:
            if which < 0:
                continue
            ask = Ask(
                asks.lat[need], asks.lon[need], asks.per_degree_east[need], asks.area[need], asks.window[need], asks.today[need],
                seen, points.other_skill if seen else points.skill, asks.note_starts[need], asks.note_starts[need + 1],
            )  # fmt: skip
            n_cells = _in_reach(ask, which, lists.cells, reach)
            _go_through(ask, n_cells, reach, asks, lists, points, need, best)
            seen |= 1 << which
