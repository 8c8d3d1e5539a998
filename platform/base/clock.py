"""The one clock of business rules. Leases of workers use the database's clock instead: machines differ."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from base.settings import settings

_pinned: ContextVar[datetime | None] = ContextVar("pinned", default=None)


def now() -> datetime:
    return _pinned.get() or datetime.now(UTC)


def city_now() -> datetime:
    return now().astimezone(ZoneInfo(settings().tz_city))


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Rules inside the block live at that moment: for the demo's past and for tests."""
    token = _pinned.set(moment)
    try:
        yield
    finally:
        _pinned.reset(token)


def later(**delta: float) -> datetime:
    return now() + timedelta(**delta)
