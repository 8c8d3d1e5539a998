"""What may never be of listings, places and needs: the database refuses it, or the questions of the tests find it."""

from datetime import time

import asyncpg
import pytest

from base.db import DB, rows
from jobs.needs import Seek, seek
from tests.cast import do
from tests.invariants import assert_the_invariants_hold
from tests.jobs.desk import Desk, applies, cancels, confirms, holding
from tests.jobs.scene import web, worker

LATE = {"starts": time(16), "ends": time(20)}


REFUSED = [
    "UPDATE listing SET taken = heads + 1",
    "UPDATE listing SET kept = heads",
    "UPDATE listing SET taken = -1, kept = 0",
    "UPDATE listing SET due_at = NULL",
    "UPDATE listing SET state = 'over'",
    "UPDATE listing SET ends_at = starts_at",
    "UPDATE listing SET pay_fen = NULL",
    "UPDATE listing SET ref = (SELECT min(ref) FROM listing)",
    "UPDATE job_need SET due_at = NULL",
    "UPDATE job_need SET state = 'over'",
    "INSERT INTO referral (listing, person, state, sent_at) SELECT listing, person, state, sent_at FROM referral",
    "UPDATE referral SET due_at = NULL WHERE kept > 0",
    "UPDATE referral SET state = 'lapsed' WHERE kept > 0",
    "UPDATE placement SET person = (SELECT max(id) FROM person), listing = (SELECT min(id) FROM listing)",
    "UPDATE placement SET busy_from = (SELECT min(busy_from) FROM placement)",
]
FOUND = [
    "UPDATE listing SET taken = 0",
    "UPDATE listing SET kept = 0",
    "UPDATE listing SET heads = 3",
    "UPDATE placement SET people = 3 WHERE state = 'confirmed'",
    "UPDATE listing SET starts_at = '2026-11-24 06:00+8', ends_at = '2026-11-24 20:00+8'",
    "UPDATE placement SET due_at = NULL",
    "UPDATE placement SET due_at = now() WHERE state = 'released'",
    "UPDATE referral SET turn = NULL WHERE state = 'waiting'",
    "UPDATE referral SET turn = 1 WHERE state = 'sent'",
    "UPDATE referral SET state = 'waiting', turn = 2 WHERE state = 'accepted'",
    "UPDATE listing SET state = 'cancelled', due_at = NULL",
    "UPDATE listing SET state = 'over', due_at = NULL",
    "UPDATE referral SET state = 'accepted' WHERE state = 'declined'",
    "UPDATE placement SET state = 'absent', due_at = NULL",
    "UPDATE employer SET state = 'new'",
    "INSERT INTO event (at, subject, subject_id, to_state, via, note) SELECT now(), 'placement', id, 'held', 'web', '' FROM placement",
    "UPDATE message SET body = (SELECT max(phone) FROM person WHERE id <> message.person AND name LIKE '工友%')",
]


async def a_morning(desk: Desk) -> None:
    """Listings with a confirmed one, one who was asked, one who waits, and one with a need who holds two places."""
    job, (chen, zhou, *_) = await holding(2, desk, waiting=2)
    await confirms(zhou, job)
    await cancels(chen, job)
    busy, (early, late) = await worker(), [await desk.job(heads=1), await desk.job(heads=1, **LATE)]
    await do(seek, busy, Seek(), web(busy))
    for each in (early, late):
        await applies(busy, each)
    await assert_the_invariants_hold()


async def breaks(sql: str) -> None:
    """Does what no rule allows, looks, and undoes it."""
    async with DB.transaction():
        await rows(sql)
        await assert_the_invariants_hold()


async def test_the_database_itself_refuses(desk: Desk) -> None:
    await a_morning(desk)
    for sql in REFUSED:
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await rows(sql)


async def test_the_questions_find(desk: Desk) -> None:
    await a_morning(desk)
    for sql in FOUND:
        with pytest.raises(AssertionError):
            await breaks(sql)
