"""What everybody may see: which wishes wait, at the level of a village. No names, no phones, no words of the resident."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from base.clock import now
from base.db import row, rows
from people.areas import village_of

PAGE_SIZE = 20


class Card(NamedTuple):
    ref: int
    kind: str
    area: str
    level: str
    day: date | None
    part: str | None
    places_left: int
    opened_at: datetime


class Figures(NamedTuple):
    open: int
    claimed: int
    closed: int


# The codes of an area's children begin with its own. What only the office is to read is not for everybody's eyes.
_OPEN = "FROM wish WHERE state = 'open' AND (kind = 'public' OR NOT for_office) AND area LIKE $1 || '%' AND ($2 = '' OR kind = $2)"


async def open_wishes(area: str, kind: str, newest_first: bool, page: int) -> list[Card]:
    order = "DESC" if newest_first else "ASC"
    found = await rows(
        f"SELECT ref, kind, area, level, day, part, places - held AS places_left, opened_at {_OPEN}"
        f" ORDER BY opened_at {order}, id {order} LIMIT $3 OFFSET $4",
        area, kind, PAGE_SIZE, (page - 1) * PAGE_SIZE,
    )  # fmt: skip
    return [Card(**{**each, "area": village_of(each["area"])}) for each in found]


async def count_open(area: str, kind: str) -> int:
    found = await row(f"SELECT count(*) AS n {_OPEN}", area, kind)
    assert found is not None
    return int(found["n"])


async def figures() -> Figures:
    found = await row(
        "SELECT count(*) FILTER (WHERE state = 'open') AS open,"
        " count(*) FILTER (WHERE state IN ('claimed', 'done')) AS claimed,"
        " count(*) FILTER (WHERE state = 'closed' AND ended_at > $1) AS closed FROM wish",
        now() - timedelta(days=7),
    )
    assert found is not None
    return Figures(**found)
