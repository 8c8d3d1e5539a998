"""The one database of the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from base.engine import SafeEngine
from base.settings import settings

DB = SafeEngine(config={"dsn": settings().database_url, "command_timeout": 30, "server_settings": {"timezone": "UTC"}})


async def rows(sql: str, *args: Any) -> list[dict[str, Any]]:
    return await DB.rows(sql, *args)


async def row(sql: str, *args: Any) -> dict[str, Any] | None:
    found = await DB.rows(sql, *args)
    return found[0] if found else None


@asynccontextmanager
async def pool(size: int = 8) -> AsyncIterator[None]:
    """Connections for the life of a program; without it every query opens one of its own."""
    await DB.start_connection_pool(min_size=1, max_size=size)
    try:
        yield
    finally:
        await DB.close_connection_pool()
