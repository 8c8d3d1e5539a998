"""A station with work for tomorrow, seen by everybody: it is noon, the listings are open, workers have browsers."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from litestar import Litestar

from base.clock import city_now
from jobs.places import Held, Waiting, apply
from jobs.tables import Employer, Listing, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do
from tests.jobs import scene
from tests.web.browser import Browser
from tests.web.stage import browser_of

POSTING = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def at_noon() -> datetime:
    return moment(city_now().date(), time(12))


@dataclass(frozen=True)
class Town:
    app: Litestar
    station: Station
    clerk: Person
    employer: Employer

    @classmethod
    async def of(cls, app: Litestar) -> "Town":
        station = await scene.station()
        return cls(app, station, await scene.staff(station), await scene.employer(station))

    async def job(self, **terms: Any) -> Listing:
        return await scene.listing(self.station, self.clerk, self.employer, **terms)

    async def training(self, **terms: Any) -> Listing:
        return await scene.listing(self.station, self.clerk, **{"teaches": "bricklayer", **terms})

    async def browser(self, who: Person | None = None, language: str = "zh-CN") -> Browser:
        return await browser_of(self.app, who, language)

    async def html(self, path: str, who: Person | None = None, language: str = "zh-CN") -> str:
        answer = await (await self.browser(who, language)).open(path)
        assert answer.status_code == 200, path
        return answer.text

    async def applies(self, listing: Listing, who: Person, people: int = 1) -> Held | Waiting:
        return await do(apply, listing.id, who.id, scene.web(who), people)


def posting_in(html: str) -> dict[str, Any] | None:
    found = POSTING.search(html)
    return json.loads(found[1]) if found else None
