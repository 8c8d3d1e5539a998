"""The draws of the mornings, as everybody may read them: the seed only when it has been drawn with."""

from datetime import date, datetime
from typing import NamedTuple

from base.db import row, rows

_SAFE = (
    "SELECT day, state, commitment, CASE WHEN state = 'drawn' THEN seed END AS seed, published_at, drawn_at, needs, places, placed"
    " FROM lottery"
)


class Draw(NamedTuple):
    day: date
    state: str
    commitment: str
    seed: str | None
    published_at: datetime
    drawn_at: datetime | None
    needs: int
    places: int
    placed: int


class Drawn(NamedTuple):
    need: int
    position: int


async def coming() -> list[Draw]:
    """What is announced and not yet drawn, the next first."""
    return [Draw(**found) for found in await rows(f"{_SAFE} WHERE state = 'published' ORDER BY day")]


async def past(most: int) -> list[Draw]:
    return [Draw(**found) for found in await rows(f"{_SAFE} WHERE state = 'drawn' ORDER BY day DESC LIMIT $1", most)]


async def draw_of(day: date) -> Draw | None:
    found = await row(f"{_SAFE} WHERE day = $1", day)
    return Draw(**found) if found else None


async def tickets(day: date) -> list[Drawn]:
    """The numbers of the needs in the order of the draw; whose they are is nobody's business."""
    return [Drawn(**found) for found in await rows("SELECT need, position FROM ticket WHERE day = $1 ORDER BY position", day)]
