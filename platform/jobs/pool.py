"""Open needs and listings with room, as the arrays that the engine reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from base.clock import city_now, now
from base.db import objects, rows
from jobs.deadlines import LAST_ANSWER_BEFORE, busy
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.states import BUSY
from jobs.tables import Listing
from jobs.when import moment
from matching.gigs import Floats, Gigs, Ints, Seekers

# Nobody is sent to these because he takes anything: he must name or know them.
TRADES = frozenset({"bricklayer", "carpenter", "electrician", "plumber", "painter", "welder", "driver", "sewer"})

NOON, EVENING = time(12), time(18)
PARTS = {"morning": 1, "afternoon": 2, "evening": 4}

SEEKING = """
SELECT n.id, n.person, n.occupations, coalesce(w.skills, '{{}}') AS skills, coalesce(w.certificates, '{{}}') AS certificates, n.pay_fen,
    n.pay_per, n.from_day, n.to_day, n.part, n.radius_km, n.people, n.lat, n.lon, n.waiting_since, n.station
FROM job_need n JOIN person p ON p.id = n.person LEFT JOIN worker w ON w.person = n.person
WHERE {condition} ORDER BY n.id
"""
WILLING = "n.state = 'open' AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.phone = p.phone)"
"""Who may be sent a message that is not an answer."""

OFFERED = "kind = 'job' AND state = 'open' AND taken + kept < heads AND starts_at > $1"


@dataclass(frozen=True)
class Seeking:
    """A need, and what its person can show."""

    id: int
    person: int
    occupations: Sequence[str]
    skills: Sequence[str]
    certificates: Sequence[str]
    pay_fen: int | None
    pay_per: str | None
    from_day: date
    to_day: date | None
    part: str | None
    radius_km: float
    people: int
    lat: float
    lon: float
    waiting_since: date
    station: int


async def seeking(condition: str, *args: object) -> list[Seeking]:
    return [Seeking(**found) for found in await rows(SEEKING.format(condition=condition), *args)]


async def offered(condition: str = "true", *args: object, lock: bool = False) -> list[Listing]:
    """Jobs with room that begin late enough for an answer. Arguments of the condition begin with $2."""
    # A lock against every verb about its places, but not against a referral to it.
    order = "ORDER BY id FOR NO KEY UPDATE" if lock else "ORDER BY id"
    return await objects(Listing, f"{OFFERED} AND {condition} {order}", now() + LAST_ANSWER_BEFORE, *args)


async def barred(needs: Sequence[Seeking], listings: Sequence[Listing], answered: str) -> Ints:
    """Pairs (index of the need, index of the listing) that may not be: `answered` holds for his referral, or he works elsewhere then."""
    by_person = {need.person: number for number, need in enumerate(needs)}
    by_listing = {listing.id: number for number, listing in enumerate(listings)}
    found = await rows(
        f"SELECT person, listing FROM referral WHERE listing = ANY($1) AND person = ANY($2) AND ({answered})",  # noqa: S608
        list(by_listing), list(by_person),
    )  # fmt: skip
    pairs = [(by_person[each["person"]], by_listing[each["listing"]]) for each in found]
    return np.array(pairs + await _elsewhere(by_person, listings), np.int64).reshape(-1, 2)


async def _elsewhere(by_person: dict[int, int], listings: Sequence[Listing]) -> list[tuple[int, int]]:
    hours = [busy(listing.starts_at, listing.ends_at) for listing in listings]
    begins = _floats(begin.timestamp() for begin, _ in hours)
    ends = _floats(end.timestamp() for _, end in hours)
    placed = await rows(
        "SELECT person, busy_from, busy_until FROM placement WHERE person = ANY($1) AND state = ANY($2) AND busy_until > $3",
        list(by_person), list(BUSY), now(),
    )  # fmt: skip
    pairs: list[tuple[int, int]] = []
    for held in placed:
        at_once = (begins < held["busy_until"].timestamp()) & (ends > held["busy_from"].timestamp())
        pairs += [(by_person[held["person"]], int(number)) for number in np.flatnonzero(at_once)]
    return pairs


def seekers(needs: Sequence[Seeking]) -> Seekers:
    today = city_now().date()
    return Seekers(
        id=_ints(need.id for need in needs),
        lat=_floats(need.lat for need in needs),
        lon=_floats(need.lon for need in needs),
        radius_km=_floats(need.radius_km for need in needs),
        occupations=_ints(_mask(need.occupations, _OCCUPATION) for need in needs),
        skills=_ints(_mask(need.skills, _OCCUPATION) for need in needs),
        certificates=_ints(_mask(need.certificates, _CERTIFICATE) for need in needs),
        least_fen_per_day=_ints(_least(need, "day") for need in needs),
        least_fen_per_hour=_ints(_least(need, "hour") for need in needs),
        from_day=_ints(need.from_day.toordinal() for need in needs),
        to_day=_ints((need.to_day or date.max).toordinal() for need in needs),
        parts=_ints(PARTS[need.part] if need.part else 0 for need in needs),
        people=_ints(need.people for need in needs),
        waiting_days=_ints((today - need.waiting_since).days for need in needs),
        station=_ints(need.station for need in needs),
    )


def gigs(listings: Sequence[Listing]) -> Gigs:
    pay = [_pay(listing) for listing in listings]
    return Gigs(
        id=_ints(listing.id for listing in listings),
        lat=_floats(listing.lat for listing in listings),
        lon=_floats(listing.lon for listing in listings),
        occupation=_ints(_OCCUPATION[listing.occupation] for listing in listings),
        trade=np.array([listing.occupation in TRADES for listing in listings], np.bool_),
        certificate=_ints(_mask([listing.certificate] if listing.certificate else [], _CERTIFICATE) for listing in listings),
        fen_per_day=_ints(per_day for per_day, _ in pay),
        fen_per_hour=_ints(per_hour for _, per_hour in pay),
        day=_ints(listing.day.toordinal() for listing in listings),
        parts=_ints(parts(listing.day, *busy(listing.starts_at, listing.ends_at)) for listing in listings),
        room=_ints(listing.heads - listing.taken - listing.kept for listing in listings),
        station=_ints(listing.station for listing in listings),
    )


def parts(day: date, starts_at: datetime, ends_at: datetime) -> int:
    """The parts of its day in which somebody is busy; what lasts beyond midnight belongs to the evening."""
    noon, evening = moment(day, NOON), moment(day, EVENING)
    morning, afternoon = starts_at < noon, starts_at < evening and ends_at > noon
    return PARTS["morning"] * morning | PARTS["afternoon"] * afternoon | PARTS["evening"] * (ends_at > evening)


def _pay(listing: Listing) -> tuple[int, int]:
    """Fen a day and fen an hour, whichever the listing names."""
    hours = (listing.ends_at - listing.starts_at) / timedelta(hours=1)
    if listing.pay_per == "day":
        return listing.pay_fen, int(listing.pay_fen / hours)
    return int(listing.pay_fen * hours), listing.pay_fen


def _least(need: Seeking, per: str) -> int:
    return need.pay_fen or 0 if need.pay_per == per else 0


_OCCUPATION = {code: bit for bit, code in enumerate(OCCUPATIONS)}
_CERTIFICATE = {code: bit for bit, code in enumerate(CERTIFICATES)}


def _mask(codes: Iterable[str], bits: dict[str, int]) -> int:
    """A code that the lists no longer know counts for nothing."""
    return sum(1 << bits[code] for code in set(codes) if code in bits)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, np.float64)
