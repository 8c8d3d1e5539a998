"""What came of a run, asked of the ledger and the tables: nothing is taken from the simulator's own memory."""

from datetime import datetime

from base.db import row
from commands.simulation_results import Measures


async def measure(begin: datetime, end: datetime) -> Measures:
    raised = await row(RAISED, begin, end)
    asked = await row(ASKED, begin, end)
    muted = await row(MUTED)
    assert raised and asked and muted  # noqa: PT018
    return Measures(**raised, **asked, **muted)


# A place is filled by a volunteer, or by the office that saw to the rest of it; or the wish was withdrawn, or waits.
RAISED = """
WITH raised AS (
    SELECT id, places, state, created_at, expected_by FROM wish
    WHERE created_at >= $1 AND created_at < $2 AND NOT for_office AND opened_at IS NOT NULL),
claims AS (
    SELECT c.wish, c.held_at, c.state IN ('held', 'done', 'confirmed') AS stands,
        EXISTS (SELECT 1 FROM volunteer v WHERE v.person = c.person) AS volunteer
    FROM claim c JOIN raised r ON r.id = c.wish),
outcome AS (
    SELECT r.*, least(places, count(*) FILTER (WHERE c.volunteer AND stands)) AS filled,
        coalesce(bool_or(NOT c.volunteer AND stands), false) AS office, min(held_at) FILTER (WHERE c.volunteer) AS first_at,
        min(held_at) AS anybody_at
    FROM raised r LEFT JOIN claims c ON c.wish = r.id GROUP BY r.id, places, r.state, created_at, expected_by),
timed AS (SELECT *, extract(epoch FROM first_at - created_at)::float8 / 60 AS minutes, places - filled AS rest FROM outcome),
spent AS (
    SELECT count(*) AS messages FROM message m JOIN offer o ON m.subject = 'offer:' || o.id JOIN raised r ON r.id = o.wish
    WHERE m.kind = 'offer' AND m.posted_at IS NOT NULL),
late AS (SELECT count(*) AS yeses FROM event e JOIN raised r ON r.id = e.matter WHERE e.subject = 'offer' AND e.to_state = 'late')
SELECT count(*) AS wishes, coalesce(sum(places), 0) AS places,
    sum(filled)::float8 / sum(places) AS by_volunteers,
    sum(CASE WHEN state <> 'withdrawn' AND office THEN rest ELSE 0 END)::float8 / sum(places) AS by_office,
    sum(CASE WHEN state = 'withdrawn' THEN rest ELSE 0 END)::float8 / sum(places) AS withdrawn,
    sum(CASE WHEN state <> 'withdrawn' AND NOT office THEN rest ELSE 0 END)::float8 / sum(places) AS waiting,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS minutes_half,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS minutes_most,
    coalesce(min(messages), 0) AS messages, min(messages)::float8 / nullif(sum(filled), 0) AS messages_a_fill,
    min(yeses)::float8 / nullif(sum(filled), 0) AS late_a_fill,
    avg(coalesce(anybody_at <= expected_by, false)::int) FILTER (WHERE expected_by IS NOT NULL)::float8 AS kept_word
FROM timed CROSS JOIN spent CROSS JOIN late
"""

# The Gini coefficient, of the volunteers in the order of how often they were asked.
ASKED = """
WITH asked AS (
    SELECT v.person, count(m.id) AS asks FROM volunteer v
    LEFT JOIN message m ON m.person = v.person AND m.kind = 'offer' AND m.posted_at >= $1 AND m.posted_at < $2 GROUP BY v.person),
ranked AS (SELECT asks, row_number() OVER (ORDER BY asks) AS place, count(*) OVER () AS size FROM asked)
SELECT avg((asks = 0)::int)::float8 AS never_asked, percentile_disc(0.5) WITHIN GROUP (ORDER BY asks) AS asks_half,
    percentile_disc(0.99) WITHIN GROUP (ORDER BY asks) AS asks_top,
    sum((2 * place - size - 1) * asks)::float8 / nullif(min(size) * sum(asks), 0)::float8 AS asks_gini
FROM ranked
"""

MUTED = """
SELECT count(*) AS muted FROM volunteer v JOIN person p ON p.id = v.person
WHERE v.paused_until IS NOT NULL OR EXISTS (SELECT 1 FROM opt_out o WHERE o.phone = p.phone)
"""
