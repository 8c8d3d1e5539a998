"""Quiet hours: between 21:00 and 8:00 of the city nobody gets a text that he has not asked for."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from base.city import is_demo
from base.clock import city_now
from base.settings import settings

FIRST_HOUR, LAST_HOUR = 8, 21


async def quiet_until() -> datetime | None:
    """When the quiet ends, or None while people may be texted. The demo plays at any time of day."""
    here = city_now()
    if FIRST_HOUR <= here.hour < LAST_HOUR or not await keeps_quiet():
        return None
    morning = here.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
    return morning if here < morning else morning + timedelta(days=1)


async def awake_between(since: datetime, until: datetime) -> timedelta:
    """How much of that time was not quiet."""
    if not await keeps_quiet():
        return until - since
    awake, morning = timedelta(), _at(since, FIRST_HOUR)
    while morning < until:
        evening = _at(morning, LAST_HOUR)
        awake += max(timedelta(), min(evening, until) - max(morning, since))
        morning = _at(morning + timedelta(days=1), FIRST_HOUR)
    return awake


def _at(moment: datetime, hour: int) -> datetime:
    return moment.astimezone(ZoneInfo(settings().tz_city)).replace(hour=hour, minute=0, second=0, microsecond=0)


async def keeps_quiet() -> bool:
    return settings().quiet_hours and not await is_demo()
