"""Every pair of states that MOVES does not list is refused, and a move is one compare-and-set with one event."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import product
from typing import Any

import pytest

from base.db import rows
from base.errors import Overtaken
from base.ledger import SWEEP
from base.moves import IllegalMove, Machine
from messages import texts
from messages.callbacks import report
from messages.outbox import Stranger, put
from messages.states import MOVES as MESSAGE_MOVES
from messages.states import MessageState
from tests.cast import Cast, bulb_raised, do
from wishes.states import CLAIM, CLAIM_MOVES, OFFER, OFFER_MOVES, STATE_WORDS, WISH, WISH_MOVES, ClaimState, OfferState, WishState
from wishes.tables import Wish

MACHINES = [WISH, OFFER, CLAIM]


def unlisted(moves: Mapping[Any, frozenset[Any]]) -> Iterator[tuple[Any, Any]]:
    return ((before, to) for before, to in product(moves, repeat=2) if to not in moves[before])


REFUSED = [(machine, *pair) for machine in MACHINES for pair in unlisted(machine.moves)]


@pytest.mark.parametrize(
    ("states", "moves"), [(WishState, WISH_MOVES), (OfferState, OFFER_MOVES), (ClaimState, CLAIM_MOVES), (MessageState, MESSAGE_MOVES)]
)
def test_every_state_says_where_it_may_go(states: type[StrEnum], moves: Mapping[Any, frozenset[Any]]) -> None:
    assert set(moves) == set(states)


def test_every_state_of_a_wish_has_words() -> None:
    assert set(STATE_WORDS) == set(WishState)


@pytest.mark.parametrize(
    ("machine", "before", "to"), REFUSED, ids=[f"{machine.subject} {before} to {to}" for machine, before, to in REFUSED]
)
async def test_what_is_not_listed_is_refused(house: None, machine: Machine, before: StrEnum, to: StrEnum) -> None:
    row = machine.table(_ignore_missing=True, id=1, state=before.value)
    events = await _events()
    with pytest.raises(IllegalMove):
        await do(machine.move, row, to, SWEEP)
    assert await _events() == events


async def _events() -> int:
    return len(await rows("SELECT id FROM event"))


async def test_who_comes_second_changes_nothing(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    stale = await Wish.objects().get(Wish.id == wish.id)
    assert stale is not None
    await do(WISH.move, wish, WishState.CLAIMED, SWEEP)
    events = await _events()
    with pytest.raises(Overtaken):
        await do(WISH.move, stale, WishState.WITHDRAWN, SWEEP, due_at=None)
    assert (await _events(), stale.state) == (events, "open")


@pytest.mark.parametrize("status", ["queued", "sending", "sent", "delivered", "undelivered", "failed", "read", "nonsense"])
@pytest.mark.parametrize("state", list(MessageState))
async def test_no_report_moves_a_message_where_it_may_not_go(house: None, state: MessageState, status: str) -> None:
    await do(put, texts.usage(), Stranger("+8616000000007", "zh-CN"), "inbound:1")
    message = (await rows("UPDATE message SET state = $1 RETURNING id", state))[0]["id"]
    await report(message, "SM1", status, None)
    moved = await rows("SELECT from_state, to_state FROM event WHERE subject = 'message' AND from_state IS NOT NULL ORDER BY id")
    assert [move for move in moved if move["to_state"] not in MESSAGE_MOVES[MessageState(move["from_state"])]] == []
    assert (await rows("SELECT state FROM message"))[0]["state"] == ([state, *(move["to_state"] for move in moved)])[-1]
