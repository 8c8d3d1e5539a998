"""Every matter that is due gets its next step, one transaction each, the longest overdue first. Nothing waits for ever."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from base.clock import now
from base.db import row, rows
from base.work import transaction

log = logging.getLogger(__name__)

TRIED_AGAIN_AFTER = timedelta(minutes=10)


async def sweep(table: str, due: str, tend: Callable[[int], Awaitable[object]], limit: int = 10_000) -> int:
    """`due` asks for the id of one row that is due at $1, and skips what another sweep has locked. Returns how many were tended."""
    for tended in range(limit):
        found = None
        try:
            async with transaction():
                found = await row(due, now())
                if found is None:
                    return tended
                await tend(found["id"])
        except Exception:
            if found is None:
                raise
            log.exception("%s %s could not be tended", table, found["id"])
            await _put_off(table, found["id"])
    return limit


async def _put_off(table: str, row_id: int) -> None:
    """One matter that cannot be tended must not keep all the others waiting."""
    later = now() + TRIED_AGAIN_AFTER
    await rows(f'UPDATE "{table}" SET due_at = $2 WHERE id = $1 AND due_at IS NOT NULL', row_id, later)  # noqa: S608
