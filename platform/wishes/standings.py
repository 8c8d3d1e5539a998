"""The standing of volunteers told anew from offers, claims and the ledger: what the verbs have counted must be the same."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from base.clock import now
from base.db import rows
from base.settings import settings
from base.work import transaction
from volunteers import skill_cells, standing

AT_ONCE = 1_000

# Whoever gave a place back did so before the wish was withdrawn: with it, those who still held one were released.
TOLD = f"""
SELECT told.person, claims.load, claims.done, claims.given_up, (SELECT max(sent_at) FROM offer WHERE person = told.person) AS asked_at,
    coalesce((SELECT sum(CASE to_state WHEN 'sent' THEN {standing.BY_OFFER} ELSE {standing.BY_TOO_LATE} END * {standing.faded("at", "$2")})
        FROM offer o JOIN event ON subject = 'offer' AND subject_id = o.id AND to_state IN ('sent', 'late')
        WHERE o.person = told.person AND at <= $2), 0) AS fatigue
FROM unnest($1::int8[]) AS told (person) CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.state <> 'released' AND held_at >= $3) AS load,
        count(*) FILTER (WHERE c.state IN ('done', 'confirmed')) AS done,
        count(*) FILTER (WHERE c.state = 'released' AND NOT EXISTS (
            SELECT 1 FROM event gone JOIN event released ON gone.id < released.id
            WHERE gone.subject = 'wish' AND gone.subject_id = c.wish AND gone.to_state = 'withdrawn'
                AND released.subject = 'claim' AND released.subject_id = c.id AND released.to_state = 'released')) AS given_up
    FROM claim c WHERE c.person = told.person) claims
"""  # noqa: S608
KEPT = f"""
UPDATE volunteer_standing s SET load = told.load, week = $4, done = told.done, given_up = told.given_up, asked_at = told.asked_at,
    fatigue = told.fatigue, as_of = $2 FROM ({TOLD}) told WHERE s.person = told.person
"""  # noqa: S608
SOURCES = ("volunteer", "volunteer_standing", "claim")
ALL = " UNION ".join(f"SELECT person FROM {source}" for source in SOURCES)  # noqa: S608
NEXT = " UNION ".join(f"(SELECT DISTINCT person FROM {source} WHERE person > $1 ORDER BY person LIMIT $2)" for source in SOURCES)  # noqa: S608


async def rebuild(progress: Callable[[int, int], None]) -> int:
    """Everybody's, with the cells; a transaction for so many at once, so that the program goes on meanwhile."""
    [everybody] = await rows(f"SELECT count(*) FROM ({ALL}) everybody")  # noqa: S608
    done = 0
    async for persons in batches():
        async with transaction():
            await tell_anew(persons)
        done += len(persons)
        progress(done, max(done, everybody["count"]))
    return done


async def batches() -> AsyncIterator[list[int]]:
    last = 0
    while persons := [each["person"] for each in await rows(f"{NEXT} ORDER BY person LIMIT $2", last, AT_ONCE)]:
        yield persons
        last = persons[-1]


async def tell_anew(persons: list[int]) -> None:
    await standing.meet(persons)
    await standing.lock(persons)
    await rows(KEPT, persons, now(), _week_began(), standing.monday(now()))
    await standing.refresh(persons)
    await skill_cells.put(persons)


async def told(persons: list[int]) -> list[dict[str, Any]]:
    return await rows(f"{TOLD} ORDER BY person", persons, now(), _week_began())


def _week_began() -> datetime:
    return datetime.combine(standing.monday(now()), time(), ZoneInfo(settings().tz_city))
