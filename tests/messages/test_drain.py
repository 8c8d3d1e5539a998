import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from base.clock import at, now
from base.db import rows
from base.ledger import By
from base.settings import Settings, settings
from base.work import transaction
from messages import drain as sender
from messages import texts
from messages.consent import opt_out
from messages.drain import drain
from messages.outbox import Stranger, put
from messages.reconcile import reconcile
from messages.states import MessageState
from messages.transport import Result, Transport
from messages.twilio import CONNECTIONS, Twilio
from tests.cast import Cast
from tests.messages.letters import (
    CHEN,
    LIU,
    ZHANG,
    Gateway,
    Post,
    drained_later,
    lease_ends,
    message,
    queue,
    queue_to_many,
    state,
    states,
)

BY_PHONE = By(None, "sms")


async def test_sends_what_is_queued(gateway: Gateway) -> None:
    first, second = await queue(texts.wish_closed(1)), await queue(texts.wish_closed(2), ZHANG)
    assert not await drain(gateway.twilio)
    assert await states() == ["sent", "sent"]
    assert await gateway.has(ZHANG) == [(await message(second))["body"]]
    sent = await message(first)
    assert len(sent["sid"]) == 34
    assert (sent["attempts"], sent["lease"], sent["lease_until"]) == (1, None, None)


async def test_what_is_not_to_go_before_its_hour_holds_up_nothing(gateway: Gateway) -> None:
    tomorrow = now() + timedelta(hours=8)
    async with transaction():
        await put(texts.stopped(), Stranger(LIU, "zh-CN"), "inbound:1", not_before=tomorrow)
    await queue(texts.wish_closed(2))
    await drain(gateway.twilio)
    assert await states() == ["queued", "sent"]
    await drained_later(gateway.twilio, timedelta(hours=8))
    assert await states() == ["sent", "sent"]


async def test_a_phone_gets_its_messages_in_their_order(gateway: Gateway) -> None:
    for ref in range(12):
        await queue(texts.wish_closed(ref), (LIU, ZHANG, CHEN)[ref % 3], f"wish:{ref}")
    await drain(gateway.twilio)
    for number, phone in enumerate((LIU, ZHANG, CHEN)):
        assert [f"{ref}号" in body for ref, body in zip(range(number, 12, 3), await gateway.has(phone), strict=True)] == [True] * 4


async def test_the_order_holds_when_the_first_must_be_tried_again(gateway: Gateway) -> None:
    held, place = await queue(texts.claim_held(27)), await queue(texts.claim_place(27, "", ZHANG, "村口"))
    await gateway.plan(script=["429"])
    await drain(gateway.twilio)
    assert await states() == ["queued", "queued"]
    await drained_later(gateway.twilio)
    assert await gateway.has() == [(await message(each))["body"] for each in (held, place)]


async def test_a_code_does_not_wait_behind_a_notice(gateway: Gateway) -> None:
    await gateway.plan(script=["429"])
    notice = await queue(texts.claim_held(27))
    await drain(gateway.twilio)
    code = await queue(texts.code("123456"), subject="code:1")
    await drain(gateway.twilio)
    assert (await state(notice), await state(code)) == ("queued", "sent")


async def test_many_go_in_waves_over_few_connections(house: None) -> None:
    class Counting(Post):
        open = most = 0

        async def send(self, message_id: int, to: str, body: str) -> Result:
            self.open += 1
            self.most = max(self.most, self.open)
            await asyncio.sleep(0.001)
            self.open -= 1
            return await super().send(message_id, to, body)

    ids, transport = await queue_to_many(60), Counting()
    await drain(transport)
    assert sorted(transport.sent) == ids
    assert transport.most == CONNECTIONS


async def test_a_turn_ends_after_a_wave_and_says_that_there_is_more(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "TURN_SECONDS", 0)
    await queue_to_many(sender.WAVE + 1)
    transport = Post()
    assert await drain(transport)
    assert len(transport.sent) == sender.WAVE
    assert await drain(transport)
    assert not await drain(transport)
    assert set(await states()) == {"sent"}


async def drained(transport: Transport) -> None:
    """Turn after turn, as the bell rings it."""
    while await drain(transport):
        pass


async def test_of_many_senders_at_once_each_message_is_taken_by_one(house: None) -> None:
    ids, transport = await queue_to_many(200), Post()
    await asyncio.gather(*(drained(transport) for _ in range(8)))
    assert sorted(transport.sent) == ids


async def test_two_senders_at_once_give_the_gateway_each_message_once(gateway: Gateway) -> None:
    await queue_to_many(60)
    other = Twilio(settings(), gateway.line)
    await asyncio.gather(drained(gateway.twilio), drained(other))
    await other.close()
    bodies = await gateway.has()
    assert (len(bodies), len(set(bodies))) == (60, 60)
    assert set(await states()) == {"sent"}


# What is not sent at all.


async def test_who_opted_out_gets_nothing_but_the_answer_to_stop(cast: Cast, gateway: Gateway) -> None:
    notice = await queue(texts.wish_released(27))
    async with transaction():
        await opt_out(LIU, cast.liu.id, BY_PHONE)
    answer = await queue(texts.stopped(), subject="inbound:1")
    await drain(gateway.twilio)
    assert ((await message(notice))["state"], (await message(notice))["reason"]) == ("suppressed", "opted_out")
    assert await gateway.has() == [(await message(answer))["body"]]


async def test_an_offer_that_is_too_old_is_not_sent(gateway: Gateway) -> None:
    with at(now() - texts.CODE_LIFE):
        code = await queue(texts.code("123456"))
    await drain(gateway.twilio)
    assert ((await message(code))["state"], (await message(code))["reason"]) == ("suppressed", "expired")
    assert (await message(code))["ended_at"] is not None
    assert await gateway.has() == []


async def test_a_suppressed_message_does_not_hold_up_the_next(gateway: Gateway) -> None:
    with at(now() - texts.CODE_LIFE):
        await queue(texts.code("123456"), subject="code:1")
    await queue(texts.code("654321"), subject="code:2")
    await drain(gateway.twilio)
    assert await states() == ["suppressed", "sent"]


# What the gateway says.


async def test_too_many_requests_are_tried_again_later_and_later(gateway: Gateway) -> None:
    busy = await queue(texts.wish_closed(27))
    await gateway.plan(chances={"429": 1})
    await drain(gateway.twilio)
    first = await message(busy)
    assert (first["state"], first["code"], first["attempts"]) == ("queued", 20429, 1)
    assert timedelta(seconds=0) < first["next_at"] - now() < timedelta(seconds=2)
    delays = []
    for tried in range(1, 12):
        with at(now() + tried * timedelta(minutes=10)):
            await drain(gateway.twilio)
            delays.append((await message(busy))["next_at"] - now())
    assert delays[2] > 2 * delays[0]
    assert timedelta(seconds=140) < delays[-1] < timedelta(seconds=301)
    await gateway.plan()
    await drained_later(gateway.twilio, timedelta(hours=3))
    assert len(await gateway.has()) == 1


async def test_a_refused_number_fails_for_good(gateway: Gateway) -> None:
    wrong = await queue(texts.wish_closed(27), "+86")
    await drain(gateway.twilio)
    await drained_later(gateway.twilio)
    found = await message(wrong)
    assert (found["state"], found["code"], found["attempts"]) == ("failed", 21211, 1)
    assert found["ended_at"] is not None


async def test_who_opted_out_at_the_gateway_is_opted_out_here(cast: Cast, gateway: Gateway) -> None:
    await gateway.plan(opted_out=[LIU])
    async with transaction():
        await put(texts.wish_closed(27), cast.liu, "wish:1")
    await drain(gateway.twilio)
    assert [each["source"] for each in await rows("SELECT source FROM opt_out WHERE phone = $1", LIU)] == ["gateway"]
    assert len(await rows("SELECT 1 FROM event WHERE subject = 'consent' AND subject_id = $1", cast.liu.id)) == 1
    again = await queue(texts.wish_closed(28), subject="wish:2")
    await drain(gateway.twilio)
    assert await state(again) == "suppressed"


async def test_a_wrong_token_holds_messages_back_and_says_so(gateway: Gateway, caplog: pytest.LogCaptureFixture) -> None:
    stranger = Twilio(settings(), httpx.MockTransport(lambda _: httpx.Response(401, json={"code": 20003})))
    kept = await queue(texts.wish_closed(27))
    with caplog.at_level(logging.ERROR):
        await drain(stranger)
    assert "SMS_AUTH_TOKEN" in caplog.text
    found = await message(kept)
    assert (found["state"], found["code"]) == ("queued", 20003)
    assert found["next_at"] - now() > timedelta(seconds=50)
    await drained_later(gateway.twilio)
    assert len(await gateway.has()) == 1


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, text="<html>nothing here</html>"),
        httpx.Response(403, json={"code": 20005}),
        httpx.Response(407),
        httpx.Response(302, headers={"location": "https://portal.example"}),
        httpx.Response(400, json=["?"]),
    ],
)
async def test_an_answer_that_is_not_about_the_message_loses_none(house: None, answer: httpx.Response) -> None:
    kept = await queue(texts.wish_closed(27))
    await drain(Twilio(settings(), httpx.MockTransport(lambda _: answer)))
    assert await state(kept) == "queued"


async def test_a_gateway_that_cannot_be_reached_loses_none(house: None) -> None:
    kept = await queue(texts.wish_closed(27))
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        nobody = Twilio(replace(settings(), sms_api_base=f"http://127.0.0.1:{silent.getsockname()[1]}"))
        await drain(nobody)
    await nobody.close()
    found = await message(kept)
    assert (found["state"], found["attempts"]) == ("queued", 1)
    assert found["next_at"] > now()


@pytest.mark.parametrize(("fate", "accepted"), [("500 before", 0), ("500 after", 1), ("hang after", 1)])
async def test_what_may_have_been_accepted_is_not_sent_again(hasty: Settings, gateway: Gateway, fate: str, accepted: int) -> None:
    unknown = await queue(texts.wish_closed(27))
    await gateway.plan(script=[fate])
    await drain(gateway.twilio)
    await drained_later(gateway.twilio)
    found = await message(unknown)
    assert (found["state"], found["sid"], found["attempts"]) == ("ambiguous", None, 1)
    assert found["posted_at"] is not None
    assert len(await gateway.has()) == accepted


@pytest.mark.parametrize("answer", [httpx.Response(201, text="created"), httpx.Response(200, json={}), httpx.Response(201, json=[1])])
async def test_a_success_that_cannot_be_read_may_be_an_acceptance(house: None, answer: httpx.Response) -> None:
    unknown = await queue(texts.wish_closed(27))
    await drain(Twilio(settings(), httpx.MockTransport(lambda _: answer)))
    assert await state(unknown) == "ambiguous"


async def test_an_answer_that_trickles_does_not_outlive_the_lease(hasty: Settings, house: None) -> None:
    class Trickle(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for _ in range(200):
                await asyncio.sleep(0.01)
                yield b" "

    slow = Twilio(hasty, httpx.MockTransport(lambda _: httpx.Response(201, stream=Trickle())))
    unknown = await queue(texts.wish_closed(27))
    began = now()
    await drain(slow)
    assert now() - began < timedelta(seconds=1)
    assert await state(unknown) == "ambiguous"


# Workers that die, sleep, or meet something that nobody foresaw.


async def test_a_worker_whose_lease_is_gone_overwrites_nothing(house: None) -> None:
    class Robbed(Post):
        async def send(self, message_id: int, to: str, body: str) -> Result:
            await rows("UPDATE message SET lease = 'another' WHERE id = $1", message_id)
            return await super().send(message_id, to, body)

    robbed = await queue(texts.wish_closed(27))
    await drain(Robbed())
    found = await message(robbed)
    assert (found["state"], found["lease"], found["sid"]) == ("sending", "another", None)


async def test_a_worker_that_was_paused_does_not_post(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, moments = await queue(texts.wish_closed(27)), iter([0.0, 3600.0])
    monkeypatch.setattr("messages.drain.time.clock_gettime", lambda _: next(moments, 0.0))
    monkeypatch.setattr(sender, "TURN_SECONDS", 0)
    transport = Post()
    assert await drain(transport)
    assert (transport.sent, await state(kept)) == ([], "queued")
    await drain(transport)
    assert (transport.sent, await state(kept)) == ([kept], "sent")


async def test_one_that_cannot_be_sent_does_not_stop_the_others(house: None, caplog: pytest.LogCaptureFixture) -> None:
    class Stumbling(Post):
        async def send(self, message_id: int, to: str, body: str) -> Result:
            if message_id == stumbling:
                raise ValueError("nobody foresaw this")
            return await super().send(message_id, to, body)

    ids = await queue_to_many(40)
    stumbling = ids[3]
    await drain(Stumbling())
    assert "nobody foresaw this" in caplog.text
    assert (await states()).count("sent") == 39
    await lease_ends()
    await reconcile(Post())
    assert await state(stumbling) == MessageState.AMBIGUOUS


async def test_nothing_is_said_twice_while_a_worker_holds_it(house: None) -> None:
    await queue(texts.wish_closed(27))

    class Meanwhile(Post):
        async def send(self, message_id: int, to: str, body: str) -> Result:
            other = Post()
            await drain(other)
            assert other.sent == []
            return await super().send(message_id, to, body)

    await drain(Meanwhile())
    assert await states() == ["sent"]
