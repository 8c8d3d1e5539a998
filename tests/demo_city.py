"""The demo city in databases of its own: to load it is what takes longest in the whole run."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import asyncpg
import pytest

from base.bell import connection
from base.db import DB
from base.settings import settings
from commands.demo import load

CONNECTIONS = 20


@dataclass(frozen=True)
class DemoCity:
    """`to_look_at` stays as it was loaded, on `to_run_on` the program goes on. `told`: what the progress bar was told."""

    to_look_at: str
    to_run_on: str
    told: list[tuple[int, int]]

    @classmethod
    async def build(cls) -> Self:
        told: list[tuple[int, int]] = []
        async with in_database(await copy(DB.config["dsn"], "demo_to_run_on")) as to_run_on:
            connection().flushdb()
            assert await load(lambda done, total: told.append((done, total)))
            connection().flushdb()
        return cls(await copy(to_run_on, "demo_to_look_at"), to_run_on, told)


def _zone_before_dawn() -> str:
    """Where the clock is past four in the morning of the same day as in China."""
    hours_ahead = 12 - datetime.now(ZoneInfo("Asia/Shanghai")).hour
    return f"Etc/GMT{-hours_ahead:+d}"


ZONE = _zone_before_dawn()
"""The demo city's, so that at whatever hour the tests run its day is still to come."""


@asynccontextmanager
async def in_database(url: str) -> AsyncIterator[str]:
    """What the engine is asked meanwhile, that database answers, by the clock of the demo city."""
    usual = DB.config["dsn"]
    await _answer_from(url)
    try:
        with _in_zone():
            yield url
    finally:
        await _answer_from(usual)


@contextmanager
def _in_zone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ_CITY", ZONE)
        settings.cache_clear()
        yield
    settings.cache_clear()


async def _leave() -> None:
    if DB.pool:
        await DB.close_connection_pool()


async def _answer_from(url: str) -> None:
    await _leave()
    DB.config["dsn"] = url
    await DB.start_connection_pool(min_size=1, max_size=CONNECTIONS)


async def copy(url: str, name: str) -> str:
    """A new database with all that is in the other, to which nobody may be connected."""
    if url == DB.config["dsn"]:
        await _leave()
    parts = urlsplit(url)
    server = await asyncpg.connect(parts._replace(path="/postgres").geturl())
    try:
        await server.execute(f'CREATE DATABASE {name} TEMPLATE "{parts.path.removeprefix("/")}"')
    finally:
        await server.close()
    return parts._replace(path=f"/{name}").geturl()
