"""The best assignment, kept the best while rows and columns leave and come. It needs numba: import it only to solve."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from matching import augment
from matching.assign import HEAVIEST, Assignment, Graph, Indices, Integers, check, require, weigh
from matching.auction import auction
from matching.augment import Market, Standing
from matching.layout import heaviest, heaviest_first, market, nothing_given, nothing_seen, turned

CONTESTED = 0.7  # of the places are wanted: from here on an auction costs less than the long chains that it saves
STEPS = 512  # of an auction, up to the heaviest weight: more make it slower, fewer leave more to mend
STEPS_IN_WANT = 64  # the same where more is wanted than there is: prices rise so far that each step costs more than it saves
MOST_REPAIRED = 0.03  # of the rows or of the columns: beyond, solving anew is as quick
ROWS_AT_ONCE = 256  # between two reports of progress

Progress = Callable[[int, int], None]


class Matching:
    """Whoever leaves keeps the number of his row or column, and may come back."""

    def __init__(
        self, graph: Graph, wants: Integers, capacities: Integers, progress: Progress | None = None, prices: Integers | None = None
    ) -> None:
        """`prices`: of the columns, to begin with, such as yesterday's. They change the time that it takes, never the value."""
        check(graph, wants, capacities)
        self._graph, self._wants, self._capacities = graph, wants, capacities
        in_order, self._order = heaviest_first(graph)
        self._market = market(in_order, wants, capacities)
        self._all_wants, self._all_places = self._market.wants.copy(), self._market.places.copy()
        self._search = nothing_seen(self._market)
        self.solve(progress, prices)

    def solve(self, progress: Progress | None = None, prices: Integers | None = None) -> None:
        """Anew, for those who are there."""
        self._standing = nothing_given(self._market)
        if prices is not None:
            np.copyto(self._standing.column_prices, _checked(prices, len(self._capacities)), where=self._market.places > 0)
        elif (wanted := _wanted_of_each_place(self._market)) > CONTESTED:
            _hold_auction(self._market, self._standing, STEPS if wanted <= 1 else STEPS_IN_WANT)
        self._place(_fewest_options_first(self._market), progress)
        self._refill(_with_a_free_place_and_a_price(self._market, self._standing))

    def update(self, *, rows_out: ArrayLike = (), rows_in: ArrayLike = (), columns_out: ArrayLike = (), columns_in: ArrayLike = ()) -> None:
        """First some leave, then some come. What that does not touch stays as it was."""
        wants, places = self._market.wants, self._market.places
        rows = Churn(_numbers(rows_out, "row", len(wants)), _numbers(rows_in, "row", len(wants)))
        columns = Churn(_numbers(columns_out, "column", len(places)), _numbers(columns_in, "column", len(places)))
        robbed = augment.leave_columns(columns.out, self._market, self._standing)
        freed = augment.leave_rows(rows.out, self._market, self._standing)
        rows.apply(wants, self._all_wants)
        columns.apply(places, self._all_places)
        if max(rows.share(len(wants)), columns.share(len(places))) > MOST_REPAIRED:
            self.solve()
            return
        self._place(np.concatenate((robbed, rows.come)))
        self._refill(np.concatenate((freed, columns.come)))

    def assignment(self) -> Assignment:
        """As it is now. Whoever is away wants nothing and has no place."""
        chosen = self._standing.chosen.copy()
        if self._order is not None:
            chosen[self._order] = self._standing.chosen
        wants = _of_those_there(self._wants, self._market.wants, self._all_wants)
        capacities = _of_those_there(self._capacities, self._market.places, self._all_places)
        prices = self._standing.row_prices.copy(), self._standing.column_prices.copy()
        value, bound = weigh(self._graph, wants, capacities, chosen, *prices)
        return Assignment(chosen, value, *prices, gap=bound - value)

    def _place(self, rows: Indices, progress: Progress | None = None) -> None:
        at_once = ROWS_AT_ONCE if progress else len(rows)
        for done in range(0, len(rows), max(1, at_once)):
            augment.place(rows[done : done + at_once], self._market, self._standing, self._search)
            if progress:
                progress(min(done + at_once, len(rows)), len(rows))

    def _refill(self, columns: Indices) -> None:
        if len(columns):
            self._market = turned(self._market)
            augment.refill(columns, self._market, self._standing, self._search)


class Churn(NamedTuple):
    out: Indices
    come: Indices

    def apply(self, now: Indices, at_most: Indices) -> None:
        now[self.out] = 0
        now[self.come] = at_most[self.come]

    def share(self, everybody: int) -> float:
        return max(len(self.out), len(self.come)) / max(1, everybody)


def _of_those_there(given: Integers, now: Indices, at_most: Indices) -> Integers:
    return given if np.array_equal(now, at_most) else np.where(now > 0, given, 0)


def _numbers(named: ArrayLike, kind: str, everybody: int) -> Indices:
    numbers = np.asarray(named)
    if not numbers.size:
        return np.empty(0, np.int32)
    require(numbers.ndim == 1 and numbers.dtype.kind == "i", f"a {kind} is named by its number")
    require(numbers.min() >= 0 and numbers.max() < everybody, f"{kind}s are numbered below {everybody}")
    return numbers.astype(np.int32)


def _checked(prices: Integers, n_columns: int) -> Integers:
    require(len(prices) == n_columns and prices.dtype.kind == "i", f"{n_columns} columns have {n_columns} whole prices")
    require(not n_columns or (prices.min() >= 0 and prices.max() <= HEAVIEST), "a price is between 0 and 2**53")
    return prices


def _with_a_free_place_and_a_price(market: Market, standing: Standing) -> Indices:
    return np.flatnonzero((standing.column_prices > 0) & (standing.filled < market.places)).astype(np.int32)


def _fewest_options_first(market: Market) -> Indices:
    return np.argsort(np.diff(market.starts), kind="stable").astype(np.int32)


def _wanted_of_each_place(market: Market) -> float:
    return float(market.wants.sum(dtype=np.int64) / max(1, market.places.sum(dtype=np.int64)))


def _hold_auction(market: Market, standing: Standing, steps: int) -> None:
    step = max(1, heaviest(market) // steps)
    bids = np.zeros(len(standing.slots), np.int64)
    auction(_fewest_options_first(market)[::-1].copy(), np.ones(len(market.wants), np.bool_), step, bids, market, standing)
    augment.settle(market, standing)
