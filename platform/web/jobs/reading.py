"""A row of the desk read as the terms of a listing: what cannot be read is said at its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from base.errors import Unreadable
from base.ledger import By
from jobs.fields import MISSING, Errors
from jobs.sheet_cells import area as area_of
from jobs.tables import Employer, Station
from jobs.terms import Terms
from jobs.typed import heads_of, hours_of, pay_of
from people import areas
from people.tables import Person
from web.i18n import N_
from web.jobs.desk_words import words_of
from web.jobs.grid import Row

EMPLOYER_UNKNOWN = N_("没有登记过这个用人单位。请从列出来的里面选，或者在下面登记。")

# Where the desk shows what the terms call otherwise.
COLUMN_OF = {
    "starts": "hours", "ends": "hours", "overnight": "hours", "pay_fen": "pay", "pay_per": "pay", "area": "where", "lat": "where",
    "lon": "where", "occupation": "title", "teaches": "title", "kind": "title", "day": "title",
}  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """One station on one day, and who posts there. `employers`: by what is typed for them."""

    station: Station
    person: Person
    day: date
    employers: Mapping[str, Employer]

    @property
    def by(self) -> By:
        return By(self.person.id, "web")


def read_terms(desk: Desk, row: Row, base: Terms | None = None) -> Terms | None:
    """None when something cannot be read. What can be read and yet cannot be is found by the verb.

    `base`: a draft as it stands; it keeps what the desk does not show.
    """
    values = _times(row) | _texts(row) | _job(desk, row) | _where(desk, row, base)
    if row.errors:
        return None
    if base:
        kept: dict[str, Any] = {} if values["area"] == base.area else {"lat": None, "lon": None}
        return replace(base, **values, **kept)
    return Terms(kind=row.kind, day=desk.day, **values)


def at_columns(errors: Errors) -> Errors:
    return {COLUMN_OF.get(name, name): words for name, words in errors.items()}


def _try(row: Row, name: str, reader: Callable[[str], T]) -> T | None:
    try:
        return reader(row.fields[name])
    except Unreadable as error:
        row.wrong(name, error.reason)
        return None


def _needed(reader: Callable[[str], T]) -> Callable[[str], T]:
    def read(written: str) -> T:
        if not written:
            raise Unreadable(*MISSING)
        return reader(written)

    return read


def _times(row: Row) -> dict[str, Any]:
    starts, ends, overnight = _try(row, "hours", _needed(hours_of)) or (None, None, False)
    return {"starts": starts, "ends": ends, "overnight": overnight, "heads": _try(row, "heads", _needed(heads_of))}


def _texts(row: Row) -> dict[str, Any]:
    plain = {name: row.fields[name] for name in ("title", "place", "bring", "transport", "note")}
    return plain | {"meals": bool(row.fields["meals"]), "certificate": row.fields["certificate"] or None}


def _job(desk: Desk, row: Row) -> dict[str, Any]:
    """Employer, pay and occupation, and the employer's own name and phone where nobody else is to be asked for."""
    contact, phone = row.fields["contact"], row.fields["phone"]
    if row.kind == "training":
        return {"contact": contact or desk.person.name, "phone": phone or desk.station.phone}
    employer = _employer(desk, row)
    fen, per = _try(row, "pay", _needed(pay_of)) or (None, None)
    kind, code = row.occupation
    return {
        "employer": employer and employer.id, "contact": contact or (employer.contact if employer else ""),
        "phone": phone or (employer.phone if employer else ""), "pay_fen": fen, "pay_per": per, "occupation": kind, "code": code,
    }  # fmt: skip


def _employer(desk: Desk, row: Row) -> Employer | None:
    written = row.fields["employer"]
    found = desk.employers.get(written)
    if found is None:
        row.wrong("employer", words_of(EMPLOYER_UNKNOWN) if written else MISSING)
    return found


def _where(desk: Desk, row: Row, base: Terms | None) -> dict[str, Any]:
    """The station's own area where nothing else is written; a name that several bear is taken as it was."""
    if base and row.fields["where"] in areas.words(base.area):
        return {"area": base.area}
    return {"area": _try(row, "where", lambda written: area_of(written, desk.station.area))}
