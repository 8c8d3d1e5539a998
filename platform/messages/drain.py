"""The sender: claims queued rows in waves under a lease, posts them, writes each result fenced by that lease."""

import asyncio
import logging
import random
import secrets
import time
from typing import Any

from base.clock import now
from base.db import rows
from base.settings import settings
from messages.quiet import quiet_until
from messages.states import MessageState
from messages.transport import Result, Transport
from messages.twilio import CONNECTIONS

log = logging.getLogger(__name__)

WAVE = 24
TURN_SECONDS = 1.0
LONGEST_DELAY_S = 300.0

# Suppression, expiry and quiet hours are judged here, at sending time. A phone's messages of one priority go out in
# their order, also when the first must be tried again; one that is not to go before its hour holds up none. Each row that moves leaves its event in the same statement.
CLAIM = """
WITH due AS (
    SELECT id, CASE
        WHEN kind <> 'stopped' AND EXISTS (SELECT 1 FROM opt_out WHERE opt_out.phone = m.phone) THEN 'opted_out'
        WHEN expires_at <= $1 THEN 'expired' END AS obstacle
    FROM message m
    WHERE state = 'queued' AND next_at <= $1 AND (any_hour OR $2) AND NOT EXISTS (
        SELECT 1 FROM message e WHERE e.phone = m.phone AND e.id < m.id AND e.priority <= m.priority
            AND (e.state = 'sending' OR (e.state = 'queued' AND (e.any_hour OR $2) AND (e.attempts > 0 OR e.next_at <= $1))))
    ORDER BY priority, id LIMIT $3 FOR UPDATE OF m SKIP LOCKED),
moved AS (
    UPDATE message m SET state = CASE WHEN obstacle IS NULL THEN 'sending' ELSE 'suppressed' END, reason = obstacle,
        lease = $4, lease_until = clock_timestamp() + make_interval(secs => $5), attempts = attempts + 1,
        ended_at = CASE WHEN obstacle IS NULL THEN NULL ELSE $1 END
    FROM due WHERE m.id = due.id RETURNING m.id, m.phone, m.body, m.state, m.attempts),
noted AS (
    INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
    SELECT $1, 'message', id, 'queued', state, 'worker', '' FROM moved)
SELECT id, phone, body, attempts, state FROM moved ORDER BY id
"""

# The fence: a worker whose lease is gone cannot overwrite what came after it.
SETTLE = """
WITH moved AS (
    UPDATE message SET state = $3::varchar, sid = coalesce($4, sid), code = $5::int, lease = NULL, lease_until = NULL,
        next_at = $1::timestamptz + make_interval(secs => $6), checked_at = NULL,
        posted_at = CASE WHEN $3::varchar IN ('sent', 'ambiguous') THEN $1::timestamptz ELSE posted_at END,
        ended_at = CASE WHEN $3::varchar = 'failed' THEN $1::timestamptz END
    WHERE id = $2 AND lease = $7 AND state = 'sending' RETURNING id, phone, person),
noted AS (
    INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
    SELECT $1::timestamptz, 'message', id, 'sending', $3::varchar, 'worker', coalesce($5::int::text, '') FROM moved),
blocked AS (
    INSERT INTO opt_out (phone, at, source) SELECT phone, $1::timestamptz, 'gateway' FROM moved WHERE $5::int = 21610
    ON CONFLICT (phone) DO NOTHING RETURNING phone),
stopped AS (
    INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)
    SELECT $1, 'consent', person, 'started', 'stopped', 'gateway', '' FROM blocked JOIN moved USING (phone)
    WHERE person IS NOT NULL)
SELECT id FROM moved
"""


def lease_seconds() -> float:
    """Longer than the longest POST, so that a live worker never loses its lease."""
    return 2 * settings().sms_timeout_seconds + 5


async def drain(transport: Transport) -> bool:
    """Sends for one turn, so that the sender can stop or look something up in between; whether more may be due."""
    turn_ends = time.monotonic() + TURN_SECONDS
    while await _wave(transport):
        if time.monotonic() >= turn_ends:
            return True
    return False


async def _wave(transport: Transport) -> int:
    lease = secrets.token_hex(16)
    claimed_at = time.clock_gettime(time.CLOCK_BOOTTIME)
    awake = await quiet_until() is None
    taken = await rows(CLAIM, now(), awake, WAVE, lease, lease_seconds())
    gate = asyncio.Semaphore(CONNECTIONS)

    async def attempt(message: dict[str, Any]) -> None:
        async with gate:
            await _attempt(transport, message, lease, claimed_at)

    await asyncio.gather(*(attempt(message) for message in taken if message["state"] == MessageState.SENDING))
    return len(taken)


async def _attempt(transport: Transport, message: dict[str, Any], lease: str, claimed_at: float) -> None:
    try:
        await _post(transport, message, lease, claimed_at)
    except Exception:
        # Its fate is unknown, and its lease ends: then it is looked up. The others of the wave go on.
        log.exception("message %s could not be sent", message["id"])


async def _post(transport: Transport, message: dict[str, Any], lease: str, claimed_at: float) -> None:
    if _too_late(claimed_at):
        result = Result(MessageState.QUEUED)
    else:
        result = await transport.send(message["id"], message["phone"], message["body"])
    delay = min(result.delay_s * 2 ** min(message["attempts"], 10), LONGEST_DELAY_S) * random.uniform(0.5, 1)  # noqa: S311 - chance, not secrecy
    await rows(SETTLE, now(), message["id"], result.state, result.sid, result.code, delay, lease)


def _too_late(claimed_at: float) -> bool:
    """A worker that was paused must not post when its lease may end before the gateway has answered."""
    elapsed = time.clock_gettime(time.CLOCK_BOOTTIME) - claimed_at
    return lease_seconds() - elapsed <= settings().sms_timeout_seconds
