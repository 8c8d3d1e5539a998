"""The kernels of `Matching`: one more unit for a row or a column, by the cheapest chain of exchanges. They need numba.

Rows and columns have prices. At every moment an edge that is not chosen is worth at most the two prices at its ends, and a
chosen one at least that much. An assignment is the best there is when, besides, a row that has less than it wants and a
column with a free place cost nothing. `place` brings that about for rows, `refill` for columns.

A column that has a price and a free place is as good as held by somebody who pays just that much, and so is what a row
still wants: chains may end there at that cost, and any prices to begin with lead to the same value.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.assign import Indices, Integers
from matching.kernels import counted_entry, entry, kernel

FAR = np.int64(2**62)  # further than any chain: a distance stays below the heaviest weight, and no weight is above 2**53
NOWHERE = -1
SEEN, WAITING = 0, 1  # what Search.tally counts


class Market(NamedTuple):
    """The edges of a row lie together, the heaviest first. `turned` has them by column, from turned_starts[column] on."""

    starts: Integers
    rows: Indices
    columns: Indices
    weights: Integers
    wants: Indices
    places: Indices
    slot_starts: Indices
    turned_starts: Indices
    turned: Indices


class Standing(NamedTuple):
    """What has been given so far. A column's chosen edges stand in `slots`, from its slot start on."""

    chosen: NDArray[np.bool_]
    placed: Indices
    filled: Indices
    slots: Indices
    row_prices: Integers
    column_prices: Integers


class Search(NamedTuple):
    """Where one search makes its notes. A node is a row, or a column counted on behind the last row."""

    distance: Integers
    via: Indices
    seen: Indices
    heap: Indices
    heap_place: Indices
    tally: Integers


@kernel
def _put(search: Search, at: int, node: int) -> None:
    search.heap[at], search.heap_place[node] = node, at


@kernel
def _note(search: Search, node: int, distance: int, edge: int) -> None:
    """A shorter way to `node`."""
    if search.distance[node] == FAR:
        search.seen[search.tally[SEEN]] = node
        search.tally[SEEN] += 1
        search.heap_place[node] = NOWHERE
    search.distance[node], search.via[node] = distance, edge


@kernel
def _push(search: Search, node: int) -> None:
    """A node waits in the heap once: the heap is never longer than there are nodes."""
    distance, at = search.distance[node], search.heap_place[node]
    if at == NOWHERE:
        at = search.tally[WAITING]
        search.tally[WAITING] += 1
    while at > 0:
        parent = (at - 1) >> 1
        if search.distance[search.heap[parent]] <= distance:
            break
        _put(search, at, search.heap[parent])
        at = parent
    _put(search, at, node)


@kernel
def _pop(search: Search) -> int:
    heap = search.heap
    nearest: int = heap[0]
    search.tally[WAITING] -= 1
    size = search.tally[WAITING]
    last = heap[size]
    distance, at = search.distance[last], 0
    while True:
        child = 2 * at + 1
        if child + 1 < size and search.distance[heap[child + 1]] < search.distance[heap[child]]:
            child += 1
        if child >= size or search.distance[heap[child]] >= distance:
            break
        _put(search, at, heap[child])
        at = child
    _put(search, at, last)
    return nearest


@kernel
def _reprice(cost: int, sign: int, standing: Standing, search: Search) -> None:
    """What lies nearer than the end of the chain pays the difference: so the rules of the prices hold again."""
    n_rows = len(standing.placed)
    for node in search.seen[: search.tally[SEEN]]:
        step = sign * max(0, cost - search.distance[node])
        if node < n_rows:
            standing.row_prices[node] -= step
        else:
            standing.column_prices[node - n_rows] += step
        search.distance[node] = FAR
    search.tally[:] = 0


@kernel
def _slot_of(edge: int, market: Market, standing: Standing) -> int:
    slot: int = market.slot_starts[market.columns[edge]]
    while standing.slots[slot] != edge:
        slot += 1
    return slot


@kernel
def _take(edge: int, market: Market, standing: Standing) -> None:
    column = market.columns[edge]
    standing.slots[market.slot_starts[column] + standing.filled[column]] = edge
    standing.filled[column] += 1
    standing.placed[market.rows[edge]] += 1
    standing.chosen[edge] = True


@kernel
def _drop(edge: int, market: Market, standing: Standing) -> None:
    column = market.columns[edge]
    standing.filled[column] -= 1
    last = market.slot_starts[column] + standing.filled[column]
    standing.slots[_slot_of(edge, market, standing)] = standing.slots[last]
    standing.placed[market.rows[edge]] -= 1
    standing.chosen[edge] = False


@kernel
def _exchange(lost: int, gained: int, market: Market, standing: Standing) -> None:
    """A place of one column goes from one row to another."""
    standing.slots[_slot_of(lost, market, standing)] = gained
    standing.placed[market.rows[lost]] -= 1
    standing.placed[market.rows[gained]] += 1
    standing.chosen[lost], standing.chosen[gained] = False, True


@kernel
def _ask_columns(row: int, end: int, cost: int, market: Market, standing: Standing, search: Search) -> tuple[int, int]:
    """Where else the row could have a unit."""
    reach = search.distance[row] + standing.row_prices[row]
    for edge in range(market.starts[row], market.starts[row + 1]):
        if reach - market.weights[edge] >= cost:
            break  # the edges behind are lighter still
        column = market.columns[edge]
        node = len(standing.placed) + column
        distance = reach - market.weights[edge] + standing.column_prices[column]
        if standing.chosen[edge] or distance >= min(cost, search.distance[node]):
            continue
        _note(search, node, distance, edge)
        if standing.filled[column] < market.places[column]:
            end, cost = node, distance
        else:
            _push(search, node)
    return end, cost


@kernel
def _ask_holders(node: int, end: int, cost: int, market: Market, standing: Standing, search: Search) -> tuple[int, int]:
    """Which row could give its place in the column up, for another or for nothing."""
    column = node - len(standing.placed)
    first, reach = market.slot_starts[column], search.distance[node] - standing.column_prices[column]
    for edge in standing.slots[first : first + standing.filled[column]]:
        row = market.rows[edge]
        distance = reach + market.weights[edge] - standing.row_prices[row]
        if distance >= min(cost, search.distance[row]):
            continue
        _note(search, row, distance, edge)
        _push(search, row)
        if distance + standing.row_prices[row] < cost:
            end, cost = row, distance + standing.row_prices[row]
    return end, cost


@kernel
def _another_unit(source: int, market: Market, standing: Standing, search: Search) -> int:
    """Dijkstra over exchanges. The cheapest chain ends at a free place, or at a row that gives a unit up: perhaps the source."""
    end, cost = source, standing.row_prices[source]
    _note(search, source, 0, 0)
    _push(search, source)
    while search.tally[WAITING] and search.distance[search.heap[0]] < cost:
        node = _pop(search)
        if node < len(standing.placed):
            end, cost = _ask_columns(node, end, cost, market, standing, search)
        else:
            end, cost = _ask_holders(node, end, cost, market, standing, search)
    _reprice(cost, 1, standing, search)
    return end


@kernel
def _hand_on(source: int, end: int, market: Market, standing: Standing, search: Search) -> None:
    """Back along the chain: each row on it gives one edge up and takes another, and the source gains one."""
    n_rows, row = len(standing.placed), end
    if end >= n_rows:
        _take(search.via[end], market, standing)
        row = market.rows[search.via[end]]
    while row != source:
        lost = search.via[row]
        gained = search.via[n_rows + market.columns[lost]]
        _exchange(lost, gained, market, standing)
        row = market.rows[gained]


@kernel
def _row_price(row: int, market: Market, standing: Standing) -> int:
    """The most that one more place is worth to the row at today's prices."""
    price = 0
    for edge in range(market.starts[row], market.starts[row + 1]):
        if market.weights[edge] <= price:
            break
        if not standing.chosen[edge]:
            price = max(price, market.weights[edge] - standing.column_prices[market.columns[edge]])
    return price


@entry
def settle(market: Market, standing: Standing) -> None:
    """After an auction: what a row would rather change at these prices, it gives up."""
    for row in range(len(standing.placed)):
        price = standing.row_prices[row] = _row_price(row, market, standing)
        for edge in range(market.starts[row], market.starts[row + 1]):
            if standing.chosen[edge] and market.weights[edge] - standing.column_prices[market.columns[edge]] < price:
                _drop(edge, market, standing)


@entry
def place(rows: Indices, market: Market, standing: Standing, search: Search) -> None:
    for row in rows:
        standing.row_prices[row] = _row_price(row, market, standing)
        while standing.placed[row] < market.wants[row] and standing.row_prices[row] > 0:
            end = _another_unit(row, market, standing, search)
            if end != row:
                _hand_on(row, end, market, standing, search)


@kernel
def _offer_rows(node: int, end: int, cost: int, market: Market, standing: Standing, search: Search) -> tuple[int, int]:
    """Which row could use a place of the column."""
    column = node - len(standing.placed)
    reach = search.distance[node] + standing.column_prices[column]
    for edge in market.turned[market.turned_starts[column] : market.turned_starts[column + 1]]:
        row = market.rows[edge]
        distance = reach - market.weights[edge] + standing.row_prices[row]
        if distance >= min(cost, search.distance[row]) or standing.chosen[edge]:
            continue
        _note(search, row, distance, edge)
        if standing.placed[row] < market.wants[row]:
            end, cost = row, distance
        else:
            _push(search, row)
    return end, cost


@kernel
def _offer_columns(row: int, end: int, cost: int, market: Market, standing: Standing, search: Search) -> tuple[int, int]:
    """Which place the row could leave for the one it is offered."""
    reach = search.distance[row] - standing.row_prices[row]
    for edge in range(market.starts[row], market.starts[row + 1]):
        column = market.columns[edge]
        node = len(standing.placed) + column
        distance = reach + market.weights[edge] - standing.column_prices[column]
        if not standing.chosen[edge] or distance >= min(cost, search.distance[node]):
            continue
        _note(search, node, distance, edge)
        _push(search, node)
        if distance + standing.column_prices[column] < cost:
            end, cost = node, distance + standing.column_prices[column]
    return end, cost


@kernel
def _another_holder(source: int, market: Market, standing: Standing, search: Search) -> int:
    """The same from the other side: the chain ends at a row that wants more, or at a column that leaves a place free."""
    end, cost = source, standing.column_prices[source - len(standing.placed)]
    _note(search, source, 0, 0)
    _push(search, source)
    while search.tally[WAITING] and search.distance[search.heap[0]] < cost:
        node = _pop(search)
        if node < len(standing.placed):
            end, cost = _offer_columns(node, end, cost, market, standing, search)
        else:
            end, cost = _offer_rows(node, end, cost, market, standing, search)
    _reprice(cost, -1, standing, search)
    return end


@kernel
def _hand_back(source: int, end: int, market: Market, standing: Standing, search: Search) -> None:
    """Back along the chain: each row on it takes a place and leaves another, and the source gains a holder."""
    n_rows, row = len(standing.placed), end
    if end >= n_rows:
        row = market.rows[search.via[end]]
        _drop(search.via[end], market, standing)
    while n_rows + market.columns[search.via[row]] != source:
        gained = search.via[row]
        lost = search.via[n_rows + market.columns[gained]]
        _exchange(lost, gained, market, standing)
        row = market.rows[lost]
    _take(search.via[row], market, standing)


@kernel
def _column_price(column: int, market: Market, standing: Standing) -> int:
    """The most that a row would pay for one more place of the column."""
    price = 0
    for edge in market.turned[market.turned_starts[column] : market.turned_starts[column + 1]]:
        worth = market.weights[edge] - standing.row_prices[market.rows[edge]]
        if worth > price and not standing.chosen[edge]:
            price = worth
    return price


@entry
def refill(columns: Indices, market: Market, standing: Standing, search: Search) -> None:
    n_rows = len(standing.placed)
    for column in columns:
        if standing.filled[column] < market.places[column] and standing.column_prices[column] > 0:
            standing.column_prices[column] = _column_price(column, market, standing)
        while standing.filled[column] < market.places[column] and standing.column_prices[column] > 0:
            end = _another_holder(n_rows + column, market, standing, search)
            if end != n_rows + column:
                _hand_back(n_rows + column, end, market, standing, search)


@counted_entry
def leave_rows(rows: Indices, market: Market, standing: Standing) -> Indices:
    """The columns that have a free place by it. Who leaves keeps a price, at which no chain has a use for him."""
    freed, n_freed = np.empty(standing.placed[rows].sum(), np.int32), 0
    for row in rows:
        for edge in range(market.starts[row], market.starts[row + 1]):
            if standing.chosen[edge]:
                _drop(edge, market, standing)
                column = market.columns[edge]
                worth = market.weights[edge] - standing.column_prices[column]
                standing.row_prices[row] = max(standing.row_prices[row], worth)
                freed[n_freed] = column
                n_freed += 1
    return freed


@counted_entry
def leave_columns(columns: Indices, market: Market, standing: Standing) -> Indices:
    """The rows that lose a unit by it."""
    robbed, n_robbed = np.empty(standing.filled[columns].sum(), np.int32), 0
    for column in columns:
        while standing.filled[column]:
            edge = standing.slots[market.slot_starts[column] + standing.filled[column] - 1]
            _drop(edge, market, standing)
            row = market.rows[edge]
            worth = market.weights[edge] - standing.row_prices[row]
            standing.column_prices[column] = max(standing.column_prices[column], worth)
            robbed[n_robbed] = row
            n_robbed += 1
    return robbed
