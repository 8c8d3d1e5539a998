"""How each station has its morning shared out, and how a morning went there."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import numpy as np

from base.db import first, objects, rows
from jobs.tables import Station, StationMorning
from matching.gigs import Gigs, Ints, Seekers
from matching.morning import Morning

WRITE = """
INSERT INTO station_morning (day, station, sharing, places, placed, blocking, own_blocking)
SELECT $1, id, sharing, t.places, t.placed, t.blocking, t.own FROM station
JOIN unnest($2::bigint[], $3::integer[], $4::integer[], $5::integer[], $6::integer[]) AS t (id, places, placed, blocking, own) USING (id)
"""


class Sharing(StrEnum):
    FAIR = "fair"
    STABLE = "stable"


async def insisting() -> list[Station]:
    """The stations that want the stable morning, by name."""
    return await objects(Station, "sharing = $1 ORDER BY name", Sharing.STABLE)


async def last_morning(station_id: int) -> StationMorning | None:
    return await first(StationMorning, "station = $1 ORDER BY day DESC", station_id)


async def mornings_of(day: date) -> Sequence[tuple[Station, StationMorning]]:
    mornings = {each.station: each for each in await objects(StationMorning, "day = $1", day)}
    return [(station, mornings[station.id]) for station in await objects(Station, "id = ANY($1) ORDER BY name", list(mornings))]


async def write_mornings(day: date, some: Seekers, jobs: Gigs, morning: Morning) -> None:
    """One row for each station that had listings."""
    stations, of_job = np.unique(jobs.station, return_inverse=True)
    placed, (worker, job) = np.flatnonzero(morning.kept >= 0), morning.blocking.T
    own = some.station[worker] == jobs.station[job]

    def counted(numbers: Ints, each: Ints | None = None) -> Ints:
        return np.bincount(of_job[numbers], each, len(stations)).astype(np.int64)

    columns = (
        stations, counted(np.arange(len(jobs)), jobs.room), counted(morning.kept[placed], some.people[placed]), counted(job),
        counted(job[own]),
    )  # fmt: skip
    await rows(WRITE, day, *(column.tolist() for column in columns))
