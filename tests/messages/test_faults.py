"""The n-th call to the database or to the gateway fails, whichever it is: nothing is lost, and nothing said twice."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from base import db
from base.clock import at, now
from base.settings import settings
from messages import texts
from messages.drain import drain
from messages.reconcile import reconcile
from messages.transport import Unanswered
from messages.twilio import Twilio
from tests.messages.letters import LIU, ZHANG, Gateway, lease_ends, queue, states

CALLS = 7
LOST = asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation")


class Nth:
    """Counts calls; says when the one that shall fail has come."""

    def __init__(self, number: int) -> None:
        self.number, self.count = number, 0

    def is_it(self) -> bool:
        self.count += 1
        return self.count == self.number


async def until_all_is_sent(twilio: Twilio) -> None:
    """What the timetable does, with time passing; what fails is tried at the next ring."""
    moment = now()
    for _ in range(8):
        await lease_ends()
        for task in (drain, reconcile):
            with at(moment):
                await unless_it_fails(task, twilio)
        moment += timedelta(minutes=10)


async def unless_it_fails(task: Callable[[Any], Any], twilio: Twilio) -> None:
    try:
        await task(twilio)
    except asyncpg.ConnectionDoesNotExistError:
        await lease_ends()


async def assert_each_was_said_once(gateway: Gateway, count: int) -> None:
    assert Counter(await states()) == {"sent": count}
    assert len(await gateway.has()) == len(set(await gateway.has())) == count


@pytest.fixture
async def four_messages(gateway: Gateway) -> int:
    for ref, phone in enumerate((LIU, ZHANG, LIU, "+8616000000007")):
        await queue(texts.wish_closed(ref), phone, f"wish:{ref}")
    return 4


@pytest.mark.parametrize("executed", [False, True], ids=["before it ran", "after it ran"])
@pytest.mark.parametrize("number", range(1, CALLS + 1))
async def test_a_database_that_goes_away(
    gateway: Gateway, four_messages: int, number: int, executed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    nth = Nth(number)

    async def rows(sql: str, *args: Any) -> list[dict[str, Any]]:
        fails = nth.is_it()
        found = [] if fails and not executed else await db.rows(sql, *args)
        if fails:
            raise LOST
        return found

    await gateway.plan(script=["500 after", "500 before"])
    for module in ("drain", "reconcile"):
        monkeypatch.setattr(f"messages.{module}.rows", rows)
    await until_all_is_sent(gateway.twilio)
    assert nth.count >= number
    await assert_each_was_said_once(gateway, four_messages)


class Broken(httpx.AsyncBaseTransport):
    """The line to the gateway; its n-th request goes wrong."""

    def __init__(self, line: httpx.AsyncBaseTransport, number: int, fault: str) -> None:
        self.line, self.nth, self.fault = line, Nth(number), fault

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not self.nth.is_it():
            return await self.line.handle_async_request(request)
        if self.fault == "never connected":
            raise httpx.ConnectError(self.fault)
        if self.fault == "lost on the way there":
            raise httpx.WriteError(self.fault)
        await (await self.line.handle_async_request(request)).aread()
        if self.fault == "lost on the way back":
            raise httpx.ReadError(self.fault)
        return {
            "a proxy answers": httpx.Response(502, text="<html>"),
            "a portal answers": httpx.Response(200, text="<html>welcome"),
            "half an answer": httpx.Response(201, text='{"sid": '),
        }[self.fault]


FAULTS = [
    *("never connected", "lost on the way there", "lost on the way back"),
    *("a proxy answers", "a portal answers", "half an answer"),
]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("number", [1, 5, 6], ids=["message", "look-up", "next look-up"])
async def test_a_line_that_breaks(gateway: Gateway, four_messages: int, number: int, fault: str) -> None:
    await gateway.plan(script=["500 after", "500 before"])
    line = Broken(gateway.line, number, fault)
    twilio = Twilio(settings(), line)
    await until_all_is_sent(twilio)
    await twilio.close()
    assert line.nth.count >= line.nth.number
    await assert_each_was_said_once(gateway, four_messages)


async def test_one_that_cannot_be_looked_up_does_not_keep_the_next_ring_from_the_others(gateway: Gateway, four_messages: int) -> None:
    """The batch of a look-up that broke off is asked about again, and not only its first message."""
    await gateway.plan(script=["500 before"] * four_messages)
    await drain(gateway.twilio)

    class Stumbling:
        async def find(self, to: str, body: str, since: datetime) -> list[str]:
            raise Unanswered("just now")

    for seconds, line in ((61, Stumbling()), (80, gateway.twilio)):
        with at(now() + timedelta(seconds=seconds)):
            await reconcile(line)  # type: ignore[arg-type]
    assert Counter(await states()) == {"queued": four_messages}
