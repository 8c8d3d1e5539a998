"""The line to the database goes away at a call: whatever was going on is done once, by the next try, or not at all."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import asyncpg
import pytest

from tests.invariants import assert_the_invariants_hold
from tests.wishes.scenes import everything_kept

GONE = (asyncpg.ConnectionDoesNotExistError("gone"), OSError("network"))
Business = Callable[[], Awaitable[Any]]


class Line:
    """The line to the database: every statement of Piccolo, of plain SQL and every COMMIT goes over it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls, self.gone_from, self.back_at, self.committed = 0, 0, 0, False
        for name in ("fetch", "execute"):
            self._watch(name, monkeypatch)

    def _watch(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        real = getattr(asyncpg.Connection, name)

        async def watched(connection: Any, sql: str, *args: Any, **kwargs: Any) -> Any:
            if name == "fetch" or sql.startswith("COMMIT"):
                self.calls += 1
                if self.gone_from <= self.calls < self.back_at:
                    raise GONE[self.calls % 2]
            answer = await real(connection, sql, *args, **kwargs)
            self.committed |= sql.startswith("COMMIT")
            return answer

        monkeypatch.setattr(asyncpg.Connection, name, watched)

    def goes_away(self, call: int, calls: int = 10_000) -> None:
        """From that call on, and for so many."""
        self.calls, self.gone_from, self.back_at, self.committed = 0, call, call + calls, False

    def stays(self) -> None:
        self.gone_from = self.back_at = 0


async def done_at_last(line: Line, business: Business) -> int:
    """Tries with the line gone from the first call on, from the second … and returns how many tries were in vain."""
    before = await everything_kept()
    for vain in range(500):
        line.goes_away(vain + 1)
        with suppress(asyncpg.PostgresConnectionError, OSError):
            await business()
        line.stays()
        if line.committed:
            break
        assert await everything_kept() == before, f"half done when the line went at call {vain + 1}"
    await assert_the_invariants_hold()
    return vain
