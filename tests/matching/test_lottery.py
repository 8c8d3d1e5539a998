"""A draw that anybody can check."""

import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.lottery import commitment, new_seed, order


def pocket(text: str) -> str:
    """What the docstring tells people to type."""
    return subprocess.run(["sha256sum"], input=text.encode(), capture_output=True, check=True).stdout.decode()[:64]


def test_every_seed_is_new() -> None:
    assert len({new_seed() for _ in range(100)}) == 100


def test_a_pocket_tool_finds_the_hash_and_the_order() -> None:
    seed, tickets = new_seed(), [7, 41, 42, 1000]
    assert commitment(seed) == pocket(seed)
    assert order(seed, tickets) == sorted(tickets, key=lambda ticket: pocket(f"{seed}:{ticket}"))


def test_an_order_is_remembered_for_ever() -> None:
    assert order("亮灯", range(8)) == [5, 2, 6, 7, 3, 1, 4, 0]


@settings(max_examples=30)
@given(st.sets(st.integers(0, 2**60)), st.randoms())
def test_the_order_does_not_depend_on_who_came_first(tickets: set[int], random: object) -> None:
    shuffled = list(tickets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert order("seed", shuffled) == order("seed", tickets)


@settings(max_examples=30)
@given(st.sets(st.integers(0, 99), min_size=2), st.data())
def test_who_stays_away_changes_nothing_between_the_others(tickets: set[int], data: st.DataObject) -> None:
    away = data.draw(st.sampled_from(sorted(tickets)))
    assert order("seed", tickets - {away}) == [ticket for ticket in order("seed", tickets) if ticket != away]


def test_each_is_first_about_as_often() -> None:
    firsts = [order(str(seed), range(4))[0] for seed in range(2000)]
    assert all(430 < firsts.count(ticket) < 570 for ticket in range(4))
