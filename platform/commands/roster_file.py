"""A roster as a spreadsheet or CSV file: its rows with the numbers that the spreadsheet shows, under our columns."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from io import StringIO
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from base.errors import Unreadable
from base.words import Words
from volunteers.roster import COLUMNS, NEEDED, column_of, heading

MOST_CELLS = 5_000_000
_CELL = re.compile(rb'<c\s[^<>]{0,30}?r="([A-Z]{1,3})([0-9]{1,7})"')


@dataclass(frozen=True)
class RosterFile:
    rows: list[tuple[int, dict[str, object]]]
    notes: list[Words]


def read(path: Path) -> RosterFile:
    """Raises Unreadable when the file as a whole cannot be used."""
    lines = [(number, line) for number, line in enumerate(_lines(path), 1) if any(cell not in ("", None) for cell in line)]
    if not lines:
        raise Unreadable("文件是空的", "the file is empty")
    headings = [str(cell).strip() for cell in lines[0][1]]
    columns = [column_of(name) for name in headings]
    _refuse_unusable(columns)
    rows = [(number, {column: cell for column, cell in zip(columns, line, strict=False) if column}) for number, line in lines[1:]]
    return RosterFile(rows, list(_notes(headings, columns)))


def _refuse_unusable(columns: list[str | None]) -> None:
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        zh, en = _headings(missing)
        raise Unreadable(f"缺少必需的列：{zh}", f"these columns are missing: {en}")
    twice = [column for column in COLUMNS if columns.count(column) > 1]
    if twice:
        zh, en = _headings(twice)
        raise Unreadable(f"这些列出现了两次：{zh}", f"these columns are there twice: {en}")


def _notes(written: list[str], columns: list[str | None]) -> Iterator[Words]:
    extra = [name for name, column in zip(written, columns, strict=True) if name and not column]
    if extra:
        yield Words(f"没有用到的列：{'、'.join(extra)}", f"Columns that are not used: {', '.join(extra)}")
    absent = [column for column in COLUMNS if column not in columns]
    if absent:
        zh, en = _headings(absent)
        yield Words(f"文件里没有的列(按空白处理):{zh}", f"Columns that are not in the file (taken as empty): {en}")


def _headings(columns: list[str]) -> Words:
    headings = [heading(column) for column in columns]
    return Words("、".join(words.zh for words in headings), ", ".join(words.en for words in headings))


def _lines(path: Path) -> Sequence[Sequence[object]]:
    readers = {".csv": _csv_lines, ".xlsx": _xlsx_lines}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise Unreadable("只收 .csv 和 .xlsx 文件", "only .csv and .xlsx files are taken")
    try:
        return reader(path)
    except OSError as error:
        raise Unreadable(f"文件打不开：{error.strerror or error}", f"the file cannot be opened: {error.strerror or error}") from error
    except (CalamineError, BadZipFile) as error:
        raise Unreadable(f"文件读不出来：{error}", f"the file cannot be read: {error}") from error


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
    with ZipFile(path) as book:
        for part in book.namelist():
            if part.startswith("xl/worksheets/"):
                with book.open(part) as sheet:
                    _refuse_far_cells(sheet)
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)


def _refuse_far_cells(sheet: IO[bytes]) -> None:
    """The reader makes room for every cell up to the last: one stray mark in XFD1048576 would take all memory."""
    rows, columns, rest = 0, 0, b""
    while piece := sheet.read(1 << 20):
        for letters, digits in _CELL.findall(rest + piece):
            rows = max(rows, int(digits))
            columns = max(columns, reduce(lambda number, letter: number * 26 + letter - 64, letters, 0))
        rest = piece[-40:]
        if rows * columns > MOST_CELLS:
            raise Unreadable(
                f"表格太大：用到了第{rows}行、第{columns}列，请删去多余的行和列",
                f"the sheet is too large: it reaches row {rows} and column {columns}; delete what is not needed",
            )
