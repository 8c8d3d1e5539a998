"""A station an hour before dawn: its staff, an employer, and the day's listings and needs as a test wants them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from base.clock import at, city_now
from jobs import queries
from jobs.needs import Seek, seek
from jobs.tables import Employer, JobNeed, Listing, Referral, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do
from tests.jobs import scene

DAY = date(2026, 11, 24)
EVENING_BEFORE = moment(DAY - timedelta(days=1), time(19))
NIGHT = moment(DAY, time(4, 50))
AT_DAWN = moment(DAY, time(5, 50))
AFTER_DAWN = moment(DAY, time(8))


@dataclass(frozen=True)
class Desk:
    station: Station
    staff: Person
    employer: Employer

    @classmethod
    async def open(cls) -> "Desk":
        station = await scene.station()
        return cls(station, await scene.staff(station), await scene.employer(station))

    async def listing(self, **terms: Any) -> Listing:
        """Two bricklayers on DAY from 9 to 17, unless the test says otherwise."""
        return await scene.listing(self.station, self.staff, self.employer, **{"day": DAY, "starts": time(9), **terms})

    async def training(self) -> Listing:
        return await scene.listing(self.station, self.staff, day=DAY, starts=time(9))


async def seeker(name: str = "", *, said: Seek | None = None, waited_days: int = 0, **shows: Any) -> Person:
    """Somebody who looks for bricklaying since the evening before."""
    found = await scene.worker(name, **shows)
    with at(EVENING_BEFORE - timedelta(days=waited_days)):
        await do(seek, found, said or Seek(occupations=("bricklayer",), text="找活"), scene.web(found))
    return found


async def need_of(person: Person) -> JobNeed:
    found = await queries.need_of(person.id)
    assert found is not None
    return found


async def referral(listing: Listing, person: Person) -> Referral | None:
    return await queries.referral_to(listing.id, person.id)


async def again(listing: Listing) -> Listing:
    return await queries.listing(listing.id)


@contextmanager
def night() -> Iterator[datetime]:
    with at(NIGHT):
        yield city_now()
