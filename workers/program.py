"""What a worker process keeps for its life: one event loop, one pool of connections, one HTTP client."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import cache
from typing import Any, TypeVar

from base.db import DB
from base.settings import settings
from messages.transport import Transport
from messages.twilio import Twilio

CONNECTIONS = 10
LANES = 3
# Less than rq allows a task: its alarm would strike anywhere in the event loop.
LONGEST_SECONDS = 300.0
Result = TypeVar("Result")


@cache
def _runner() -> asyncio.Runner:
    runner = asyncio.Runner()
    runner.run(DB.start_connection_pool(min_size=1, max_size=CONNECTIONS))
    return runner


def run(work: Coroutine[Any, Any, Result]) -> Result:
    return _runner().run(_bounded(work))


async def _bounded(work: Coroutine[Any, Any, Result]) -> Result:
    async with asyncio.timeout(LONGEST_SECONDS):
        return await work


async def lanes(*works: Callable[[], Awaitable[object]]) -> None:
    """Several at once, each with rows of its own: while one waits for the database, another thinks."""
    await asyncio.gather(*(work() for work in works for _ in range(LANES)))


def warm() -> None:
    """Before the first bell, so that no message waits for it."""
    _runner()


@cache
def transport() -> Transport:
    async def make() -> Twilio:
        return Twilio(settings())

    return run(make())
