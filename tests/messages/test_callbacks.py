from itertools import permutations

import pytest

from base.db import rows
from messages import texts
from messages.callbacks import report
from messages.drain import drain
from messages.states import MessageState
from messages.transport import Result
from tests.messages.letters import LIU, ZHANG, Post, message, queue, state

SID, OTHER = "SM" + "a" * 32, "SM" + "b" * 32


class Accepting(Post):
    async def send(self, message_id: int, to: str, body: str) -> Result:
        return Result(MessageState.SENT, sid=SID)


async def sent() -> int:
    accepted = await queue(texts.wish_closed(27))
    await drain(Accepting())
    return accepted


async def test_a_delivered_message_is_at_its_end(house: None) -> None:
    accepted = await sent()
    await report(accepted, SID, "delivered", None)
    found = await message(accepted)
    assert (found["state"], found["code"]) == ("delivered", None)
    assert found["ended_at"] is not None


@pytest.mark.parametrize("status", ["undelivered", "failed"])
async def test_an_undelivered_message_keeps_the_reason(house: None, status: str) -> None:
    accepted = await sent()
    await report(accepted, SID, status, 30005)
    found = await message(accepted)
    assert (found["state"], found["code"]) == (status, 30005)


@pytest.mark.parametrize("status", ["queued", "accepted", "sending", "sent", "read", "?"])
async def test_a_report_on_the_way_ends_nothing(house: None, status: str) -> None:
    accepted = await sent()
    await report(accepted, SID, status, None)
    assert ((await message(accepted))["state"], (await message(accepted))["ended_at"]) == ("sent", None)


@pytest.mark.parametrize("order", sorted(set(permutations(["queued", "sent", "delivered", "delivered"]))))
async def test_reports_in_any_order_and_repeated_end_the_same(house: None, order: tuple[str, ...]) -> None:
    accepted = await sent()
    for status in order:
        await report(accepted, SID, status, None)
    assert await state(accepted) == "delivered"
    assert len(await rows("SELECT 1 FROM event WHERE subject = 'message'")) == 4


async def test_what_was_delivered_does_not_fail_afterwards(house: None) -> None:
    accepted = await sent()
    await report(accepted, SID, "delivered", None)
    await report(accepted, SID, "undelivered", 30005)
    assert ((await message(accepted))["state"], (await message(accepted))["code"]) == ("delivered", None)


@pytest.mark.parametrize(("status", "end"), [("sent", "sent"), ("delivered", "delivered"), ("failed", "failed")])
async def test_a_report_may_come_before_our_own_answer(house: None, status: str, end: str) -> None:
    class Overtaken(Accepting):
        async def send(self, message_id: int, to: str, body: str) -> Result:
            await report(message_id, SID, status, None)
            return await super().send(message_id, to, body)

    accepted = await queue(texts.wish_closed(27))
    await drain(Overtaken())
    found = await message(accepted)
    assert (found["state"], found["sid"], found["lease"]) == (end, SID, None)


async def test_a_report_proves_that_an_ambiguous_message_was_accepted(house: None) -> None:
    unknown = await queue(texts.wish_closed(27))
    await drain(Post(MessageState.AMBIGUOUS))
    await report(unknown, SID, "delivered", None)
    found = await message(unknown)
    assert (found["state"], found["sid"]) == ("delivered", SID)


async def test_a_report_about_a_message_that_is_not_ours_changes_nothing(house: None) -> None:
    await report(2**62, SID, "delivered", None)
    assert await rows("SELECT 1 FROM event WHERE via = 'gateway'") == []


async def test_a_report_with_another_sid_changes_nothing(house: None) -> None:
    accepted = await sent()
    await report(accepted, OTHER, "failed", 30005)
    assert ((await message(accepted))["state"], (await message(accepted))["sid"]) == ("sent", SID)


async def test_a_sid_that_another_message_was_given_changes_nothing(house: None) -> None:
    accepted, unknown = await sent(), await queue(texts.wish_closed(27), ZHANG)
    await drain(Post(MessageState.AMBIGUOUS))
    await report(unknown, SID, "delivered", None)
    assert (await state(accepted), await state(unknown)) == ("sent", "ambiguous")


async def test_a_report_does_not_wake_what_has_ended(house: None) -> None:
    refused = await queue(texts.wish_closed(27), LIU)
    await drain(Post(MessageState.FAILED))
    await report(refused, SID, "delivered", None)
    assert await state(refused) == "failed"
