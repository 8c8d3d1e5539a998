"""Quiet hours: between 21:00 and 8:00 of the city nobody gets a text that he has not asked for."""

from datetime import datetime, timedelta

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


async def keeps_quiet() -> bool:
    return settings().quiet_hours and not await is_demo()
