"""The outbox for thousands at once: the same message and the same event as `put`, in a few statements."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from base.db import rows
from base.work import ring_after_commit
from messages.outbox import Reader, written
from messages.texts import Text

AT_ONCE = 500

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


@dataclass(frozen=True)
class Letter:
    text: Text
    to: Reader
    subject: str
    round: int = 0
    not_before: datetime | None = None


async def put_all(letters: Sequence[Letter], progress: Callable[[int, int], None] = lambda done, all: None) -> int:
    """How many were queued: what was put before is not put again."""
    queued = 0
    for start in range(0, len(letters), AT_ONCE):
        some = letters[start : start + AT_ONCE]
        columns = zip(*(written(each.text, each.to, each.subject, each.round, each.not_before) for each in some), strict=True)
        queued += len(await rows(PUT, *map(list, columns)))
        progress(start + len(some), len(letters))
    if queued:
        ring_after_commit("drain")
    return queued
