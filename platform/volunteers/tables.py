from piccolo.columns import Array, BigInt, BigSerial, Real, SmallInt, Timestamptz, Varchar
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
