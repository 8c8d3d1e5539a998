"""The morning's assignment: everybody at once."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.gigs import Gigs, Seekers, judge
from matching.lottery import order
from matching.morning import Morning, fair_morning
from tests.matching.gig_scene import LAT, NOBODY, gigs, km_north, seekers, town
from tests.matching.independent import best_by_highs
from tests.matching.instances import graph_of

SEED = "a seed"


def morning(some: Seekers, others: Gigs, *barred: tuple[int, int], seed: str = SEED) -> Morning:
    return fair_morning(some, others, np.array(barred, np.int64).reshape(-1, 2), seed)


def insisted(some: Seekers, others: Gigs, *stations: int) -> Morning:
    return fair_morning(some, others, NOBODY, SEED, insisting=np.array(stations, np.int64))


def kept(some: Seekers, others: Gigs, *barred: tuple[int, int]) -> list[int]:
    return [int(gig) for gig in morning(some, others, *barred).kept]


@pytest.mark.parametrize("seed", range(20))
def test_an_independent_solver_finds_nothing_better(seed: int) -> None:
    some, others = town(seed, 500 - 20 * seed, 200 - 8 * seed)
    fit = judge(some.take(np.arange(len(some))[:, None]), others)
    rows = [[(int(gig), int(fit.weight[row, gig])) for gig in np.flatnonzero(fit.allowed[row])] for row in range(len(some))]
    found = morning(some, others)
    assert found.value == best_by_highs(graph_of(rows), np.ones(len(some), np.int64), others.room)
    assert found.gap == 0


def test_the_same_seed_gives_the_same_morning_and_another_seed_the_same_points() -> None:
    first, second, other = (morning(*town(5, 200, 60, 3), seed=seed) for seed in ("one", "one", "two"))
    assert np.array_equal(first.kept, second.kept)
    assert np.array_equal(first.others, second.others)
    assert not np.array_equal(first.kept, other.kept)
    assert morning(*town(5, 200, 60), seed="one").value == morning(*town(5, 200, 60), seed="two").value


def test_who_stands_where_in_the_table_changes_nothing() -> None:
    some, others = town(6, 150, 40, 3)
    turned = np.arange(150)[::-1]
    forwards, backwards = (morning(each, others) for each in (some, some.take(turned)))
    assert np.array_equal(forwards.kept >= 0, (backwards.kept >= 0)[turned])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 25), st.integers(0, 8), st.integers(1, 4))
def test_rules_and_room_hold_for_whatever_comes(seed: int, people: int, listings: int, largest_party: int) -> None:
    some, others = town(seed, people, listings, largest_party)
    barred = np.random.default_rng(seed).integers(0, (people or 1, listings or 1), (people * listings // 3, 2))
    found = fair_morning(some, others, barred, SEED)
    placed = np.flatnonzero(found.kept >= 0)
    assert judge(some.take(placed), others.take(found.kept[placed])).allowed.all()
    assert (np.bincount(found.kept[placed], some.people[placed], len(others)) <= others.room).all()
    assert not set(zip(placed.tolist(), found.kept[placed].tolist(), strict=True)) & set(map(tuple, barred.tolist()))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_the_others_fit_have_room_left_and_are_not_what_is_kept(seed: int) -> None:
    some, others = town(seed, 12, 20)
    found = morning(some, others)
    left = others.room - np.bincount(found.kept[found.kept >= 0], minlength=20)
    for seeker, options in enumerate(found.others):
        fit = judge(some.take(seeker), others)
        free = [gig for gig in range(20) if fit.allowed[gig] and left[gig] > 0 and gig != found.kept[seeker]]
        best = sorted(free, key=lambda gig: (-fit.weight[gig], gig))[:2]
        assert [gig for gig in options.tolist() if gig >= 0] == best


def test_one_more_day_of_waiting_decides_between_equals() -> None:
    for longer in (0, 1):
        some = seekers(*({"waiting_days": 2 + (number == longer)} for number in (0, 1)))
        assert kept(some, gigs({"room": 1}))[longer] == 0


def test_the_lottery_decides_between_equals_and_anyone_can_tell_how() -> None:
    some = seekers(*[{}] * 9)
    winners = [int(some.id[seeker]) for seeker in np.flatnonzero(morning(some, gigs({"room": 3})).kept == 0)]
    assert sorted(winners) == sorted(order(SEED, some.id.tolist())[:3])


def test_no_luck_outweighs_a_point() -> None:
    last = order(SEED, range(1, 10))[-1]
    some = seekers(*({"least_fen_per_day": 20_000 if number == last else 20_200} for number in range(1, 10)))
    assert kept(some, gigs({"room": 1}))[last - 1] == 0


def test_who_can_do_little_else_gets_what_others_can_spare() -> None:
    some = seekers({"radius_km": 30.0}, {"radius_km": 1.0})
    assert kept(some, gigs({"room": 1}, {"lat": km_north(9), "room": 1})) == [1, 0]


def test_what_is_barred_is_not_kept_and_not_shown() -> None:
    found = morning(seekers({}), gigs({}, {}, {}), (0, 0), (0, 2))
    assert (found.kept.tolist(), found.others.tolist()) == ([1], [[-1, -1]])


def test_a_party_stays_together_or_stays_away() -> None:
    assert kept(seekers({"people": 3}), gigs({"room": 2}, {"room": 2})) == [-1]
    assert kept(seekers({"people": 3}), gigs({"room": 2}, {"room": 3, "lat": km_north(5)})) == [1]


def test_a_party_is_seated_before_the_single_ones_and_they_get_the_rest() -> None:
    some = seekers({"waiting_days": 7}, {"people": 2}, {"waiting_days": 6})
    assert kept(some, gigs({"room": 3})) == [0, 0, -1]


def test_of_two_parties_the_one_that_waited_longer_is_seated_and_of_equals_the_lucky_one() -> None:
    def seated(*waiting: int) -> list[int]:
        return kept(seekers(*({"people": 2, "waiting_days": days} for days in waiting)), gigs({}))

    lucky = order(SEED, [1, 2])[0] - 1
    assert (seated(1, 2), seated(9, 8)) == ([-1, 0], [0, -1])
    assert seated(3, 3)[lucky] == 0


def test_a_party_whose_best_gig_is_full_goes_to_the_next() -> None:
    some = seekers({"people": 2, "waiting_days": 1}, {"people": 2})
    assert kept(some, gigs({}, {"lat": km_north(5)})) == [0, 1]


def test_two_others_are_shown_beside_what_is_kept() -> None:
    near = [{"lat": km_north(km)} for km in (4, 1, 3, 2)]
    found = morning(seekers({}), gigs(*near))
    assert (found.kept.tolist(), found.others.tolist()) == ([1], [[3, 2]])


def test_progress_names_each_step_and_goes_on_to_its_end() -> None:
    reports: dict[str, Any] = {}
    fair_morning(*town(1, 300, 20), NOBODY, SEED, lambda step, done, all_seekers: reports.update({step: (done, all_seekers)}))
    assert reports == {"weigh": (300, 300), "place": (300, 300), "others": (300, 300)}


def test_an_empty_morning_is_a_morning_too() -> None:
    assert kept(seekers(), gigs()) == kept(seekers(), gigs({})) == []
    assert kept(seekers({}), gigs()) == kept(seekers({"lat": -LAT}), gigs({})) == [-1]


def test_an_insisting_station_gives_its_listings_to_its_own_first_however_long_others_wait() -> None:
    some = seekers({"waiting_days": 7, "station": 2}, {"lat": km_north(3)}, {"lat": km_north(2)})
    jobs = gigs({"room": 1})
    assert kept(some, jobs) == [0, -1, -1]
    assert insisted(some, jobs, 1).kept.tolist() == [-1, -1, 0]
    assert insisted(some, jobs, 2).kept.tolist() == [0, -1, -1]


def test_what_an_insisting_station_has_left_is_shared_with_all() -> None:
    some = seekers({"station": 2, "waiting_days": 1}, {"station": 2}, {})
    found = insisted(some, gigs({"room": 2}, {"room": 1, "station": 2, "lat": km_north(9)}), 1)
    assert found.kept.tolist() == [0, 1, 0]
    assert (found.value, found.gap) == (morning(some.take([0, 1]), gigs({"room": 1}, {"room": 1, "lat": km_north(9)})).value, 0)


def test_parties_are_seated_first_where_a_station_insists_too() -> None:
    some = seekers({"station": 2, "people": 2, "lat": km_north(8)}, {})
    assert insisted(some, gigs({"room": 2}), 1).kept.tolist() == [0, -1]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_no_pair_of_an_insisting_station_would_rather_have_each_other(seed: int, largest_party: int) -> None:
    some, jobs = town(seed, 60, 20, largest_party)
    found = insisted(some, jobs, 1, 3)
    seeker, gig = found.blocking.T
    own = some.station[seeker] == jobs.station[gig]
    assert not np.isin(jobs.station[gig[own]], (1, 3)).any()
    placed = np.flatnonzero(found.kept >= 0)
    assert (np.bincount(found.kept[placed], some.people[placed], len(jobs)) <= jobs.room).all()
    assert np.array_equal(found.kept, insisted(some, jobs, 1, 3).kept)


def test_where_all_are_of_one_station_that_insists_nobody_at_all_would_rather() -> None:
    some, jobs = town(3, 200, 50, 2)
    one = np.ones(200, np.int64), np.ones(50, np.int64)
    some, jobs = replace(some, station=one[0]), replace(jobs, station=one[1])
    assert len(morning(some, jobs).blocking) > 0
    assert len(insisted(some, jobs, 1).blocking) == 0


def test_the_fair_morning_says_who_would_rather_have_each_other() -> None:
    some = seekers({"waiting_days": 7, "lat": km_north(3)}, {})
    assert morning(some, gigs({"room": 1})).blocking.tolist() == [[1, 0]]
