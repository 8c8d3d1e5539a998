"""The stable morning: no worker and listing would both rather have each other."""

from itertools import product
from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.assign import Graph
from matching.gig_edges import edges
from matching.gigs import Bools, Gigs, Ints, Seekers
from matching.stable import Liking, blocking, liking, stable
from tests.matching.gig_scene import BRICKLAYER, NOBODY, WELDER, gigs, km_north, seekers, town
from tests.matching.instances import graph_of, integers


class Market(NamedTuple):
    graph: Graph
    likes: Liking
    room: Ints
    position: Ints

    @property
    def all(self) -> Bools:
        return np.ones(len(self.graph.columns), np.bool_)

    def chosen(self) -> Bools:
        return stable(self.graph, self.likes, self.room, self.position, self.all)

    def blocking(self, chosen: Bools) -> list[int]:
        found: list[int] = blocking(self.graph, self.likes, chosen, self.room, self.all).tolist()
        return found


def market(seed: int, n_seekers: int, n_gigs: int) -> Market:
    """Anybody may like anybody; many like two equally."""
    random = np.random.default_rng(seed)
    graph = graph_of([[(gig, 0) for gig in range(n_gigs) if random.random() < 0.7] for _ in range(n_seekers)])
    his, its = random.integers(0, 4, (2, len(graph.columns)))
    return Market(graph, Liking(his, its), random.integers(0, 3, n_gigs), random.permutation(n_seekers))


def in_town(some: Seekers, jobs: Gigs) -> Market:
    graph = edges(some, jobs, NOBODY, 512)
    return Market(graph, liking(graph, some, jobs), jobs.room, np.arange(len(some)))


def given_to(some: Seekers, jobs: Gigs) -> list[int]:
    """The gig of each seeker, or -1."""
    found = in_town(some, jobs)
    gig = np.full(len(some), -1)
    chosen = found.chosen()
    gig[found.graph.rows[chosen]] = found.graph.columns[chosen]
    return [int(each) for each in gig]


def all_stable(market: Market) -> list[list[int]]:
    """By trying everything: of each stable assignment the gig of each worker (or -1), equals taken in the lottery's and the table's order."""
    rows, columns = market.graph.rows.tolist(), market.graph.columns.tolist()
    pairs = list(zip(rows, columns, strict=True))
    his = {pair: (points, -pair[1]) for pair, points in zip(pairs, market.likes.his.tolist(), strict=True)}
    its = {pair: (points, -market.position[pair[0]]) for pair, points in zip(pairs, market.likes.its.tolist(), strict=True)}

    def blocks(given: tuple[int, ...], row: int, gig: int) -> bool:
        there = [its[other, gig] for other in range(len(given)) if given[other] == gig]
        wants = given[row] < 0 or his[row, gig] > his[row, given[row]]
        return wants and market.room[gig] > 0 and (len(there) < market.room[gig] or its[row, gig] > min(there))

    options = [[-1, *(gig for row, gig in pairs if row == each)] for each in range(len(market.position))]
    assignments = [given for given in product(*options) if all(given.count(gig) <= room for gig, room in enumerate(market.room))]
    return [list(given) for given in assignments if not any(blocks(given, *pair) for pair in pairs)]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 4), st.integers(0, 3))
def test_of_all_that_is_stable_each_worker_gets_what_he_likes_best(seed: int, n_seekers: int, n_gigs: int) -> None:
    each = market(seed, n_seekers, n_gigs)
    chosen, points = each.chosen(), dict(zip(zip(each.graph.rows, each.graph.columns, strict=True), each.likes.his, strict=True))
    found = [-1] * n_seekers
    for row, gig in zip(each.graph.rows[chosen], each.graph.columns[chosen], strict=True):
        found[row] = int(gig)
    every = all_stable(each)
    assert found in every
    for row in range(n_seekers):
        best = max((given[row] for given in every), key=lambda gig: (points.get((row, gig), -1), -gig))
        assert found[row] == best


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_a_pair_blocks_just_when_both_gain(seed: int) -> None:
    each = market(seed, 6, 4)
    random = np.random.default_rng(seed)
    chosen = np.zeros(len(each.graph.columns), np.bool_)
    for edge in random.permutation(len(chosen)):
        alone = not chosen[each.graph.rows == each.graph.rows[edge]].any()
        chosen[edge] = alone and chosen[each.graph.columns == each.graph.columns[edge]].sum() < each.room[each.graph.columns[edge]]
    assert each.blocking(chosen) == [edge for edge in range(len(chosen)) if _both_gain(each, chosen, edge)]


def _both_gain(each: Market, chosen: Bools, edge: int) -> bool:
    row, gig = each.graph.rows[edge], each.graph.columns[edge]
    his = each.likes.his[chosen & (each.graph.rows == row)]
    there = each.likes.its[chosen & (each.graph.columns == gig)]
    room_or_better = len(there) < each.room[gig] or (len(there) > 0 and each.likes.its[edge] > there.min())
    return bool((len(his) == 0 or each.likes.his[edge] > his[0]) and room_or_better)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_in_a_whole_town_nobody_is_left_who_would_rather(seed: int) -> None:
    each = in_town(*town(seed, 120, 40))
    chosen = each.chosen()
    assert each.blocking(chosen) == []
    assert (np.bincount(each.graph.columns[chosen], minlength=40) <= each.room).all()
    assert np.bincount(each.graph.rows[chosen]).max(initial=0) <= 1


def test_a_worker_looks_at_the_occupation_then_the_way_and_no_wait_helps_him() -> None:
    some = seekers({"occupations": 0, "skills": 1 << WELDER})
    assert given_to(some, gigs({"trade": False}, {"occupation": WELDER, "lat": km_north(9)})) == [1]
    assert given_to(seekers({}), gigs({"lat": km_north(4)}, {"lat": km_north(3)})) == [1]
    near_and_long = seekers({"lat": km_north(1)}, {"lat": km_north(2), "waiting_days": 7})
    assert given_to(near_and_long, gigs({"room": 1})) == [0, -1]


def test_a_listing_likes_who_knows_the_work_and_then_who_lives_near() -> None:
    some = seekers({}, {"skills": 1 << BRICKLAYER, "lat": km_north(8)}, {"skills": 1 << BRICKLAYER, "lat": km_north(7)})
    assert given_to(some, gigs({"room": 1})) == [-1, -1, 0]


def test_a_wide_radius_brings_nobody_nearer_to_the_listing() -> None:
    assert given_to(seekers({"lat": km_north(2), "radius_km": 50.0}, {"lat": km_north(1), "radius_km": 2.0}), gigs({"room": 1})) == [-1, 0]


def test_between_equals_the_order_of_the_lottery_decides() -> None:
    each = in_town(seekers({}, {}, {}), gigs({"room": 1}))
    for first in range(3):
        position = np.roll(np.arange(3), first)
        assert stable(*each[:3], position, each.all).tolist() == (position == 0).tolist()


def test_only_those_edges_are_chosen_of_which_there_is_a_choice() -> None:
    each = in_town(seekers({}, {}), gigs({"room": 1}))
    assert stable(*each[:4], np.array([False, True])).tolist() == [False, True]
    assert blocking(*each[:2], np.zeros(2, np.bool_), each.room, np.array([False, True])).tolist() == [1]


def test_without_workers_listings_or_room_nobody_is_chosen() -> None:
    assert in_town(seekers(), gigs()).chosen().tolist() == in_town(seekers(), gigs({})).chosen().tolist() == []
    assert given_to(seekers({}), gigs()) == given_to(seekers({}), gigs({"room": 0})) == [-1]
    full = Market(graph_of([[(0, 0)]]), Liking(integers(1), integers(1)), integers(0), integers(0))
    assert (full.chosen().tolist(), full.blocking(full.all & False)) == ([False], [])
