"""A transition: one compare-and-set and one event, in the caller's transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from piccolo.table import Table

from base.db import insert, update
from base.errors import Overtaken
from base.ledger import By, record


class IllegalMove(Exception):
    """A programmer's mistake: MOVES does not list this pair."""


@dataclass(frozen=True)
class Machine:
    """The states of one kind of row, the moves between them, and the matter whose timeline they belong to, if any."""

    subject: str
    table: type[Table]
    moves: Mapping[Any, frozenset[Any]]
    matter: Callable[[Any], int | None]

    async def begin(self, row: Any, by: By, note: str = "") -> None:
        """Inserts the row in its first state."""
        await insert(row)
        await record(self.subject, row.id, row.state, by, matter=self.matter(row), note=note)

    async def move(self, row: Any, to: StrEnum, by: By, note: str = "", **values: Any) -> None:
        """Moves `row` and sets `values` with it. Raises Overtaken when the row had left its state meanwhile."""
        before = row.state
        if to not in self.moves[type(to)(before)]:
            raise IllegalMove(f"{self.subject} {before} -> {to}")
        if not await update(row, {"state": to.value, **values}, state=before):
            raise Overtaken(f"{self.subject} {row.id}")
        await record(self.subject, row.id, to, by, from_state=before, matter=self.matter(row), note=note)
