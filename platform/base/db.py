"""The one database of the process."""

from collections.abc import AsyncIterator, Mapping
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


async def insert(row: Table) -> None:
    values = {name: getattr(row, name) for column in row._meta.columns if (name := column._meta.name) != "id"}
    names, places = ", ".join(f'"{name}"' for name in values), ", ".join(f"${n}" for n in range(1, len(values) + 1))
    sql = f'INSERT INTO "{row._meta.tablename}" ({names}) VALUES ({places}) RETURNING id'  # noqa: S608
    [inserted] = await DB.rows(sql, *values.values())
    row.id, row._exists_in_db = inserted["id"], True  # type: ignore[attr-defined]


async def update(row: Table, values: Mapping[str, Any], *, state: str) -> bool:
    """Compare and set: False, and nothing is changed, when the row is no longer in that state."""
    setting = ", ".join(f'"{name}" = ${n}' for n, name in enumerate(values, 3))
    sql = f'UPDATE "{row._meta.tablename}" SET {setting} WHERE id = $1 AND state = $2 RETURNING id'  # noqa: S608
    if not await DB.rows(sql, row.id, state, *values.values()):  # type: ignore[attr-defined]
        return False
    for name, value in values.items():
        setattr(row, name, value)
    return True


@asynccontextmanager
async def pool(size: int = 8) -> AsyncIterator[None]:
    """Connections for the life of a program; without it every query opens one of its own."""
    await DB.start_connection_pool(min_size=1, max_size=size)
    try:
        yield
    finally:
        await DB.close_connection_pool()
