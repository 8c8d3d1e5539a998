"""A sheet that somebody has filled in: its good rows as terms, and what is bad in the others by row and column."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from base.clock import city_now
from base.errors import Unreadable
from base.spreadsheet import numbered_lines
from base.words import Words
from jobs import sheet_cells as cells
from jobs import terms as rules
from jobs import wages
from jobs.employers import employers_of
from jobs.sheet_columns import COLUMNS, EXAMPLES, KINDS
from jobs.tables import Employer, Station
from jobs.terms import Terms
from jobs.typed import folded, heads_of, hours_of, pay_of
from volunteers.cells import phone

MOST_ROWS = 500
MOST_BYTES = 2_000_000
NEEDED = ("day", "occupation", "employer", "hours", "pay", "heads", "place")
# Where somebody who has filled in a cell finds what is wrong with a field.
COLUMN_OF = {
    "starts": "hours",
    "ends": "hours",
    "pay_fen": "pay",
    "pay_per": "pay",
    "teaches": "occupation",
    "code": "occupation",
    "lat": "area",
}


class Bad(NamedTuple):
    line: int
    column: Words
    why: Words


@dataclass(frozen=True)
class Sheet:
    """`rows` with the numbers that the spreadsheet shows; what is `bad` in the others, cell by cell."""

    rows: list[tuple[int, Terms]]
    bad: list[Bad]


class _BadCells(Exception):
    def __init__(self, wrong: Mapping[str, Words]) -> None:
        super().__init__(wrong)
        self.wrong = wrong


@dataclass(frozen=True)
class _Known:
    """What cells are compared with."""

    station: Station
    employers: Sequence[Employer]
    minimum: wages.Table
    today: date


async def read(content: bytes, filename: str, station: Station) -> Sheet:
    """Raises Unreadable when the file as a whole cannot be used. The headings may be in either language."""
    if len(content) > MOST_BYTES:
        raise Unreadable("文件超过 2 MB", "the file is larger than 2 MB")
    known = _Known(station, await employers_of(station.id), await wages.minimum(), city_now().date())
    return await asyncio.to_thread(_read, content, filename, known)


def _read(content: bytes, filename: str, known: _Known) -> Sheet:
    lines = numbered_lines(content, filename)
    columns = [_column_of(str(cell)) for cell in lines[0][1]]
    _refuse_unusable(columns, len(lines) - 1)
    sheet = Sheet([], [])
    for number, line in lines[1:]:
        _take(sheet, number, {column: cell for column, cell in zip(columns, line, strict=False) if column}, known)
    return sheet


def _column_of(heading: str) -> str | None:
    written = folded(heading).rstrip("*")
    return next((column for column, words in COLUMNS.items() if written in (words.zh, words.en.lower())), None)


def _refuse_unusable(columns: Sequence[str | None], rows: int) -> None:
    missing = [COLUMNS[column] for column in NEEDED if column not in columns]
    if missing:
        raise Unreadable(
            f"缺少必需的列：{'、'.join(words.zh for words in missing)}",
            f"these columns are missing: {', '.join(words.en for words in missing)}",
        )
    if rows > MOST_ROWS:
        raise Unreadable(f"有{rows}行，一次最多{MOST_ROWS}行", f"there are {rows} rows; at most {MOST_ROWS} at once")


def _take(sheet: Sheet, number: int, row: Mapping[str, object], known: _Known) -> None:
    if str(row.get("title", "")).startswith(EXAMPLES):
        return
    try:
        sheet.rows.append((number, _terms(row, known)))
    except _BadCells as error:
        order = list(COLUMNS)
        for column in sorted(error.wrong, key=order.index):
            sheet.bad.append(Bad(number, COLUMNS[column], error.wrong[column]))


def _terms(row: Mapping[str, object], known: _Known) -> Terms:
    found: dict[str, Any] = {}
    wrong: dict[str, Words] = {}
    for column, reader in _readers(known).items():
        try:
            found[column] = reader(row.get(column, ""))
        except Unreadable as error:
            wrong[column] = error.reason
    if wrong:
        raise _BadCells(wrong)
    terms = _made_of(found)
    errors = rules.errors(terms, known.today, known.minimum)
    if "employer" in errors:
        # With him come whom to ask for and the phone.
        errors = {field: why for field, why in errors.items() if field not in ("contact", "phone")}
    if errors:
        raise _BadCells({COLUMN_OF.get(field, field): why for field, why in errors.items()})
    return terms


def _readers(known: _Known) -> dict[str, Callable[[object], Any]]:
    texts = ("title", "place", "contact", "bring", "transport", "note")
    return {
        **dict.fromkeys(texts, cells.plain),
        "kind": lambda cell: cells.one_of(cell, KINDS) or "job",
        "day": lambda cell: cells.day(cell, known.today),
        "occupation": cells.occupation,
        "employer": lambda cell: _employer(cell, known.employers),
        "hours": lambda cell: hours_of(cells.needed(cell)),
        "pay": lambda cell: pay_of(cells.plain(cell)) if cell else (None, None),
        "heads": lambda cell: heads_of(cells.needed(cell)),
        "area": lambda cell: cells.area(cell, known.station.area),
        "phone": lambda cell: phone(cells.plain(cell)) if cell else "",
        "certificate": cells.certificate,
        "meals": cells.yes,
    }


def _employer(cell: object, employers: Sequence[Employer]) -> Employer | None:
    written = folded(cells.plain(cell))
    if not written:
        return None
    named = [each for each in employers if written in (folded(each.name), (each.licence or "").lower())]
    if not named:
        raise Unreadable("本驿站没有登记这个用人单位，请先登记", "this station knows no such employer; register it first")
    if len(named) > 1:
        raise Unreadable("有同名的用人单位，请填执照号", "several employers have this name; give the licence number")
    return named[0]


def _made_of(found: dict[str, Any]) -> Terms:
    """Whom to ask for is the employer's own contact when the row names nobody; without a title the occupation as it was written is one."""
    kind, occupation, employer = (found.pop(name) for name in ("kind", "occupation", "employer"))
    (starts, ends, overnight), (pay_fen, pay_per) = found.pop("hours"), found.pop("pay")
    if employer:
        found["contact"], found["phone"] = found["contact"] or employer.contact, found["phone"] or employer.phone
    if occupation:
        found["title"] = found["title"] or occupation.title
        found |= {"teaches": occupation.kind} if kind == "training" else {"occupation": occupation.kind, "code": occupation.code}
    return Terms(
        **found, kind=kind, employer=employer and employer.id, starts=starts, ends=ends, overnight=overnight, pay_fen=pay_fen, pay_per=pay_per
    )  # fmt: skip
