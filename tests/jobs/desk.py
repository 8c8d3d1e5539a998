"""A counter on a Monday at noon: what is said there about places, and what the house then knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import row, rows
from base.errors import Refused
from base.ledger import By
from jobs import queries
from jobs.counter import mark
from jobs.places import Held, Waiting, apply, cancel_place, confirm_place
from jobs.states import PlacementState
from jobs.tables import Employer, JobNeed, Listing, Placement, Referral, Station
from jobs.tend import tend_due
from jobs.when import moment
from people.tables import Person
from tests.cast import XIANAN, do, officer
from tests.jobs.scene import employer, listing, staff, station, web, worker

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
NOON = moment(MONDAY, time(12))


@dataclass(frozen=True)
class Desk:
    """A station, who stands behind its counter, a firm whose licence was checked, and the coordinator of the county."""

    station: Station
    fang: Person
    firm: Employer
    coordinator: Person

    @classmethod
    async def open(cls) -> "Desk":
        at_station = await station()
        return cls(
            at_station,
            await staff(at_station),
            await employer(at_station),
            await officer("+8616000000005", "李主任", "coordinator", XIANAN),
        )

    @property
    def by(self) -> By:
        return web(self.fang)

    async def job(self, **terms: Any) -> Listing:
        """Two bricklayers on Tuesday from 7 to 17."""
        return await listing(self.station, self.fang, self.firm, **terms)

    async def training(self, **terms: Any) -> Listing:
        return await listing(self.station, self.fang, **{"teaches": "bricklayer", **terms})


def clock(hours: str, day: date = TUESDAY) -> datetime:
    return moment(day, time.fromisoformat(hours))


async def workers(number: int) -> list[Person]:
    return [await worker() for _ in range(number)]


async def applies(who: Person, to: Listing, people: int = 1) -> Held | Waiting:
    return await do(apply, to.id, who.id, web(who), people)


async def holding(heads: int, at_desk: Desk, waiting: int = 0, **terms: Any) -> tuple[Listing, list[Person]]:
    """A full listing: so many hold its places, and so many wait for one."""
    job, crowd = await at_desk.job(heads=heads, **terms), await workers(heads + waiting)
    for who in crowd:
        await applies(who, job)
    return job, crowd


async def cancels(who: Person, at_listing: Listing) -> str:
    return await do(cancel_place, at_listing.id, who.id, web(who))


async def confirms(who: Person, at_listing: Listing) -> Placement:
    return await do(confirm_place, at_listing.id, who.id, web(who))


async def marked(at_desk: Desk, who: Person, at_listing: Listing, to: PlacementState) -> Placement:
    return await do(mark, (await the_placement(who, at_listing)).id, to, at_desk.by)


async def tended(when: datetime) -> int:
    """The sweep at that moment."""
    with at(when):
        return await tend_due()


async def refused(verb: Any, *args: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        await do(verb, *args)
    return refusal.value


async def why(verb: Any, *args: Any) -> str | None:
    """Why the verb said no; None when it did not."""
    try:
        await do(verb, *args)
    except Refused as refusal:
        return refusal.reason
    return None


def shown(kept: Any, *names: str) -> tuple[Any, ...]:
    """What the row says under these names."""
    return tuple(getattr(kept, name) for name in names)


async def now_of(it: Listing) -> Listing:
    return await queries.listing(it.id)


async def places_of(it: Listing) -> tuple[str, int, int]:
    """The state, the places taken, the places kept."""
    found = await now_of(it)
    return found.state, found.taken, found.kept


async def the_placement(who: Person, at_listing: Listing) -> Placement:
    """The latest."""
    found = [each for each in await queries.placements(at_listing.id) if each.person == who.id]
    return found[-1]


async def stands(who: Person, at_listing: Listing) -> str:
    return (await the_placement(who, at_listing)).state


async def the_referral(who: Person, to: Listing) -> Referral:
    found = await queries.referral_to(to.id, who.id)
    assert found is not None
    return found


async def answer_of(who: Person, to: Listing) -> str:
    return (await the_referral(who, to)).state


async def in_line(it: Listing) -> list[int]:
    waiting = await rows("SELECT person FROM referral WHERE listing = $1 AND state = 'waiting' ORDER BY turn", it.id)
    return [each["person"] for each in waiting]


def ids(people: Iterable[Person]) -> list[int]:
    return [who.id for who in people]


async def need(who: Person) -> JobNeed:
    found = await queries.last_need_of(who.id)
    assert found is not None
    return found


async def message(who: Person, kind: str) -> dict[str, Any]:
    """The last of its kind for this person."""
    found = await row("SELECT * FROM message WHERE person = $1 AND kind = $2 ORDER BY id DESC LIMIT 1", who.id, kind)
    assert found is not None, f"{kind} was not put"
    return found


async def told(kind: str) -> list[int]:
    """Who was told so, in their order."""
    return [found["person"] for found in await rows("SELECT person FROM message WHERE kind = $1 ORDER BY id", kind)]
