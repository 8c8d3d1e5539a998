"""The best ten for one wish: the product's own question beside PostGIS, a bounding box, and the emptiest question there is."""

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import asyncpg
import numpy as np

from base.geo import KM_PER_DEGREE
from bench import city
from bench.figures import ROUNDS, Figure, shown
from bench.province import area_code, fill, server
from matching.score import OTHER_SKILL
from matching.weights import DEFAULT
from volunteers.skills import NUMBERS, SKILLS, mask
from wishes.candidates import CANDIDATES, THE_BEST, question
from wishes.tables import Wish

CITIES, A_CITY = 31, 32_258
BEST, WISHES, WARM = 10, ROUNDS * 200, 20
WIDEST_KM = 20  # of those who are there

# What people with an index of places do: they look for everybody near, and join what else they know. And the same made as
# fast as we know how: all of it in one table, neighbours side by side, the skills as a mask.
PEERS = f"""
CREATE EXTENSION postgis;
CREATE TABLE home AS SELECT id AS person, lat, lon, area, ST_MakePoint(lon, lat)::geography AS place FROM person ORDER BY id;
CREATE UNIQUE INDEX home_person ON home (person);
CREATE INDEX home_place ON home USING gist (place);
CREATE INDEX home_box ON home (lat, lon);
CREATE INDEX volunteer_skills ON volunteer USING gin (skills);
CREATE TABLE side_by_side AS SELECT person, c.lat, c.lon, c.area, place, radius_km, hours, points, skills, known
FROM home JOIN volunteer_skill_cell c USING (person) WHERE skill = {NUMBERS["other"]} AND points >= 0 ORDER BY ST_GeoHash(place::geometry);
CREATE INDEX side_by_side_place ON side_by_side USING gist (place);
CREATE INDEX side_by_side_box ON side_by_side (lat, lon);
"""  # noqa: S608
JOINED = "home JOIN volunteer v USING (person) JOIN volunteer_standing s USING (person)"
ABLE, FITS, KNOWN = (
    "(cardinality($7::varchar[]) = 0 OR skills && $7)",
    "cardinality($7) = 0 OR skills && $8::varchar[]",
    "cardinality(skills)",
)
ABLE_BY_MASK, FITS_BY_MASK = "($7::int8 = 0 OR skills & $7 <> 0)", "$7 = 0 OR skills & $8::int8 <> 0"
# A hundredth more than the widest radius: a sphere is not as flat as the score takes it.
POSTGIS = f"ST_DWithin(place, ST_MakePoint($2::float8, $1::float8)::geography, {WIDEST_KM * 1010}, false)"
BOX = (
    f"lat BETWEEN $1::float8 - {WIDEST_KM / KM_PER_DEGREE} AND $1::float8 + {WIDEST_KM / KM_PER_DEGREE}"
    f" AND lon BETWEEN $2::float8 - {WIDEST_KM} / $3::float8 AND $2::float8 + {WIDEST_KM} / $3::float8"
)


def peer(near: str, table: str, able: str, fits: str, known: str) -> str:
    """The same answer, looked for by place."""
    return f"""
SELECT person, points + (round({DEFAULT.distance}::float8 * (1 - distance_km / radius_km))
    + round({DEFAULT.skill}::float8 * CASE WHEN {fits} THEN 1 ELSE {OTHER_SKILL}::float8 END)
    + round({DEFAULT.focus}::float8 * (1 / greatest(1, {known})::float8)) + CASE WHEN $4::int8 <> 0 OR hours & $5::int8 <> 0 THEN {DEFAULT.free} ELSE 0 END
    + CASE WHEN area = $6::varchar THEN {DEFAULT.same_village} ELSE 0 END)::int AS score
FROM (
    SELECT *, sqrt((lat - $1::float8) * {KM_PER_DEGREE} * ((lat - $1) * {KM_PER_DEGREE}) + (lon - $2::float8) * $3::float8 * ((lon - $2) * $3)) AS distance_km
    FROM {table} WHERE {near} AND {able} AND ($4::int8 = 0 OR hours & $4::int8 <> 0) AND points >= 0) near
WHERE distance_km <= radius_km ORDER BY score DESC, person LIMIT {BEST}
"""  # noqa: S608


JOINED_PARTS = JOINED, ABLE, FITS, KNOWN
SORTED_PARTS = "side_by_side", ABLE_BY_MASK, FITS_BY_MASK, "known"
# As the peers answer: who, and with how many points.
WHO = THE_BEST + "SELECT person, score FROM best ORDER BY score DESC, person"  # noqa: S608
ASKED = {
    "ours": WHO,
    "PostGIS ST_DWithin": peer(POSTGIS, *JOINED_PARTS),
    "box on btree (lat, lon)": peer(BOX, *JOINED_PARTS),
    "PostGIS, one sorted table": peer(POSTGIS, *SORTED_PARTS),
    "box, one sorted table": peer(BOX, *SORTED_PARTS),
    "SELECT 1": "SELECT 1",
    "explained": CANDIDATES,
}
PEER_NAMES = list(ASKED)[1:-2]
Times = dict[str, np.ndarray]
"""Seconds, wish by wish."""


def measure() -> list[Figure]:
    with server() as url:
        return asyncio.run(_measure(url))


async def _measure(url: str) -> list[Figure]:
    small, large = [
        await fill(url, name, city.volunteers(A_CITY * cities, cities, seed=1)) for name, cities in (("one_city", 1), ("province", CITIES))
    ]
    few, many = [list(_questions(city.wishes(WARM + WISHES, cities, seed=2))) for cities in (1, CITIES)]
    connection = await asyncpg.connect(large, command_timeout=600)
    await connection.execute(PEERS)
    await connection.execute("VACUUM ANALYZE")
    beside = await _times({name: await connection.prepare(sql) for name, sql in ASKED.items()}, dict.fromkeys(ASKED, many))
    alone = {name: await connection.prepare(ASKED[name]) for name in ("ours", "explained", "SELECT 1")}
    limits = await _times(alone, dict.fromkeys(alone, many))
    one_city = await asyncpg.connect(small)
    grown = await _times({"ours": alone["ours"], "few": await one_city.prepare(WHO)}, {"ours": many, "few": _as_ours(few)})
    for each in (connection, one_city):
        await each.close()
    return [*_beside(beside), *_limit(limits), _growth(grown)]


async def _times(prepared: dict[str, Any], questions: dict[str, list[dict[str, list[Any]]]]) -> Times:
    """They take turns, wish by wish; those of one city must find the same people with the same scores."""
    taken: dict[str, list[float]] = {name: [] for name in prepared}
    for number in range(WARM + WISHES):
        answers = {}
        for name, ask in prepared.items():
            began = time.perf_counter()
            answers[name] = await ask.fetch(*questions[name][number][name])
            taken[name].append(time.perf_counter() - began)
        best = [(each["person"], each["score"]) for each in answers["ours"]]
        for name in answers.keys() & set(PEER_NAMES):
            assert best == [(each["person"], each["score"]) for each in answers[name]], name
    return {name: np.array(seconds[WARM:]) for name, seconds in taken.items()}


def _as_ours(questions: list[dict[str, list[Any]]]) -> list[dict[str, list[Any]]]:
    return [{"few": each["ours"]} for each in questions]


def _questions(wishes: city.Wishes) -> Iterator[dict[str, list[Any]]]:
    """Of each wish what each of them wants to know."""
    codes, needs = list(SKILLS), wishes.needs
    for i, kind in enumerate(wishes.kinds):
        able = [codes[bit] for bit in needs.able[i] if bit >= 0]
        finer = able[0] if able and able[0] != city.KINDS[kind] else None
        wish = Wish(
            _ignore_missing=True, id=i, round=0, kind=city.KINDS[kind], skill=finer, resident=0,
            lat=float(needs.lat[i]), lon=float(needs.lon[i]), area=area_code(int(needs.area[i])),
        )  # fmt: skip
        ours = question(wish, DEFAULT, BEST)
        ours[5:7] = hours = [int(needs.window[i]), int(needs.today[i])]
        place = [*ours[:3], *hours, wish.area]
        joined, by_mask = [*place, able, able[:1]], [*place, mask(able), mask(able[:1])]
        yield dict(zip(ASKED, (ours, joined, joined, by_mask, by_mask, [], ours), strict=True))


def _beside(large: Times) -> list[Figure]:
    figures = []
    bounds = {50: "≥ 40", 99: "≥ 20"}
    for name in PEER_NAMES:
        for percent, bound in bounds.items():
            ours, theirs = usual(large["ours"], percent), usual(large[name], percent)
            what = f"best {BEST} for one wish of {A_CITY * CITIES:,} volunteers, SQL, p{percent}"
            figures.append(Figure("1", what, shown(ours), f"{name}: {shown(theirs)}", theirs / ours, "" if "sorted" in name else bound))
    return figures


def usual(seconds: np.ndarray, percent: int) -> float:
    """The median of the rounds: one hiccup of the machine is not the engine's slowest hundredth."""
    return float(np.median(np.percentile(seconds.reshape(ROUNDS, -1), percent, axis=1)))


def _limit(alone: Times) -> list[Figure]:
    ours, explained, nothing = (np.median(alone[name]) for name in ("ours", "explained", "SELECT 1"))
    beside = f"SELECT 1: {shown(nothing)}"
    return [
        Figure("2", "the same over the emptiest question, p50", shown(ours), beside, ours / nothing, "≤ 6"),
        Figure("2", "… with all that explains their scores", shown(explained), beside, explained / nothing),
    ]


def _growth(grown: Times) -> Figure:
    ours, few = np.median(grown["ours"]), np.median(grown["few"])
    what = f"p50 from {A_CITY:,} volunteers to {A_CITY * CITIES:,}"
    return Figure("3", what, shown(ours), f"{A_CITY:,}: {shown(few)}", ours / few, "≤ 1.3")
