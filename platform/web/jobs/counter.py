"""The counter with twenty people before it: who comes today, found by four digits or a name, and who walks in."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from base.clock import city_now, now
from base.phone import masked
from base.words import Words
from jobs.attendance import Sheet, day_sheets, tally
from jobs.slips import agreed_fen
from jobs.states import PLACEMENT_WORDS, STATE_WORDS
from jobs.tables import Listing, Station
from jobs.telling import pay_words, title_words, yuan
from jobs.when import hours_words
from web.i18n import N_
from web.jobs.doors import AtStation, day_of, enter
from web.pages import page
from web.reader import Reader
from wishes.tables import Wish

LONGEST_NAME = 20
LONGEST_REF = 9
SAID = {
    "placed": N_("已经上岗：%(n)s 号。"),
    "touching": N_("已经上岗：%(n)s 号。注意：和他报了的 %(other)s 号时间挨着，最多重叠一小时。"),
    "waiting": N_("%(n)s 号已经满了，他排在第 %(position)s 位，有空位时会发短信问他。"),
    "elsewhere": N_("%(n)s 号已经满了，他排在第 %(position)s 位，有空位时会发短信问他。现在 %(other)s 号还有位置。"),
}


@dataclass(frozen=True)
class View:
    """What the counter looks at: a day, perhaps one listing, perhaps who answers to a few digits or a name."""

    day: date
    ref: str = ""
    search: str = ""

    def path(self, station: Station, **more: Any) -> str:
        chosen = {"day": self.day.isoformat(), "ref": self.ref, "search": self.search, **more}
        return f"/stations/{station.id}/counter?{urlencode({name: value for name, value in chosen.items() if value})}"


@dataclass(frozen=True)
class Shown:
    """What one row says in this one answer: why not, a phone, or the matter that an unpaid wage has become."""

    problem: str = ""
    typed: str = ""
    phone: str = ""
    matter: Wish | None = None
    office: Words | None = None


NOTHING = Shown()


@get("/stations/{station_id:str}/counter")
async def show_counter(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    station_id: FromPath[str],
    day: FromQuery[str] = "",
    ref: FromQuery[str] = "",
    search: FromQuery[str] = "",
    said: FromQuery[str] = "",
) -> Response[str]:
    here = await enter(reader, station_id, request.url.path)
    told = _told(reader, said, request.query_params)
    return await counter_page(request, reader, here, View(day_of(day), ref[:LONGEST_REF], search[:LONGEST_NAME].strip()), told=told)


def _told(reader: Reader, said: str, values: Mapping[str, str]) -> str | None:
    if said not in SAID:
        return None
    return reader.say(SAID[said], **{name: values.get(name, "")[:LONGEST_REF] for name in ("n", "position", "other")})


async def counter_page(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, view: View, status: int = 200, **context: Any
) -> Response[str]:
    sheets = await day_sheets(here.station.id, view.day)
    today = city_now().date()
    looked_at = list(found(sheets, view))
    context = {
        "told": None,
        "refused": None,
        "about": None,
        "shown": NOTHING,
        "form": {"ref": view.ref, "people": "1"},
        "errors": {},
    } | context
    return await page(
        request, reader, "jobs/counter.html", status,
        station=here.station, view=view, sheets=looked_at, all_sheets=sheets, days=_days(here.station, view, today), today=today,
        back=view.path(here.station), focus=_first_found(request, view, looked_at), **totals(sheets), **ROW_WORDS, **context,
    )  # fmt: skip


def _days(station: Station, view: View, today: date) -> dict[str, str]:
    around = {"before": view.day - timedelta(days=1), "today": today, "after": view.day + timedelta(days=1)}
    return {name: View(day).path(station) for name, day in around.items()}


def _first_found(request: Request[Any, Any, Any], view: View, sheets: list[Sheet]) -> int | None:
    """Where the focus goes after a search without JavaScript."""
    if not view.search or "HX-Request" in request.headers:
        return None
    return next((each.placement.id for sheet in sheets for each in sheet.present), None)


def totals(sheets: list[Sheet]) -> dict[str, Any]:
    """Of a day, in figures that add up; trainings for themselves."""
    return {
        "jobs_tally": tally(sheet for sheet in sheets if sheet.listing.kind == "job"),
        "trainings_tally": tally(sheet for sheet in sheets if sheet.listing.kind == "training"),
    }


def wage_shown(sheet_listing: Listing, people: int, wage_fen: int | None) -> str:
    """What was paid, else what was agreed."""
    fen = wage_fen if wage_fen is not None else agreed_fen(sheet_listing, people)
    return yuan(fen) if fen else ""


ROW_WORDS = {
    "placement_words": PLACEMENT_WORDS, "listing_words": STATE_WORDS, "hours_words": hours_words, "pay_words": pay_words,
    "title_words": title_words, "masked": masked, "wage_shown": wage_shown, "yuan": yuan, "now": now,
}  # fmt: skip


def found(sheets: list[Sheet], view: View) -> Iterator[Sheet]:
    """The listings that are looked at; while somebody is searched, only those where he stands."""
    for sheet in sheets:
        if view.ref and str(sheet.listing.ref) != view.ref:
            continue
        if not view.search:
            yield sheet
            continue
        present = [each for each in sheet.present if _is_meant(view.search, each.name, each.phone)]
        waiting = [each for each in sheet.waiting if _is_meant(view.search, each.name, each.phone)]
        if present or waiting:
            yield replace(sheet, present=present, waiting=waiting)


def _is_meant(search: str, name: str, phone: str) -> bool:
    plain = unicodedata.normalize("NFKC", search)
    digits = "".join(plain.split())
    if digits.isascii() and digits.isdigit():
        return phone.endswith(digits)
    return plain.casefold() in name.casefold()


HANDLERS = [show_counter]
