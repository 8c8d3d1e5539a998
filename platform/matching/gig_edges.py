"""For every job need the listings that fit it best: the graph of the morning."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from base.geo import KM_PER_DEGREE
from matching.assign import Graph
from matching.gigs import Bools, Floats, Gigs, Ints, Seekers, judge, suits

ROWS_AT_ONCE = 64

Barred = NDArray[np.int64]
"""Pairs (seeker index, gig index), one in a row, that may not be: he declined it, or his hours overlap."""

Progress = Callable[[int, int], None]


def edges(seekers: Seekers, gigs: Gigs, barred: Barred, most: int, progress: Progress | None = None) -> Graph:
    """The `most` best of each seeker; equals in the order of the gigs, so that a second run finds the same."""
    forbidden = np.sort(barred[:, 0] * len(gigs) + barred[:, 1])
    found, done = [np.empty((0, 3), np.int64)], 0
    for rows, columns in _blocks(seekers, gigs):
        found.append(_best(seekers, gigs, rows, columns, forbidden, most))
        done += len(rows)
        if progress:
            progress(done, len(seekers))
    return _graph(np.concatenate(found), len(seekers))


def _blocks(seekers: Seekers, gigs: Gigs) -> Iterator[tuple[Ints, Ints]]:
    """Neighbours who look for the same occupations, with the gigs of these occupations in their latitudes."""
    sought = np.stack([seekers.occupations, np.where(seekers.occupations == 0, seekers.skills, 0)], axis=1)
    _, firsts, group, sizes = np.unique(sought, axis=0, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((seekers.lat, seekers.radius_km, group))
    for first, rows in zip(firsts, np.split(order, np.cumsum(sizes))[:-1], strict=True):
        columns = np.flatnonzero(suits(seekers.take(first), gigs) & (gigs.room > 0))
        for start in range(0, len(rows), ROWS_AT_ONCE):
            block = rows[start : start + ROWS_AT_ONCE]
            yield block, columns[_in_reach(seekers.take(block), gigs.lat[columns])]


def _in_reach(seekers: Seekers, lat: Floats) -> Bools:
    """Spares most distances. A place that is not a number reaches nothing, and hides nobody else's."""
    reach = seekers.radius_km / KM_PER_DEGREE + 1e-9
    near: Bools = (lat >= np.fmin.reduce(seekers.lat - reach)) & (lat <= np.fmax.reduce(seekers.lat + reach))
    return near


def _best(seekers: Seekers, gigs: Gigs, rows: Ints, columns: Ints, forbidden: Ints, most: int) -> Ints:
    """(seeker, gig, weight) one in a row, seeker by seeker, best first."""
    fit = judge(seekers.take(rows[:, None]), gigs.take(columns))
    row, column = np.nonzero(fit.allowed)
    weight = fit.weight[row, column]
    row, column = rows[row], columns[column]
    free = ~_among(row * len(gigs) + column, forbidden)
    row, column, weight = row[free], column[free], weight[free]
    order = np.lexsort((column, -weight, row))
    order = order[_place_in_run(row[order]) < most]
    return np.stack([row[order], column[order], weight[order]], axis=1)


def _among(keys: Ints, ordered: Ints) -> Bools:
    if not len(ordered):
        return np.zeros(len(keys), np.bool_)
    found: Bools = ordered[np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)] == keys
    return found


def _place_in_run(values: Ints) -> Ints:
    """[7, 7, 7, 9, 9] as [0, 1, 2, 0, 1]."""
    starts = np.flatnonzero(np.diff(values, prepend=-1))
    return np.arange(len(values)) - np.repeat(starts, np.diff(starts, append=len(values)))


def _graph(found: Ints, rows: int) -> Graph:
    found = found[np.argsort(found[:, 0], kind="stable")]
    starts = np.concatenate([[0], np.cumsum(np.bincount(found[:, 0], minlength=rows))])
    return Graph(starts, found[:, 1].astype(np.int32), found[:, 2])
