"""By when the program itself does something about a matter: one due time for each state."""

from datetime import date, datetime, time, timedelta
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

ASKED_AT_LEAST = timedelta(minutes=30)
TO_GET_READY = timedelta(hours=2)

START_OF_PART = {"morning": time(8), "afternoon": time(12), "evening": time(18), None: time(8)}
END_OF_PART = {"morning": time(12), "afternoon": time(18), "evening": time(22), None: time(20)}


def office_due(level: Level) -> datetime:
    wait = timedelta(hours=settings().steward_hours) if level is Level.STEWARD else COORDINATOR_REMINDED_AFTER
    return now() + wait


def ask_until(wish: Wish) -> datetime:
    """How long volunteers are asked: whoever comes must have time to get ready, and the office to find somebody itself."""
    if wish.urgent:
        return now() + timedelta(minutes=settings().urgent_minutes)
    latest = now() + timedelta(hours=settings().volunteer_hours)
    if wish.day is None:
        return latest
    wanted = _in_city(wish.day, START_OF_PART[wish.part])
    return min(latest, max(wanted - TO_GET_READY, now() + ASKED_AT_LEAST))


def claim_due(wish: Wish) -> datetime:
    """When the claimant is asked how it went: after the hour that was wished for, or a day later."""
    soon = now() + timedelta(hours=1)
    if wish.day is None:
        return now() + SIGN_OF_LIFE_AFTER
    return max(_in_city(wish.day, END_OF_PART[wish.part]), soon)


def _in_city(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(settings().tz_city))
