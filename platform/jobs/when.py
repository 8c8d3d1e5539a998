"""The hours of a listing, in words and as moments."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from base.settings import settings
from base.words import Words
from jobs.tables import Listing
from wishes.when import when_words


def moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(settings().tz_city))


def here(at: datetime) -> datetime:
    return at.astimezone(ZoneInfo(settings().tz_city))


def clock(at: datetime) -> str:
    """7:00"""
    return f"{here(at).hour}:{here(at).minute:02}"


def hours_words(listing: Listing) -> Words:
    """7:00–17:00; of a night shift: 22:00–次日6:00."""
    starts, ends = clock(listing.starts_at), clock(listing.ends_at)
    if here(listing.ends_at).date() > here(listing.starts_at).date():
        return Words(f"{starts}–次日{ends}", f"{starts}–{ends} next day")
    return Words(f"{starts}–{ends}", f"{starts}–{ends}")


def shift_words(listing: Listing) -> Words:
    """明天7:00–17:00 / tomorrow, 7:00–17:00"""
    day, hours = when_words(listing.day, None), hours_words(listing)
    assert day is not None
    return Words(day.zh + hours.zh, f"{day.en}, {hours.en}")


def until_words(at: datetime) -> Words:
    """今天6:40 / 6:40 today"""
    day = when_words(here(at).date(), None)
    assert day is not None
    return Words(f"{day.zh}{clock(at)}", f"{clock(at)} {day.en}")


def next_opening(opens: time, closes: time, now: datetime) -> datetime:
    """`now` while the station is open, else when it opens next."""
    local = here(now)
    if opens <= local.time() < closes:
        return now
    day = local.date() if local.time() < opens else local.date() + timedelta(days=1)
    return moment(day, opens)
