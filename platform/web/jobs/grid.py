"""The rows of the posting desk as they stand in the form: nothing that was typed is lost, whatever becomes of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from base.words import Words
from jobs.classification import Occupation
from jobs.meaning import meant, occupations_like

MAIN = ("title", "employer", "hours", "pay", "heads", "place", "certificate")
FOLDED = ("code", "where", "contact", "phone", "bring", "transport", "meals", "note")
FIELDS = MAIN + FOLDED
SPEAKING = frozenset(MAIN) - {"certificate"}
"""A row in which none of these is written was only offered."""
MOST_ROWS = 100
_TITLE = re.compile(r"title-([0-9]{1,4})", re.ASCII)
_REF = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)


@dataclass
class Row:
    number: int
    fields: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    ref: int | None = None
    kind: str = "job"
    ticked: bool = True
    was_unfolded: bool = False
    errors: dict[str, Words] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        return self.ref is None and not any(self.fields[name] for name in SPEAKING)

    @property
    def unfolded(self) -> bool:
        return self.was_unfolded or not self.errors.keys().isdisjoint(FOLDED)

    @cached_property
    def found(self) -> list[Occupation]:
        return occupations_like(self.fields["title"]) if self.kind == "job" else []

    @property
    def occupation(self) -> tuple[str, str | None]:
        return meant(self.fields["title"], self.fields["code"]) or ("other", None)

    def wrong(self, name: str, why: Words) -> None:
        self.errors.setdefault(name, why)


def rows_in(form: Mapping[str, str]) -> list[Row]:
    """All that is written, in its order; empty rows are left out."""
    numbers = sorted(int(match[1]) for name in form if (match := _TITLE.fullmatch(name)))
    rows = (row_in(form, number) for number in numbers)
    return [row for row in rows if not row.is_blank]


def row_in(form: Mapping[str, str], number: int) -> Row:
    ref = form.get(f"ref-{number}", "")
    return Row(
        number,
        {name: form.get(f"{name}-{number}", "") for name in FIELDS},
        ref=int(ref) if _REF.fullmatch(ref) else None,
        ticked=f"tick-{number}" in form,
        was_unfolded=f"more-{number}" in form,
    )


def numbered(rows: list[Row]) -> list[Row]:
    """Under new numbers from 1 on: 0 is the empty row that the page copies."""
    for number, row in enumerate(rows, 1):
        row.number = number
    return rows


def first_wrong(rows: list[Row]) -> str | None:
    """The field in which the keyboard goes on."""
    return next((f"{name}-{row.number}" for row in rows for name in FIELDS if name in row.errors), None)
