from typing import Any

from piccolo.columns import (
    JSONB,
    BigInt,
    BigSerial,
    Boolean,
    Date,
    DoublePrecision,
    ForeignKey,
    Real,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table

from people.tables import area_column, person_column


class Wish(Table):
    """What a resident asks for.

    asking → open → claimed → done → closed, or withdrawn; `done` may reopen. `level` says who is being asked:
    volunteers, then the steward, then the coordinator. What is `for_office` no volunteer is asked for, nor may claim:
    a public matter, a text that a person must read. (owner_role, owner_area) is the office that answers for it now,
    and `due_at` the time by which the program itself does something about it; both end with the matter.
    Volunteers are asked until `ask_until`; `expected_by` is the time by which we told the resident that somebody will
    have said yes, and `foreseen` the minutes of which it was made, as they were before experience stretched them. `round` counts the reopenings, so that each round may send its own messages; `step` counts what the
    sweep has done in the present state.
    """

    id = BigSerial(primary_key=True)
    ref = BigInt(unique=True)  # type: ignore[assignment]  # hides a helper of Piccolo's that we do not use
    state = Varchar(12)
    level = Varchar(12)
    kind = Varchar(16)
    skill = Varchar(16, null=True, default=None)
    text = Text()
    resident = person_column()
    area = area_column(null=True)
    place = Text(default="")
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    day = Date(null=True, default=None)
    part = Varchar(12, null=True, default=None)
    places = SmallInt(default=1)
    held = SmallInt(default=0)
    for_office = Boolean(default=False)
    urgent = Boolean(default=False)
    owner_role = Varchar(16)
    owner_area = area_column()
    due_at = Timestamptz(null=True, default=None)
    ask_until = Timestamptz(null=True, default=None)
    expected_by = Timestamptz(null=True, default=None)
    foreseen = DoublePrecision(null=True, default=None)
    round = SmallInt(default=0)
    step = SmallInt(default=0)
    missing = Varchar(8, null=True, default=None)
    choices = JSONB(default="[]")
    rating = SmallInt(null=True, default=None)
    confirmed = Boolean(null=True, default=None)
    follows: ForeignKey[Any] = ForeignKey(
        LazyTableReference("Wish", module_path="wishes.tables"),
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.restrict,
    )
    created_at = Timestamptz()
    opened_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)


def wish_column() -> ForeignKey[Any]:
    return ForeignKey(Wish, null=False, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)


class Offer(Table):
    """One wish put to one volunteer: sent → accepted | declined | lapsed | late.

    Beside it stands what was known when he was asked, so that we learn from how he answers: `chance` of a yes as it was
    thought to be, the distance as `share` of his own radius, `fit` of his skill, his `fatigue`, and the `price` of asking him.
    """

    id = BigSerial(primary_key=True)
    wish = wish_column()
    person = person_column()
    state = Varchar(12)
    round = SmallInt()
    wave = SmallInt()
    distance_km = Real()
    share = Real(null=True, default=None)
    fit = Real(null=True, default=None)
    night = Boolean(default=False)
    fatigue = Real(null=True, default=None)
    price = Real(null=True, default=None)
    chance = Real(null=True, default=None)
    reasons = JSONB(default="[]")
    sent_at = Timestamptz()
    answered_at = Timestamptz(null=True, default=None)


class Claim(Table):
    """A volunteer (or the office that owns the matter) holding a place on a wish: held → released | done → …"""

    id = BigSerial(primary_key=True)
    wish = wish_column()
    person = person_column()
    state = Varchar(12)
    held_at = Timestamptz()
    note = Text(default="")
    ended_at = Timestamptz(null=True, default=None)


class DispatchModel(Table):
    """How people answer, as learned from `answers` offers in one night; the newest counts. `values` are those of `dispatch.Model`."""

    id = BigSerial(primary_key=True)
    learned_at = Timestamptz()
    answers = BigInt()
    values = JSONB(default="{}")
