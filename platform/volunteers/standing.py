"""What has happened between us and each volunteer, kept as it happens, and the points of a score that come of it.

Each change locks the rows first, in the order of persons; what changes several one after another locks them all before.
So no two transactions wait for each other crosswise.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from base.clock import city_now, now
from base.db import first, insert, objects, rows
from base.errors import Refused
from base.ledger import By, record
from base.settings import settings
from base.work import transaction
from matching.score import LONG_UNASKED_DAYS
from matching.weights import DEFAULT, Weights, weights_of
from people import offices
from volunteers.tables import CityWeights

# How tired of messages one of them makes, and by when most of that is forgotten.
BY_OFFER, BY_TOO_LATE = 1.0, 0.5
FORGETTING = timedelta(days=3)
LONG_UNASKED = timedelta(days=LONG_UNASKED_DAYS)
AT_ONCE = 500


class Change(NamedTuple):
    """`load` counts in the week that began on the Monday `week`."""

    person: int
    load: int = 0
    week: date = date.min
    fatigue: float = 0.0
    done: int = 0
    given_up: int = 0
    asked: bool = False


def faded(since: str, until: str) -> str:
    """The share of a fatigue that is left, in SQL. Bounded: the exponential of a longer time is too small for the database."""
    return f"exp(-least(99, date_part('epoch', {until} - {since}) / {FORGETTING.total_seconds()}))"


def days_unasked(table: str) -> str:
    return f"date_part('epoch', {table}.as_of - {table}.asked_at) / 86400"


def points_of(fact: str, first: int) -> str:
    """The arithmetic of matching.score, in its order: both must find the same whole numbers. The weights begin at `first`."""
    return f"""
    round(${first}::float8 * (({fact}.done + 8)::float8 / ({fact}.done + {fact}.given_up + 10)))
    + round(${first + 1}::float8 * (1 - {fact}.load::float8 / weekly_limit)) + round(${first + 2}::float8 * (1 / (1 + {fact}.fatigue)))
    + round(${first + 3}::float8 * coalesce(least(1, {days_unasked(fact)} / {LONG_UNASKED_DAYS}), 1))
"""


# A change may come late, or by another clock: it counts by its own time, whatever was written meanwhile.
CHANGE = f"""
WITH fact AS (
    SELECT s.person, here.week, here.as_of, v.weekly_limit,
        CASE s.week WHEN here.week THEN s.load ELSE 0 END + CASE change.week WHEN here.week THEN change.load ELSE 0 END AS load,
        CASE WHEN tired.fatigue >= 0.001 THEN tired.fatigue ELSE 0 END AS fatigue,
        s.done + change.done AS done, s.given_up + change.given_up AS given_up,
        CASE WHEN change.asked THEN greatest(s.asked_at, $8) ELSE s.asked_at END AS asked_at,
        CASE WHEN v.paused_until > here.as_of THEN v.paused_until END AS paused_until,
        EXISTS (SELECT 1 FROM opt_out o JOIN person p ON p.phone = o.phone WHERE p.id = s.person) AS stopped
    FROM unnest($1::int8[], $2::int2[], $3::date[], $4::float8[], $5::int2[], $6::int2[], $7::bool[])
        AS change (person, load, week, fatigue, done, given_up, asked)
    JOIN volunteer_standing s ON s.person = change.person LEFT JOIN volunteer v ON v.person = s.person
    CROSS JOIN LATERAL (SELECT greatest(s.as_of, $8::timestamptz) AS as_of, greatest(s.week, $9::date) AS week) here
    CROSS JOIN LATERAL (SELECT s.fatigue * {faded("s.as_of", "here.as_of")}
        + change.fatigue * {faded("$8", "here.as_of")} AS fatigue) tired),
told AS (
    UPDATE volunteer_standing s SET load = fact.load, week = fact.week, fatigue = fact.fatigue, done = fact.done,
        given_up = fact.given_up, asked_at = fact.asked_at, as_of = fact.as_of,
        points = CASE WHEN fact.load < weekly_limit AND paused_until IS NULL AND NOT stopped THEN {points_of("fact", 10)} ELSE -1 END,
        refresh_at = least(paused_until, CASE WHEN fact.load > 0 OR fact.fatigue > 0 OR fact.asked_at > fact.as_of - $14::interval
            THEN $15::timestamptz END)
    FROM fact WHERE s.person = fact.person RETURNING s.person, s.points)
UPDATE volunteer_skill_cell c SET points = told.points FROM told WHERE c.person = told.person AND c.points <> told.points
"""  # noqa: S608

DUE = """
SELECT person FROM volunteer_standing WHERE refresh_at <= $1 ORDER BY refresh_at, person LIMIT $2 FOR UPDATE SKIP LOCKED
"""
# The gateway, too, may learn that a phone wants nothing from us.
STOPPED = """
SELECT s.person FROM opt_out o JOIN person p ON p.phone = o.phone JOIN volunteer_standing s ON s.person = p.id
WHERE o.source = 'gateway' AND s.points >= 0 ORDER BY s.person LIMIT $1 FOR UPDATE OF s SKIP LOCKED
"""


async def weights() -> Weights:
    newest = await first(CityWeights, "TRUE ORDER BY id DESC")
    return weights_of(json.loads(newest.points)) if newest else DEFAULT


async def weights_before() -> Weights | None:
    """Those in whose place the present ones came; None while a city has not chosen any."""
    chosen = await objects(CityWeights, "TRUE ORDER BY id DESC LIMIT 2")
    if not chosen:
        return None
    return weights_of(json.loads(chosen[1].points)) if len(chosen) > 1 else DEFAULT


async def set_weights(points: Mapping[str, int], by: By) -> None:
    """From now on; everybody's points are reckoned anew. Of persons, only who coordinates the whole city may do so."""
    if by.person is not None and not await offices.holds(by.person, offices.DESK):
        raise Refused("not_yours")
    weights_of(points)
    chosen = CityWeights(set_at=now(), points=json.dumps(dict(points)))
    await insert(chosen)
    await record("weights", chosen.id, "set", by)
    persons = [each["person"] for each in await rows("SELECT person FROM volunteer_standing ORDER BY person")]
    for begin in range(0, len(persons), AT_ONCE):
        await refresh(persons[begin : begin + AT_ONCE])


async def count() -> int:
    [found] = await rows("SELECT count(*) AS n FROM volunteer_standing")
    return int(found["n"])


async def meet(persons: Collection[int]) -> None:
    """For whom we know nothing of yet."""
    await rows(
        "INSERT INTO volunteer_standing (person, as_of, week) SELECT person, $2, $3 FROM unnest($1::int8[]) AS new (person)"
        " WHERE NOT EXISTS (SELECT 1 FROM volunteer_standing s WHERE s.person = new.person) ORDER BY person ON CONFLICT DO NOTHING",
        list(persons), now(), monday(now()),
    )  # fmt: skip


async def lock(persons: Iterable[int]) -> None:
    await rows("SELECT 1 FROM volunteer_standing WHERE person = ANY($1) ORDER BY person FOR UPDATE", list(persons))


async def asked(persons: Iterable[int]) -> None:
    await _change([Change(person, fatigue=BY_OFFER, asked=True) for person in persons])


async def too_late(person: int) -> None:
    """He said yes, and was told that somebody else had been quicker."""
    await _change([Change(person, fatigue=BY_TOO_LATE)])


async def held(person: int) -> None:
    """Officials may hold places too, and become volunteers later."""
    await meet([person])
    await _change([Change(person, load=1, week=monday(now()))])


async def gave_up(person: int, held_at: datetime) -> None:
    await _change([Change(person, load=-1, week=monday(held_at), given_up=1)])


async def called_off(person: int, held_at: datetime) -> None:
    """He would have come."""
    await _change([Change(person, load=-1, week=monday(held_at))])


async def done(person: int) -> None:
    await _change([Change(person, done=1)])


async def disputed(person: int) -> None:
    """It was not done after all."""
    await _change([Change(person, done=-1)])


async def refresh(persons: Iterable[int]) -> None:
    """What a standing is worth now: after a pause, a STOP, other terms, or as time goes by."""
    await _change([Change(person) for person in persons])


async def refresh_due(limit: int = 10_000) -> int:
    """At midnight, when a pause ends, and when the gateway has reported a STOP. Returns how many."""
    refreshed = 0
    while refreshed < limit:
        async with transaction():
            due = await rows(DUE, now(), AT_ONCE) or await rows(STOPPED, AT_ONCE)
            if not due:
                break
            await refresh(each["person"] for each in due)
        refreshed += len(due)
    return refreshed


async def _change(changes: list[Change]) -> None:
    if not changes:
        return
    await lock(change.person for change in changes)
    most = await weights()
    await rows(
        CHANGE, *map(list, zip(*changes, strict=True)), now(), monday(now()),
        most.reliability, most.load, most.rested, most.unasked, LONG_UNASKED, midnight(city_now().date() + timedelta(days=1)),
    )  # fmt: skip


def monday(moment: datetime) -> date:
    """Of that week, in the city."""
    today = moment.astimezone(ZoneInfo(settings().tz_city)).date()
    return today - timedelta(days=today.weekday())


def midnight(day: date) -> datetime:
    """With which that day begins, in the city."""
    return datetime.combine(day, time(), ZoneInfo(settings().tz_city))


async def keep(what: Literal["price", "leaning"], values: Mapping[int, float]) -> None:
    """The dispatcher's: of everybody who is not among them it is nothing."""
    await rows(
        f"WITH new AS (SELECT person, value FROM unnest($1::int8[], $2::float8[]) AS new (person, value)),"  # noqa: S608
        f" changed AS (SELECT s.person, coalesce(new.value, 0) AS value FROM volunteer_standing s LEFT JOIN new ON new.person = s.person"
        f" WHERE s.{what} <> coalesce(new.value, 0) ORDER BY s.person FOR UPDATE OF s)"
        f" UPDATE volunteer_standing s SET {what} = changed.value FROM changed WHERE s.person = changed.person",
        list(values), list(values.values()),
    )  # fmt: skip
