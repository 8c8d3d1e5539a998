"""Whom a day's job fits, and how well. Arrays in, points out, term by term."""

from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from base.geo import EARTH_KM

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Points: whole numbers, so that a sum of many is exact and whoever adds them up again gets the same.
PLACED = 1000  # for each who is placed at all: a second person placed outweighs any better fit of the first
NAMED, LEARNED, ANYTHING = 300, 200, 0  # the occupation that he named; one that he knows, when he named none; any
NEAR = 200  # at his door, falling to 0 at the end of his own radius
PAY_CAP = 30  # 1 for each per cent above his least. Few: nobody shall win a place by asking for less
PRACTISED = 60  # he has learned or done this work, and may have come to a training for it
WHOLLY = 20  # all its hours lie in the parts of the day that he named
WAITED = 150  # for each day without work: two weigh as much as the occupation named
WAITED_CAP = 7  # days; after a week the fit decides again between those who wait


@dataclass(frozen=True)
class _Columns:
    id: Ints

    def __len__(self) -> int:
        return len(self.id)

    def take(self, which: Any) -> Self:
        """The same fields under any index that numpy takes; with `[:, None]` one side stands against the whole other."""
        return replace(self, **{field.name: getattr(self, field.name)[which] for field in fields(self)})


@dataclass(frozen=True)
class Seekers(_Columns):
    """Job needs. Occupations, skills and certificates are bit masks, days are ordinals; 0 means any, or no least pay.

    `station` answers for the need.
    """

    lat: Floats
    lon: Floats
    radius_km: Floats
    occupations: Ints
    skills: Ints
    certificates: Ints
    least_fen_per_day: Ints
    least_fen_per_hour: Ints
    from_day: Ints
    to_day: Ints
    parts: Ints
    people: Ints
    waiting_days: Ints
    station: Ints


@dataclass(frozen=True)
class Gigs(_Columns):
    """Listings. `occupation` is the number of its bit, `trade` says that one must know it; `certificate` is a mask.

    `parts` are those that the hours touch: 1 morning, 2 afternoon, 4 evening. `room` is how many places are free.
    """

    lat: Floats
    lon: Floats
    occupation: Ints
    trade: Bools
    certificate: Ints
    fen_per_day: Ints
    fen_per_hour: Ints
    day: Ints
    parts: Ints
    room: Ints
    station: Ints


@dataclass(frozen=True)
class Fit:
    """`terms` add up to `weight`; both mean something only where `allowed`."""

    allowed: Bools
    weight: Ints
    terms: dict[str, Ints]
    distance_km: Floats

    def at(self, which: Any) -> "Fit":
        terms = {name: points[which] for name, points in self.terms.items()}
        return Fit(self.allowed[which], self.weight[which], terms, self.distance_km[which])


def judge(seekers: Seekers, gigs: Gigs) -> Fit:
    """One rule for every use: one against all, all against one, or pair by pair, as the shapes broadcast."""
    distance = distances_km(seekers, gigs)
    terms: dict[str, Ints] = {
        "placed": np.array(PLACED),
        "occupation": _occupation(seekers, gigs),
        "distance": _near(distance, seekers.radius_km),
        "pay": _pay(seekers, gigs),
        "practice": np.where(_has(seekers.skills, gigs), PRACTISED, 0),
        "hours": np.where((seekers.parts != 0) & (gigs.parts & ~seekers.parts == 0), WHOLLY, 0),
        "waiting": WAITED * np.clip(seekers.waiting_days, 0, WAITED_CAP),
    }
    spread = {name: np.broadcast_to(points, distance.shape) for name, points in terms.items()}
    weight = sum(terms.values(), np.zeros(distance.shape, np.int64))
    allowed: Bools = _possible(seekers, gigs) & (distance <= seekers.radius_km)  # also false for a place that is not a number
    return Fit(allowed, weight, spread, distance)


def _possible(seekers: Seekers, gigs: Gigs) -> Bools:
    possible: Bools = (
        suits(seekers, gigs)
        & (gigs.fen_per_day >= seekers.least_fen_per_day)
        & (gigs.fen_per_hour >= seekers.least_fen_per_hour)
        & (seekers.from_day <= gigs.day)
        & (gigs.day <= seekers.to_day)
        & ((seekers.parts == 0) | (seekers.parts & gigs.parts != 0))
        & (gigs.certificate & ~seekers.certificates == 0)
        & (seekers.people <= gigs.room)
    )
    return possible


def suits(seekers: Seekers, gigs: Gigs) -> Bools:
    """What he named, and that alone: he asked for no other messages. Who named nothing takes anything but unknown trades.

    When somebody comes to weld who cannot, the employer's day is lost, and his own.
    """
    takes_anything: Bools = seekers.occupations == 0
    return _has(seekers.occupations, gigs) | (takes_anything & (~gigs.trade | _has(seekers.skills, gigs)))


def distances_km(seekers: Seekers, gigs: Gigs) -> Floats:
    """Great circle, by the chord between two points of the unit sphere: exact, and only one arc for each pair."""
    pairs = zip(_on_sphere(seekers.lat, seekers.lon), _on_sphere(gigs.lat, gigs.lon), strict=True)
    chord = np.sqrt(sum((one - other) ** 2 for one, other in pairs))
    return 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1))


def _on_sphere(lat: Floats, lon: Floats) -> tuple[Floats, Floats, Floats]:
    lat, lon = np.radians(lat), np.radians(lon)
    return np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)


def _has(mask: Ints, gigs: Gigs) -> Bools:
    return (mask >> gigs.occupation & 1).astype(np.bool_)


def _occupation(seekers: Seekers, gigs: Gigs) -> Ints:
    otherwise = np.where(_has(seekers.skills, gigs), LEARNED, ANYTHING)
    return np.where(_has(seekers.occupations, gigs), NAMED, otherwise)


def _near(distance: Floats, radius: Floats) -> Ints:
    share = 1 - distance / np.maximum(radius, 0.001)
    return np.fmax(NEAR * share, 0).astype(np.int64)  # fmax: 0 for a place that is not a number


def _pay(seekers: Seekers, gigs: Gigs) -> Ints:
    """In the unit that he named."""
    by_day = _above(gigs.fen_per_day, seekers.least_fen_per_day)
    return np.maximum(by_day, _above(gigs.fen_per_hour, seekers.least_fen_per_hour))


def _above(fen: Ints, least: Ints) -> Ints:
    per_cent = (fen - least) * 100 // np.maximum(least, 1)
    return np.where(least > 0, np.clip(per_cent, 0, PAY_CAP), 0)
