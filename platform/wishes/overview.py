"""What is being asked now in some areas, what it costs, what it will probably come to, and whether promises were kept."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from base.clock import city_now, now
from base.db import objects, row, rows
from base.settings import settings
from matching import dispatch
from volunteers.standing import midnight
from wishes.promise import MINUTES
from wishes.situation import situation_of
from wishes.tables import Wish
from wishes.ways import WAYS

PAGE_SIZE = 20
WEEK = 7
LOOKED_BACK = timedelta(days=30)
ORDERS = {
    "longest": "opened_at, id",
    "most": "(SELECT count(*) FROM offer o WHERE o.wish = wish.id AND o.round = wish.round) DESC, opened_at, id",
    "promised": "expected_by NULLS LAST, opened_at, id",
}

# The codes of an area's children begin with its own.
IN_AREAS = "area ^@ ANY ($1::text[])"
OPEN = f"state = 'open' AND {IN_AREAS}"
ASKED_NOW = f"{OPEN} AND level = 'volunteers' AND NOT for_office"

ANSWERS = """
SELECT w.id AS wish, count(*) AS asked, count(*) FILTER (WHERE o.state = 'declined') AS declined, count(*) FILTER (WHERE o.state = 'sent') AS silent
FROM wish w JOIN offer o ON o.wish = w.id AND (o.round = w.round OR o.state = 'sent') WHERE w.id = ANY ($1) GROUP BY w.id
"""
SPENT = f"""
SELECT (at AT TIME ZONE $3)::date AS day, count(*) FILTER (WHERE is_message) AS messages, count(*) FILTER (WHERE NOT is_message) AS found
FROM (
    SELECT true AS is_message, o.sent_at AS at, o.wish FROM offer o WHERE o.sent_at >= $2
    UNION ALL SELECT false, c.held_at, c.wish FROM claim c WHERE c.held_at >= $2) happened
JOIN wish ON wish.id = happened.wish WHERE NOT for_office AND {IN_AREAS} GROUP BY 1
"""  # noqa: S608
# Whoever calls his wish off before its time breaks no promise of ours.
PROMISES = f"""
SELECT (SELECT min(bound) FROM unnest($4::int4[]) bound WHERE bound >= round(minutes)) AS told, count(*) AS wishes,
    count(*) FILTER (WHERE came <= expected_by) AS kept
FROM (
    SELECT expected_by, extract(epoch FROM expected_by - opened_at) / 60 AS minutes, (SELECT min(held_at) FROM claim c WHERE c.wish = wish.id) AS came
    FROM wish WHERE opened_at > $2 AND expected_by <= $3 AND {IN_AREAS} AND NOT (state = 'withdrawn' AND ended_at <= expected_by)) promised
GROUP BY told ORDER BY told NULLS LAST
"""  # noqa: S608


class Totals(NamedTuple):
    asked_now: int
    at_office: int


class Answers(NamedTuple):
    """In this round."""

    asked: int = 0
    declined: int = 0
    silent: int = 0


class Outlook(NamedTuple):
    """`expected`: how likely it is that all places will be taken in time, once those in `ask` have been asked, too."""

    expected: float
    ask: list[int]


class Spent(NamedTuple):
    """`found`: places taken by somebody that day."""

    day: date
    messages: int
    found: int


class Promised(NamedTuple):
    """`told`: within so many minutes; None: later that day, or the next."""

    told: int | None
    wishes: int
    kept: int


async def totals(areas: list[str]) -> Totals:
    found = await row(
        "SELECT count(*) FILTER (WHERE level = 'volunteers' AND NOT for_office) AS asked_now,"  # noqa: S608
        f" count(*) FILTER (WHERE level <> 'volunteers' OR for_office) AS at_office FROM wish WHERE {OPEN}",
        areas,
    )
    assert found is not None
    return Totals(**found)


async def asked_now(areas: list[str], order: str, page: int) -> list[Wish]:
    return await objects(Wish, f"{ASKED_NOW} ORDER BY {ORDERS[order]} LIMIT $2 OFFSET $3", areas, PAGE_SIZE, (page - 1) * PAGE_SIZE)


async def answers(wishes: list[int]) -> dict[int, Answers]:
    found = await rows(ANSWERS, wishes)
    return dict.fromkeys(wishes, Answers()) | {each.pop("wish"): Answers(**each) for each in found}


async def outlook(wish: Wish) -> Outlook:
    """As the dispatcher would decide at this moment."""
    seen = await situation_of(wish)
    if seen.wish.remaining <= 0:
        return Outlook(0.0, [])
    ask = WAYS[settings().dispatch].choose(seen).ask.tolist()
    return Outlook(dispatch.expected(seen.wish, seen.pool, seen.asked, ask, seen.model), [seen.candidates[who].id for who in ask])


async def spent(areas: list[str]) -> list[Spent]:
    """Of each of the last seven days, today last."""
    today = city_now().date()
    days = [today - timedelta(days=ago) for ago in reversed(range(WEEK))]
    found = {each["day"]: Spent(**each) for each in await rows(SPENT, areas, midnight(days[0]), settings().tz_city)}
    return [found.get(day, Spent(day, 0, 0)) for day in days]


async def promises(areas: list[str]) -> list[Promised]:
    """Of those whose time came in the last 30 days."""
    found = await rows(PROMISES, areas, _back(), now(), list(MINUTES))
    return [Promised(**each) for each in found]


def _back() -> datetime:
    return now() - LOOKED_BACK
