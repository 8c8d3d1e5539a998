from piccolo.columns import BigSerial, Boolean, Integer, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table

from people.tables import person_column


class Message(Table):
    """An SMS out.

    queued → sending → sent → delivered | undelivered | failed; sending → queued (certainly not processed) or
    ambiguous (fate unknown: looked up at the gateway, never blindly sent again); queued → suppressed, with a reason.
    """

    id = BigSerial(primary_key=True)
    dedupe_key = Varchar(120, unique=True)
    kind = Varchar(32)
    subject = Varchar(32)
    person = person_column(null=True)
    phone = Varchar(16)
    language = Varchar(8)
    body = Text()
    segments = SmallInt()
    priority = SmallInt()
    any_hour = Boolean(default=False)
    state = Varchar(12, default="queued")
    reason = Varchar(32, null=True, default=None)
    next_at = Timestamptz()
    expires_at = Timestamptz(null=True, default=None)
    attempts = SmallInt(default=0)
    lease = Varchar(32, null=True, default=None)
    lease_until = Timestamptz(null=True, default=None)
    checked_at = Timestamptz(null=True, default=None)
    sid = Varchar(34, null=True, default=None, unique=True)
    code = Integer(null=True, default=None)
    created_at = Timestamptz()
    posted_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)


class OptOut(Table):
    """A phone that said STOP. It gets nothing but the answer to STOP, until it says START."""

    id = BigSerial(primary_key=True)
    phone = Varchar(16, unique=True)
    at = Timestamptz()
    source = Varchar(16)
