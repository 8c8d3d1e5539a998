"""The verbs of a volunteer: to enrol, and to change what one offers. Inside a transaction, as all verbs."""

import struct
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from piccolo.columns import Column

from base.clock import now
from base.db import rows
from base.errors import Refused
from base.ledger import By, record
from people import areas, people
from people.tables import Person, Role
from volunteers import skill_cells, standing
from volunteers.hours import ANY
from volunteers.skills import SKILLS
from volunteers.tables import Volunteer

RADIUS_KM = 5.0
WEEKLY_LIMIT = 3
WIDEST_RADIUS_KM = 50
MOST_A_WEEK = 50


@dataclass(frozen=True)
class Terms:
    """What a volunteer can do, when, how far from home, and how often."""

    skills: tuple[str, ...] = ()
    hours: int = ANY
    radius_km: float = RADIUS_KM
    weekly_limit: int = WEEKLY_LIMIT

    def check(self) -> None:
        if any(skill not in SKILLS for skill in self.skills):
            raise Refused("skill")
        if not 0 < self.hours <= ANY:
            raise Refused("hours")
        if not 0 < self.radius_km <= WIDEST_RADIUS_KM:
            raise Refused("radius")
        if not 1 <= self.weekly_limit <= MOST_A_WEEK:
            raise Refused("weekly_limit")


async def enrol(person: Person, terms: Terms, by: By) -> Volunteer:
    """Makes the person a volunteer; one who is already is asked to change the terms instead."""
    terms.check()
    await rows("SELECT 1 FROM person WHERE id = $1 FOR UPDATE", person.id)
    if await Volunteer.exists().where(Volunteer.person == person.id):
        raise Refused("already_volunteer")
    await _place(person)
    volunteer = Volunteer(person=person.id, **{**asdict(terms), "skills": list(terms.skills)})
    await volunteer.save()
    await skill_cells.put([person.id])
    await record("volunteer", volunteer.id, "enrolled", by)
    if not await Role.exists().where(Role.person == person.id, Role.role == "volunteer"):
        role = Role(person=person.id, role="volunteer", area=None)
        await role.save()
        await record("role", role.id, "held", by, note="volunteer")
    return volunteer


async def _place(person: Person) -> None:
    """Who is found by distance must be somewhere: at home, or where the home area lies."""
    if person.lat is not None:
        return
    if person.area is None:
        raise Refused("no_place")
    point = await areas.near_point(person.area)
    person.lat, person.lon = point
    await Person.update({Person.lat: point.lat, Person.lon: point.lon}).where(Person.id == person.id)


async def change(person: Person, terms: Terms, by: By) -> list[str]:
    """Sets the terms; answers with the names of what is new, and leaves no trace when nothing is."""
    terms.check()
    await rows("SELECT 1 FROM volunteer WHERE person = $1 FOR UPDATE", person.id)
    volunteer = await Volunteer.objects().where(Volunteer.person == person.id).first()
    if volunteer is None:
        raise Refused("no_volunteer")
    wanted = {**asdict(terms), "skills": list(terms.skills), "radius_km": as_stored(terms.radius_km)}
    changed: dict[Column | str, Any] = {name: value for name, value in wanted.items() if getattr(volunteer, name) != value}
    if changed:
        await Volunteer.update(changed).where(Volunteer.id == volunteer.id)
        await skill_cells.put([person.id])
        await record("volunteer", volunteer.id, "changed", by, from_state="enrolled", note=", ".join(map(str, changed)))
    return [str(name) for name in changed]


async def pause(person_id: int, length: timedelta, by: By) -> bool:
    """No offers for that long; False for somebody who is no volunteer."""
    paused = await rows("UPDATE volunteer SET paused_until = $2 WHERE person = $1 RETURNING id", person_id, now() + length)
    for volunteer in paused:
        await record("volunteer", volunteer["id"], "paused", by)
    await standing.refresh([person_id])
    return bool(paused)


async def settle(person: Person, area: str) -> None:
    """The area of a phone is learned; of a volunteer it says who is from the same village."""
    if person.area is None:
        await people.settle(person, area)
        await skill_cells.put([person.id])


def as_stored(value: float) -> float:
    """As a column of four bytes gives it back: 2.3 is not 2.3 there, and the same terms would change something each time."""
    return float(struct.unpack("f", struct.pack("f", value))[0])
