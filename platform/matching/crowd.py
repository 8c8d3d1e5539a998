"""Everybody at once, in arrays: the helpers, the needs, and what is known of single pairs of them."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from base.geo import km_per_degree_east, on_map
from matching.score import LONG_UNASKED_DAYS
from matching.weights import MOST, Weights

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

SKILL_BITS = 63


@dataclass(frozen=True)
class _Columns:
    def __len__(self) -> int:
        return len(next(iter(vars(self).values())))

    def take(self, which: Any) -> Self:
        return type(self)(**{name: column[which] for name, column in vars(self).items()})

    def _check_columns(self, *whole: str) -> None:
        for name, column in vars(self).items():
            _require(len(column) == len(self), f"{name} has {len(column)} entries, not {len(self)}")
            _require(name not in whole or column.dtype.kind == "i", f"{name} must be whole numbers, not {column.dtype}")


@dataclass(frozen=True)
class Helpers(_Columns):
    """In the order of their ids. `skills` and `hours` are masks, an area that is not known is 0, a place that is not known nan.

    `base`: the points of the terms that stand for a helper alone; -1: cannot be asked now.
    """

    ids: Integers
    lat: Floats
    lon: Floats
    area: Integers
    skills: Integers
    hours: Integers
    radius_km: Floats
    base: Integers

    def __post_init__(self) -> None:
        self._check_columns("ids", "area", "skills", "hours", "base")
        _require(np.all(np.diff(self.ids) > 0), "ids must ascend")
        _require(np.all(self.skills >= 0), f"skills must be masks of {SKILL_BITS} bits")
        _require(np.all(self.base <= MOST), f"no base may be above {MOST} points")


@dataclass(frozen=True)
class Needs(_Columns):
    """`able`: row by row the bits of the skills that will do, the most fitting first, then -1; only -1: anybody."""

    lat: Floats
    lon: Floats
    area: Integers
    able: NDArray[np.int8]
    window: Integers
    today: Integers

    def __post_init__(self) -> None:
        self._check_columns("area", "window", "today")
        _require(self.able.ndim == 2 and self.able.dtype == np.int8, "able must be a table of int8")
        _require(np.all((self.able >= -1) & (self.able < SKILL_BITS)), f"a skill must be a bit below {SKILL_BITS}, or -1")

    def per_degree_east(self) -> Floats:
        """One by one: an array's cosine may differ in the last bit from the one that explains a pair."""
        places = zip(self.lat.tolist(), self.lon.tolist(), strict=True)
        return np.array([km_per_degree_east(lat) if on_map(lat, lon) else np.nan for lat, lon in places], np.float64)


@dataclass(frozen=True)
class Notes:
    """Of single pairs, need by need, helpers (by index) in order: points on top ("has helped before"), or below 0: not to be asked."""

    starts: Integers
    helpers: NDArray[np.int32]
    points: Integers

    @classmethod
    def of(cls, needs: Integers, helpers: Integers, points: Integers, n_needs: int) -> "Notes":
        """Pairs in any order. Of two notes on the same pair the lower is read."""
        _require(len(needs) == len(helpers) == len(points), "a note is a need, a helper and points")
        _require(np.all((needs >= 0) & (needs < n_needs)), f"a note is on a need that is not among the {n_needs}")
        order = np.lexsort((points, helpers, needs))
        starts = np.concatenate([[0], np.cumsum(np.bincount(needs, minlength=n_needs))])
        return cls(starts.astype(np.int64), helpers[order].astype(np.int32), points[order].astype(np.int64))

    @classmethod
    def none(cls, n_needs: int) -> "Notes":
        nothing = np.empty(0, np.int64)
        return cls.of(nothing, nothing, nothing, n_needs)


def standing_points(
    load: Integers, weekly_limit: Integers, fatigue: Floats, done: Integers, given_up: Integers, days_unasked: Floats, weights: Weights
) -> Integers:
    """The `base` of many helpers, as `score.standing` has it for one. Never asked: nan."""
    shares = {
        "reliability": (done + 8) / (done + given_up + 10),
        "load": 1 - load / np.maximum(weekly_limit, 1),
        "rested": 1 / (1 + fatigue),
        "unasked": np.fmin(1.0, days_unasked / LONG_UNASKED_DAYS),
    }
    points = sum(np.rint(getattr(weights, code) * share) for code, share in shares.items())
    return np.where(load < weekly_limit, points, -1).astype(np.int64)


def _require(holds: bool | np.bool_, message: str) -> None:
    if not holds:
        raise ValueError(message)
