"""A transition: one compare-and-set and one event, or nothing at all."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from base.clock import at, now
from base.db import rows
from base.errors import Overtaken
from base.ledger import By
from base.moves import IllegalMove, Machine
from messages.states import MOVES
from messages.states import MessageState as M
from messages.tables import Message
from tests.cast import do

LETTERS = Machine("message", Message, MOVES, lambda message: 2741)
BY_WORKER = By(None, "worker")


def draft() -> Message:
    given: dict[str, Any] = {
        "kind": "code",
        "subject": "code:1",
        "phone": "+8616000000001",
        "language": "en",
        "body": "27",
        "segments": 1,
        "priority": 0,
    }
    return Message(dedupe_key="27", state="queued", next_at=now(), created_at=now(), **given)


async def begun() -> Message:
    message = draft()
    await do(LETTERS.begin, message, BY_WORKER)
    return message


async def stored() -> dict[str, Any]:
    (found,) = await rows("SELECT state, reason, attempts FROM message")
    return found


async def events() -> list[tuple[str | None, str]]:
    return [(each["from_state"], each["to_state"]) for each in await rows("SELECT from_state, to_state FROM event ORDER BY id")]


async def test_what_begins_leaves_its_first_event(house: None) -> None:
    message = draft()
    await do(LETTERS.begin, message, By(7, "web"), note="first")
    (event,) = await rows("SELECT subject, subject_id, matter, from_state, to_state, actor, via, note FROM event")
    assert tuple(event.values()) == ("message", message.id, 2741, None, "queued", 7, "web", "first")


async def test_what_cannot_begin_leaves_no_event(house: None) -> None:
    await begun()
    with pytest.raises(asyncpg.UniqueViolationError):
        await do(LETTERS.begin, draft(), BY_WORKER)
    assert await events() == [(None, "queued")]


async def test_a_move_sets_its_values_in_the_row_and_in_the_hand(house: None) -> None:
    message = await begun()
    await do(LETTERS.move, message, M.SENDING, BY_WORKER, attempts=3, reason="why")
    assert await stored() == {"state": "sending", "reason": "why", "attempts": 3}
    assert (message.state, message.reason, message.attempts) == ("sending", "why", 3)
    assert await events() == [(None, "queued"), ("queued", "sending")]


async def test_a_move_happens_at_the_moment_of_the_rules(house: None) -> None:
    message, moment = await begun(), now() - timedelta(days=3)
    with at(moment):
        await do(LETTERS.move, message, M.SENDING, BY_WORKER, note="27")
    assert await rows("SELECT at, note FROM event WHERE to_state = 'sending'") == [{"at": moment, "note": "27"}]


@pytest.mark.parametrize("to", [state for state in M if state not in MOVES[M.QUEUED]])
async def test_a_move_that_is_not_listed_changes_nothing(house: None, to: M) -> None:
    message = await begun()
    with pytest.raises(IllegalMove, match=f"message queued -> {to}"):
        await do(LETTERS.move, message, to, BY_WORKER, reason="why")
    assert (await stored(), message.state) == ({"state": "queued", "reason": None, "attempts": 0}, "queued")
    assert await events() == [(None, "queued")]


async def test_who_comes_second_is_overtaken_and_changes_nothing(house: None) -> None:
    ours = await begun()
    theirs = await Message.objects().get(Message.id == ours.id)
    await do(LETTERS.move, theirs, M.SUPPRESSED, BY_WORKER)
    with pytest.raises(Overtaken):
        await do(LETTERS.move, ours, M.SENDING, BY_WORKER, reason="why")
    assert ours.state == "queued"
    assert ours.reason is None
    assert (await stored())["state"] == "suppressed"
    assert await events() == [(None, "queued"), ("queued", "suppressed")]


async def test_of_many_at_once_one_moves_it(house: None) -> None:
    message = await begun()
    hands = [await Message.objects().get(Message.id == message.id) for _ in range(6)]
    answers = await asyncio.gather(*(do(LETTERS.move, hand, M.SENDING, BY_WORKER) for hand in hands), return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["NoneType", *["Overtaken"] * 5]
    assert await events() == [(None, "queued"), ("queued", "sending")]


async def test_a_row_that_is_gone_is_overtaken(house: None) -> None:
    message = await begun()
    await rows("DELETE FROM message")
    with pytest.raises(Overtaken):
        await do(LETTERS.move, message, M.SENDING, BY_WORKER)


async def test_what_is_undone_takes_its_event_with_it(house: None) -> None:
    message = await begun()

    async def verb_that_fails() -> None:
        await LETTERS.move(message, M.SENDING, BY_WORKER)
        raise ValueError("after the move")

    with pytest.raises(ValueError, match="after the move"):
        await do(verb_that_fails)
    assert ((await stored())["state"], await events()) == ("queued", [(None, "queued")])
