"""Who could be asked for a wish: the question to the database, and the ranking of its answer."""

from datetime import datetime, timedelta

from base.clock import city_now
from base.db import rows
from base.geo import KM_PER_DEGREE
from base.words import Words
from matching.rank import Helper, Need, Ranked, rank
from volunteers.hours import day_blocks, on_days, window
from volunteers.skills import able, reason_words
from wishes.tables import Wish

WIDEST_RADIUS_KM = 50

# Everybody who is not being asked, was not asked in this round, never said no, has not stopped or paused, within the widest box.
# A neighbourhood of 50 km is at most half a degree of latitude and six tenths of longitude south of 40 degrees.
# Written so that no index of places is used: nearly everybody lives within the box, and few of them are volunteers.
CANDIDATES = """
SELECT p.id, p.lat, p.lon, coalesce(p.area, '') AS area, v.skills, v.hours, v.radius_km, v.weekly_limit, coalesce(busy.load, 0) AS load,
    coalesce(asked.offers, 0) AS asked
FROM volunteer v JOIN person p ON p.id = v.person LEFT JOIN (
    SELECT person, count(*) AS load FROM claim WHERE held_at >= $6 AND state <> 'released' GROUP BY person
) busy ON busy.person = p.id LEFT JOIN (
    SELECT person, count(*) AS offers FROM offer WHERE state = 'sent' GROUP BY person
) asked ON asked.person = p.id
WHERE abs(p.lat - $2::float8) <= $4::float8 AND abs(p.lon - $3::float8) <= $5::float8
    AND p.id <> $7 AND (v.paused_until IS NULL OR v.paused_until <= $8)
    AND (cardinality($9::text[]) = 0 OR v.skills && $9::varchar[])
    AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.phone = p.phone)
    AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.wish = $1 AND o.person = p.id
        AND (o.round = $10 OR o.state IN ('sent', 'accepted', 'declined')))
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.wish = $1 AND c.person = p.id)
"""


async def candidates(wish: Wish) -> list[Ranked]:
    """The volunteers who can, best first; nobody for a wish whose place is unknown."""
    if wish.lat is None or wish.lon is None:
        return []
    today = city_now()
    monday = (today - timedelta(days=today.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    skills = able(wish.kind, wish.skill)
    degrees = WIDEST_RADIUS_KM / KM_PER_DEGREE
    found = await rows(
        CANDIDATES, wish.id, wish.lat, wish.lon, degrees, degrees * 1.4, monday, wish.resident, today,
        list(skills), wish.round,
    )  # fmt: skip
    need = Need(wish.lat, wish.lon, wish.area, skills, window(wish.day, wish.part), _rest_of(today))
    return rank(need, (Helper(**{**each, "skills": frozenset(each["skills"])}) for each in found))


def _rest_of(today: datetime) -> int:
    return on_days({today.weekday()}, day_blocks(today.hour, 24))


def reasons(ranked: Ranked) -> list[Words]:
    """1.2 公里 · 会电工 · 今天有空"""
    said = [distance_words(ranked.distance_km)]
    if ranked.skill:
        said.append(reason_words(ranked.skill))
    if ranked.free:
        said.append(Words("今天有空", "free today") if ranked.free == "today" else Words("那时有空", "free at that time"))
    if ranked.same_village:
        said.append(Words("同村", "same village"))
    return said


def distance_words(km: float) -> Words:
    return Words(f"{km:.1f}公里", f"{km:.1f} km")
