"""What people send as a table, a workbook or a CSV file: its lines of cells, and tables made so that no cell is taken for a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import reduce
from io import BytesIO, StringIO
from typing import IO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from base.errors import Unreadable

MOST_CELLS = 5_000_000
MOST_BYTES_UNPACKED = 300_000_000
Line = Sequence[object]

_CELL = re.compile(rb'<c\s[^<>]{0,30}?r="([A-Z]{1,3})([0-9]{1,7})"')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def numbered_lines(content: bytes, filename: str) -> list[tuple[int, Line]]:
    """The lines that are not empty, with the numbers that the spreadsheet shows. Raises Unreadable when the file cannot be used."""
    lines = _lines(content, filename.lower())
    numbered = [(number, line) for number, line in enumerate(lines, 1) if any(cell not in ("", None) for cell in line)]
    if not numbered:
        raise Unreadable("文件是空的", "the file is empty")
    return numbered


def _lines(content: bytes, filename: str) -> Sequence[Line]:
    if filename.endswith(".csv"):
        return _csv_lines(content)
    if not filename.endswith(".xlsx"):
        raise Unreadable("只收 .csv 和 .xlsx 文件", "only .csv and .xlsx files are taken")
    try:
        return _xlsx_lines(content)
    except (CalamineError, BadZipFile) as error:
        raise Unreadable(f"文件读不出来：{error}", f"the file cannot be read: {error}") from error


def _csv_lines(content: bytes) -> Sequence[Line]:
    text = _decoded(content)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
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


def _xlsx_lines(content: bytes) -> Sequence[Line]:
    with ZipFile(BytesIO(content)) as book:
        if sum(part.file_size for part in book.infolist()) > MOST_BYTES_UNPACKED:
            raise Unreadable("表格太大：解压后超过300 MB", "the sheet is too large: more than 300 MB unpacked")
        for part in book.namelist():
            if part.startswith("xl/worksheets/"):
                with book.open(part) as sheet:
                    _refuse_far_cells(sheet)
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)


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


def defused(cell: object) -> object:
    """A text that a spreadsheet would take for a formula, with the mark by which it does not."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_csv(lines: Iterable[Line]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows([defused(cell) for cell in line] for line in lines)
    # Excel takes a CSV file without the mark for one in the machine's own encoding.
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(sheets: Iterable[tuple[str, Iterable[Line]]]) -> bytes:
    """Named sheets of lines; the first line of each is its heading, and the columns are as wide as their cells."""
    from openpyxl import Workbook  # takes longer to import than the rest of the site; few ask for a workbook

    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([defused(cell) for cell in line])
        sheet.freeze_panes = "A2"
        for column in sheet.columns:
            widest = max(_width(cell.value) for cell in column)
            sheet.column_dimensions[column[0].column_letter].width = min(max(widest, 6), 40) + 2
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _width(cell: object) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in str(cell or ""))
