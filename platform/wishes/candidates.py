"""Who can be asked for a wish, best first, and why: one question to the database, answered from one index."""

from dataclasses import dataclass
from typing import Any

from base.clock import city_now
from base.db import row, rows
from base.geo import KM_PER_DEGREE, km_per_degree_east, on_map
from base.words import Words
from matching.score import OTHER_SKILL, Helper, Judged, Need, judge
from matching.weights import Weights
from volunteers import standing
from volunteers.hours import day_blocks, on_days, window
from volunteers.skill_cells import BUCKET_VALUES
from volunteers.skills import NUMBERS, able, by_mask, mask, reason_words, sought
from wishes.tables import Wish

# A metre more than the radius of its bucket, so that no rounding hides the cell of somebody at the very edge.
MARGIN_KM = 0.001
WIDEST = 32767

# The arithmetic of matching.score, in its order.
DISTANCE_KM = f"""sqrt((c.lat - ask.lat) * {KM_PER_DEGREE}::float8 * ((c.lat - ask.lat) * {KM_PER_DEGREE}::float8)
    + (c.lon - ask.lon) * ask.km_per_degree_east * ((c.lon - ask.lon) * ask.km_per_degree_east))"""
SCORE = f"""points + (round(ask.for_distance * (1 - {DISTANCE_KM} / radius_km))
    + round(ask.for_skill * CASE WHEN ask.fitting = 0 OR skills & ask.fitting <> 0 THEN 1 ELSE {OTHER_SKILL}::float8 END)
    + round(ask.for_focus * (1 / known::float8)) + CASE WHEN ask.hours <> 0 OR c.hours & ask.today <> 0 THEN ask.for_free ELSE 0 END
    + CASE WHEN c.area = ask.area THEN ask.for_same_village ELSE 0 END + CASE WHEN helped THEN ask.for_helped ELSE 0 END)::int"""

# Each bucket over the cells that its radius reaches, row by row of them: a range of the index each. Without MATERIALIZED and
# OFFSET 0 the planner reads it the other way round, and takes twenty times as long. It learns no value beforehand (they come
# as a row), so that it plans once, and not for each wish.
BEST = f"""
WITH ask AS MATERIALIZED (
    SELECT $1::float8 AS lat, $2::float8 AS lon, $3::float8 AS km_per_degree_east, $4::int2 AS skill, $5::int8 AS fitting,
        $6::int8 AS hours, $7::int8 AS today, $8::varchar AS area, $9::int8 AS wish, $10::int2 AS round, $11::int8 AS resident,
        $12::float8 AS for_distance, $13::float8 AS for_skill, $14::float8 AS for_focus, $15::float8 AS for_free,
        $16::float8 AS for_same_village, $17::float8 AS for_helped),
probe AS MATERIALIZED (
    SELECT ask.*, bucket, y::int2 AS cell_y, greatest(floor((lon - half / km_per_degree_east) / cell), -{WIDEST})::int2 AS west,
        least(floor((lon + half / km_per_degree_east) / cell), {WIDEST})::int2 AS east
    FROM ask, (SELECT bucket, cell, radius_km + {MARGIN_KM}::float8 AS reach FROM ({BUCKET_VALUES}) AS b (bucket, radius_km, cell)) b,
        generate_series(floor((lat - reach / {KM_PER_DEGREE}::float8) / cell)::int,
            floor((lat + reach / {KM_PER_DEGREE}::float8) / cell)::int) y,
        LATERAL (SELECT {KM_PER_DEGREE}::float8 * greatest(0, y * cell - lat, lat - (y + 1) * cell) AS north) off,
        LATERAL (SELECT sqrt(greatest(0, reach * reach - north * north)) AS half) chord),
best AS MATERIALIZED (
    SELECT able.* FROM probe ask, LATERAL (
        SELECT person, lat, lon, c.area, skills, c.hours, radius_km, weekly_limit, helped, {SCORE} AS score
        FROM (
            SELECT person, c.lat, c.lon, c.area, skills, c.hours, radius_km, known, weekly_limit, {{points}}, person = ANY (ARRAY(
                SELECT c.person FROM ask JOIN wish w ON w.resident = ask.resident JOIN claim c ON c.wish = w.id
                WHERE c.state IN ('done', 'confirmed'))) AS helped
            FROM volunteer_skill_cell c
            WHERE c.skill = ask.skill AND c.bucket = ask.bucket AND c.cell_y = ask.cell_y AND c.cell_x BETWEEN ask.west AND ask.east
                AND points >= 0 AND (ask.hours = 0 OR c.hours & ask.hours <> 0) AND {DISTANCE_KM} <= radius_km
                AND person <> ask.resident AND person <> ALL (ARRAY(
                    SELECT o.person FROM ask JOIN offer o ON o.wish = ask.wish
                    WHERE o.round = ask.round OR o.state IN ('sent', 'accepted', 'declined')
                    UNION ALL SELECT c.person FROM ask JOIN claim c ON c.wish = ask.wish)) OFFSET 0) c OFFSET 0) able
    ORDER BY score DESC, person LIMIT (SELECT $18::int))
"""  # noqa: S608
# And everything that explains their scores.
EXPLAINED = f"""
SELECT best.*, standing.* FROM best, LATERAL (
    SELECT load, fatigue, done, given_up, {standing.days_unasked("s")} AS days_unasked, price, leaning
    FROM volunteer_standing s WHERE s.person = best.person OFFSET 0) standing
ORDER BY score DESC, person
"""  # noqa: S608

THE_BEST = BEST.format(points="points")
CANDIDATES = THE_BEST + EXPLAINED

# Every volunteer stands among those who can be asked for anything.
HELPER = f"""
SELECT c.*, s.load, s.fatigue, s.done, s.given_up, {standing.days_unasked("s")} AS days_unasked
FROM volunteer_skill_cell c JOIN volunteer_standing s ON s.person = c.person WHERE c.person = $1 AND c.skill = {NUMBERS["other"]} AND c.points >= 0
"""  # noqa: S608


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be asked, with the points of his score term by term. `price` and `leaning` are the dispatcher's."""

    helper: Helper
    judged: Judged
    price: float
    leaning: float

    @property
    def id(self) -> int:
        return self.helper.id

    @property
    def distance_km(self) -> float:
        return self.judged.distance_km


async def candidates(wish: Wish, most: int) -> list[Candidate]:
    """The best, best first, equals by id; nobody for a wish whose place is unknown."""
    return await best(CANDIDATES, wish, await standing.weights(), most)


async def best(sql: str, wish: Wish, weights: Weights, most: int, *more: Any) -> list[Candidate]:
    if wish.lat is None or wish.lon is None or not on_map(wish.lat, wish.lon):
        return []
    found = await rows(sql, *question(wish, weights, most), *more)
    need = need_of(wish, frozenset(each["person"] for each in found if each["helped"]))
    judged = ((each, helper := _helper(each), judge(need, helper, weights)) for each in found)
    return [Candidate(helper, points, each["price"], each["leaning"]) for each, helper, points in judged if points]


async def helper_of(person: int) -> Helper | None:
    """None for who is no volunteer, or is not to be asked now."""
    found = await row(HELPER, person)
    return _helper(found) if found else None


def need_of(wish: Wish, helped: frozenset[int] = frozenset()) -> Need:
    today = city_now()
    rest_of_today = on_days({today.weekday()}, day_blocks(today.hour, 24))
    return Need(
        wish.lat, wish.lon, wish.area, able(wish.kind, wish.skill), window(wish.day, wish.part), rest_of_today, wish.resident, helped
    )  # fmt: skip


def question(wish: Wish, weights: Weights, most: int) -> list[Any]:
    """What CANDIDATES wants to know."""
    need = need_of(wish)
    return [
        need.lat, need.lon, km_per_degree_east(need.lat), NUMBERS[sought(wish.kind, wish.skill)], mask(need.able[:1]),
        need.window, need.today, need.area, wish.id, wish.round, wish.resident,
        weights.distance, weights.skill, weights.focus, weights.free, weights.same_village, weights.helped, most,
    ]  # fmt: skip


def _helper(found: dict[str, Any]) -> Helper:
    known = {name: found[name] for name in Helper.__dataclass_fields__ if name in found}
    return Helper(**{**known, "id": found["person"], "skills": by_mask(found["skills"])})


def reasons(judged: Judged) -> list[Words]:
    """1.2公里 · 会电工 · 今天有空: the terms that speak for somebody."""
    said = [distance_words(judged.distance_km)]
    if judged.skill:
        said.append(reason_words(judged.skill))
    if judged.free:
        said.append(Words("今天有空", "free today") if judged.free == "today" else Words("那时有空", "free at that time"))
    if judged.same_village:
        said.append(Words("同村", "same village"))
    if judged.helped:
        said.append(Words("帮过这家", "has helped here before"))
    return said


def distance_words(km: float) -> Words:
    return Words(f"{km:.1f}公里", f"{km:.1f} km")
