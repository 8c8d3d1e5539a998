"""Whose attention we use much of, and whom we never turn to."""

from datetime import datetime, timedelta
from typing import NamedTuple

from base.clock import now
from base.db import rows
from base.geo import KM_PER_DEGREE
from volunteers.skills import NUMBERS, WISHES, sought
from volunteers.standing import LONG_UNASKED
from wishes.candidates import DISTANCE_KM

MOST = 10
MOST_LOOKED_AT = 100
WEEK = timedelta(days=7)

TIRED = """
SELECT tired.*, counted.* FROM (
    SELECT p.name, p.phone, p.area, s.fatigue, p.id FROM volunteer_standing s JOIN volunteer v ON v.person = s.person JOIN person p ON p.id = s.person
    WHERE s.fatigue >= 1 AND p.area ^@ ANY ($1::text[]) ORDER BY s.fatigue DESC, p.id LIMIT $3) tired,
LATERAL (
    SELECT count(*) AS asked, count(*) FILTER (WHERE state IN ('accepted', 'late')) AS said_yes FROM offer
    WHERE person = tired.id AND sent_at > $2) counted
ORDER BY fatigue DESC, id
"""
# By skill and radius, as candidates are found; whether he had time is left aside. What was wished for before we knew him does not count.
UNASKED = f"""
WITH fitting AS MATERIALIZED (
    SELECT ($3::int2[])[array_position($2::text[], kind || ' ' || coalesce(skill, ''))] AS skill, lat, lon,
        {KM_PER_DEGREE}::float8 * cos(radians(lat)) AS km_per_degree_east, opened_at, resident
    FROM wish WHERE opened_at > $4 AND NOT for_office AND lat IS NOT NULL AND lon IS NOT NULL),
waiting AS MATERIALIZED (
    SELECT p.id, p.name, p.phone, p.area, p.created_at, s.asked_at FROM volunteer_standing s JOIN person p ON p.id = s.person
    WHERE s.points >= 0 AND (s.asked_at IS NULL OR s.asked_at < $4) AND p.area ^@ ANY ($1::text[])
    ORDER BY s.asked_at NULLS FIRST, p.created_at, p.id LIMIT $5),
counted AS (
    SELECT c.person, count(*) AS fitted FROM waiting JOIN volunteer_skill_cell c ON c.person = waiting.id JOIN fitting ask ON ask.skill = c.skill
    WHERE ask.resident <> c.person AND ask.opened_at > waiting.created_at AND {DISTANCE_KM} <= radius_km GROUP BY c.person)
SELECT name, phone, area, asked_at, fitted FROM waiting JOIN counted ON counted.person = waiting.id
ORDER BY asked_at NULLS FIRST, created_at, id LIMIT $6
"""  # noqa: S608


class Tired(NamedTuple):
    """`asked` and `said_yes` within a week; `fatigue`: messages of late, each fading within days."""

    name: str
    phone: str
    area: str
    fatigue: float
    asked: int
    said_yes: int


class Unasked(NamedTuple):
    """`asked_at` None: never. `fitted`: how many wishes of the last 30 days he could have been asked for."""

    name: str
    phone: str
    area: str
    asked_at: datetime | None
    fitted: int


async def tired(areas: list[str]) -> list[Tired]:
    """The most tired first."""
    found = await rows(TIRED, areas, now() - WEEK, MOST)
    return [Tired(**{name: each[name] for name in Tired._fields}) for each in found]


async def unasked(areas: list[str]) -> list[Unasked]:
    """Who was never asked first, then who was not for the longest time."""
    names = [f"{kind} {skill or ''}" for kind, skill in WISHES]
    numbers = [NUMBERS[sought(*wish)] for wish in WISHES]
    found = await rows(UNASKED, areas, names, numbers, now() - LONG_UNASKED, MOST_LOOKED_AT, MOST)
    return [Unasked(**each) for each in found]
