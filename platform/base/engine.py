"""Piccolo's PostgreSQL engine, mended where a fault would cost a connection or a hidden half-transaction."""

import logging
from types import TracebackType
from typing import Any

from asyncpg import InterfaceError, PostgresError
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

log = logging.getLogger(__name__)


class SafeTransaction(PostgresTransaction):
    """Gives its connection back whatever BEGIN, COMMIT or ROLLBACK does.

    Piccolo 1.38 leaks the connection when COMMIT fails, and leaves the context pointing at it, so that
    every later query of the same task fails too.
    """

    __slots__ = ()

    async def __aenter__(self) -> "SafeTransaction":  # noqa: PYI034  # with Self, mypy sees Piccolo's untyped methods in it
        self.connection = await self.get_connection()
        try:
            self.transaction = self.connection.transaction()
            await self.begin()
        except BaseException:
            await self._give_back()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        try:
            if error is None:
                await self.commit()
            else:
                await self._undo()
        finally:
            self.engine.current_transaction.reset(self.context)
            await self._give_back()
        return False

    async def _undo(self) -> None:
        """What went wrong inside is the news; the server undoes what it cannot be told to undo."""
        try:
            await self.rollback()
        except (InterfaceError, PostgresError, OSError) as error:
            log.warning("rollback: %s", error)

    async def _give_back(self) -> None:
        if self.engine.pool:
            await self.engine.pool.release(self.connection)
        else:
            await self.connection.close()


class SafeEngine(PostgresEngine):
    """Connects when it is used, not when it is imported, and refuses a transaction inside another."""

    __slots__ = ()

    async def check_version(self) -> None:
        pass

    async def prep_database(self) -> None:
        pass

    def transaction(self, allow_nested: bool = False) -> SafeTransaction:
        return SafeTransaction(engine=self, allow_nested=allow_nested)

    async def rows(self, sql: str, *args: Any) -> list[dict[str, Any]]:
        """Plain SQL with $1, $2 …: inside the open transaction if there is one."""
        current = self.current_transaction.get()
        if current:
            return [dict(row) for row in await current.connection.fetch(sql, *args)]
        if self.pool:
            return [dict(row) for row in await self.pool.fetch(sql, *args)]
        connection = await self.get_new_connection()
        try:
            return [dict(row) for row in await connection.fetch(sql, *args)]
        finally:
            await connection.close()
