"""What everybody may see: where there is still room, station by station and day by day. Nothing of any worker."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from base.clock import city_now, now
from base.db import first, objects, row, rows
from jobs.tables import Employer, Listing

PAGE_SIZE = 20
# Who has begun can no longer be joined; who is asked holds his place until he answers. Codes of areas begin with those above.
_ROOM = (
    "state = 'open' AND taken + kept < heads AND starts_at > $1 AND day = $2 AND area LIKE $3 || '%'"
    " AND ($4::bigint IS NULL OR station = $4) AND ($5 = '' OR occupation = $5 OR teaches = $5)"
)
_FROM = "FROM listing WHERE " + _ROOM


@dataclass(frozen=True)
class Search:
    day: date
    county: str = ""
    station: int | None = None
    occupation: str = ""

    def values(self) -> tuple[Any, ...]:
        return now(), self.day, self.county, self.station, self.occupation


class Offered(NamedTuple):
    listings: int = 0
    places: int = 0


async def with_room(search: Search, page: int) -> list[Listing]:
    return await objects(
        Listing, f"{_ROOM} ORDER BY starts_at, ref LIMIT $6 OFFSET $7", *search.values(), PAGE_SIZE, (page - 1) * PAGE_SIZE
    )


async def count_with_room(search: Search) -> Offered:
    found = await row(f"SELECT count(*) AS listings, coalesce(sum(heads - taken - kept), 0) AS places {_FROM}", *search.values())
    assert found is not None
    return Offered(int(found["listings"]), int(found["places"]))


async def offered_at(day: date) -> dict[int, Offered]:
    """At each station that has room on that day."""
    found = await rows(
        f"SELECT station, count(*) AS listings, sum(heads - taken - kept) AS places {_FROM} GROUP BY station", *Search(day).values()
    )
    return {each["station"]: Offered(int(each["listings"]), int(each["places"])) for each in found}


async def first_day(station_id: int | None = None) -> date:
    """The first on which there is room, from today on; today when there is none."""
    today = city_now().date()
    found = await row(
        "SELECT min(day) AS day FROM listing WHERE state = 'open' AND taken + kept < heads AND starts_at > $1 AND day >= $2"
        " AND ($3::bigint IS NULL OR station = $3)",
        now(), today, station_id,
    )  # fmt: skip
    return found["day"] if found and found["day"] else today


async def still_to_begin(station_id: int, day: date) -> list[Listing]:
    """For the station's screen: the full ones too, so that nobody asks for them."""
    return await objects(
        Listing,
        "station = $1 AND day = $2 AND state IN ('open', 'filled') AND starts_at > $3 ORDER BY starts_at, ref",
        station_id, day, now(),
    )  # fmt: skip


async def published(station_id: int, first_day: date, last_day: date) -> list[Listing]:
    """Everything that the station has announced, the cancelled too: a calendar that has copied it must learn of it."""
    return await objects(
        Listing,
        "station = $1 AND day BETWEEN $2 AND $3 AND opened_at IS NOT NULL ORDER BY starts_at, ref",
        station_id, first_day, last_day,
    )  # fmt: skip


async def employer_of(listing: Listing) -> Employer | None:
    return await first(Employer, "id = $1", listing.employer) if listing.employer else None
