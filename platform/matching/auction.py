"""Where many want the same places, an auction finds prices to begin with: quickly, and right to within a step. It needs numba."""

import numpy as np
from numpy.typing import NDArray

from matching.assign import Indices, Integers
from matching.augment import Market, Standing
from matching.kernels import entry, kernel

NONE = -1


@kernel
def _bid(row: int, step: int, market: Market, standing: Standing) -> tuple[int, int]:
    """The place that is worth most to the row at today's prices, and the price at which the second is worth no less."""
    best, best_worth, second_worth = NONE, 0, 0
    for edge in range(market.starts[row], market.starts[row + 1]):
        if market.weights[edge] <= second_worth:
            break
        worth = market.weights[edge] - standing.column_prices[market.columns[edge]]
        if worth <= second_worth or standing.chosen[edge]:
            continue
        if worth > best_worth:
            best, best_worth, second_worth = edge, worth, best_worth
        else:
            second_worth = worth
    return best, min(market.weights[best], market.weights[best] - second_worth + step)


@kernel
def _rise(first: int, at: int, edge: int, bid: int, bids: Integers, slots: Indices) -> None:
    while at > 0 and bids[first + (at - 1 >> 1)] > bid:
        above = at - 1 >> 1
        bids[first + at], slots[first + at] = bids[first + above], slots[first + above]
        at = above
    bids[first + at], slots[first + at] = bid, edge


@kernel
def _sink(first: int, size: int, edge: int, bid: int, bids: Integers, slots: Indices) -> None:
    at = 0
    while True:
        below = 2 * at + 1
        if below + 1 < size and bids[first + below + 1] < bids[first + below]:
            below += 1
        if below >= size or bids[first + below] >= bid:
            break
        bids[first + at], slots[first + at] = bids[first + below], slots[first + below]
        at = below
    bids[first + at], slots[first + at] = bid, edge


@kernel
def _award(edge: int, bid: int, bids: Integers, market: Market, standing: Standing) -> int:
    """The lowest bid of a full column loses its place, and the lowest that is left is the price. The slots are a heap."""
    column, loser = market.columns[edge], NONE
    first, places = market.slot_starts[column], market.places[column]
    if standing.filled[column] < places:
        _rise(first, standing.filled[column], edge, bid, bids, standing.slots)
        standing.filled[column] += 1
    else:
        loser = standing.slots[first]
        standing.chosen[loser] = False
        standing.placed[market.rows[loser]] -= 1
        _sink(first, places, edge, bid, bids, standing.slots)
    standing.chosen[edge] = True
    standing.placed[market.rows[edge]] += 1
    if standing.filled[column] == places:
        standing.column_prices[column] = bids[first]
    return loser


@entry
def auction(stack: Indices, is_waiting: NDArray[np.bool_], step: int, bids: Integers, market: Market, standing: Standing) -> None:
    n_waiting = len(stack)
    while n_waiting:
        n_waiting -= 1
        row = stack[n_waiting]
        is_waiting[row] = False
        while standing.placed[row] < market.wants[row]:
            edge, bid = _bid(row, step, market, standing)
            if edge == NONE:
                break
            loser = _award(edge, bid, bids, market, standing)
            if loser != NONE and not is_waiting[market.rows[loser]]:
                stack[n_waiting] = market.rows[loser]
                n_waiting += 1
                is_waiting[market.rows[loser]] = True
