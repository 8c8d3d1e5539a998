"""A roster as a spreadsheet or CSV file: its rows with the numbers that the spreadsheet shows, under our columns."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook

from base.errors import Unreadable
from base.words import Words
from volunteers.roster import COLUMNS, NEEDED, column_of

MOST_ROWS = 200_000
MOST_COLUMNS = 200


@dataclass(frozen=True)
class RosterFile:
    rows: list[tuple[int, dict[str, object]]]
    notes: list[Words]


def read(path: Path) -> RosterFile:
    """Raises Unreadable when the file as a whole cannot be used."""
    lines = [(number, line) for number, line in enumerate(_lines(path), 1) if any(cell not in ("", None) for cell in line)]
    if not lines:
        raise Unreadable("文件是空的", "the file is empty")
    headings = [str(heading).strip() for heading in lines[0][1]]
    columns = [column_of(heading) for heading in headings]
    _refuse_unusable(columns)
    rows = [(number, {column: cell for column, cell in zip(columns, line, strict=False) if column}) for number, line in lines[1:]]
    return RosterFile(rows, list(_notes(headings, columns)))


def _refuse_unusable(columns: list[str | None]) -> None:
    missing = ", ".join(column for column in NEEDED if column not in columns)
    if missing:
        raise Unreadable(f"缺少必需的列:{missing}", f"these columns are missing: {missing}")
    twice = ", ".join(column for column in COLUMNS if columns.count(column) > 1)
    if twice:
        raise Unreadable(f"这些列出现了两次:{twice}", f"these columns are there twice: {twice}")


def _notes(headings: list[str], columns: list[str | None]) -> Iterator[Words]:
    extra = ", ".join(heading for heading, column in zip(headings, columns, strict=True) if heading and not column)
    if extra:
        yield Words(f"没有用到的列:{extra}", f"Columns that are not used: {extra}")
    absent = ", ".join(column for column in COLUMNS if column not in columns)
    if absent:
        yield Words(f"文件里没有的列(按空白处理):{absent}", f"Columns that are not in the file (taken as empty): {absent}")


def _lines(path: Path) -> Sequence[Sequence[object]]:
    readers = {".csv": _csv_lines, ".xlsx": _xlsx_lines}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Unreadable("只收 .csv 和 .xlsx 文件", "only .csv and .xlsx files are taken")
    try:
        return reader(path)
    except OSError as error:
        raise Unreadable(f"文件打不开:{error.strerror or error}", f"the file cannot be opened: {error.strerror or error}") from error
    except (CalamineError, BadZipFile) as error:
        raise Unreadable(f"文件读不出来:{error}", f"the file cannot be read: {error}") from error


def _csv_lines(path: Path) -> Sequence[Sequence[object]]:
    content = _decoded(path.read_bytes())
    first = content.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        # A quotation mark that is never closed would swallow all rows behind it.
        return list(reader)
    except csv.Error as error:
        raise Unreadable(f"第{reader.line_num}行附近引号不配对", f"the quotation marks do not match near line {reader.line_num}") from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文件编码既不是 UTF-8 也不是 GB18030", "the file is neither in UTF-8 nor in GB18030")


def _xlsx_lines(path: Path) -> Sequence[Sequence[object]]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise Unreadable(
            f"表格太大,最多{MOST_ROWS}行、{MOST_COLUMNS}列", f"the sheet is too large: at most {MOST_ROWS} rows and {MOST_COLUMNS} columns"
        )
    return sheet.to_python(skip_empty_area=False)
