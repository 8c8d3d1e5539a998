"""What the gateway reports of a message. Reports repeat, come out of order, and may come before our own answer."""

from base.clock import now
from base.db import row, rows
from base.ledger import By, record
from base.work import transaction
from messages.states import MessageState as M

GATEWAY = By(None, "gateway")
# The usual report: of a message whose sid we have stored. One statement, which moves it if that is the end of it.
USUAL = """
WITH known AS (SELECT id FROM message WHERE id = $1 AND sid = $2 AND state NOT IN ('queued', 'sending', 'ambiguous')),
moved AS (
    UPDATE message SET state = $3::varchar, code = $4, ended_at = $5::timestamptz
    WHERE id = (SELECT id FROM known) AND state = 'sent' AND $3::varchar IS NOT NULL RETURNING id),
noted AS (
    INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
    SELECT $5::timestamptz, 'message', id, 'sent', $3::varchar, 'gateway', '' FROM moved)
SELECT id FROM known
"""
# Of two messages of the same words to the same phone, the other may have been given this sid.
OF_THIS_SID = """
SELECT state FROM message m WHERE id = $1 AND coalesce(sid, $2) = $2
    AND NOT EXISTS (SELECT 1 FROM message other WHERE other.sid = $2 AND other.id <> m.id) FOR UPDATE
"""
FINAL = {"delivered": M.DELIVERED, "undelivered": M.UNDELIVERED, "failed": M.FAILED}


async def report(message_id: int, sid: str, status: str, code: int | None) -> None:
    """Any report proves that the gateway accepted the message; a final one ends it. Unknown ones change nothing."""
    final = FINAL.get(status)
    if await rows(USUAL, message_id, sid, final, code, now()):
        return
    async with transaction():
        message = await row(OF_THIS_SID, message_id, sid)
        if message:
            await _apply(message_id, M(message["state"]), sid, final, code)


async def _apply(message_id: int, state: M, sid: str, final: M | None, code: int | None) -> None:
    if state in (M.QUEUED, M.SENDING, M.AMBIGUOUS):
        await _move(message_id, state, M.SENT, sid, None)
        state = M.SENT
    if state is M.SENT and final:
        await _move(message_id, state, final, sid, code)


async def _move(message_id: int, before: M, to: M, sid: str, code: int | None) -> None:
    await rows(
        "UPDATE message SET state = $2::varchar, sid = $3, code = $4, lease = NULL, lease_until = NULL,"
        " posted_at = coalesce(posted_at, $5), ended_at = CASE WHEN $2::varchar = 'sent' THEN NULL ELSE $5 END WHERE id = $1",
        message_id, to, sid, code, now(),
    )  # fmt: skip
    await record("message", message_id, to, GATEWAY, from_state=before)
