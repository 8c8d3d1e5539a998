"""By when the program itself does something about a matter: one due time for each state."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from base.clock import now
from base.settings import settings
from wishes.states import Level
from wishes.tables import Wish

ASK_AGAIN_AFTER = timedelta(hours=4)
ASKED_TWICE = timedelta(days=1)
CONFIRM_WITHIN = timedelta(days=3)
SIGN_OF_LIFE_AFTER = timedelta(days=1)
LET_GO_AFTER = timedelta(hours=12)
COORDINATOR_REMINDED_AFTER = timedelta(days=1)

END_OF_PART = {"morning": time(12), "afternoon": time(18), "evening": time(22), None: time(20)}


def office_due(level: Level) -> datetime:
    wait = timedelta(hours=settings().steward_hours) if level is Level.STEWARD else COORDINATOR_REMINDED_AFTER
    return now() + wait


def claim_due(wish: Wish) -> datetime:
    """When the claimant is asked how it went: after the hour that was wished for, or a day later."""
    soon = now() + timedelta(hours=1)
    if wish.day is None:
        return now() + SIGN_OF_LIFE_AFTER
    wanted = datetime.combine(wish.day, END_OF_PART[wish.part], ZoneInfo(settings().tz_city))
    return max(wanted, soon)
