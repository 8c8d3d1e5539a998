from piccolo.columns import JSONB, BigInt, BigSerial, Text, Timestamptz, Varchar
from piccolo.table import Table


class Event(Table):
    """One row of the ledger: who moved what from which state to which, when, through what. Append-only.

    `matter` is the wish or the listing (`subject` tells which) that it belongs to, so that one index gives a whole timeline.
    Holds no phone, name or place.
    """

    id = BigSerial(primary_key=True)
    at = Timestamptz()
    subject = Varchar(32)
    subject_id = BigInt()
    matter = BigInt(null=True, default=None)
    from_state = Varchar(24, null=True, default=None)
    to_state = Varchar(24)
    actor = BigInt(null=True, default=None)
    via = Varchar(12)
    note = Text(default="")


class CityFact(Table):
    """What this installation knows of itself: that it is a demo, its cast."""

    key = Varchar(32, primary_key=True, default=None)
    value = JSONB()
