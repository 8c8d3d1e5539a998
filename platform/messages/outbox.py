"""Messages are put here by the transaction that causes them; the sender takes them from here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from base.clock import now
from base.db import row
from base.settings import settings
from base.work import ring_after_commit
from messages.fit import fitted
from messages.segments import segments
from messages.texts import Text

# With its event, in one way to the database: nothing is put as often as a message.
PUT = """
WITH put AS (
    INSERT INTO message (dedupe_key, kind, subject, person, phone, language, body, segments, priority, any_hour,
        next_at, expires_at, created_at, state, attempts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'queued', 0)
    ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, created_at
)
INSERT INTO event (at, subject, subject_id, to_state, via, note)
SELECT created_at, 'message', id, 'queued', 'worker', '' FROM put RETURNING subject_id
"""


class Reader(Protocol):
    @property
    def id(self) -> int | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True)
class Stranger:
    """A phone that belongs to nobody we know."""

    phone: str
    language: str
    id: None = None


async def put(text: Text, to: Reader, subject: str, round: int = 0, *, not_before: datetime | None = None) -> bool:
    """Queues the text once for each (kind, subject, recipient, round); False when it was put before."""
    if await row(PUT, *written(text, to, subject, round, not_before)) is None:
        return False
    ring_after_commit("drain")
    return True


def written(text: Text, to: Reader, subject: str, round: int, not_before: datetime | None) -> tuple[Any, ...]:
    """The columns of a message, in the order in which they are inserted."""
    body = fitted(text, to.language, settings().sms_signature_text)
    moment = now()
    send_at = max(moment, not_before or moment)
    return (
        f"{text.kind}:{subject}:{to.phone}:{round}", text.kind, subject, to.id, to.phone, to.language, body,
        segments(body), text.priority, text.any_hour, send_at, text.life and send_at + text.life, moment,
    )  # fmt: skip
