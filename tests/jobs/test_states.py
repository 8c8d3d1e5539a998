"""Every pair of states that the moves of the gig station do not list is refused."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from base.db import rows
from base.ledger import SWEEP
from base.moves import IllegalMove, Machine
from jobs.states import (
    EMPLOYER,
    LISTING,
    LOTTERY,
    NEED,
    PLACEMENT,
    PLACEMENT_WORDS,
    REFERRAL,
    STATE_WORDS,
    EmployerState,
    ListingState,
    LotteryState,
    NeedState,
    PlacementState,
    ReferralState,
)
from tests.cast import do

MACHINES: list[tuple[Machine, type[StrEnum]]] = [
    (EMPLOYER, EmployerState), (LISTING, ListingState), (NEED, NeedState), (REFERRAL, ReferralState), (PLACEMENT, PlacementState),
    (LOTTERY, LotteryState),
]  # fmt: skip


def unlisted(moves: Mapping[Any, frozenset[Any]]) -> Iterator[tuple[Any, Any]]:
    return ((before, to) for before, to in product(moves, repeat=2) if to not in moves[before])


REFUSED = [(machine, *pair) for machine, _ in MACHINES for pair in unlisted(machine.moves)]


@pytest.mark.parametrize(("machine", "states"), MACHINES, ids=[machine.subject for machine, _ in MACHINES])
def test_every_state_says_where_it_may_go(machine: Machine, states: type[StrEnum]) -> None:
    assert set(machine.moves) == set(states)
    assert set().union(*machine.moves.values()) <= set(states)


def test_every_state_that_people_see_has_words() -> None:
    assert set(STATE_WORDS) == set(ListingState)
    assert set(PLACEMENT_WORDS) == set(PlacementState)


def test_what_has_ended_stays_so() -> None:
    ended = [(LISTING, ListingState.OVER), (LISTING, ListingState.CANCELLED), (NEED, NeedState.OVER), (PLACEMENT, PlacementState.RELEASED)]
    assert [machine.moves[last] for machine, last in ended] == [frozenset()] * 4


@pytest.mark.parametrize(
    ("machine", "before", "to"), REFUSED, ids=[f"{machine.subject} {before} to {to}" for machine, before, to in REFUSED]
)
async def test_what_is_not_listed_is_refused(database: None, machine: Machine, before: StrEnum, to: StrEnum) -> None:
    row = machine.table(_ignore_missing=True, id=1, state=before.value)
    events = await rows("SELECT count(*) FROM event")
    with pytest.raises(IllegalMove):
        await do(machine.move, row, to, SWEEP)
    assert await rows("SELECT count(*) FROM event") == events
