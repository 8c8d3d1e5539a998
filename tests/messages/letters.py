"""Messages put and looked at, as every test of the message path does it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from base.clock import at, now
from base.db import row, rows
from base.settings import settings
from base.work import transaction
from messages import texts
from messages.drain import drain
from messages.outbox import Stranger, put
from messages.reconcile import reconcile
from messages.states import MessageState
from messages.texts import Text
from messages.transport import Result, Transport
from messages.twilio import Twilio
from sandbox.app import create_app
from sandbox.config import Config
from tests.sandbox.conftest import alive

LIU, ZHANG, CHEN = "+8616000000001", "+8616000000006", "+8616000000002"
GRACE = timedelta(seconds=61)


async def queue(text: Text, phone: str = LIU, subject: str = "wish:1", round: int = 0, language: str = "zh-CN") -> int:
    """Puts the text; its message id."""
    async with transaction():
        assert await put(text, Stranger(phone, language), subject, round)
    found = await row("SELECT max(id) AS id FROM message")
    assert found is not None
    return int(found["id"])


async def queue_to_many(count: int) -> list[int]:
    async with transaction():
        for number in range(count):
            await put(texts.claim_let_go(number), Stranger(f"+86160100{number:05}", "zh-CN"), f"claim:{number}")
    return [each["id"] for each in await rows("SELECT id FROM message ORDER BY id")]


async def message(message_id: int) -> dict[str, Any]:
    found = await row("SELECT * FROM message WHERE id = $1", message_id)
    assert found is not None
    return found


async def state(message_id: int) -> str:
    return str((await message(message_id))["state"])


async def states() -> list[str]:
    return [each["state"] for each in await rows("SELECT state FROM message ORDER BY id")]


async def lease_ends() -> None:
    """The worker that holds a lease is gone for long enough."""
    await rows("UPDATE message SET lease_until = clock_timestamp() - interval '1 second' WHERE state = 'sending'")


async def looked_up(transport: Transport, after: timedelta = GRACE) -> bool:
    with at(now() + after):
        return await reconcile(transport)


async def drained_later(transport: Transport, after: timedelta = timedelta(minutes=10)) -> None:
    with at(now() + after):
        await drain(transport)


@dataclass
class Gateway:
    """The sandbox gateway, and our adapter that speaks to it."""

    http: httpx.AsyncClient
    line: httpx.AsyncBaseTransport
    twilio: Twilio

    async def plan(self, **plan: Any) -> None:
        assert (await self.http.post("/_plan", json=plan)).status_code == 200

    async def has(self, phone: str | None = None) -> list[str]:
        """The bodies that the gateway accepted, oldest first: its own record."""
        params = {"PageSize": "1000"} | ({"To": phone} if phone else {})
        answer = (await self.http.get(MESSAGES, params=params)).json()
        assert answer["next_page_uri"] is None
        return [each["body"] for each in answer["messages"]][::-1]

    async def accepts(self, body: str, phone: str = LIU) -> str:
        """A message that did not come from our outbox; its sid."""
        answer = await self.http.post(MESSAGES, data={"To": phone, "From": settings().sms_from, "Body": body})
        return str(answer.json()["sid"])


MESSAGES = f"/2010-04-01/Accounts/{settings().sms_account_sid}/Messages.json"


@asynccontextmanager
async def open_gateway() -> AsyncIterator[Gateway]:
    ours = settings()
    app = create_app(Config(ours.sms_account_sid, ours.sms_auth_token, ours.sms_from, ours.public_url), httpx.MockTransport(_ok))
    line = httpx.ASGITransport(app)  # type: ignore[arg-type]
    twilio = Twilio(ours, line)
    auth = (ours.sms_account_sid, ours.sms_auth_token)
    async with alive(app), httpx.AsyncClient(transport=line, base_url="http://gateway.test", auth=auth) as http:
        yield Gateway(http, line, twilio)
        await twilio.close()


def _ok(_: httpx.Request) -> httpx.Response:
    return httpx.Response(204)


class Post:
    """A transport that does to each message what it is told, and remembers whom it was for."""

    def __init__(self, state: MessageState = MessageState.SENT) -> None:
        self.state = state
        self.sent: list[int] = []

    async def send(self, message_id: int, to: str, body: str) -> Result:
        self.sent.append(message_id)
        return Result(self.state, sid=f"SM{message_id:032}" if self.state is MessageState.SENT else None)

    async def find(self, to: str, body: str, since: object) -> list[str]:
        return []

    async def close(self) -> None:
        pass
