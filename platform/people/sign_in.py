"""Signing in by a code sent to the phone. Codes and session tokens are kept as hashes only."""

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256
from typing import NamedTuple

from base.clock import now
from base.db import row, rows
from base.errors import Refused
from base.settings import settings
from people.people import by_id
from people.tables import Person

CODE_LIVES = timedelta(minutes=10)
GUESSES = 5
# At most so many codes to a phone within so long.
LIMITS = ((1, timedelta(minutes=1)), (5, timedelta(hours=1)), (10, timedelta(days=1)))

IDLE = timedelta(days=14)
ABSOLUTE = timedelta(days=60)
SEEN_EVERY = timedelta(hours=1)


class Code(NamedTuple):
    id: int
    digits: str


async def new_code(phone: str) -> Code:
    """A code for the phone. Only the newest one opens. Refused when the phone has had its share."""
    # Two requests at once would both count the same codes: the second waits here for the first to commit.
    await rows("SELECT pg_advisory_xact_lock(hashtextextended('sign_in ' || $1, 0))", phone)
    await _refuse_too_many(phone)
    digits = f"{secrets.randbelow(10**6):06}"
    made = await row(
        "INSERT INTO sign_in_code (phone, code_hash, tries, created_at, expires_at) VALUES ($1, $2, 0, $3, $4) RETURNING id",
        phone, _code_hash(phone, digits), now(), now() + CODE_LIVES,
    )  # fmt: skip
    assert made is not None
    return Code(made["id"], digits)


async def _refuse_too_many(phone: str) -> None:
    longest = max(window for _, window in LIMITS)
    await rows("DELETE FROM sign_in_code WHERE phone = $1 AND created_at <= $2", phone, now() - longest)
    made = await rows("SELECT created_at FROM sign_in_code WHERE phone = $1 ORDER BY id DESC", phone)
    waits = [made[most - 1]["created_at"] + window - now() for most, window in LIMITS if len(made) >= most]
    wait = max(waits, default=timedelta(0))
    if wait > timedelta(0):
        raise Refused("code_too_often", seconds=int(wait.total_seconds()) + 1)


async def is_right(phone: str, digits: str) -> bool:
    """Whether the digits are the phone's newest code. Each call is a guess; a right one uses the code up."""
    guessed = await row(
        "UPDATE sign_in_code SET tries = tries + 1, used_at = CASE WHEN code_hash = $2 THEN $3::timestamptz END"
        " WHERE id = (SELECT max(id) FROM sign_in_code WHERE phone = $1)"
        " AND used_at IS NULL AND expires_at > $3 AND tries < $4 RETURNING used_at",
        phone, _code_hash(phone, digits), now(), GUESSES,
    )  # fmt: skip
    return guessed is not None and guessed["used_at"] is not None


def _code_hash(phone: str, digits: str) -> str:
    return hmac.digest(settings().secret_key.encode(), f"code:{phone}:{digits}".encode(), "sha256").hex()


async def begin(person_id: int) -> str:
    """Opens a session; the token is known to the browser alone."""
    token = secrets.token_urlsafe(32)
    await rows(
        "INSERT INTO session (token_hash, person, created_at, seen_at) VALUES ($1, $2, $3, $3)",
        _token_hash(token), person_id, now(),
    )  # fmt: skip
    return token


async def who(token: str) -> Person | None:
    found = await row(
        "SELECT person, seen_at FROM session WHERE token_hash = $1 AND ended_at IS NULL AND seen_at > $2 AND created_at > $3",
        _token_hash(token), now() - IDLE, now() - ABSOLUTE,
    )  # fmt: skip
    if found is None:
        return None
    if found["seen_at"] < now() - SEEN_EVERY:
        await rows("UPDATE session SET seen_at = $2 WHERE token_hash = $1", _token_hash(token), now())
    return await by_id(found["person"])


async def end(token: str) -> None:
    await rows("UPDATE session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL", _token_hash(token), now())


def _token_hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
