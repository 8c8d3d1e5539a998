"""Where each volunteer is looked for: a row for each thing that he can be asked for, in the cell in which he lives.

Cells grow with the radius of those in them, so that who asks reads about as few of them whatever the radius.
"""

from collections.abc import Collection
from typing import NamedTuple

from base.db import rows
from volunteers import standing
from volunteers.skills import NUMBERS, WISHES, able, mask, sought


class Bucket(NamedTuple):
    """Volunteers up to this radius, by cells of so many degrees, both ways: degrees need no projection."""

    radius_km: int
    cell: float


BUCKETS = (Bucket(3, 0.02), Bucket(5, 0.03), Bucket(8, 0.05), Bucket(12, 0.08), Bucket(20, 0.14), Bucket(50, 0.4))


def _values(*records: tuple[object, ...]) -> str:
    return "VALUES " + ", ".join("({})".format(", ".join(map(str, record))) for record in records)


BUCKET_VALUES = _values(*((f"{number}::int2", f"{each.radius_km}::float8", f"{each.cell}::float8") for number, each in enumerate(BUCKETS)))
SOUGHT_VALUES = _values(*((NUMBERS[sought(*wish)], mask(able(*wish))) for wish in WISHES))

# Who lives nowhere is not found anywhere: nan is more than any bound.
CELLS = f"""
SELECT sought.skill::int2, b.bucket, floor(p.lat / b.cell)::int2 AS cell_y, floor(p.lon / b.cell)::int2 AS cell_x, p.id AS person,
    p.lat, p.lon, v.radius_km::float8, v.hours, known.skills, greatest(1, bit_count(known.skills::bit(64)))::int2 AS known, v.weekly_limit, s.points, p.area
FROM volunteer v JOIN person p ON p.id = v.person JOIN volunteer_standing s ON s.person = v.person
CROSS JOIN LATERAL (
    SELECT coalesce(bit_or(1::int8 << array_position(ARRAY{list(NUMBERS)}::varchar[], skill) - 1), 0) AS skills FROM unnest(v.skills) skill) known
JOIN ({SOUGHT_VALUES}) AS sought (skill, able) ON sought.able = 0 OR sought.able & known.skills <> 0
JOIN LATERAL (
    SELECT * FROM ({BUCKET_VALUES}) AS bucket (bucket, radius_km, cell) WHERE v.radius_km <= bucket.radius_km ORDER BY bucket LIMIT 1) b ON true
WHERE p.lat BETWEEN -90 AND 90 AND p.lon BETWEEN -180 AND 180
"""  # noqa: S608


async def put(persons: Collection[int]) -> None:
    """Writes the rows of those of them who are volunteers anew."""
    volunteers = [each["person"] for each in await rows("SELECT person FROM volunteer WHERE person = ANY($1)", list(persons))]
    await standing.meet(volunteers)
    await standing.refresh(volunteers)
    await rows("DELETE FROM volunteer_skill_cell WHERE person = ANY($1)", volunteers)
    await rows(f"INSERT INTO volunteer_skill_cell {CELLS} AND p.id = ANY($1)", volunteers)
