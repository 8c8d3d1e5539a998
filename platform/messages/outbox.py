"""Messages are put here by the transaction that causes them; the sender takes them from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from base.clock import now
from base.db import rows
from base.settings import settings
from base.work import ring_after_commit
from messages.fit import fitted
from messages.segments import segments
from messages.texts import Text

AT_ONCE = 500

# With its event, in one way to the database: nothing is put as often as a message.
PUT = """
WITH put AS (
    INSERT INTO message (dedupe_key, kind, subject, person, phone, language, body, segments, priority, any_hour,
        next_at, expires_at, created_at, state, attempts)
    SELECT *, 'queued', 0 FROM unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::bigint[], $5::varchar[], $6::varchar[], $7::text[],
        $8::smallint[], $9::smallint[], $10::boolean[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[])
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


@dataclass(frozen=True)
class Letter:
    text: Text
    to: Reader
    subject: str
    round: int = 0
    not_before: datetime | None = None


async def put(text: Text, to: Reader, subject: str, round: int = 0, *, not_before: datetime | None = None) -> bool:
    """Queues the text once for each (kind, subject, recipient, round); False when it was put before."""
    return await put_all([Letter(text, to, subject, round, not_before)]) == 1


async def put_all(letters: Sequence[Letter], progress: Callable[[int, int], None] = lambda done, all: None) -> int:
    """How many were queued: what was put before is not put again."""
    queued = 0
    for start in range(0, len(letters), AT_ONCE):
        some = letters[start : start + AT_ONCE]
        columns = zip(*map(_written, some), strict=True)
        queued += len(await rows(PUT, *map(list, columns)))
        progress(start + len(some), len(letters))
    if queued:
        ring_after_commit("drain")
    return queued


def _written(letter: Letter) -> tuple[Any, ...]:
    """The columns of a message, in the order in which they are inserted."""
    text, to = letter.text, letter.to
    body = fitted(text, to.language, settings().sms_signature_text)
    moment = now()
    send_at = max(moment, letter.not_before or moment)
    return (
        f"{text.kind}:{letter.subject}:{to.phone}:{letter.round}", text.kind, letter.subject, to.id, to.phone, to.language, body,
        segments(body), text.priority, text.any_hour, send_at, text.life and send_at + text.life, moment,
    )  # fmt: skip
