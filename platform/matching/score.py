"""Who can help, how well, and why, or why not: the points of one pair, term by term.

The same points are computed in two other places, where many are compared at once: in the arrays of `grid`, and by the
database. All three give the very same whole numbers, so the arithmetic is written in the same order everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, inf, isfinite, nan
from typing import NamedTuple

from base.geo import flat_km, km_per_degree_east, on_map
from base.words import Words
from matching.weights import DEFAULT, Weights

STANDING = ("reliability", "load", "rested", "unasked")
"""The terms of a helper alone, whatever the wish: `grid` keeps their points as one number."""

OTHER_SKILL = 0.5
LONG_UNASKED_DAYS = 30


@dataclass(frozen=True)
class Need:
    """`able`: any of these skills will do, the most fitting first; empty: anybody. A place that is not known is nan.

    `window`: mask of the 56 three-hour blocks of the week; 0: any time. `today`: the blocks that are left of today.
    `helped` have helped this resident before, `excluded` are not to be asked (again).
    """

    lat: float
    lon: float
    area: str | None
    able: tuple[str, ...]
    window: int
    today: int
    resident: int | None = None
    helped: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Helper:
    """`load`: claims of this week. `fatigue`: recent messages, decayed. `days_unasked`: since the last offer; None: never asked."""

    id: int
    lat: float
    lon: float
    area: str | None
    skills: frozenset[str]
    hours: int
    radius_km: float
    load: int
    weekly_limit: int
    fatigue: float = 0.0
    done: int = 0
    given_up: int = 0
    days_unasked: float | None = None


@dataclass(frozen=True)
class Judged:
    """`points` add up to `score`. `free` is "then" (at the hour of the wish), "today" or None."""

    id: int
    score: int
    points: dict[str, int]
    shares: dict[str, float]
    distance_km: float
    skill: str | None
    free: str | None
    same_village: bool
    helped: bool


class Refusal(NamedTuple):
    """A hard condition that fails: nowhere, far, unskilled, busy, full, own or excluded."""

    code: str
    words: Words


def judge(need: Need, helper: Helper, weights: Weights = DEFAULT) -> Judged | None:
    """None when a hard condition fails; `refusals` says which."""
    if next(_refused(need, helper), None):
        return None
    distance = distance_km(need, helper)
    shares = _shares_of_pair(need, helper, distance) | standing(helper)
    points = {code: round(most * shares[code]) for code, most in weights._asdict().items()}
    return Judged(
        helper.id, sum(points.values()), points, shares, distance, _skill(need, helper), _free(need, helper),
        same_village=shares["same_village"] == 1, helped=helper.id in need.helped,
    )  # fmt: skip


def refusals(need: Need, helper: Helper) -> list[Refusal]:
    """Every hard condition that fails; none for somebody who can be asked."""
    return list(_refused(need, helper))


def _refused(need: Need, helper: Helper) -> Iterator[Refusal]:
    yield from _refused_place(need, helper)
    yield from _refused_otherwise(need, helper)


def _refused_place(need: Need, helper: Helper) -> Iterator[Refusal]:
    distance = distance_km(need, helper)
    if not (isfinite(distance) and 0 < helper.radius_km < inf):
        yield Refusal("nowhere", Words("没有位置或半径", "no place or no radius is known"))
    elif distance > helper.radius_km:
        yield Refusal("far", _too_far(distance, helper.radius_km))


def _refused_otherwise(need: Need, helper: Helper) -> Iterator[Refusal]:
    if need.able and not _skill(need, helper):
        yield Refusal("unskilled", Words("不会做这个", "cannot do this"))
    if need.window and not need.window & helper.hours:
        yield Refusal("busy", Words("那时没空", "not free then"))
    if helper.load >= helper.weekly_limit:
        yield Refusal("full", _full(helper.load, helper.weekly_limit))
    if helper.id == need.resident:
        yield Refusal("own", Words("是本人的心愿", "it is this person's own wish"))
    if helper.id in need.excluded:
        yield Refusal("excluded", Words("这个心愿已经问过", "was asked about this wish already"))


def standing(helper: Helper) -> dict[str, float]:
    """The shares of the terms in STANDING. He must have room this week."""
    days_unasked = inf if helper.days_unasked is None else helper.days_unasked
    return {
        "reliability": (helper.done + 8) / (helper.done + helper.given_up + 10),
        "load": 1 - helper.load / helper.weekly_limit,
        "rested": 1 / (1 + helper.fatigue),
        "unasked": min(1.0, days_unasked / LONG_UNASKED_DAYS),
    }


def distance_km(need: Need, helper: Helper) -> float:
    if not (on_map(need.lat, need.lon) and on_map(helper.lat, helper.lon)):
        return nan
    return flat_km(need.lat, need.lon, km_per_degree_east(need.lat), helper.lat, helper.lon)


def _shares_of_pair(need: Need, helper: Helper, distance: float) -> dict[str, float]:
    best_fit = not need.able or need.able[0] in helper.skills
    return {
        "distance": 1 - distance / helper.radius_km,
        "skill": 1.0 if best_fit else OTHER_SKILL,
        "focus": 1 / max(1, len(helper.skills)),
        "free": 1.0 if _free(need, helper) else 0.0,
        "same_village": 1.0 if need.area and need.area == helper.area else 0.0,
        "helped": 1.0 if helper.id in need.helped else 0.0,
    }


def _skill(need: Need, helper: Helper) -> str | None:
    return next((skill for skill in need.able if skill in helper.skills), None)


def _free(need: Need, helper: Helper) -> str | None:
    if need.window:
        return "then"
    return "today" if helper.hours & need.today else None


def _too_far(distance: float, radius: float) -> Words:
    shown = ceil(distance * 10) / 10  # upwards: never "5.0 of 5 km"
    return Words(f"太远：{shown:.1f}公里，半径{radius:g}公里", f"too far: {shown:.1f} of {radius:g} km")


def _full(load: int, limit: int) -> Words:
    return Words(f"本周已满：{load}件，上限{limit}件", f"full this week: {load} of {limit}")
