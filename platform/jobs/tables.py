from typing import Any

from piccolo.columns import (
    JSONB,
    Array,
    BigInt,
    BigSerial,
    Boolean,
    Date,
    DoublePrecision,
    ForeignKey,
    Integer,
    Real,
    SmallInt,
    Text,
    Time,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.table import Table

from people.tables import area_column, person_column
from wishes.tables import Wish


class Station(Table):
    """A gig station. `opens` and `closes` are the city's clock: the hours in which it sends its listings.

    `sharing`: how its listings are shared out in the morning, fair or stable.
    """

    id = BigSerial(primary_key=True)
    name = Varchar(64)
    name_en = Varchar(96)
    area = area_column()
    place = Text(default="")
    lat = DoublePrecision()
    lon = DoublePrecision()
    phone = Varchar(16)
    opens = Time()
    closes = Time()
    sharing = Varchar(8, default="fair")
    created_at = Timestamptz()


def station_column() -> ForeignKey[Any]:
    return ForeignKey(Station, null=False, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)


class Staff(Table):
    """Who works at a station; `ended_at` when no longer."""

    id = BigSerial(primary_key=True)
    station = station_column()
    person = person_column()
    since = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)


class Employer(Table):
    """Who gives work: a firm with its licence number, or a person. new → checked | barred, by the staff of a station."""

    id = BigSerial(primary_key=True)
    state = Varchar(12)
    kind = Varchar(8)
    name = Varchar(96)
    licence = Varchar(18, null=True, default=None)
    contact = Varchar(64)
    phone = Varchar(16)
    station = station_column()
    checked_by = person_column(null=True)
    created_at = Timestamptz()


class Listing(Table):
    """A day's job at a station, or a training there (`kind`): both are places that people hold and wait for.

    draft → open ⇄ filled → over, or cancelled. `heads` places, of which `taken` are held and `kept` wait for the answer
    of somebody who was asked; the others are free. `line` numbers those who come to the waiting list. A draft that
    somebody else must read first says why in `held_reasons`. A training has neither employer nor pay: it `teaches`
    an occupation, or leads to the `certificate` of which a job says that it is required.
    """

    id = BigSerial(primary_key=True)
    ref = BigInt(unique=True)  # type: ignore[assignment]  # hides a helper of Piccolo's that we do not use
    kind = Varchar(8)
    state = Varchar(12)
    station = station_column()
    employer: ForeignKey[Any] = ForeignKey(Employer, null=True, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)
    occupation = Varchar(16, null=True, default=None)
    code = Varchar(12, null=True, default=None)
    title = Varchar(60)
    day = Date()
    starts_at = Timestamptz()
    ends_at = Timestamptz()
    pay_fen = Integer(null=True, default=None)
    pay_per = Varchar(4, null=True, default=None)
    heads = SmallInt()
    taken = SmallInt(default=0)
    kept = SmallInt(default=0)
    line = Integer(default=0)
    area = area_column()
    place = Text()
    lat = DoublePrecision()
    lon = DoublePrecision()
    contact = Varchar(64)
    phone = Varchar(16)
    bring = Varchar(100, default="")
    meals = Boolean(default=False)
    transport = Varchar(100, default="")
    certificate = Varchar(16, null=True, default=None)
    teaches = Varchar(16, null=True, default=None)
    note = Text(default="")
    posted_by = person_column()
    held_reasons = JSONB(default="[]")
    why_cancelled = Varchar(200, default="")
    due_at = Timestamptz(null=True, default=None)
    step = SmallInt(default=0)
    round = SmallInt(default=0)
    created_at = Timestamptz()
    opened_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)


def listing_column() -> ForeignKey[Any]:
    return ForeignKey(Listing, null=False, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)


class Worker(Table):
    """What a person who looks for work can show: occupations learned or practised, certificates."""

    id = BigSerial(primary_key=True)
    person = person_column()
    skills = Array(base_column=Varchar(16))
    certificates = Array(base_column=Varchar(16))


class JobNeed(Table):
    """What a worker looks for: open → placed, paused, over. One lives for each person; "找活" again renews it.

    No occupation means any. (pay_fen, pay_per) is the least that he takes. Without `to_day` he looks on from `from_day`.
    `station` answers for it; `waiting_since` is the last day on which he had work, or began to look for it.
    """

    id = BigSerial(primary_key=True)
    person = person_column()
    state = Varchar(12)
    text = Text()
    occupations = Array(base_column=Varchar(16))
    pay_fen = Integer(null=True, default=None)
    pay_per = Varchar(4, null=True, default=None)
    from_day = Date()
    to_day = Date(null=True, default=None)
    part = Varchar(12, null=True, default=None)
    radius_km = Real()
    people = SmallInt(default=1)
    area = area_column()
    lat = DoublePrecision()
    lon = DoublePrecision()
    station = station_column()
    waiting_since = Date()
    due_at = Timestamptz(null=True, default=None)
    round = SmallInt(default=0)
    step = SmallInt(default=0)
    created_at = Timestamptz()
    renewed_at = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)


class Referral(Table):
    """One listing put to one worker, or asked for by him: sent → accepted | declined | lapsed | waiting.

    `kept`: so many places wait for his answer until `due_at`. `turn`: his number in the waiting list.
    """

    id = BigSerial(primary_key=True)
    listing = listing_column()
    person = person_column()
    state = Varchar(12)
    people = SmallInt(default=1)
    kept = SmallInt(default=0)
    turn = Integer(null=True, default=None)
    distance_km = Real(null=True, default=None)
    reasons = JSONB(default="[]")
    due_at = Timestamptz(null=True, default=None)
    round = SmallInt(default=0)
    sent_at = Timestamptz()
    answered_at = Timestamptz(null=True, default=None)


class Placement(Table):
    """A worker (and who comes with him) holding places on a listing: held → confirmed → attended | absent | sent_home, or released.

    From `busy_from` to `busy_until` nobody can hold another place: the hours of the listing, less half an hour at both
    ends, so that two may overlap by an hour. `wage_fen` is what the station saw paid; `dispute` the matter of what was not.
    """

    id = BigSerial(primary_key=True)
    listing = listing_column()
    person = person_column()
    state = Varchar(12)
    people = SmallInt(default=1)
    busy_from = Timestamptz()
    busy_until = Timestamptz()
    due_at = Timestamptz(null=True, default=None)
    step = SmallInt(default=0)
    round = SmallInt(default=0)
    held_at = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)
    wage_fen = Integer(null=True, default=None)
    paid_at = Timestamptz(null=True, default=None)
    dispute: ForeignKey[Any] = ForeignKey(Wish, null=True, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)


class Lottery(Table):
    """The draw of one morning: published (the seed's hash is for everybody to read) → drawn (the seed too)."""

    id = BigSerial(primary_key=True)
    day = Date(unique=True)
    state = Varchar(12)
    seed = Varchar(64)
    commitment = Varchar(64)
    published_at = Timestamptz()
    due_at = Timestamptz(null=True, default=None)
    drawn_at = Timestamptz(null=True, default=None)
    needs = Integer(default=0)
    places = Integer(default=0)
    placed = Integer(default=0)
    objective = BigInt(default=0)


class Ticket(Table):
    """Who took part in a draw, and the place in the order that it gave him. The ticket is the number of the need."""

    id = BigSerial(primary_key=True)
    day = Date()
    need = BigInt()
    position = Integer()
    listing = BigInt(null=True, default=None)


class StationMorning(Table):
    """How the draw of a day went at one station. `placed` of its `places` were kept for somebody.

    `blocking`: so many pairs of a worker and a listing of the station would both rather have each other; `own_blocking`:
    those of its own workers among them, of whom a stable morning leaves none.
    """

    id = BigSerial(primary_key=True)
    day = Date()
    station = station_column()
    sharing = Varchar(8)
    places = Integer()
    placed = Integer()
    blocking = Integer()
    own_blocking = Integer()
