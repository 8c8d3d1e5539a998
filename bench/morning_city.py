"""A city that is made up, and the same for the same seed: straight into the tables, for how they got there is measured elsewhere."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from base.db import rows
from jobs.occupations import OCCUPATIONS

NEEDS, LISTINGS, HEADS = 20_000, 5_000, 12_000
TOWNS, SPREAD = 12, 0.04
DAY = date(2026, 11, 24)


def moment(hour: float) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, tzinfo=ZoneInfo("Asia/Shanghai")) + timedelta(hours=hour)


async def build(seed: int) -> None:
    random = np.random.default_rng(seed)
    towns = np.column_stack([29.3 + random.random(TOWNS), 113.6 + random.random(TOWNS)])
    await _station()
    await _listings(random, towns)
    await _needs(random, towns)


def _occupations(random: np.random.Generator, count: int) -> list[str]:
    """As uneven as they are."""
    share = 1 / np.arange(2, len(OCCUPATIONS) + 2)
    return [str(code) for code in random.choice(list(OCCUPATIONS), count, p=share / share.sum())]


def _around(random: np.random.Generator, towns: np.ndarray[tuple[int, int], np.dtype[np.float64]], count: int) -> list[list[float]]:
    spots = towns[random.integers(0, len(towns), count)] + random.normal(0, SPREAD, (count, 2))
    return [spots[:, 0].tolist(), spots[:, 1].tolist()]


async def _station() -> None:
    await rows(
        "INSERT INTO station (name, name_en, area, place, lat, lon, phone, opens, closes, created_at)"
        " VALUES ('温泉零工驿站', 'Wenquan', '421202001', '桂花路8号', 29.8, 114.3, '+867158000001', '05:30', '18:00', $1)", moment(5),
    )  # fmt: skip
    await rows(
        "INSERT INTO person (phone, name, language, area, address, created_at)"
        " SELECT '+861' || (6000000000 + n), '工友' || n, 'zh-CN', '421202001', '', $1 FROM generate_series(0, $2::integer) AS n",
        moment(5), NEEDS,
    )  # fmt: skip
    await rows(
        "INSERT INTO employer (state, kind, name, contact, phone, station, created_at)"
        " SELECT 'checked', 'person', '老周', '老周', '+8616000000201', id, $1 FROM station", moment(5),
    )  # fmt: skip


async def _listings(random: np.random.Generator, towns: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """A few ask for many heads."""
    heads = 1 + random.multinomial(HEADS - LISTINGS, random.dirichlet(np.full(LISTINGS, 0.3)))
    await rows(
        "INSERT INTO listing (ref, kind, state, station, employer, occupation, title, day, starts_at, ends_at, pay_fen, pay_per, heads, area,"
        " place, lat, lon, contact, phone, posted_by, due_at, created_at, opened_at)"
        " SELECT nextval('ref'), 'job', 'open', employer.station, employer.id, t.occupation, '零工', $1::date, $2::timestamptz, $3::timestamptz,"
        " t.pay, 'day', t.heads, '421202001', '桂花路8号', t.lat, t.lon, '老周', '+8616000000201', (SELECT min(id) FROM person), $3, $4::timestamptz, $4"
        " FROM employer, unnest($5::varchar[], $6::integer[], $7::smallint[], $8::float8[], $9::float8[]) AS t (occupation, pay, heads, lat, lon)",
        DAY, moment(8), moment(17), moment(5), _occupations(random, LISTINGS), (random.integers(12, 35, LISTINGS) * 1000).tolist(),
        heads.tolist(), *_around(random, towns, LISTINGS),
    )  # fmt: skip


async def _needs(random: np.random.Generator, towns: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """One in five takes anything; one in thirty is a party; one in three names no least pay."""
    named = ["" if any_ else code for code, any_ in zip(_occupations(random, NEEDS), random.random(NEEDS) < 0.2, strict=True)]
    people = np.where(random.random(NEEDS) < 0.03, random.integers(2, 5, NEEDS), 1)
    least = [int(fen) or None for fen in random.choice([0, 15_000, 20_000], NEEDS)]
    waited = np.minimum(random.geometric(0.35, NEEDS) - 1, 12)
    await rows(
        "INSERT INTO job_need (person, state, text, occupations, pay_fen, pay_per, from_day, radius_km, people, area, lat, lon, station,"
        " waiting_since, due_at, created_at, renewed_at)"
        " SELECT (SELECT min(id) FROM person) + t.n, 'open', '', CASE t.occupation WHEN '' THEN '{}'::varchar[] ELSE ARRAY[t.occupation] END,"
        " t.pay, CASE WHEN t.pay > 0 THEN 'day' END, $1::date, t.radius, t.people, '421202001', t.lat, t.lon, station.id, $1 - t.waited,"
        " $2::timestamptz, $2, $2 FROM station, unnest($3::varchar[], $4::integer[], $5::real[], $6::smallint[], $7::integer[], $8::float8[],"
        " $9::float8[]) WITH ORDINALITY AS t (occupation, pay, radius, people, waited, lat, lon, n)",
        DAY, moment(12), named, least, random.choice([5.0, 10.0, 20.0], NEEDS).tolist(), people.tolist(), waited.tolist(),
        *_around(random, towns, NEEDS),
    )  # fmt: skip
