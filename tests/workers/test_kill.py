"""Faults that cannot be had in one process: kill -9, SIGTERM, a Redis that is emptied or gone."""

import asyncio
import signal
from functools import partial
from pathlib import Path

import httpx

from base.bell import connection, ring_now
from base.db import rows
from embed.valkey import Valkey
from messages import texts
from tests.messages.ledger import assert_the_ledger_tells_every_state
from tests.messages.letters import queue, queue_to_many, state, states
from tests.workers.programs import DESK, SENDER, TIMETABLE, Programs, eventually

SENT = {"sent", "delivered"}
MISBEHAVING = {"hang after": 0.7, "500 after": 0.1, "500 before": 0.1, "429": 0.1}


async def test_killed_senders_and_an_emptied_redis_lose_and_repeat_nothing(house: None, tmp_path: Path) -> None:
    with Programs(tmp_path) as programs:
        programs.start_gateway()
        programs.start("desk", DESK)
        await eventually(lambda: answers(programs), programs)
        programs.plan(chances=MISBEHAVING, hang_seconds=0.3)
        await queue_to_many(60)
        programs.start("timetable", TIMETABLE)
        for kills in range(3):
            programs.start("sender", SENDER)
            ring_now("drain")
            await eventually(partial(has_more, programs, len(programs.has())), programs)
            programs.kill("sender")
            if kills == 1:
                connection().flushall()
        programs.plan()
        await eventually(all_looked_up_and_sent, programs)
        assert len(programs.has()) == len(set(programs.has())) == 60
    assert len(await rows("SELECT 1 FROM event WHERE to_state = 'ambiguous'")) > 5
    await assert_the_ledger_tells_every_state()


async def test_a_sender_that_is_told_to_stop_ends_between_two_waves(house: None, tmp_path: Path) -> None:
    with Programs(tmp_path) as programs:
        programs.start_gateway()
        await eventually(lambda: answers(programs), programs)
        programs.plan(chances={"hang after": 1}, hang_seconds=0.3)
        await queue_to_many(300)
        sender = programs.start("sender", SENDER)
        ring_now("drain")
        await eventually(lambda: has_more(programs, 0), programs)
        sender.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(sender.wait, 10) == 0
        assert set(await states()) == {"queued", "sent"}
        assert (await states()).count("sent") == len(programs.has())


async def test_a_sender_outlives_its_redis(house: None, tmp_path: Path) -> None:
    with Valkey(tmp_path / "valkey") as valkey, Programs(tmp_path, REDIS_URL=valkey.url) as programs:
        programs.start_gateway()
        await eventually(lambda: answers(programs), programs)
        programs.start("sender", SENDER)
        programs.start("timetable", TIMETABLE)
        first = await queue(texts.wish_closed(1))
        await eventually(lambda: is_sent(first), programs)
        valkey.stop()
        second = await queue(texts.wish_closed(2), subject="wish:2")
        await asyncio.sleep(1)
        valkey.start()
        await eventually(lambda: is_sent(second), programs)
        assert len(programs.has()) == 2


async def answers(programs: Programs) -> bool:
    try:
        programs.plan()
    except httpx.TransportError:
        return False
    return True


async def has_more(programs: Programs, before: int) -> bool:
    return len(programs.has()) > before or await all_sent()


async def is_sent(message_id: int) -> bool:
    return await state(message_id) in SENT


async def all_looked_up_and_sent() -> bool:
    ring_now("reconcile")
    return await all_sent()


async def all_sent() -> bool:
    return set(await states()) <= SENT
