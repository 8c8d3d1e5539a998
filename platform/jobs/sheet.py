"""A day's listings as a spreadsheet: a template to fill in, what was filled in, and a day to take away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from base.clock import city_now
from base.errors import Unreadable
from base.phone import shown
from base.spreadsheet import Line, as_csv, as_xlsx, numbered_lines
from base.words import Words
from jobs import sheet_cells as cells
from jobs import terms as rules
from jobs import wages
from jobs.desk import employers_by_id
from jobs.employers import employers_of
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.states import STATE_WORDS, ListingState
from jobs.tables import Employer, Listing, Station
from jobs.telling import pay_words
from jobs.terms import Terms
from jobs.typed import heads_of, hours_of, pay_of
from jobs.when import hours_words
from people import areas
from volunteers.cells import phone

MOST_ROWS = 500
MOST_BYTES = 2_000_000

COLUMNS = {
    "kind": Words("类别", "Kind"),
    "day": Words("日期", "Date"),
    "occupation": Words("职业", "Occupation"),
    "title": Words("名称", "Title"),
    "employer": Words("用人单位", "Employer"),
    "hours": Words("时间", "Hours"),
    "pay": Words("工资", "Pay"),
    "heads": Words("人数", "Heads"),
    "area": Words("区域", "Area"),
    "place": Words("地点", "Place"),
    "contact": Words("联系人", "Contact"),
    "phone": Words("电话", "Phone"),
    "certificate": Words("证书", "Certificate"),
    "bring": Words("自带物品", "Bring"),
    "meals": Words("包餐", "Meals"),
    "transport": Words("交通", "Transport"),
    "note": Words("备注", "Note"),
}
NEEDED = ("day", "occupation", "employer", "hours", "pay", "heads", "place")
# Where somebody who has filled in a cell finds what is wrong with a field.
COLUMN_OF = {"starts": "hours", "ends": "hours", "pay_fen": "pay", "pay_per": "pay", "teaches": "occupation", "lat": "area"}
KINDS = {"job": Words("用工", "job"), "training": Words("培训", "training")}
EXAMPLES = ("示例", "Example")
MEALS = {True: Words("是", "yes"), False: Words("否", "no")}


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
    lines = numbered_lines(content, filename)
    columns = [_column_of(str(cell)) for cell in lines[0][1]]
    _refuse_unusable(columns, len(lines) - 1)
    known = _Known(station, await employers_of(station.id), await wages.minimum(), city_now().date())
    sheet = Sheet([], [])
    for number, line in lines[1:]:
        _take(sheet, number, {column: cell for column, cell in zip(columns, line, strict=False) if column}, known)
    return sheet


def _column_of(heading: str) -> str | None:
    written = cells.folded(heading).rstrip("*")
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
    if errors:
        raise _BadCells({COLUMN_OF.get(field, field): why for field, why in errors.items()})
    return terms


def _readers(known: _Known) -> dict[str, Callable[[object], Any]]:
    texts = ("title", "place", "contact", "bring", "transport", "note")
    return {
        **dict.fromkeys(texts, cells.plain),
        "kind": lambda cell: _one_of(cell, KINDS) or "job",
        "day": lambda cell: cells.day(cell, known.today),
        "occupation": lambda cell: _one_of(cell, OCCUPATIONS),
        "employer": lambda cell: _employer(cell, known.employers),
        "hours": lambda cell: hours_of(cells.needed(cell)),
        "pay": lambda cell: pay_of(cells.plain(cell)) if cell else (None, None),
        "heads": lambda cell: heads_of(cells.needed(cell)),
        "area": lambda cell: cells.area(cell, known.station.area),
        "phone": lambda cell: phone(cells.plain(cell)) if cell else "",
        "certificate": lambda cell: _one_of(cell, CERTIFICATES),
        "meals": cells.yes,
    }


def _one_of(cell: object, known: Mapping[str, Words]) -> str | None:
    found = cells.one_of(cell, known)
    written = cells.plain(cell)
    if found is None and written:
        raise Unreadable(
            f"没有“{written[:20]}”，可以写的见“可填内容”表", f'there is no "{written[:20]}"; see the sheet of what can be written'
        )
    return found


def _employer(cell: object, employers: Sequence[Employer]) -> Employer | None:
    written = cells.folded(cells.plain(cell))
    if not written:
        return None
    named = [each for each in employers if written in (cells.folded(each.name), (each.licence or "").lower())]
    if not named:
        raise Unreadable("本驿站没有登记这个用人单位，请先登记", "this station knows no such employer; register it first")
    if len(named) > 1:
        raise Unreadable("有同名的用人单位，请填执照号", "several employers have this name; give the licence number")
    return named[0]


def _made_of(found: dict[str, Any]) -> Terms:
    """Whom to ask for is the employer's own contact when the row names nobody; a title is not needed where the occupation says it all."""
    kind, occupation, employer, (starts, ends, overnight), (pay_fen, pay_per) = (
        found.pop(name) for name in ("kind", "occupation", "employer", "hours", "pay")
    )  # fmt: skip
    if employer:
        found["contact"], found["phone"] = found["contact"] or employer.contact, found["phone"] or employer.phone
    if occupation and not found["title"]:
        found["title"] = OCCUPATIONS[occupation].zh
    return Terms(
        **found, kind=kind, employer=employer and employer.id, starts=starts, ends=ends, overnight=overnight,
        pay_fen=pay_fen, pay_per=pay_per, **{"teaches" if kind == "training" else "occupation": occupation},
    )  # fmt: skip


def template(language: str) -> bytes:
    """The headings with an example, and a second sheet with what can be written."""
    fill, allowed = Words("用工信息", "Listings").in_(language), Words("可填内容", "What can be written").in_(language)
    return as_xlsx([(fill, [_headings(language), _example(language)]), (allowed, _allowed(language))])


def _headings(language: str) -> list[str]:
    return [words.in_(language) for words in COLUMNS.values()]


def _example(language: str) -> Line:
    day = city_now().date() + timedelta(days=1)
    zh = ("用工", day, "瓦工", "示例：贴地砖", "咸宁桂花建材有限公司", "7:00-17:00", "250元/天", 2, "温泉街道", "桂花路8号工地", "周师傅", "160 0000 0201",
          "", "手套", "是", "工地有车接", "")  # fmt: skip
    en = ("job", day, "bricklaying", "Example: tiling", "Osmanthus Building Ltd", "7:00-17:00", "250/day", 2, "Wenquan Subdistrict",
          "building site, 8 Guihua Road", "Zhou", "160 0000 0201", "", "gloves", "yes", "a bus from the station", "")  # fmt: skip
    return [cell.isoformat() if isinstance(cell, date) else cell for cell in (en if language == "en" else zh)]


def _allowed(language: str) -> list[Line]:
    ways = {
        "kind": KINDS.values(),
        "occupation": OCCUPATIONS.values(),
        "certificate": CERTIFICATES.values(),
        "hours": (Words("7:00-17:00", "7:00-17:00"), Words("22:00-次日6:00", "22:00-6:00 next day"), Words("7点到17点半", "7am-5:30pm")),
        "pay": (Words("250元/天", "250/day"), Words("25元/小时", "25/hour")),
        "meals": MEALS.values(),
    }
    columns = [[words.in_(language) for words in (COLUMNS[column], *values)] for column, values in ways.items()]
    longest = max(map(len, columns))
    return [[column[line] if line < len(column) else "" for column in columns] for line in range(longest)]


async def write_xlsx(listings: Sequence[Listing], language: str) -> bytes:
    return as_xlsx([(Words("用工信息", "Listings").in_(language), await _lines(listings, language))])


async def write_csv(listings: Sequence[Listing], language: str) -> bytes:
    return as_csv(await _lines(listings, language))


async def _lines(listings: Sequence[Listing], language: str) -> list[Line]:
    """As in the template, so that it can be changed and brought in again, with the number and the state behind."""
    employers = await employers_by_id({listing.employer for listing in listings})
    behind = [words.in_(language) for words in (Words("编号", "Number"), Words("状态", "State"), Words("已报名", "Taken"))]
    return [[*_headings(language), *behind], *(_line(listing, employers.get(listing.employer), language) for listing in listings)]


def _line(listing: Listing, employer: Employer | None, language: str) -> Line:
    occupation = OCCUPATIONS.get(listing.teaches if listing.kind == "training" else listing.occupation)
    certificate = CERTIFICATES.get(listing.certificate)
    pay = pay_words(listing.pay_fen, listing.pay_per) if listing.pay_fen else None
    said = {
        "kind": KINDS[listing.kind], "occupation": occupation, "hours": hours_words(listing), "pay": pay, "area": areas.words(listing.area),
        "certificate": certificate, "meals": MEALS[listing.meals],
    }  # fmt: skip
    cells = {"day": listing.day.isoformat(), "employer": employer.name if employer else "", "phone": shown(listing.phone)} | {
        column: words.in_(language) if words else "" for column, words in said.items()
    }
    state = STATE_WORDS[ListingState(listing.state)].in_(language)
    return [*(cells.get(column, getattr(listing, column, "")) for column in COLUMNS), listing.ref, state, listing.taken]
