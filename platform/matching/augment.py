"""The kernels of `assign`: one more unit for a row, by the cheapest chain of exchanges. It needs numba: import it only to solve.

Rows and columns have prices. At every moment an edge that is not chosen is worth at most the two prices at its ends, a chosen
one at least that much; a column with a free place costs nothing, and neither does a row that was left with less than it wants.
An assignment for which such prices exist is the best there is.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Integers = NDArray[np.int64]

FAR = np.int64(2**62)  # further than any chain: a distance stays below the heaviest weight, and no weight is above 2**53


class Market(NamedTuple):
    """What stands still. The edges of a row lie together, the heaviest first."""

    starts: Integers
    rows: Integers
    columns: Integers
    weights: Integers
    wants: Integers
    places: Integers
    slot_starts: Integers


class Standing(NamedTuple):
    """What has been given so far. A column's chosen edges stand in `slots`, from its slot start on."""

    chosen: NDArray[np.bool_]
    placed: Integers
    filled: Integers
    slots: Integers
    row_prices: Integers
    column_prices: Integers


class Search(NamedTuple):
    """Where one search makes its notes. A node is a row, or a column counted on behind the last row."""

    distance: Integers
    via: Integers
    seen: Integers
    heap_distance: Integers
    heap_node: Integers


def market(starts: Integers, columns: Integers, weights: Integers, wants: Integers, capacities: Integers) -> Market:
    rows = np.repeat(np.arange(len(wants)), np.diff(starts))
    places = np.minimum(capacities, np.bincount(columns, minlength=len(capacities)))
    slot_starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(places)))
    return Market(starts, rows, columns, weights, wants, places, slot_starts)


def nothing_given(market: Market) -> Standing:
    n_rows, n_columns, n_edges = len(market.wants), len(market.places), len(market.weights)
    column_prices = np.zeros(n_columns, np.int64)
    # Where there is no place at all, the price is what the keenest would pay: then nobody asks.
    closed = market.places[market.columns] == 0
    np.maximum.at(column_prices, market.columns[closed], market.weights[closed])
    return Standing(
        chosen=np.zeros(n_edges, np.bool_),
        placed=np.zeros(n_rows, np.int64),
        filled=np.zeros(n_columns, np.int64),
        slots=np.zeros(market.slot_starts[-1], np.int64),
        row_prices=np.zeros(n_rows, np.int64),
        column_prices=column_prices,
    )


def nothing_seen(market: Market) -> Search:
    n_nodes = len(market.wants) + len(market.places)
    longest_heap = len(market.weights) + 1  # every node is left once: no edge brings more than one entry
    return Search(
        distance=np.full(n_nodes, FAR),
        via=np.zeros(n_nodes, np.int64),
        seen=np.zeros(n_nodes, np.int64),
        heap_distance=np.zeros(longest_heap, np.int64),
        heap_node=np.zeros(longest_heap, np.int64),
    )


@njit()
def _push(search: Search, size: int, distance: int, node: int) -> int:
    distances, nodes = search.heap_distance, search.heap_node
    at = size
    while at > 0:
        parent = (at - 1) >> 1
        if distances[parent] <= distance:
            break
        distances[at], nodes[at] = distances[parent], nodes[parent]
        at = parent
    distances[at], nodes[at] = distance, node
    return size + 1


@njit()
def _pop(search: Search, size: int) -> int:
    distances, nodes = search.heap_distance, search.heap_node
    size -= 1
    distance, node = distances[size], nodes[size]
    at = 0
    while True:
        child = 2 * at + 1
        if child + 1 < size and distances[child + 1] < distances[child]:
            child += 1
        if child >= size or distances[child] >= distance:
            break
        distances[at], nodes[at] = distances[child], nodes[child]
        at = child
    distances[at], nodes[at] = distance, node
    return size


@njit()
def _first_price(row: int, market: Market, standing: Standing) -> int:
    """The most that a place is worth to the row at today's prices."""
    price = 0
    for edge in range(market.starts[row], market.starts[row + 1]):
        if market.weights[edge] <= price:
            break
        price = max(price, market.weights[edge] - standing.column_prices[market.columns[edge]])
    return price


@njit()
def _cheapest_end(source: int, market: Market, standing: Standing, search: Search) -> tuple[int, int, int]:
    """Dijkstra over exchanges: where the cheapest chain ends, what it costs, and how many nodes were seen.

    A chain ends at a column with a free place, or at a row that gives a unit up: at `source` itself, if that is cheapest.
    """
    n_rows = len(standing.placed)
    search.distance[source], search.seen[0], n_seen = 0, source, 1
    end, cost = source, standing.row_prices[source]
    size = _push(search, 0, 0, source)
    while size > 0 and search.heap_distance[0] < cost:
        distance, node = search.heap_distance[0], search.heap_node[0]
        size = _pop(search, size)
        if distance > search.distance[node]:
            continue  # an entry that a shorter way has overtaken
        if node < n_rows:
            reach = distance + standing.row_prices[node]
            for edge in range(market.starts[node], market.starts[node + 1]):
                if reach - market.weights[edge] >= cost:
                    break  # the edges behind are lighter still
                column = market.columns[edge]
                next_node = n_rows + column
                next_distance = reach - market.weights[edge] + standing.column_prices[column]
                if standing.chosen[edge] or next_distance >= min(cost, search.distance[next_node]):
                    continue
                if search.distance[next_node] == FAR:
                    search.seen[n_seen] = next_node
                    n_seen += 1
                search.distance[next_node], search.via[next_node] = next_distance, edge
                if standing.filled[column] < market.places[column]:
                    end, cost = next_node, next_distance
                else:
                    size = _push(search, size, next_distance, next_node)
        else:
            column = node - n_rows
            first = market.slot_starts[column]
            for slot in range(first, first + standing.filled[column]):
                edge = standing.slots[slot]
                row = market.rows[edge]
                next_distance = distance + market.weights[edge] - standing.column_prices[column] - standing.row_prices[row]
                if next_distance >= min(cost, search.distance[row]):
                    continue
                if search.distance[row] == FAR:
                    search.seen[n_seen] = row
                    n_seen += 1
                search.distance[row], search.via[row] = next_distance, edge
                size = _push(search, size, next_distance, row)
                if next_distance + standing.row_prices[row] < cost:
                    end, cost = row, next_distance + standing.row_prices[row]
    return end, cost, n_seen


@njit()
def _reprice(cost: int, n_seen: int, standing: Standing, search: Search) -> None:
    """What lies nearer than the end of the chain pays the difference: so the rules of the prices hold again."""
    n_rows = len(standing.placed)
    for node in search.seen[:n_seen]:
        step = max(0, cost - search.distance[node])
        if node < n_rows:
            standing.row_prices[node] -= step
        else:
            standing.column_prices[node - n_rows] += step
        search.distance[node] = FAR


@njit()
def _exchange(source: int, end: int, market: Market, standing: Standing, search: Search) -> None:
    """Back along the chain: each row on it gives one edge up and takes another, and `source` gains one."""
    n_rows = len(standing.placed)
    row = end
    if end >= n_rows:
        column, edge = end - n_rows, search.via[end]
        standing.slots[market.slot_starts[column] + standing.filled[column]] = edge
        standing.filled[column] += 1
        standing.chosen[edge] = True
        row = market.rows[edge]
    else:
        standing.placed[end] -= 1
    while row != source:
        lost = search.via[row]
        column = market.columns[lost]
        gained = search.via[n_rows + column]
        standing.chosen[lost], standing.chosen[gained] = False, True
        slot = market.slot_starts[column]
        while standing.slots[slot] != lost:
            slot += 1
        standing.slots[slot] = gained
        row = market.rows[gained]
    standing.placed[source] += 1


@njit(cache=True)
def place(rows: Integers, market: Market, standing: Standing, search: Search) -> None:
    for row in rows:
        standing.row_prices[row] = _first_price(row, market, standing)
        while standing.placed[row] < market.wants[row]:
            end, cost, n_seen = _cheapest_end(row, market, standing, search)
            _reprice(cost, n_seen, standing, search)
            if end == row:
                break
            _exchange(row, end, market, standing, search)
