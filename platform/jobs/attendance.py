"""A station's day as its counter sees it: who has a place, who waits, and how the places of the day add up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from base.db import objects, rows
from jobs.states import P, PlacementState
from jobs.tables import Listing, Placement

T = TypeVar("T")


class Present(NamedTuple):
    """Somebody with a place; `name` is empty when we have never heard it."""

    placement: Placement
    name: str
    phone: str


class InLine(NamedTuple):
    position: int
    people: int
    name: str
    phone: str


@dataclass(frozen=True)
class Sheet:
    """One listing with its people."""

    listing: Listing
    present: list[Present]
    waiting: list[InLine]


async def day_sheets(station_id: int, day: date) -> list[Sheet]:
    """Drafts are not there yet; of what was cancelled nobody comes any more."""
    shown = "station = $1 AND day = $2 AND state IN ('open', 'filled', 'over') ORDER BY starts_at, ref"
    return await _sheets(await objects(Listing, shown, station_id, day))


async def coming_trainings(station_id: int, day: date) -> list[Sheet]:
    """From that day on, those too that nobody has published yet."""
    coming = "station = $1 AND day >= $2 AND kind = 'training' AND state IN ('draft', 'open', 'filled') ORDER BY starts_at, ref"
    return await _sheets(await objects(Listing, coming, station_id, day))


async def _sheets(listings: list[Listing]) -> list[Sheet]:
    ids = [listing.id for listing in listings]
    present, waiting = await _present(ids), await _waiting(ids)
    return [Sheet(listing, present.get(listing.id, []), waiting.get(listing.id, [])) for listing in listings]


async def _present(listings: list[int]) -> dict[int, list[Present]]:
    found = await rows(
        "SELECT placement.*, person.name, person.phone FROM placement JOIN person ON person.id = placement.person"
        " WHERE listing = ANY($1) AND state <> 'released' ORDER BY listing, held_at, placement.id",
        listings,
    )
    return _by_listing(found, lambda row: Present(name=row.pop("name"), phone=row.pop("phone"), placement=_placement(row)))


def _placement(row: dict[str, Any]) -> Placement:
    return Placement(_exists_in_db=True, **row)


async def _waiting(listings: list[int]) -> dict[int, list[InLine]]:
    found = await rows(
        "SELECT listing, people, name, phone, rank() OVER (PARTITION BY listing ORDER BY turn) AS position"
        " FROM referral JOIN person ON person.id = referral.person"
        " WHERE listing = ANY($1) AND state = 'waiting' ORDER BY listing, turn",
        listings,
    )
    return _by_listing(found, lambda row: InLine(row["position"], row["people"], row["name"], row["phone"]))


def _by_listing(found: list[dict[str, Any]], read: Callable[[dict[str, Any]], T]) -> dict[int, list[T]]:
    return {listing: [read(row) for row in group] for listing, group in groupby(found, lambda row: int(row["listing"]))}


@dataclass(frozen=True)
class Tally:
    """heads = attended + sent_home + unmarked + missing + empty, whatever happened.

    `missing`: places of those who did not come, and that nobody else has taken; `absent`: everybody who did not come.
    """

    listings: int = 0
    heads: int = 0
    attended: int = 0
    sent_home: int = 0
    unmarked: int = 0
    missing: int = 0
    empty: int = 0
    absent: int = 0
    paid: int = 0
    paid_fen: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: value + getattr(other, name) for name, value in vars(self).items()})


def tally(sheets: Iterable[Sheet]) -> Tally:
    return sum(map(_tally_of, sheets), Tally())


def _tally_of(sheet: Sheet) -> Tally:
    placements = [present.placement for present in sheet.present]

    def people(*states: PlacementState) -> int:
        return sum(placement.people for placement in placements if placement.state in states)

    absent = people(P.ABSENT)
    free = sheet.listing.heads - people(P.HELD, P.CONFIRMED, P.ATTENDED, P.SENT_HOME)
    missing = min(absent, free)
    paid = [placement for placement in placements if placement.paid_at]
    return Tally(
        listings=1, heads=sheet.listing.heads, attended=people(P.ATTENDED), sent_home=people(P.SENT_HOME),
        unmarked=people(P.HELD, P.CONFIRMED), missing=missing, empty=free - missing, absent=absent,
        paid=sum(placement.people for placement in paid), paid_fen=sum(placement.wage_fen or 0 for placement in paid),
    )  # fmt: skip
