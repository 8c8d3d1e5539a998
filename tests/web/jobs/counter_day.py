"""A morning at the counter: 6:40, one station, its clerk in a browser, bricklayers wanted today."""

from dataclasses import dataclass
from datetime import datetime, time

import httpx
from litestar import Litestar

from base.clock import city_now
from base.db import rows
from jobs.attendance import Present, day_sheets
from jobs.places import Held, apply
from jobs.tables import Listing, Placement, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do, person
from tests.jobs import scene
from tests.web.browser import Browser
from tests.web.stage import browser_of

WANG, WANG_PHONE = "王建国", "+8616000007301"
LI, LI_PHONE = "李红梅", "+8616000007302"


def at_dawn() -> datetime:
    return moment(city_now().date(), time(6, 40))


@dataclass(frozen=True)
class CounterDay:
    station: Station
    clerk: Person
    job: Listing
    browser: Browser

    @classmethod
    async def of(cls, app: Litestar, language: str = "zh-CN", **terms: object) -> "CounterDay":
        station = await scene.station()
        clerk = await scene.staff(station)
        job = await scene.listing(station, clerk, await scene.employer(station), **{"day": city_now().date(), **terms})
        return cls(station, clerk, job, await browser_of(app, clerk, language))

    @property
    def path(self) -> str:
        return f"/stations/{self.station.id}/counter"

    async def placed(self, name: str = WANG, phone: str = WANG_PHONE, people: int = 1) -> Placement:
        """Has signed up by SMS."""
        worker = await person(phone, name, self.station.area)
        held = await do(apply, self.job.id, worker.id, scene.web(worker), people)
        assert isinstance(held, Held)
        return held.placement

    async def walks_in(self, **fields: str) -> httpx.Response:
        return await self.browser.press(
            f"/stations/{self.station.id}/walk-ins", **{"phone": WANG_PHONE, "name": WANG, "ref": str(self.job.ref), **fields}
        )

    async def present(self) -> list[Present]:
        sheets = await day_sheets(self.station.id, self.job.day)
        return [present for sheet in sheets for present in sheet.present]


async def state_of(placement: Placement) -> str:
    found = await rows("SELECT state FROM placement WHERE id = $1", placement.id)
    return str(found[0]["state"])


async def events(subject: str) -> list[tuple[str, int | None]]:
    """What the ledger says of it, and who did it."""
    return [
        (row["to_state"], row["actor"]) for row in await rows("SELECT to_state, actor FROM event WHERE subject = $1 ORDER BY id", subject)
    ]
