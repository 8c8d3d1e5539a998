"""A graph, as the kernels search it."""

import numpy as np

from matching import ordering
from matching.assign import Graph, Indices, Integers
from matching.augment import FAR, Market, Search, Standing


def heaviest_first(graph: Graph) -> tuple[Graph, Indices | None]:
    """With the order in which its edges were taken, unless they stood so already: then nothing is copied."""
    starts = np.ascontiguousarray(graph.starts, np.int64)
    columns = np.ascontiguousarray(graph.columns, np.int32)
    weights = np.ascontiguousarray(graph.weights, np.int64)
    if ordering.falls(starts, weights):
        return Graph(starts, columns, weights), None
    order = ordering.heaviest_first(starts, weights)
    return Graph(starts, columns[order], weights[order]), order


def market(graph: Graph, wants: Integers, capacities: Integers) -> Market:
    degrees, twice = ordering.degrees(graph.starts, graph.columns, len(capacities))
    if twice >= 0:
        row = int(np.searchsorted(graph.starts, twice, side="right")) - 1
        raise ValueError(f"row {row} has column {graph.columns[twice]} twice")
    places = np.minimum(capacities, degrees).astype(np.int32)
    return Market(
        starts=graph.starts,
        rows=ordering.rows_of(graph.starts),
        columns=graph.columns,
        weights=graph.weights,
        wants=np.minimum(wants, np.diff(graph.starts)).astype(np.int32),
        places=places,
        slot_starts=_starts(places),
        turned_starts=_starts(degrees),
        turned=np.empty(0, np.int32),
    )


def heaviest(market: Market) -> int:
    return int(market.weights.max(initial=0))


def turned(market: Market) -> Market:
    """A row asks its own edges; that a column can ask too, they are listed a second time, once they are needed."""
    if len(market.turned):
        return market
    return market._replace(turned=ordering.by_column(market.columns, market.turned_starts[1:]))


def nothing_given(market: Market) -> Standing:
    """Where there is no place, the price is more than anybody pays: then nobody asks."""
    n_rows, n_columns = len(market.wants), len(market.places)
    return Standing(
        chosen=np.zeros(len(market.columns), np.bool_),
        placed=np.zeros(n_rows, np.int32),
        filled=np.zeros(n_columns, np.int32),
        slots=np.zeros(market.slot_starts[-1], np.int32),
        row_prices=np.zeros(n_rows, np.int64),
        column_prices=np.where(market.places > 0, 0, heaviest(market)),
    )


def nothing_seen(market: Market) -> Search:
    n_nodes = len(market.wants) + len(market.places)
    return Search(
        distance=np.full(n_nodes, FAR),
        via=np.zeros(n_nodes, np.int32),
        seen=np.zeros(n_nodes, np.int32),
        heap=np.zeros(n_nodes, np.int32),
        heap_place=np.zeros(n_nodes, np.int32),
        tally=np.zeros(2, np.int64),
    )


def _starts(sizes: Indices) -> Indices:
    return np.concatenate((np.zeros(1, np.int32), np.cumsum(sizes, dtype=np.int32)))
