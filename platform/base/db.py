"""The one database of the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from piccolo.table import Table

from base.engine import SafeEngine
from base.settings import settings

Row = TypeVar("Row", bound=Table)

DB = SafeEngine(config={"dsn": settings().database_url, "command_timeout": 30, "server_settings": {"timezone": "UTC"}})


async def rows(sql: str, *args: Any) -> list[dict[str, Any]]:
    return await DB.rows(sql, *args)


async def row(sql: str, *args: Any) -> dict[str, Any] | None:
    found = await DB.rows(sql, *args)
    return found[0] if found else None


async def objects(table: type[Row], condition: str, *args: Any) -> list[Row]:
    """The rows of a table for which plain SQL holds. For hot reads: Piccolo takes longer to write a select than to run it."""
    found = await DB.rows(f'SELECT * FROM "{table._meta.tablename}" WHERE {condition}', *args)  # noqa: S608
    return [table(_exists_in_db=True, **each) for each in found]


async def first(table: type[Row], condition: str, *args: Any) -> Row | None:
    found = await objects(table, f"{condition} LIMIT 1", *args)
    return found[0] if found else None


@asynccontextmanager
async def pool(size: int = 8) -> AsyncIterator[None]:
    """Connections for the life of a program; without it every query opens one of its own."""
    await DB.start_connection_pool(min_size=1, max_size=size)
    try:
        yield
    finally:
        await DB.close_connection_pool()
