"""The screen of the posting desk, as it stands and with what has just become of its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from litestar import Request, Response

from base.clock import city_now
from jobs import desk as questions
from jobs.publishing import held_because
from jobs.states import LIVE, ListingState
from jobs.tables import Listing
from people import areas
from web.i18n import N_
from web.jobs.draft_rows import row_of
from web.jobs.employer_form import NewEmployer
from web.jobs.grid import MOST_ROWS, Row, first_wrong, numbered
from web.jobs.listing_words import HELPERS, found_words, station_name
from web.jobs.reading import Desk
from web.jobs.status_line import dispatch_line
from web.pages import page
from web.reader import Reader
from wishes.when import when_words

PUBLISHED = N_("已发布 %(n)s 条：%(refs)s 号。")
HELD = N_("%(n)s 条要等第二个人审核：%(refs)s 号。")
SAVED = N_("%(n)s 条存成了草稿。")
TO_MEND = N_("有 %(n)s 行要改，都标在下面了，写的内容都还在。")
COUNTED = frozenset({*LIVE, ListingState.OVER})


@dataclass
class Outcome:
    """What is still in the form, what was put somewhere, and what is to be said about it."""

    rows: list[Row] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    new: NewEmployer = field(default_factory=NewEmployer)
    bad_cells: Sequence[Any] = ()
    sheet_wrong: str = ""

    @property
    def is_good(self) -> bool:
        return not (any(row.errors for row in self.rows) or self.wrong or self.new.errors or self.bad_cells or self.sheet_wrong)

    @property
    def is_settled(self) -> bool:
        """Nothing is left in the form, and what is to be said can be said from the listings themselves."""
        return self.is_good and not (self.rows or self.told or self.new.is_begun)


async def desk_page(
    request: Request[Any, Any, Any], reader: Reader, desk: Desk, outcome: Outcome, status: int | None = None
) -> Response[str]:
    station, today = desk.station, city_now().date()
    day, held = await questions.day_of(station.id, desk.day), await questions.held_at(station.id)
    rows, left_out = _rows(reader, desk, outcome, day.drafts)
    counted = [each for each in day.posted if each.state in COUNTED]
    return await page(
        request, reader, "jobs/desk.html", status or (200 if outcome.is_good else 422),
        station=station, station_name=station_name(station, reader.language), day=desk.day.isoformat(), day_words=when_words(desk.day, None),
        day_before=(desk.day - timedelta(days=1)).isoformat(), day_after=(desk.day + timedelta(days=1)).isoformat(),
        can_post=desk.day >= today or bool(outcome.rows), dispatch=dispatch_line(reader, station, desk.day),
        heads=sum(each.heads for each in counted), taken=sum(each.taken for each in counted), counted=len(counted),
        told=[*outcome.told, *await _said(reader, desk, outcome.done)], wrong=[*outcome.wrong, *_to_mend(reader, outcome)], done=outcome.done,
        held=held, held_because=held_because, rows=rows, blank=Row(0), first_wrong=first_wrong(rows), found_words=found_words,
        drafts_total=len(day.drafts), left_out=left_out,
        posted=day.posted, lines=await questions.lines(day.posted), new=outcome.new, bad_cells=outcome.bad_cells,
        sheet_wrong=outcome.sheet_wrong, employers=await questions.employers_by_id([each.employer for each in [*held, *day.posted]]),
        employer_names=desk.employers, area_name=areas.words(station.area), job=HELPERS, live=LIVE,
    )  # fmt: skip


def _rows(reader: Reader, desk: Desk, outcome: Outcome, drafts: list[Listing]) -> tuple[list[Row], int]:
    """What is still in the form first, then the drafts, then a row to write in; and how many drafts are left out."""
    typed = {row.ref for row in outcome.rows}
    rest = [draft for draft in drafts if draft.ref not in typed]
    room = max(0, MOST_ROWS - len(outcome.rows))
    stored = [row_of(draft, desk.station, desk.employers, reader.language) for draft in rest[:room]]
    return numbered([*outcome.rows, *stored, Row(0)]), len(rest) - len(stored)


def _to_mend(reader: Reader, outcome: Outcome) -> Iterator[str]:
    if wrong := sum(bool(row.errors) for row in outcome.rows):
        yield reader.say(TO_MEND, n=wrong)


async def _said(reader: Reader, desk: Desk, refs: list[int]) -> list[str]:
    """How those stand now that were just written."""
    found = [each for each in await questions.by_refs(refs) if each.station == desk.station.id]
    held = [each for each in found if questions.is_held(each)]
    drafts = [each for each in found if each.state == ListingState.DRAFT and each not in held]
    live = [each for each in found if each.state in LIVE]
    return [
        reader.say(msgid, n=len(listings), refs=_refs(reader, listings))
        for msgid, listings in ((PUBLISHED, live), (HELD, held), (SAVED, drafts)) if listings
    ]  # fmt: skip


def _refs(reader: Reader, listings: list[Listing]) -> str:
    return (", " if reader.language == "en" else "、").join(str(each.ref) for each in listings)
