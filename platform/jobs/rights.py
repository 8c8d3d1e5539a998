"""Who may act for a station: who works there, and the coordinators above it."""

from base.db import first, objects, rows
from base.errors import Refused
from base.ledger import By
from jobs.tables import Station
from people.areas import chain
from people.people import roles

OF_PERSON = """
EXISTS (SELECT 1 FROM staff WHERE staff.station = station.id AND staff.person = $1 AND staff.ended_at IS NULL)
OR EXISTS (SELECT 1 FROM role WHERE role.person = $1 AND role.role = 'coordinator' AND station.area LIKE role.area || '%')
"""


async def is_staff(person_id: int, station_id: int) -> bool:
    return await first(Station, f"id = $2 AND ({OF_PERSON})", person_id, station_id) is not None


async def must_be_staff(by: By, station_id: int) -> None:
    if by.person is None or not await is_staff(by.person, station_id):
        raise Refused("not_staff")


async def stations_of(person_id: int) -> list[Station]:
    """Where this person may act. Most people hold no such role, and are answered without a look at the stations."""
    if not await roles(person_id) & {"staff", "coordinator"}:
        return []
    return await objects(Station, f"{OF_PERSON} ORDER BY name", person_id)


async def is_coordinator_above(person_id: int, area: str) -> bool:
    return bool(
        await rows("SELECT 1 FROM role WHERE person = $1 AND role = 'coordinator' AND area = ANY($2) LIMIT 1", person_id, chain(area))
    )
