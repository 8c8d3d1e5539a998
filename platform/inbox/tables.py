from piccolo.columns import JSONB, BigInt, BigSerial, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table


class Inbound(Table):
    """An SMS in, word for word. new → handled | kept; its MessageSid is unique, so it is acted on once."""

    id = BigSerial(primary_key=True)
    sid = Varchar(64, unique=True)
    phone = Varchar(32)
    to_phone = Varchar(32)
    body = Text()
    state = Varchar(8, default="new")
    received_at = Timestamptz()
    handled_at = Timestamptz(null=True, default=None)
    attempts = SmallInt(default=0)
    reading = JSONB(null=True, default=None)
    matter = BigInt(null=True, default=None)
