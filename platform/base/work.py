"""A piece of business: one transaction, and after its commit the bells that it asked for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar

from base import bell
from base.db import DB

_wanted: ContextVar[set[str] | None] = ContextVar("wanted", default=None)


def ring_after_commit(name: str) -> None:
    wanted = _wanted.get()
    if wanted is None:
        raise RuntimeError("ring_after_commit outside of transaction()")
    wanted.add(name)


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    wanted: set[str] = set()
    token = _wanted.set(wanted)
    try:
        async with DB.transaction():
            yield
    finally:
        _wanted.reset(token)
    for name in sorted(wanted):
        await bell.ring(name)
