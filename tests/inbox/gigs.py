"""A station with one checked employer, and workers who talk to it by SMS."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from base.clock import city_now
from base.db import rows
from jobs.tables import Employer, Listing, Station
from people.tables import Person
from tests.jobs import scene


@dataclass(frozen=True)
class Gigs:
    station: Station
    employer: Employer
    staff: Person

    @classmethod
    async def open(cls) -> "Gigs":
        at = await scene.station()
        return cls(at, await scene.employer(at), await scene.staff(at))

    async def job(self, **terms: Any) -> Listing:
        """In two days, so that nothing of it is due at whatever hour the tests run."""
        return await scene.listing(self.station, self.staff, self.employer, **{"day": in_two_days(), **terms})


def in_two_days() -> date:
    return city_now().date() + timedelta(days=2)


async def places(listing: Listing) -> list[str]:
    """The states of all placements of a listing, the first first."""
    return [found["state"] for found in await rows("SELECT state FROM placement WHERE listing = $1 ORDER BY id", listing.id)]


async def need(who: Person | str) -> dict[str, Any]:
    """The newest need of a phone."""
    phone = who if isinstance(who, str) else who.phone
    found = await rows("SELECT n.* FROM job_need n JOIN person p ON p.id = n.person WHERE p.phone = $1 ORDER BY n.id DESC LIMIT 1", phone)
    return found[0] if found else {}
