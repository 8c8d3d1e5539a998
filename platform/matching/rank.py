"""Who can help, best first, and why. Pure: numbers in, numbers and reasons out."""

from collections.abc import Iterable
from dataclasses import dataclass

from base.geo import distance_km

# What a point is worth, of 1 in all. Distance is measured against the volunteer's own radius.
WEIGHTS = {"distance": 0.4, "skill": 0.2, "free_today": 0.1, "load": 0.1, "unasked": 0.15, "same_village": 0.05}


@dataclass(frozen=True)
class Need:
    """`able`: any of these skills will do, the most fitting first; empty: anybody. `window`: 56 blocks; 0: any time."""

    lat: float
    lon: float
    area: str
    able: tuple[str, ...]
    window: int
    today: int


@dataclass(frozen=True)
class Helper:
    id: int
    lat: float
    lon: float
    area: str
    skills: frozenset[str]
    hours: int
    radius_km: float
    load: int
    weekly_limit: int
    asked: int = 0
    """Offers that wait for an answer: whoever has several on the phone is asked after the others."""


@dataclass(frozen=True)
class Ranked:
    id: int
    score: float
    distance_km: float
    skill: str | None
    free: str | None
    same_village: bool


def rank(need: Need, helpers: Iterable[Helper]) -> list[Ranked]:
    """All who can, best first; equals are ordered by id, so that the order never depends on the database's mood."""
    able = (ranked for helper in helpers if (ranked := judge(need, helper)))
    return sorted(able, key=lambda ranked: (-ranked.score, ranked.id))


def judge(need: Need, helper: Helper) -> Ranked | None:
    """None when one of the hard conditions fails: distance, skill, hours, weekly limit."""
    distance = distance_km(need.lat, need.lon, helper.lat, helper.lon)
    skill = next((skill for skill in need.able if skill in helper.skills), None)
    if (
        not distance <= helper.radius_km  # also false for a place that is not a number
        or (need.able and skill is None)
        or (need.window and not need.window & helper.hours)
        or helper.load >= helper.weekly_limit
    ):
        return None
    same_village = helper.area == need.area
    terms = {
        "distance": 1 - distance / helper.radius_km,
        "skill": 1.0 if need.able and skill == need.able[0] else 0.0,
        "free_today": 1.0 if helper.hours & need.today else 0.0,
        "load": 1 - helper.load / helper.weekly_limit,
        "unasked": 1 / (1 + helper.asked),
        "same_village": 1.0 if same_village else 0.0,
    }
    score = sum(WEIGHTS[name] * value for name, value in terms.items())
    return Ranked(helper.id, score, distance, skill, _free(need, helper), same_village)


def _free(need: Need, helper: Helper) -> str | None:
    if need.window:
        return "then"
    return "today" if helper.hours & need.today else None
