"""Messages whose fate is unknown: looked up at the gateway before anything is sent again."""

import logging

from base.clock import now
from base.db import rows
from base.settings import settings
from messages.states import MessageState
from messages.transport import Transport, Unanswered

log = logging.getLogger(__name__)

BATCH = 50
SECONDS_BETWEEN_LOOKS = 15

# A worker died between the claim and the result: it may have posted.
ORPHANS = """
WITH moved AS (
    UPDATE message SET state = 'ambiguous', lease = NULL, lease_until = NULL, checked_at = NULL, posted_at = $1
    WHERE id IN (SELECT id FROM message WHERE state = 'sending' AND lease_until < clock_timestamp()
        ORDER BY id FOR UPDATE SKIP LOCKED)
    RETURNING id)
INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
SELECT $1, 'message', id, 'sending', 'ambiguous', 'sweep', '' FROM moved
"""

UNKNOWN = """
UPDATE message SET checked_at = $1 WHERE id IN (
    SELECT id FROM message WHERE state = 'ambiguous' AND posted_at <= $1::timestamptz - make_interval(secs => $2)
        AND (checked_at IS NULL OR checked_at <= $1::timestamptz - make_interval(secs => $3))
    ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
RETURNING id, phone, body, created_at
"""

RESOLVE = """
WITH moved AS (
    UPDATE message SET state = $3::varchar, sid = coalesce($4, sid), next_at = $1::timestamptz WHERE id = $2 AND state = 'ambiguous'
    RETURNING id)
INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
SELECT $1::timestamptz, 'message', id, 'ambiguous', $3::varchar, 'sweep', '' FROM moved
"""


async def reconcile(transport: Transport) -> bool:
    """Whether something went back into the queue."""
    await rows(ORPHANS, now())
    unknown = await rows(UNKNOWN, now(), settings().sms_grace_seconds, SECONDS_BETWEEN_LOOKS, BATCH)
    queued = False
    for message in unknown:
        try:
            accepted = await transport.find(message["phone"], message["body"], message["created_at"])
        except Unanswered as error:
            log.warning("the gateway cannot be asked what became of messages: %s", error)
            break
        sid = await _unknown_among(accepted)
        state = MessageState.SENT if sid else MessageState.QUEUED
        await rows(RESOLVE, now(), message["id"], state, sid)
        queued |= state is MessageState.QUEUED
    return queued


async def _unknown_among(sids: list[str]) -> str | None:
    """The same words may have gone to the same phone before: those ids are taken."""
    taken = {known["sid"] for known in await rows("SELECT sid FROM message WHERE sid = ANY($1)", sids)}
    return next((sid for sid in sids if sid not in taken), None)
