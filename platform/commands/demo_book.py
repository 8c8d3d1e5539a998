"""Rows and ledger of a past that is written down at once: the moves are the real ones, only nothing goes to the database yet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import SimpleNamespace
from typing import Any, NamedTuple

import msgspec
from piccolo.columns import JSONB
from piccolo.table import Table

from base.clock import now
from base.db import rows
from base.ledger import By
from base.moves import IllegalMove, Machine

AT_ONCE = 5_000


def blank(table: type[Table], **values: Any) -> Any:
    """A row to be. Only its values: Piccolo's own rows would take longer to make than the whole month to live."""
    return SimpleNamespace(**{**_defaults(table), **values})


@cache
def _defaults(table: type[Table]) -> dict[str, Any]:
    return {column._meta.name: column._meta.params.get("default") for column in table._meta.columns}


class Line(NamedTuple):
    """A row of the ledger."""

    at: datetime
    subject: str
    subject_id: int
    matter: int | None
    from_state: str | None
    to_state: str
    actor: int | None
    via: str
    note: str


class Book:
    """`numbers`: for each table the ids that its rows get."""

    def __init__(self, numbers: Mapping[str, Iterator[int]]) -> None:
        self.numbers = numbers
        self.rows: dict[type[Table], list[Any]] = defaultdict(list)
        self.ledger: list[Line] = []

    def begin(self, machine: Machine, row: Any, by: By, note: str = "") -> None:
        self.add(machine.table, row)
        self.record(machine.subject, row.id, row.state, by, matter=machine.matter(row), note=note)

    def add(self, table: type[Table], row: Any) -> None:
        row.id = next(self.numbers[table._meta.tablename])
        self.rows[table].append(row)

    def move(self, machine: Machine, row: Any, to: StrEnum, by: By, note: str = "", **values: Any) -> None:
        before = row.state
        if to not in machine.moves[type(to)(before)]:
            raise IllegalMove(f"{machine.subject} {before} -> {to}")
        put(row, state=to.value, **values)
        self.record(machine.subject, row.id, to, by, from_state=before, matter=machine.matter(row), note=note)

    def record(
        self, subject: str, subject_id: int, to_state: str, by: By, *, from_state: str | None = None, matter: int | None = None, note: str = ""
    ) -> None:  # fmt: skip
        self.ledger.append(Line(now(), subject, subject_id, matter, from_state, to_state, by.person, by.via, note))

    async def write(self, tables: Sequence[type[Table]]) -> None:
        """`tables` in an order in which no row points to one that is not there yet."""
        for table in tables:
            json = [column._meta.name for column in table._meta.columns if isinstance(column, JSONB)]
            await _insert(table._meta.tablename, "*", [_values(row, json) for row in self.rows[table]])
        told = sorted(self.ledger, key=lambda line: line.at)
        await _insert("event", ", ".join(Line._fields), [line._asdict() for line in told])


def put(row: Any, **values: Any) -> None:
    vars(row).update(values)


def _values(row: SimpleNamespace, json: Sequence[str]) -> dict[str, Any]:
    """JSON stands in the row as its text."""
    return vars(row) | {name: msgspec.Raw(getattr(row, name).encode()) for name in json}


async def _insert(table: str, columns: str, values: list[dict[str, Any]]) -> None:
    names = "" if columns == "*" else f" ({columns})"
    for start in range(0, len(values), AT_ONCE):
        written = msgspec.json.encode(values[start : start + AT_ONCE]).decode()
        await rows(
            f'INSERT INTO "{table}"{names} SELECT {columns} FROM json_populate_recordset(NULL::"{table}", $1::text::json)',  # noqa: S608
            written,
        )
