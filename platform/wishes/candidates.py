"""Who can be asked for a wish, best first, and why: one question to the database, answered from one index."""

from dataclasses import dataclass
from typing import Any

from base.clock import city_now
from base.db import rows
from base.geo import KM_PER_DEGREE, km_per_degree_east, on_map
from base.words import Words
from matching.score import OTHER_SKILL, Helper, Judged, Need, judge
from matching.weights import Weights
from volunteers import standing
from volunteers.hours import day_blocks, on_days, window
from volunteers.skill_cells import BUCKET_VALUES
from volunteers.skills import NUMBERS, able, reason_words, sought
from wishes.tables import Wish

# A metre more than the radius of its bucket, so that no rounding hides the cell of somebody at the very edge.
MARGIN_KM = 0.001
WIDEST = 32767

# Each bucket over the cells that its radius reaches, row by row of them: a range of the index each. Without MATERIALIZED
# and OFFSET 0 the planner reads it the other way round, twenty times slower. The arithmetic of matching.score, in its order.
CANDIDATES = f"""
WITH probe AS MATERIALIZED (
    SELECT bucket, y::int2 AS cell_y, greatest(floor(($2::float8 - reach / $3::float8) / cell), -{WIDEST})::int2 AS west,
        least(floor(($2::float8 + reach / $3::float8) / cell), {WIDEST})::int2 AS east
    FROM (SELECT bucket, cell, radius_km + {MARGIN_KM}::float8 AS reach FROM ({BUCKET_VALUES}) AS b (bucket, radius_km, cell)) b,
        generate_series(floor(($1::float8 - reach / {KM_PER_DEGREE}::float8) / cell)::int,
            floor(($1::float8 + reach / {KM_PER_DEGREE}::float8) / cell)::int) y),
best AS MATERIALIZED (
    SELECT able.person, able.helped, able.score FROM probe, LATERAL (
        SELECT person, helped, points + (
            round($8::float8 * (1 - distance_km / radius_km)) + round($9::float8 * CASE WHEN fitting THEN 1 ELSE {OTHER_SKILL} END)
            + round($10::float8 * (1 / known::float8)) + CASE WHEN $5::int8 <> 0 OR hours & $6::int8 <> 0 THEN $11::int ELSE 0 END
            + CASE WHEN area = $7::varchar THEN $12::int ELSE 0 END + CASE WHEN helped THEN $13::int ELSE 0 END)::int AS score
        FROM (
            SELECT person, radius_km, fitting, known, hours, area, points, person = ANY (ARRAY(
                    SELECT c.person FROM claim c JOIN wish w ON w.id = c.wish
                    WHERE w.resident = $15 AND c.state IN ('done', 'confirmed'))) AS helped,
                sqrt((lat - $1) * {KM_PER_DEGREE}::float8 * ((lat - $1) * {KM_PER_DEGREE}::float8) + (lon - $2) * $3 * ((lon - $2) * $3)) AS distance_km
            FROM volunteer_skill_cell
            WHERE skill = $4 AND bucket = probe.bucket AND cell_y = probe.cell_y AND cell_x BETWEEN probe.west AND probe.east
                AND points >= 0 AND ($5::int8 = 0 OR hours & $5::int8 <> 0) OFFSET 0) near
        WHERE distance_km <= radius_km AND person <> $15 AND person <> ALL (ARRAY(
            SELECT o.person FROM offer o WHERE o.wish = $14 AND (o.round = $16 OR o.state IN ('sent', 'accepted', 'declined'))
            UNION ALL SELECT c.person FROM claim c WHERE c.wish = $14)) OFFSET 0) able
    ORDER BY score DESC, person LIMIT $17)
SELECT best.person AS id, best.score, best.helped, p.lat, p.lon, p.area, v.skills, v.hours, v.radius_km, v.weekly_limit,
    s.load, s.fatigue, s.done, s.given_up, {standing.days_unasked("s")} AS days_unasked, s.price, s.leaning
FROM best JOIN volunteer_standing s ON s.person = best.person JOIN volunteer v ON v.person = best.person JOIN person p ON p.id = best.person
ORDER BY best.score DESC, best.person
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
    if wish.lat is None or wish.lon is None or not on_map(wish.lat, wish.lon):
        return []
    weights = await standing.weights()
    found = await rows(CANDIDATES, *question(wish, weights, most))
    need = need_of(wish, frozenset(each["id"] for each in found if each["helped"]))
    judged = ((each, helper := _helper(each), judge(need, helper, weights)) for each in found)
    return [Candidate(helper, points, each["price"], each["leaning"]) for each, helper, points in judged if points]


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
        need.lat, need.lon, km_per_degree_east(need.lat), NUMBERS[sought(wish.kind, wish.skill)], need.window, need.today, need.area,
        weights.distance, weights.skill, weights.focus, weights.free, weights.same_village, weights.helped,
        wish.id, wish.resident, wish.round, most,
    ]  # fmt: skip


def _helper(found: dict[str, Any]) -> Helper:
    known = {name: found[name] for name in Helper.__dataclass_fields__}
    return Helper(**{**known, "skills": frozenset(found["skills"])})


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
