"""The work of `liangdeng import people`: rows into entries, entries into the database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from base.db import pool
from base.ledger import By
from base.words import Words
from base.work import transaction
from commands.roster_file import RosterFile
from people.areas import Point, positions
from volunteers.roster import BadRow, Entry, check
from volunteers.roster_store import Tally, put

ROWS_A_TRANSACTION = 1_000


@dataclass
class Outcome:
    new: int = 0
    changed: int = 0
    same: int = 0
    bad: list[tuple[int, list[Words]]] = field(default_factory=list)

    def add(self, tally: Tally) -> None:
        self.new += tally.new
        self.changed += tally.changed
        self.same += tally.same


async def bring_in(file: RosterFile, progress: Callable[[int], None]) -> Outcome:
    """`progress` is told how many rows are through."""
    outcome = Outcome()
    async with pool(1):
        places = await positions()
        entries = _sift(file, places, outcome)
        progress(len(outcome.bad))
        for start in range(0, len(entries), ROWS_A_TRANSACTION):
            chunk = entries[start : start + ROWS_A_TRANSACTION]
            async with transaction():
                tally = await put(chunk, places, By(None, "import"))
            outcome.add(tally)
            progress(len(outcome.bad) + start + len(chunk))
    return outcome


def _sift(file: RosterFile, places: Mapping[str, Point], outcome: Outcome) -> list[Entry]:
    """The good rows; of two with one phone the first."""
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for number, cells in file.rows:
        try:
            entry = check(cells, places)
        except BadRow as error:
            outcome.bad.append((number, error.reasons))
            continue
        if entry.phone in seen:
            before = seen[entry.phone]
            outcome.bad.append((number, [Words(f"电话与第{before}行相同", f"phone: the same as in row {before}")]))
            continue
        seen[entry.phone] = number
        entries.append(entry)
    return entries
