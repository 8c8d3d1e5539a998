"""For every seeker the gigs that fit him best."""

import numpy as np

from matching.gig_edges import edges
from matching.gigs import Gigs, Seekers, judge
from tests.matching.gig_scene import NOBODY, gigs, km_north, seekers, town


def by_hand(some: Seekers, others: Gigs, barred: set[tuple[int, int]], most: int) -> list[list[tuple[int, int]]]:
    """(gig, weight) of each seeker, pair by pair."""
    found = []
    for seeker in range(len(some)):
        fit = judge(some.take(seeker), others)
        allowed = [gig for gig in range(len(others)) if fit.allowed[gig] and (seeker, gig) not in barred]
        best = sorted(allowed, key=lambda gig: (-fit.weight[gig], gig))[:most]
        found.append([(gig, int(fit.weight[gig])) for gig in best])
    return found


def found_by(
    some: Seekers, others: Gigs, barred: np.ndarray[tuple[int, int], np.dtype[np.int64]], most: int
) -> list[list[tuple[int, int]]]:
    graph = edges(some, others, barred, most)
    pairs = list(zip(graph.columns.tolist(), graph.weights.tolist(), strict=True))
    return [pairs[start:end] for start, end in zip(graph.starts[:-1], graph.starts[1:], strict=True)]


def test_the_best_of_each_are_those_that_all_pairs_show() -> None:
    some, others = town(1, 200, 60, largest_party=4)
    barred = np.random.default_rng(1).integers(0, (200, 60), (900, 2))
    pairs = set(map(tuple, barred.tolist()))
    for most in (5, 60):
        assert found_by(some, others, barred, most) == by_hand(some, others, pairs, most)


def test_who_has_no_place_hides_nobody_else() -> None:
    some = seekers({"lat": np.nan}, {}, {"radius_km": np.nan}, {"lat": km_north(9)})
    assert found_by(some, gigs({}), NOBODY, 9) == by_hand(some, gigs({}), set(), 9)


def test_nobody_and_nothing_make_an_empty_graph() -> None:
    assert edges(seekers(), gigs({}), NOBODY, 9).starts.tolist() == [0]
    assert edges(seekers({}, {}), gigs(), NOBODY, 9).starts.tolist() == [0, 0, 0]


def test_progress_goes_on_to_the_end() -> None:
    reports: list[tuple[int, int]] = []
    edges(
        seekers(*[{}] * 150, *[{"occupations": 0}] * 10), gigs({}), NOBODY, 9, lambda done, all_seekers: reports.append((done, all_seekers))
    )
    assert reports[-1] == (160, 160)
    assert len(reports) == 4
