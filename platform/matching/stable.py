"""A share-out that nobody can better in private: no worker and listing that would both rather have each other.

Deferred acceptance (Gale and Shapley, 1962): each worker proposes to the listing that he likes best; a listing that is
full sends away whom it likes least, and who is sent away proposes to his next.
"""

from dataclasses import dataclass
from heapq import heappush, heapreplace
from math import inf

import numpy as np

from matching.assign import Graph
from matching.gigs import Bools, Gigs, Ints, Seekers, judge

HIS = ("occupation", "distance", "pay", "hours")
"""The terms that a worker looks at. That he has waited concerns no employer, and whether he can do it is for the listing to like."""

LONGEST_WAY_M = 100_000_000  # more than twice round the earth: who knows the work comes before whoever lives next door
EDGES_AT_ONCE = 1 << 18
ALL = 2**62  # more than any points


@dataclass(frozen=True)
class Liking:
    """In points, edge by edge: how well he likes the gig, and how well the gig likes him."""

    his: Ints
    its: Ints


def liking(graph: Graph, seekers: Seekers, gigs: Gigs) -> Liking:
    """A listing likes who knows the work, and of these who has the shortest way: he comes, and comes in time."""
    rows, his, its = graph.rows, np.empty(len(graph.columns), np.int64), np.empty(len(graph.columns), np.int64)
    for start in range(0, len(rows), EDGES_AT_ONCE):
        part = slice(start, start + EDGES_AT_ONCE)
        fit = judge(seekers.take(rows[part]), gigs.take(graph.columns[part]))
        his[part] = sum(fit.terms[name] for name in HIS)
        its[part] = np.where(fit.terms["practice"] > 0, LONGEST_WAY_M, 0) - np.rint(fit.distance_km * 1000).astype(np.int64)
    return Liking(his, its)


def stable(graph: Graph, likes: Liking, room: Ints, position: Ints, among: Bools) -> Bools:
    """The edges chosen of those `among` which there is a choice. Of all that is stable it is the best for every worker.

    Between equal workers the lottery's order decides, between equal listings the table's.
    """
    rows, edges = graph.rows, np.flatnonzero(among)
    edges = edges[np.lexsort((graph.columns[edges], -likes.his[edges], rows[edges]))]
    proposals = _Proposals(
        rows=rows[edges].tolist(),
        gigs=graph.columns[edges].tolist(),
        rank=(likes.its[edges] * len(position) - position[rows[edges]]).tolist(),
        ends=np.searchsorted(rows[edges], np.arange(len(graph.starts))).tolist(),
    )
    chosen = np.zeros(len(rows), np.bool_)
    chosen[edges[proposals.kept(room.tolist())]] = True
    return chosen


@dataclass(frozen=True)
class _Proposals:
    """Row by row, the best liked first; those of row i from ends[i] to ends[i + 1]. `rank`: how the gig likes it, all different."""

    rows: list[int]
    gigs: list[int]
    rank: list[int]
    ends: list[int]

    def kept(self, room: list[int]) -> list[int]:
        """Whoever begins, it comes out the same."""
        held: list[list[tuple[int, int]]] = [[] for _ in room]
        bar = [-inf if places > 0 else inf for places in room]  # each gig takes who ranks above it
        coming, waiting = self.ends[:-1], list(range(len(self.ends) - 1))
        while waiting:
            row = waiting.pop()
            at = self._first_above(bar, coming[row], self.ends[row + 1])
            coming[row] = at + 1
            if at == self.ends[row + 1]:
                continue
            gig, proposal = self.gigs[at], (self.rank[at], at)
            if len(held[gig]) < room[gig]:
                heappush(held[gig], proposal)
            else:
                waiting.append(self.rows[heapreplace(held[gig], proposal)[1]])
            if len(held[gig]) == room[gig]:
                bar[gig] = held[gig][0][0]
        return [at for proposals in held for _, at in proposals]

    def _first_above(self, bar: list[float], start: int, end: int) -> int:
        gigs, rank = self.gigs, self.rank
        for at in range(start, end):
            if rank[at] > bar[gigs[at]]:
                return at
        return end


def blocking(graph: Graph, likes: Liking, chosen: Bools, room: Ints, among: Bools) -> Ints:
    """The edges, of those `among` which there is a choice, whose worker and listing would both rather have each other.

    A free place would rather have anybody than nobody. An equal is no reason to leave.
    """
    rows, columns = graph.rows, graph.columns
    his_now = np.full(len(graph.starts) - 1, -1, np.int64)
    his_now[rows[chosen]] = likes.his[chosen]
    least = np.full(len(room), ALL)
    np.minimum.at(least, columns[chosen], likes.its[chosen])
    least[np.bincount(columns[chosen], minlength=len(room)) < room] = -ALL
    return np.flatnonzero(among & (likes.his > his_now[rows]) & (likes.its > least[columns]))
