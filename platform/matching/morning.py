"""The morning's assignment: everybody at once, under the head counts, as fair as it can be made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from matching.assign import Graph, assign
from matching.gig_edges import Barred, edges
from matching.gigs import Bools, Gigs, Ints, Seekers
from matching.lottery import order
from matching.stable import blocking, liking, stable

# With the 32 best of each, a contested morning placed 3 per cent fewer people: the best are the same for all.
OPTIONS = 512
OTHERS = 2
NO_STATIONS: Ints = np.empty(0, np.int64)

Progress = Callable[[str, int, int], None]
"""Step (weigh, place, others), how many are done, of how many."""


@dataclass(frozen=True)
class Morning:
    """`kept`: for each seeker the index of his gig, or -1. `others`: two more that fit him and have room left, or -1.

    `position`: his place in the lottery's order. `value`: the points of those who came alone and were shared out fairly;
    `gap` 0 proves it the most. `blocking`: pairs (seeker, gig) that came alone and would both rather have each other.
    """

    kept: Ints
    others: Ints
    position: Ints
    value: int
    gap: int
    blocking: Ints


def fair_morning(
    seekers: Seekers,
    gigs: Gigs,
    barred: Barred,
    seed: str,
    progress: Progress = lambda step, done, all: None,
    insisting: Ints = NO_STATIONS,
) -> Morning:
    """Parties first, for they fit in few places and stay together. Then all the others in one exact assignment.

    Before it, the stations that are `insisting` on it share out their own listings among their own workers, stably.
    """
    position = _positions(seekers, seed)
    graph = edges(seekers, gigs, barred, OPTIONS, partial(progress, "weigh"))
    kept, room = _seat_parties(graph, seekers, gigs.room, position)
    alone, likes = seekers.people == 1, liking(graph, seekers, gigs)
    own = alone[graph.rows] & _within(graph, seekers, gigs, insisting)
    early = stable(graph, likes, room, position, own)
    left = alone & (np.bincount(graph.rows[early], minlength=len(seekers)) == 0)
    found = assign(_with_lot(graph, _lot(position)), left.astype(np.int64), _less(room, graph, early), partial(progress, "place"))
    chosen = early | found.chosen
    kept[graph.rows[chosen]] = graph.columns[chosen]
    others = _others(seekers, replace(gigs, room=_less(room, graph, chosen)), barred, kept, partial(progress, "others"))
    block = blocking(graph, likes, chosen, room, alone[graph.rows])
    value, pairs = int(graph.weights[found.chosen].sum()), np.stack([graph.rows[block], graph.columns[block]], axis=1)
    return Morning(kept, others, position, value, found.gap, pairs)


def _within(graph: Graph, seekers: Seekers, gigs: Gigs, stations: Ints) -> Bools:
    """The edges between a worker and a listing of the same of these stations."""
    his, its = seekers.station[graph.rows], gigs.station[graph.columns]
    within: Bools = (his == its) & np.isin(its, stations)
    return within


def _less(room: Ints, graph: Graph, chosen: Bools) -> Ints:
    return room - np.bincount(graph.columns[chosen], minlength=len(room))


def _positions(seekers: Seekers, seed: str) -> Ints:
    ids = seekers.id.tolist()
    place = {ticket: number for number, ticket in enumerate(order(seed, ids))}
    return np.array([place[ticket] for ticket in ids], np.int64)


def _seat_parties(graph: Graph, seekers: Seekers, room: Ints, position: Ints) -> tuple[Ints, Ints]:
    """Whole or not at all, who has waited longest first, each where it fits best of what still holds it."""
    kept, room = np.full(len(seekers), -1, np.int64), room.copy()
    parties = np.flatnonzero(seekers.people > 1)
    for party in parties[np.lexsort((position[parties], -seekers.waiting_days[parties]))]:
        columns = graph.columns[graph.starts[party] : graph.starts[party + 1]]
        holding = columns[room[columns] >= seekers.people[party]]
        if len(holding):
            kept[party] = holding[0]
            room[holding[0]] -= seekers.people[party]
    return kept, room


def _lot(position: Ints) -> Ints:
    """The first in the order draws the highest."""
    return len(position) - position


def _with_lot(graph: Graph, lot: Ints) -> Graph:
    """The lots of all people together weigh less than one point: they decide between equals, and nothing else."""
    return replace(graph, weights=(graph.weights << int(lot.sum()).bit_length()) + lot[graph.rows])


def _others(seekers: Seekers, gigs: Gigs, barred: Barred, kept: Ints, progress: Callable[[int, int], None]) -> Ints:
    placed = np.flatnonzero(kept >= 0)
    barred = np.concatenate([barred, np.stack([placed, kept[placed]], axis=1)])
    graph = edges(seekers, gigs, barred, OTHERS, progress)
    others = np.full((len(seekers), OTHERS), -1, np.int64)
    others[graph.rows, np.arange(len(graph.columns)) - graph.starts[graph.rows]] = graph.columns
    return others
