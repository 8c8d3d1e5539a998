from piccolo.columns import JSONB, Array, BigInt, BigSerial, Date, DoublePrecision, Integer, Real, SmallInt, Timestamptz, Varchar
from piccolo.table import Table

from people.tables import person_column


class Volunteer(Table):
    """A person with skills, hours (bit mask of 56 three-hour blocks, Monday 00–03 first), a radius, a weekly limit."""

    id = BigSerial(primary_key=True)
    person = person_column()
    skills = Array(base_column=Varchar(16))
    hours = BigInt()
    radius_km = Real()
    weekly_limit = SmallInt()
    paused_until = Timestamptz(null=True, default=None)


class VolunteerStanding(Table):
    """What has happened between us and a volunteer, as of `as_of`; kept for whoever ever held a place, too.

    `load`: places taken in the week that began on Monday, `week`. `fatigue`: messages of late, decayed. `points`: of a
    score, those that are the same for every wish; -1: not to be asked now. `price` and `leaning` are the dispatcher's.
    All of it can be told anew from offers, claims and the ledger. The rows of volunteer_skill_cell, one for each thing that
    a volunteer can be asked for, repeat the points: the question who can help reads nothing else.
    """

    person = person_column(primary_key=True)
    load = SmallInt()
    week = Date()
    fatigue = DoublePrecision()
    done = Integer()
    given_up = Integer()
    asked_at = Timestamptz(null=True, default=None)
    as_of = Timestamptz()
    points = SmallInt(default=-1)
    price = DoublePrecision()
    leaning = DoublePrecision()
    refresh_at = Timestamptz(null=True, default=None)


class CityWeights(Table):
    """What a city gives points for, as `points` by term; the newest counts, and the assumed ones until there is any."""

    id = BigSerial(primary_key=True)
    set_at = Timestamptz()
    points = JSONB(default="{}")
