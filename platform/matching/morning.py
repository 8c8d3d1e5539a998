"""The morning's assignment: everybody at once, under the head counts, as fair as it can be made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from matching.assign import Graph, assign
from matching.gig_edges import Barred, edges
from matching.gigs import Gigs, Ints, Seekers
from matching.lottery import order

# With the 32 best of each, a contested morning placed 3 per cent fewer people: the best are the same for all.
OPTIONS = 512
OTHERS = 2

Progress = Callable[[str, int, int], None]
"""Step (weigh, place, others), how many are done, of how many."""


@dataclass(frozen=True)
class Morning:
    """`kept`: for each seeker the index of his gig, or -1. `others`: two more that fit him and have room left, or -1.

    `position`: his place in the lottery's order. `value`: the points of those who came alone; `gap` 0 proves it the most.
    """

    kept: Ints
    others: Ints
    position: Ints
    value: int
    gap: int


def fair_morning(seekers: Seekers, gigs: Gigs, barred: Barred, seed: str, progress: Progress = lambda step, done, all: None) -> Morning:
    """Parties first, for they fit in few places and stay together. Then all the others in one exact assignment."""
    position = _positions(seekers, seed)
    graph = edges(seekers, gigs, barred, OPTIONS, partial(progress, "weigh"))
    kept, room = _seat_parties(graph, seekers, gigs.room, position)
    alone, lot = (seekers.people == 1).astype(np.int64), _lot(position)
    found = assign(_with_lot(graph, lot), alone, room, partial(progress, "place"))
    kept[graph.rows[found.chosen]] = graph.columns[found.chosen]
    room = room - np.bincount(graph.columns[found.chosen], minlength=len(gigs))
    others = _others(seekers, replace(gigs, room=room), barred, kept, partial(progress, "others"))
    return Morning(kept, others, position, int(graph.weights[found.chosen].sum()), found.gap)


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
