"""A gig station at its counter: its staff, an employer whose licence was checked, listings, workers."""

import itertools
from datetime import date, time, timedelta
from typing import Any

from base.clock import city_now, now
from base.ledger import By
from base.refs import next_ref
from jobs.states import EMPLOYER, ENDED, LISTING, EmployerState, ListingState
from jobs.tables import Employer, Listing, Staff, Station, Worker
from jobs.when import moment
from people.areas import near_point
from people.tables import Person, Role
from tests.cast import do, person

WENQUAN = "421202001"
LICENCE = "91421202MA49000161"

_phones = itertools.count(1)


def web(who: Person) -> By:
    return By(who.id, "web")


def tomorrow() -> date:
    return city_now().date() + timedelta(days=1)


async def station(name: str = "温泉零工驿站", area: str = WENQUAN) -> Station:
    lat, lon = await near_point(area)
    found = Station(
        name=name, name_en="Wenquan Gig Station", area=area, place="桂花路8号", lat=lat, lon=lon, phone="+867158000001",
        opens=time(5, 30), closes=time(18), created_at=now(),
    )  # fmt: skip
    await found.save()
    return found


async def staff(at: Station, phone: str = "+8616000000101", name: str = "小方") -> Person:
    found = await person(phone, name, at.area)
    await Staff(station=at.id, person=found.id, since=now()).save()
    await Role(person=found.id, role="staff", area=at.area).save()
    return found


async def employer(at: Station, name: str = "咸宁桂花建材有限公司", state: EmployerState = EmployerState.CHECKED) -> Employer:
    found = Employer(
        state=state.value, kind="firm", name=name, licence=LICENCE, contact="老周", phone="+8616000000201",
        station=at.id, created_at=now(),
    )  # fmt: skip
    await do(EMPLOYER.begin, found, By(None, "demo"))
    return found


async def listing(at: Station, by: Person, of: Employer | None = None, **terms: Any) -> Listing:
    """An open one: tomorrow from 7 to 17, two bricklayers at 250 yuan a day. Without an employer it is a training."""
    day, starts, ends = terms.pop("day", tomorrow()), terms.pop("starts", time(7)), terms.pop("ends", time(17))
    lat, lon = await near_point(terms.get("area", at.area))
    job = {"occupation": "bricklayer", "pay_fen": 25_000, "pay_per": "day"} if of else {}
    values: dict[str, Any] = {
        "ref": await next_ref(), "kind": "job" if of else "training", "state": ListingState.OPEN.value, "station": at.id,
        "employer": of and of.id, "title": "瓦工" if of else "瓦工入门课", "day": day, "starts_at": moment(day, starts),
        "ends_at": moment(day + timedelta(days=ends <= starts), ends), "heads": 2, "area": at.area, "place": "桂花路8号",
        "lat": lat, "lon": lon, "contact": "老周", "phone": "+8616000000201", "posted_by": by.id,
        "created_at": now(), "opened_at": now(),
    }  # fmt: skip
    found = Listing(**values | job | terms)
    found.due_at = None if found.state in ENDED else found.ends_at
    await do(LISTING.begin, found, web(by))
    return found


async def worker(name: str = "", *, skills: tuple[str, ...] = (), certificates: tuple[str, ...] = (), area: str = WENQUAN) -> Person:
    """Everyone has a phone of his own."""
    number = next(_phones)
    found = await person(f"+86160000{1000 + number % 9000:05}", name or f"工友{number}", area)
    if skills or certificates:
        await Worker(person=found.id, skills=list(skills), certificates=list(certificates)).save()
    return found
