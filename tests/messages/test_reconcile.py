import logging
from datetime import timedelta
from typing import Any

import httpx
import pytest

from base.clock import at, now
from base.db import rows
from base.settings import settings
from messages import texts
from messages.callbacks import report
from messages.drain import drain
from messages.reconcile import reconcile
from messages.twilio import Twilio
from tests.messages.letters import LIU, ZHANG, Gateway, Post, drained_later, lease_ends, looked_up, message, queue, state, states


async def ambiguous(gateway: Gateway, fate: str = "500 after", round: int = 0) -> int:
    """A message whose fate we do not know."""
    unknown = await queue(texts.wish_closed(27), round=round)
    await gateway.plan(script=[fate])
    await drain(gateway.twilio)
    assert await state(unknown) == "ambiguous"
    return unknown


class Dying(Post):
    async def send(self, message_id: int, to: str, body: str) -> Any:
        raise RuntimeError("killed")


async def test_what_a_dead_worker_held_is_ambiguous_when_its_lease_ends(house: None) -> None:
    orphan = await queue(texts.wish_closed(27))
    await drain(Dying())
    await reconcile(Post())
    assert await state(orphan) == "sending"
    await lease_ends()
    assert not await reconcile(Post())
    assert await state(orphan) == "ambiguous"


async def test_an_orphan_is_looked_up_as_soon_as_any_other(gateway: Gateway) -> None:
    twice = await ambiguous(gateway, "500 before")
    await looked_up(gateway.twilio)
    with at(now() + timedelta(seconds=62)):
        await drain(Dying())
        await lease_ends()
        await reconcile(gateway.twilio)
    assert (await message(twice))["checked_at"] is None


async def test_what_the_gateway_has_is_not_sent_again(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway)
    assert not await looked_up(gateway.twilio)
    assert await state(unknown) == "sent"
    assert (await message(unknown))["sid"].startswith("SM")
    await drained_later(gateway.twilio)
    assert len(await gateway.has()) == 1


async def test_what_the_gateway_has_not_is_sent_once(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway, "500 before")
    assert await looked_up(gateway.twilio)
    assert await state(unknown) == "queued"
    await drained_later(gateway.twilio)
    assert await state(unknown) == "sent"
    assert len(await gateway.has()) == 1


async def test_nothing_is_looked_up_before_the_grace_is_over(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway, "500 before")
    assert not await looked_up(gateway.twilio, timedelta(seconds=59))
    assert await state(unknown) == "ambiguous"


async def test_the_same_words_sent_earlier_are_not_mistaken_for_it(gateway: Gateway) -> None:
    first = await queue(texts.wish_closed(27))
    await drain(gateway.twilio)
    second = await ambiguous(gateway, "500 before", round=1)
    await looked_up(gateway.twilio)
    await drained_later(gateway.twilio)
    assert len(await gateway.has()) == 2
    assert (await message(first))["sid"] != (await message(second))["sid"]


async def test_words_from_before_the_message_was_put_are_not_it(gateway: Gateway) -> None:
    await gateway.accepts("【亮灯】" + texts.render("wish_closed", "zh-CN", {"ref": 27}))
    with at(now() + timedelta(minutes=10)):
        unknown = await ambiguous(gateway, "500 before")
        await looked_up(gateway.twilio)
    assert await state(unknown) == "queued"


async def test_of_two_of_the_same_words_the_one_that_is_missing_is_sent(gateway: Gateway) -> None:
    await ambiguous(gateway, "500 before")
    await ambiguous(gateway, "500 after", round=1)
    await looked_up(gateway.twilio)
    await drained_later(gateway.twilio)
    assert await states() == ["sent", "sent"]
    assert len(await gateway.has()) == 2


async def test_a_gateway_that_is_down_is_asked_again_later(gateway: Gateway, caplog: pytest.LogCaptureFixture) -> None:
    unknown = await ambiguous(gateway)
    asked: list[str] = []

    def down(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["To"])
        raise httpx.ConnectError("nobody is there")

    dead = Twilio(settings(), httpx.MockTransport(down))
    with caplog.at_level(logging.WARNING):
        await looked_up(dead)
    await looked_up(dead, timedelta(seconds=70))
    assert (asked, await state(unknown)) == ([LIU], "ambiguous")
    assert "cannot be asked" in caplog.text
    await looked_up(gateway.twilio, timedelta(seconds=90))
    assert await state(unknown) == "sent"


async def test_a_gateway_that_is_down_is_not_asked_for_every_message(gateway: Gateway) -> None:
    for round in range(5):
        await ambiguous(gateway, round=round)
    asked: list[str] = []

    def down(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["To"])
        return httpx.Response(503)

    await looked_up(Twilio(settings(), httpx.MockTransport(down)))
    assert len(asked) == 1


@pytest.mark.parametrize("answer", ["<html>", "[]", '{"messages": [{}]}', '{"messages": [{"date_created": "x"}]}', '{"messages": null}'])
async def test_a_list_that_cannot_be_read_says_nothing(gateway: Gateway, answer: str) -> None:
    unknown = await ambiguous(gateway)
    await looked_up(Twilio(settings(), httpx.MockTransport(lambda _: httpx.Response(200, text=answer))))
    assert await state(unknown) == "ambiguous"


async def test_it_is_found_behind_hundreds_of_later_messages(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway)
    for number in range(210):
        await gateway.accepts(f"later {number}")
    await looked_up(gateway.twilio)
    assert await state(unknown) == "sent"


async def test_only_the_own_phone_is_searched(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway, "500 before")
    await gateway.accepts((await message(unknown))["body"], ZHANG)
    await looked_up(gateway.twilio)
    assert await state(unknown) == "queued"


async def test_a_late_report_stops_what_was_about_to_be_sent_again(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway)
    await gateway.plan(list_lag_seconds=600)
    assert await looked_up(gateway.twilio)
    assert await state(unknown) == "queued"
    await gateway.plan()
    await report(unknown, "SM" + "1" * 32, "sent", None)
    await drained_later(gateway.twilio)
    assert await state(unknown) == "sent"
    assert len(await gateway.has()) == 1


async def test_two_lookups_at_once_take_each_message_once(gateway: Gateway) -> None:
    unknown = await ambiguous(gateway, "500 before")
    with at(now() + timedelta(seconds=61)):
        assert [await reconcile(gateway.twilio), await reconcile(gateway.twilio)] == [True, False]
    assert len(await rows("SELECT 1 FROM event WHERE subject_id = $1 AND to_state = 'queued' AND subject = 'message'", unknown)) == 2
