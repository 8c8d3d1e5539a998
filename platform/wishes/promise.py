"""What a resident is told of how long it will take: rounded up, so that it holds."""

from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from base.clock import city_now, now
from base.words import Words
from wishes.states import Level, WishState
from wishes.tables import Wish

DAYS = (Words("今天", "today"), Words("明天", "tomorrow"))
MINUTES = (10, 20, 30, 40, 60, 90, 120, 180)


class Promise(NamedTuple):
    by: datetime
    words: Words


def promise(minutes: float) -> Promise | None:
    """40分钟内 · 今天18点前 · 明天10点前; nothing is promised for later."""
    here = city_now()
    for bound in MINUTES:
        if minutes <= bound:
            return Promise(here + timedelta(minutes=bound), _within(bound))
    by = (here + timedelta(hours=ceil(minutes / 60 + 1))).replace(minute=0, second=0, microsecond=0)
    days = (by.date() - here.date()).days
    return Promise(by, _before(by, days)) if days < len(DAYS) else None


def _within(minutes: int) -> Words:
    if minutes % 60 or minutes < 60:
        return Words(f"{minutes}分钟内", f"within {minutes} minutes")
    hours = minutes // 60
    return Words(f"{hours}小时内", "within an hour" if hours == 1 else f"within {hours} hours")


def _before(by: datetime, days: int) -> Words:
    return Words(f"{DAYS[days].zh}{by.hour}点前", f"by {by.hour}:00 {DAYS[days].en}")


def still_promised(wish: Wish) -> Words | None:
    """今天18:40前: what the resident was told, while it may still come true."""
    if wish.expected_by is None or wish.expected_by <= now() or wish.state != WishState.OPEN or wish.level != Level.VOLUNTEERS:
        return None
    here = wish.expected_by.astimezone(city_now().tzinfo)
    day = DAYS[(here.date() - city_now().date()).days]
    return Words(f"{day.zh}{here:%H:%M}前", f"by {here:%H:%M} {day.en}")
