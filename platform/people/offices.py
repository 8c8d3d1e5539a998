"""Who answers for a matter: an office (a role at an area), not a person. A new holder inherits its matters."""

from typing import NamedTuple

from base.db import objects, row, rows
from base.words import Words
from people.areas import chain
from people.tables import Person

CITY = "4212"
OFFICE_WORDS = {"steward": Words("管家", "steward"), "coordinator": Words("协调员", "coordinator")}


class Office(NamedTuple):
    role: str
    area: str

    @property
    def words(self) -> Words:
        return OFFICE_WORDS[self.role]


# The office of last resort: it always exists, even while nobody holds it.
DESK = Office("coordinator", CITY)


async def office_for(area: str) -> Office:
    """The nearest steward at or above the area; where there is none, the nearest coordinator."""
    return await _nearest(chain(area), ["steward", "coordinator"]) or DESK


async def office_above(office: Office) -> Office:
    """The coordinator to whom a matter climbs; the topmost keeps it."""
    areas = chain(office.area)
    return await _nearest(areas[1:] if office.role == "coordinator" else areas, ["coordinator"]) or DESK


async def _nearest(areas: list[str], roles: list[str]) -> Office | None:
    found = await row(
        "SELECT role, area FROM role WHERE role = ANY($2) AND area = ANY($1)"
        " ORDER BY role = 'coordinator', array_position($1, area::text) LIMIT 1",
        areas, roles,
    )  # fmt: skip
    return Office(found["role"], found["area"]) if found else None


async def holders(office: Office) -> list[Person]:
    return await objects(Person, "id IN (SELECT person FROM role WHERE role = $1 AND area = $2) ORDER BY id", *office)


async def holds(person_id: int, office: Office) -> bool:
    held = await row("SELECT 1 FROM role WHERE person = $1 AND role = $2 AND area = $3", person_id, *office)
    return held is not None


async def answers_for(person_id: int, area: str) -> bool:
    """Whether the person is a steward or coordinator at the area or above it."""
    held = await rows(
        "SELECT 1 FROM role WHERE person = $1 AND role IN ('steward', 'coordinator') AND area = ANY($2) LIMIT 1",
        person_id, chain(area),
    )  # fmt: skip
    return bool(held)


async def areas_of(person_id: int) -> list[str]:
    """The areas that this person is a steward or coordinator of; each stands for everything below it, too."""
    held = await rows(
        "SELECT DISTINCT area FROM role WHERE person = $1 AND role IN ('steward', 'coordinator') AND area IS NOT NULL ORDER BY area",
        person_id,
    )
    return [each["area"] for each in held]
