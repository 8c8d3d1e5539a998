"""A roster as a spreadsheet or CSV file: its rows with the numbers that the spreadsheet shows, under our columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from base.errors import Unreadable
from base.spreadsheet import numbered_lines
from base.words import Words
from volunteers.roster import COLUMNS, NEEDED, column_of, heading


@dataclass(frozen=True)
class RosterFile:
    rows: list[tuple[int, dict[str, object]]]
    notes: list[Words]


def read(path: Path) -> RosterFile:
    """Raises Unreadable when the file as a whole cannot be used."""
    lines = numbered_lines(_content(path), path.name)
    headings = [str(cell).strip() for cell in lines[0][1]]
    columns = [column_of(name) for name in headings]
    _refuse_unusable(columns)
    rows = [(number, {column: cell for column, cell in zip(columns, line, strict=False) if column}) for number, line in lines[1:]]
    return RosterFile(rows, list(_notes(headings, columns)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"文件打不开：{error.strerror or error}", f"the file cannot be opened: {error.strerror or error}") from error


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
        yield Words(f"文件里没有的列（按空白处理）：{zh}", f"Columns that are not in the file (taken as empty): {en}")


def _headings(columns: list[str]) -> Words:
    headings = [heading(column) for column in columns]
    return Words("、".join(words.zh for words in headings), ", ".join(words.en for words in headings))
