"""What stands on the stations' boards for a month: the listings as they are written and put out, nobody placed yet. Pure."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from base.geo import scatter
from commands.demo_book import blank, put
from commands.demo_stations import Offer, Open
from commands.demo_work import ASKS_FOR_MONEY, SEATS, TRAINING_HOURS, TRAINING_STARTS, TRAININGS
from jobs.drafting import end_of
from jobs.publishing import READ_WITHIN
from jobs.states import ListingState
from jobs.suspicion import reasons_to_hold
from jobs.tables import Listing
from jobs.when import moment

DAYS = 30
LISTINGS_A_DAY = 6, 9
TOMORROW_OPEN, TOMORROW_DRAFTS = 4, 3
THE_EVENING_BEFORE = 0.4
SIGN_UP_BEFORE = timedelta(days=6)
REACH_KM = 3
# So that the story can be played on any day, at any hour: on the board of each station every day.
ALWAYS = ("瓦工", "小区保洁", "工地小工", "夜班分拣")


@dataclass(frozen=True)
class Posted:
    """A listing with the hours of its way: written, put out; never, when it stays a draft."""

    listing: Listing
    drafted_at: datetime
    opened_at: datetime | None


def board(seed: int, stations: list[Open], end: datetime) -> list[Posted]:
    """In the order in which they are written. What would be written after `end` is not there yet."""
    dice = random.Random(seed)  # noqa: S311
    posted = [each for number, station in enumerate(stations) for each in _of_station(dice, number, station, end)]
    return sorted((each for each in posted if each.drafted_at <= end), key=lambda each: each.drafted_at)


def _of_station(dice: random.Random, number: int, station: Open, end: datetime) -> Iterator[Posted]:
    today = end.date()
    for ago in range(DAYS, -1, -1):
        yield from _day(dice, station, today - timedelta(days=ago))
    yield from _tomorrow(dice, station, end)
    if number == 0:
        yield _held(dice, station, end)
    for day in _training_days(number, today):
        yield _training(dice, station, day, (number + day.toordinal() // 7) % len(TRAININGS))


def _day(dice: random.Random, station: Open, day: date) -> Iterator[Posted]:
    for offer in _chosen(dice, station, dice.randint(*LISTINGS_A_DAY)):
        listing = _job(dice, station, offer, day)
        written, shown = _hours(dice, listing)
        yield Posted(listing, written, shown)


def _chosen(dice: random.Random, station: Open, number: int) -> list[Offer]:
    always = [offer for offer in station.offers if offer.job.title in ALWAYS]
    others = [offer for offer in station.offers if offer.job.title not in ALWAYS]
    return always + dice.sample(others, number - len(always))


def _hours(dice: random.Random, listing: Listing) -> tuple[datetime, datetime]:
    """When it is written and when put out: the evening before, at the opening, or during the morning for what begins later."""
    if dice.random() < THE_EVENING_BEFORE or listing.starts_at < moment(listing.day, time(6, 45)):
        written = moment(listing.day - timedelta(days=1), time(16, 15)) + _minutes(dice, 0, 100)
    elif listing.starts_at < moment(listing.day, time(12)):
        written = moment(listing.day, time(5, 30)) + _minutes(dice, 0, 8)
    else:
        written = moment(listing.day, time(7)) + _minutes(dice, 0, 180)
    return written, written + _minutes(dice, 3, 12)


def _tomorrow(dice: random.Random, station: Open, end: datetime) -> Iterator[Posted]:
    """Written in the last hours, whatever the hour: some are out, some wait to be looked through."""
    day = end.date() + timedelta(days=1)
    for number, offer in enumerate(_chosen(dice, station, TOMORROW_OPEN + TOMORROW_DRAFTS)):
        written = end - _minutes(dice, 30, 300)
        yield Posted(_job(dice, station, offer, day), written, written + _minutes(dice, 3, 12) if number < TOMORROW_OPEN else None)


def _held(dice: random.Random, station: Open, end: datetime) -> Posted:
    """What a colleague has posted, and a second person must read first."""
    listing = _job(dice, station, dice.choice(station.offers), end.date() + timedelta(days=1))
    written = end - _minutes(dice, 5, 20)
    reasons = json.dumps(reasons_to_hold(ASKS_FOR_MONEY), ensure_ascii=False)
    put(listing, posted_by=station.staff[0], note=ASKS_FOR_MONEY, held_reasons=reasons, due_at=written + READ_WITHIN)
    return Posted(listing, written, None)


def _training_days(number: int, today: date) -> Iterable[date]:
    """Once a week, at each station on another day; the last is still to come."""
    days = (today + timedelta(days=ahead) for ahead in range(-DAYS + SIGN_UP_BEFORE.days, SIGN_UP_BEFORE.days + 1))
    return [day for day in days if day.weekday() == number % 7]


def _training(dice: random.Random, station: Open, day: date, which: int) -> Posted:
    training, starts_at = TRAININGS[which], moment(day, time.fromisoformat(TRAINING_STARTS))
    written = moment(day - SIGN_UP_BEFORE, time(9)) - timedelta(days=1) + _minutes(dice, 0, 400)
    listing = _listing(
        dice, station, day, starts_at, TRAINING_HOURS, kind="training", title=training.title, teaches=training.teaches,
        certificate=training.certificate, bring=training.bring, heads=SEATS, place=station.station.place, contact="值班员",
        phone=station.station.phone, lat=station.station.lat, lon=station.station.lon,
    )  # fmt: skip
    return Posted(listing, written, written + _minutes(dice, 3, 12))


def _job(dice: random.Random, station: Open, offer: Offer, day: date) -> Listing:
    job, employer = offer.job, offer.employer
    lat, lon = scatter(station.station.lat, station.station.lon, f"{employer.id} {offer.place}", REACH_KM)
    return _listing(
        dice, station, day, moment(day, _clock(job.starts)), job.hours, kind="job", employer=employer.id, occupation=job.occupation,
        title=job.title, pay_fen=job.yuan * 100, pay_per=job.per, heads=dice.randint(*job.heads), place=offer.place, bring=job.bring,
        meals=job.meals, certificate=job.certificate, contact=employer.contact, phone=employer.phone, lat=lat, lon=lon,
    )  # fmt: skip


def _listing(dice: random.Random, station: Open, day: date, starts_at: datetime, hours: float, **terms: Any) -> Listing:
    listing: Listing = blank(
        Listing, **terms, state=ListingState.DRAFT.value, station=station.station.id, area=station.station.area, day=day, starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours), posted_by=dice.choice(station.staff), due_at=end_of(day),
    )  # fmt: skip
    return listing


def _clock(written: str) -> time:
    hour, _, minute = written.partition(":")
    return time(int(hour), int(minute))


def _minutes(dice: random.Random, least: float, most: float) -> timedelta:
    return timedelta(seconds=round(dice.uniform(least, most) * 60))
