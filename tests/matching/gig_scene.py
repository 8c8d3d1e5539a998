"""One seeker whom one gig suits, unless a test changes a term; and whole towns of both."""

from dataclasses import replace
from typing import Any

import numpy as np

from base.geo import KM_PER_DEGREE
from matching.gigs import Gigs, Ints, Seekers

BRICKLAYER, WELDER, MOVER = 0, 1, 2
MORNING, AFTERNOON, EVENING = 1, 2, 4
LAT, LON = 29.84, 114.32
NOBODY: Ints = np.empty((0, 2), np.int64)

SEEKER = {
    "id": 1, "lat": LAT, "lon": LON, "radius_km": 10.0, "occupations": 1 << BRICKLAYER, "skills": 0, "certificates": 0,
    "least_fen_per_day": 0, "least_fen_per_hour": 0, "from_day": 100, "to_day": 102, "parts": 0, "people": 1, "waiting_days": 0,
    "station": 1,
}  # fmt: skip
GIG = {
    "id": 1, "lat": LAT, "lon": LON, "occupation": BRICKLAYER, "trade": True, "certificate": 0, "fen_per_day": 24_000,
    "fen_per_hour": 3_000, "day": 101, "parts": MORNING | AFTERNOON, "room": 2, "station": 1,
}  # fmt: skip


def seekers(*changes: dict[str, Any]) -> Seekers:
    """One for each dict of what is different about him."""
    return Seekers(**_columns(SEEKER, changes))


def gigs(*changes: dict[str, Any]) -> Gigs:
    return Gigs(**_columns(GIG, changes))


def _columns(usual: dict[str, Any], changes: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    rows = [{**usual, "id": number, **change} for number, change in enumerate(changes, 1)]
    return {name: np.array([row[name] for row in rows], type(value)) for name, value in usual.items()}


def km_north(km: float) -> float:
    return LAT + km / KM_PER_DEGREE


def town(seed: int, n_seekers: int, n_gigs: int, largest_party: int = 1) -> tuple[Seekers, Gigs]:
    """Few occupations, many equal terms, fewer places than people."""
    random = np.random.default_rng(seed)

    def pick(size: int, *values: float) -> Any:
        return random.choice(np.array(values), size)

    n, m = n_seekers, n_gigs
    occupation = pick(m, BRICKLAYER, WELDER, MOVER)
    return replace(
        seekers(*[{}] * n), id=random.permutation(n) + 1, lat=LAT + random.normal(0, 0.05, n), lon=LON + random.normal(0, 0.05, n),
        radius_km=pick(n, 3.0, 8.0, 20.0), occupations=pick(n, 0, 1, 2, 3, 4, 6), skills=pick(n, 0, 0, 1, 2),
        certificates=pick(n, 0, 1), least_fen_per_day=pick(n, 0, 20_000, 26_000), parts=pick(n, 0, 0, MORNING),
        people=random.integers(1, largest_party + 1, n), waiting_days=pick(n, 0, 0, 1, 2, 5, 9), station=pick(n, 1, 2, 3),
    ), replace(
        gigs(*[{}] * m), lat=LAT + random.normal(0, 0.05, m), lon=LON + random.normal(0, 0.05, m), occupation=occupation,
        trade=occupation != MOVER, certificate=pick(m, 0, 0, 1), fen_per_day=pick(m, 18_000, 24_000, 30_000),
        parts=pick(m, 1, 3, 6), room=pick(m, 0, 1, 1, 3), station=pick(m, 1, 2, 3),
    )  # fmt: skip
