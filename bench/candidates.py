"""The best ten for one wish: the product's own question beside PostGIS, a bounding box, and the emptiest question there is."""

import asyncio
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import asyncpg
import numpy as np

from base.geo import KM_PER_DEGREE
from bench import city
from bench.figures import Figure, shown
from bench.province import area_code, filled, server
from matching.score import OTHER_SKILL
from matching.weights import DEFAULT
from volunteers.skills import NUMBERS, SKILLS
from wishes.candidates import CANDIDATES, question
from wishes.tables import Wish

CITIES, A_CITY = 31, 32_258
BEST, WISHES, WARM = 10, 300, 20
WIDEST_KM = 20  # of those who are there

# The peers keep one row for each volunteer: neighbours side by side, the skills as a mask, and whatever the score needs.
PEERS = f"""
CREATE EXTENSION postgis;
CREATE FUNCTION pg_temp.mask(skills varchar[]) RETURNS int8 LANGUAGE sql IMMUTABLE AS
    $$ SELECT coalesce(sum(1::int8 << array_position(ARRAY{list(SKILLS)}::varchar[], each) - 1), 0)::int8 FROM unnest(skills) each $$;
CREATE TABLE peer AS SELECT v.person, lat, lon, v.radius_km::float8 AS radius_km, hours, area, points,
    pg_temp.mask(skills) AS skills, greatest(1, cardinality(skills))::int2 AS known, ST_MakePoint(lon, lat)::geography AS place
FROM volunteer v JOIN person p ON p.id = v.person JOIN volunteer_standing s ON s.person = v.person
ORDER BY ST_GeoHash(ST_MakePoint(lon, lat));
CREATE INDEX peer_place ON peer USING gist (place) WHERE points >= 0;
CREATE INDEX peer_box ON peer (lat, lon) WHERE points >= 0;
"""  # noqa: S608
PEER = f"""
SELECT person AS id, points + (round({DEFAULT.distance}::float8 * (1 - distance_km / radius_km))
    + round({DEFAULT.skill}::float8 * CASE WHEN $7::int8 = 0 OR skills & $8::int8 <> 0 THEN 1 ELSE {OTHER_SKILL}::float8 END)
    + round({DEFAULT.focus}::float8 * (1 / known::float8)) + CASE WHEN $4::int8 <> 0 OR hours & $5::int8 <> 0 THEN {DEFAULT.free} ELSE 0 END
    + CASE WHEN area = $6::varchar THEN {DEFAULT.same_village} ELSE 0 END)::int AS score
FROM (
    SELECT *, sqrt((lat - $1::float8) * {KM_PER_DEGREE} * ((lat - $1) * {KM_PER_DEGREE}) + (lon - $2::float8) * $3::float8 * ((lon - $2) * $3)) AS distance_km
    FROM peer WHERE {{near}} AND ($7::int8 = 0 OR skills & $7::int8 <> 0) AND ($4::int8 = 0 OR hours & $4::int8 <> 0) AND points >= 0) near
WHERE distance_km <= radius_km ORDER BY score DESC, person LIMIT {BEST}
"""  # noqa: S608
# A hundredth more than the widest radius: a sphere is not as flat as the score takes it.
POSTGIS = f"ST_DWithin(place, ST_MakePoint($2::float8, $1::float8)::geography, {WIDEST_KM * 1010}, false)"
BOX = (
    f"lat BETWEEN $1::float8 - {WIDEST_KM / KM_PER_DEGREE} AND $1::float8 + {WIDEST_KM / KM_PER_DEGREE}"
    f" AND lon BETWEEN $2::float8 - {WIDEST_KM} / $3::float8 AND $2::float8 + {WIDEST_KM} / $3::float8"
)


class Times(NamedTuple):
    """Seconds, wish by wish."""

    ours: np.ndarray
    postgis: np.ndarray
    box: np.ndarray
    nothing: np.ndarray


def measure() -> list[Figure]:
    with server() as url:
        small = asyncio.run(_city(url, "one_city", 1))
        large = asyncio.run(_city(url, "province", CITIES))
    return [*_beside(large), *_limits(large, small)]


async def _city(url: str, name: str, cities: int) -> Times:
    people, wishes = city.volunteers(A_CITY * cities, cities, seed=1), city.wishes(WARM + WISHES, cities, seed=2)
    async with filled(url, name, people) as connection:
        await connection.execute(PEERS)
        await connection.execute("VACUUM ANALYZE")
        return await _times(connection, wishes)


async def _times(connection: asyncpg.Connection, wishes: city.Wishes) -> Times:
    ours, postgis, box, nothing = [
        await connection.prepare(sql) for sql in (CANDIDATES, PEER.format(near=POSTGIS), PEER.format(near=BOX), "SELECT 1")
    ]
    taken = []
    for mine, theirs in _questions(wishes):
        seconds, answers = zip(
            *[await _timed(partial(ask.fetch, *args)) for ask, args in ((ours, mine), (postgis, theirs), (box, theirs), (nothing, ()))],
            strict=True,
        )
        best = [(each["person"], each["score"]) for each in answers[0]]
        assert best == [(each["id"], each["score"]) for each in answers[1]] == [(each["id"], each["score"]) for each in answers[2]]
        taken.append(seconds)
    return Times(*np.array(taken[WARM:]).T)


async def _timed(ask: Callable[[], Any]) -> tuple[float, list[Any]]:
    began = time.perf_counter()
    answer = await ask()
    return time.perf_counter() - began, answer


def _questions(wishes: city.Wishes) -> Iterator[tuple[list[Any], list[Any]]]:
    """Of each wish what our question wants to know, and the peers'."""
    codes, needs = list(SKILLS), wishes.needs
    for i, kind in enumerate(wishes.kinds):
        able = [codes[bit] for bit in needs.able[i] if bit >= 0]
        finer = able[0] if able and able[0] != city.KINDS[kind] else None
        wish = Wish(
            _ignore_missing=True, id=i, round=0, kind=city.KINDS[kind], skill=finer, resident=0,
            lat=float(needs.lat[i]), lon=float(needs.lon[i]), area=area_code(int(needs.area[i])),
        )  # fmt: skip
        mine = question(wish, DEFAULT, BEST)
        mine[5:7] = window, today = int(needs.window[i]), int(needs.today[i])
        masks = sum(1 << NUMBERS[code] for code in able), sum(1 << NUMBERS[code] for code in able[:1])
        yield mine, [*mine[:3], window, today, wish.area, *masks]


def _beside(large: Times) -> list[Figure]:
    figures = []
    for name, theirs in (("PostGIS ST_DWithin, GiST", large.postgis), ("bounding box, btree (lat, lon)", large.box)):
        for percent, bound in ((50, "≥ 40"), (99, "≥ 20")):
            ours, peer = np.percentile(large.ours, percent), np.percentile(theirs, percent)
            what = f"best {BEST} for one wish of {A_CITY * CITIES:,} volunteers, SQL, p{percent}"
            figures.append(Figure("1", what, shown(ours), f"{name}: {shown(peer)}", peer / ours, bound))
    return figures


def _limits(large: Times, small: Times) -> list[Figure]:
    ours, nothing, few = np.median(large.ours), np.median(large.nothing), np.median(small.ours)
    return [
        Figure("2", "the same over the emptiest question, p50", shown(ours), f"SELECT 1: {shown(nothing)}", ours / nothing, "≤ 6"),
        Figure(
            "3", f"p50 from {A_CITY:,} to {A_CITY * CITIES:,} volunteers", shown(ours), f"{A_CITY:,}: {shown(few)}", ours / few, "≤ 1.3"
        ),
    ]
