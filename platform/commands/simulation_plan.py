"""What is simulated: which city, how many wishes a day, and from when to when."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from base.settings import settings

# A Monday without a holiday near it. Any would do; the same one makes the same run.
FIRST_DAY = datetime(2026, 3, 2, tzinfo=UTC)
WARM_UP_DAYS = 2
"""The city begins rested, which flatters every policy: so long its days do not count."""
SEEN_THROUGH_DAYS = 1
"""Wishes go on for so long after the last day that counts, so that those of that day find no empty city."""


@dataclass(frozen=True)
class Plan:
    """`load`: wishes a day; with none the city is only settled."""

    seed: int
    volunteers: int
    days: int
    load: int = 0

    @property
    def start(self) -> datetime:
        return FIRST_DAY.replace(tzinfo=ZoneInfo(settings().tz_city)).astimezone(UTC)

    @property
    def counted(self) -> tuple[datetime, datetime]:
        begin = self.start + timedelta(days=WARM_UP_DAYS)
        return begin, begin + timedelta(days=self.days)

    @property
    def all_days(self) -> int:
        return WARM_UP_DAYS + self.days + SEEN_THROUGH_DAYS
