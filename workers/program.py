"""What a worker process keeps for its life: one event loop, one pool of connections, one HTTP client."""

import asyncio
from collections.abc import Coroutine
from functools import cache
from typing import Any, TypeVar

from base.db import DB
from base.settings import settings
from messages.transport import Transport
from messages.twilio import Twilio

CONNECTIONS = 10
Result = TypeVar("Result")


@cache
def _runner() -> asyncio.Runner:
    runner = asyncio.Runner()
    runner.run(DB.start_connection_pool(min_size=1, max_size=CONNECTIONS))
    return runner


def run(work: Coroutine[Any, Any, Result]) -> Result:
    return _runner().run(work)


@cache
def transport() -> Transport:
    async def make() -> Twilio:
        return Twilio(settings())

    return run(make())
