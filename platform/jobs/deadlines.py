"""By when the program itself does something about a place, a need, a listing: pure reckoning with the city's clock."""

from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import NamedTuple

from base.settings import settings
from jobs.when import here, moment

EVENING = time(18)
EVENING_ENDS = time(21)
MORNING = time(8)
NOON = time(12)
FIRST_REMINDER = time(5, 30)

ASKED_BEFORE = timedelta(hours=5)
ASKED_IN_TIME = timedelta(hours=2)
RELEASED_BEFORE = timedelta(hours=2)
RELEASED_BEFORE_DAWN = timedelta(minutes=10)
REMINDED_BEFORE = timedelta(minutes=90)
REMINDED_AT_LEAST = timedelta(minutes=30)
JUST_SAID = timedelta(hours=1)
SHORT_NOTICE = timedelta(hours=2)
LAST_ANSWER_BEFORE = timedelta(minutes=10)
UNMARKED_AFTER = timedelta(hours=1)
NEED_LIVES = timedelta(days=14)
TOUCH = timedelta(minutes=30)


class Step(IntEnum):
    """What the sweep does next about a placement."""

    ASK = 0
    RELEASE = 1
    REMIND = 2
    UNMARKED = 3
    SETTLE = 4
    WAGE = 5


class ListingStep(IntEnum):
    """What the sweep does next about a listing: find workers, tell the station what is still free, end it."""

    SEEK = 0
    SHORT = 1
    END = 2


class Due(NamedTuple):
    step: Step
    at: datetime


def dawn(day_of: datetime) -> datetime:
    return moment(here(day_of).date(), time.fromisoformat(settings().dawn_at))


def ask_at(starts_at: datetime) -> datetime:
    """When who holds a place is asked whether he comes: the evening before, or for a later shift the same morning."""
    start = here(starts_at)
    if start.time() < NOON:
        return moment(start.date() - timedelta(days=1), EVENING)
    return max(moment(start.date(), MORNING), start - ASKED_BEFORE)


def release_at(starts_at: datetime) -> datetime:
    """When a place that nobody confirmed goes to another: before the dawn's assignment, or some hours before the shift."""
    start = here(starts_at)
    if start.time() >= NOON:
        return start - RELEASED_BEFORE
    before_dawn = dawn(start) - RELEASED_BEFORE_DAWN
    if before_dawn < start - SHORT_NOTICE / 2:
        return before_dawn
    return moment(start.date() - timedelta(days=1), EVENING_ENDS)


def remind_at(starts_at: datetime) -> datetime:
    """Nobody is woken for it, but who starts before dawn."""
    start = here(starts_at)
    calm = max(start - REMINDED_BEFORE, moment(start.date(), FIRST_REMINDER))
    return calm if calm <= start - REMINDED_AT_LEAST else start - REMINDED_BEFORE


def first_due(starts_at: datetime, ends_at: datetime, held_at: datetime) -> Due:
    """Who says yes shortly before we would ask him has answered already."""
    if held_at < ask_at(starts_at) - JUST_SAID:
        return Due(Step.ASK, ask_at(starts_at))
    return due_confirmed(starts_at, ends_at, held_at)


def due_confirmed(starts_at: datetime, ends_at: datetime, now: datetime) -> Due:
    """Reminded in the morning, unless he has only just been told."""
    if now < remind_at(starts_at) - JUST_SAID / 2:
        return Due(Step.REMIND, remind_at(starts_at))
    return due_unmarked(ends_at)


def due_unmarked(ends_at: datetime) -> Due:
    return Due(Step.UNMARKED, ends_at + UNMARKED_AFTER)


def due_settled(now: datetime) -> Due:
    """What the station has not marked by the next noon counts as attended."""
    return Due(Step.SETTLE, moment(here(now).date() + timedelta(days=1), NOON))


def due_wage(ends_at: datetime) -> Due:
    return Due(Step.WAGE, moment(here(ends_at).date() + timedelta(days=1), MORNING) + timedelta(hours=1))


def answer_by(asked_at: datetime, starts_at: datetime) -> datetime:
    """Until when a place is kept for whom we ask: never beyond the start, when nobody can take it any more."""
    soon = asked_at + timedelta(minutes=settings().keep_minutes)
    return min(max(min(soon, starts_at - LAST_ANSWER_BEFORE), asked_at + LAST_ANSWER_BEFORE), starts_at)


def busy(starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
    """In which nobody can be elsewhere: two shifts may touch by an hour, so that each gives half an hour."""
    give = min(TOUCH, (ends_at - starts_at) / 4)
    return starts_at + give, ends_at - give
