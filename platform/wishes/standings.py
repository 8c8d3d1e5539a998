"""The standing of volunteers told anew from offers, claims and the ledger: what the verbs have counted must be the same."""

from collections.abc import AsyncIterator, Callable

from base.clock import now
from base.db import rows
from base.work import transaction
from volunteers import skill_cells, standing

AT_ONCE = 1_000

# Of `who (person, as_of, week_began)`. Whoever gave a place back did so before the wish was withdrawn: with it, those who
# still held one were released.
TOLD = f"""
SELECT who.person, who.as_of, claims.load, claims.done, claims.given_up,
    (SELECT max(sent_at) FROM offer WHERE person = who.person) AS asked_at,
    coalesce((SELECT sum(CASE to_state WHEN 'sent' THEN {standing.BY_OFFER} ELSE {standing.BY_TOO_LATE} END * {standing.faded("at", "who.as_of")})
        FROM offer o JOIN event ON subject = 'offer' AND subject_id = o.id AND to_state IN ('sent', 'late')
        WHERE o.person = who.person AND at <= who.as_of), 0) AS fatigue
FROM who CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.state <> 'released' AND held_at >= who.week_began) AS load,
        count(*) FILTER (WHERE c.state IN ('done', 'confirmed')) AS done,
        count(*) FILTER (WHERE c.state = 'released' AND NOT EXISTS (
            SELECT 1 FROM event gone JOIN event released ON gone.id < released.id
            WHERE gone.subject = 'wish' AND gone.subject_id = c.wish AND gone.to_state = 'withdrawn'
                AND released.subject = 'claim' AND released.subject_id = c.id AND released.to_state = 'released')) AS given_up
    FROM claim c WHERE c.person = who.person) claims
"""  # noqa: S608
KEPT = f"""
WITH who AS (SELECT person, $2::timestamptz AS as_of, $3::timestamptz AS week_began FROM unnest($1::int8[]) AS one (person))
UPDATE volunteer_standing s SET load = told.load, week = $4, done = told.done, given_up = told.given_up,
    asked_at = told.asked_at, fatigue = told.fatigue, as_of = told.as_of FROM ({TOLD}) told WHERE s.person = told.person
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
    week = standing.monday(now())
    await rows(KEPT, persons, now(), standing.midnight(week), week)
    await standing.refresh(persons)
    await skill_cells.put(persons)
