"""A gig station is opened by the coordinator of its area, and staffed."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from base.clock import now
from base.db import first, objects, rows
from base.errors import Refused
from base.ledger import By, record
from base.words import Words
from jobs import fields
from jobs.fields import Errors, refuse_if
from jobs.queries import staff_of
from jobs.rights import is_coordinator_above
from jobs.sharing import Sharing
from jobs.tables import Staff, Station
from people import areas, people
from people.tables import Person

LONGEST_PERSON = 20


@dataclass(frozen=True)
class StationTerms:
    name: str
    name_en: str
    area: str
    place: str
    phone: str
    opens: time
    closes: time
    sharing: str = Sharing.FAIR
    lat: float | None = None
    lon: float | None = None


def errors(terms: StationTerms) -> Errors:
    return fields.found(
        {
            "name": fields.text(terms.name, 64, needed=True),
            "name_en": fields.text(terms.name_en, 96, needed=True),
            "area": fields.area(terms.area),
            "place": fields.text(terms.place, 120, needed=True),
            "phone": fields.phone(terms.phone),
            "closes": None if terms.opens < terms.closes else Words("关门要晚于开门", "must be after the opening"),
            "sharing": None if terms.sharing in list(Sharing) else Words("\u9009\u4e00\u79cd\u5206\u6cd5", "must be one of the ways"),
            "lat": fields.position(terms.lat, terms.lon),
        }
    )


async def open_station(terms: StationTerms, by: By) -> Station:
    refuse_if(errors(terms))
    await _must_be_coordinator(by, terms.area)
    station = Station(**await _values(terms), created_at=now())
    await station.save()
    await record("station", station.id, "opened", by)
    return station


async def change_station(station_id: int, terms: StationTerms, by: By) -> Station:
    """Nobody moves a station out of, or into, an area that is not his."""
    station = await _locked(station_id)
    refuse_if(errors(terms))
    for area in (station.area, terms.area):
        await _must_be_coordinator(by, area)
    area_before, shared_before, values = station.area, station.sharing, await _values(terms)
    for name, value in values.items():
        setattr(station, name, value)
    await station.save()
    await record("station", station.id, "changed", by)
    if station.sharing != shared_before:
        await record("station", station.id, station.sharing, by, from_state=shared_before)
    for person in await staff_of(station.id) if area_before != station.area else ():
        await _set_role(person.id, area_before)
        await _set_role(person.id, station.area)
    return station


async def add_staff(station_id: int, phone: str, name: str, by: By) -> Person:
    """By phone and name; somebody who works there already is not added twice."""
    station = await _locked(station_id)
    await _must_be_coordinator(by, station.area)
    refuse_if(fields.found({"phone": fields.phone(phone), "name": fields.text(name, LONGEST_PERSON, needed=True)}))
    person = await people.meet(fields.number(phone), "zh-CN")
    if not person.name:
        await Person.update({Person.name: fields.tidy(name)}).where(Person.id == person.id)
    if await _working(station.id, person.id) is None:
        await Staff(station=station.id, person=person.id, since=now()).save()
        await record("staff", person.id, "added", by, note=str(station.id))
    await _set_role(person.id, station.area)
    return person


async def remove_staff(station_id: int, person_id: int, by: By) -> None:
    station = await _locked(station_id)
    await _must_be_coordinator(by, station.area)
    working = await _working(station.id, person_id)
    if working is None:
        raise Refused("not_staff_there")
    await Staff.update({Staff.ended_at: now()}).where(Staff.id == working.id)
    await record("staff", person_id, "removed", by, note=str(station.id))
    await _set_role(person_id, station.area)


async def _set_role(person_id: int, area: str) -> None:
    """Staff at the area, as long as he works at a station there."""
    await rows("DELETE FROM role WHERE person = $1 AND role = 'staff' AND area = $2", person_id, area)
    await rows(
        "INSERT INTO role (person, role, area) SELECT $1, 'staff', $2::varchar WHERE EXISTS (SELECT 1 FROM staff"
        " JOIN station ON station.id = staff.station WHERE person = $1 AND ended_at IS NULL AND area = $2)",
        person_id, area,
    )  # fmt: skip


async def _must_be_coordinator(by: By, area: str) -> None:
    if by.person is None or not await is_coordinator_above(by.person, area):
        raise Refused("not_coordinator")


async def _locked(station_id: int) -> Station:
    found = await objects(Station, "id = $1 FOR UPDATE", station_id)
    if not found:
        raise Refused("unknown_station")
    return found[0]


async def _working(station_id: int, person_id: int) -> Staff | None:
    return await first(Staff, "station = $1 AND person = $2 AND ended_at IS NULL", station_id, person_id)


async def _values(terms: StationTerms) -> dict[str, Any]:
    near = await areas.near_point(terms.area)
    return {
        "name": fields.tidy(terms.name),
        "name_en": fields.tidy(terms.name_en),
        "area": terms.area,
        "place": fields.tidy(terms.place),
        "phone": fields.number(terms.phone),
        "opens": terms.opens,
        "closes": terms.closes,
        "sharing": terms.sharing,
        "lat": near.lat if terms.lat is None else terms.lat,
        "lon": near.lon if terms.lon is None else terms.lon,
    }
