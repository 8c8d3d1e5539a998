"""Bells ring after the commit, and only then; a Redis that is gone keeps nobody waiting."""

import time

import pytest
from redis import ConnectionPool, Redis
from rq import Queue

from base import bell
from base.bell import BELLS, DEBOUNCE_SECONDS, connection, heard, ring_now
from base.db import rows
from base.work import ring_after_commit, transaction


def rung(name: str) -> int:
    return Queue(BELLS[name], connection=connection()).count


async def work(*bells: str) -> None:
    async with transaction():
        await rows("INSERT INTO city_fact (key, value) VALUES ('done', '1')")
        for name in bells:
            ring_after_commit(name)
        assert [rung(name) for name in bells] == [0] * len(bells)


async def test_they_ring_after_the_commit(house: None) -> None:
    await work("tend", "drain")
    assert (rung("tend"), rung("drain")) == (1, 1)


async def test_they_do_not_ring_when_nothing_was_committed(house: None) -> None:
    with pytest.raises(ValueError, match="no such bell"):
        await _fails()
    assert rung("tend") == 0
    assert await rows("SELECT key FROM city_fact") == []


async def _fails() -> None:
    async with transaction():
        await rows("INSERT INTO city_fact (key, value) VALUES ('done', '1')")
        ring_after_commit("tend")
        raise ValueError("no such bell")


async def test_one_transaction_rings_each_bell_once(house: None) -> None:
    await work("tend", "tend", "tend")
    assert rung("tend") == 1


async def test_the_bells_of_one_transaction_are_not_rung_by_the_next(house: None) -> None:
    with pytest.raises(ValueError, match="no such bell"):
        await _fails()
    await rows("DELETE FROM city_fact")
    await work("drain")
    assert (rung("tend"), rung("drain")) == (0, 1)


def test_outside_of_a_transaction_nobody_rings() -> None:
    with pytest.raises(RuntimeError, match="outside"):
        ring_after_commit("tend")


def test_what_is_rung_and_not_yet_heard_is_not_rung_again(house: None) -> None:
    for _ in range(5):
        ring_now("tend")
    assert rung("tend") == 1
    heard("tend")
    ring_now("tend")
    assert rung("tend") == 2


def test_a_bell_that_nobody_heard_may_be_rung_again_after_a_while(house: None) -> None:
    ring_now("tend")
    assert 0 < connection().pttl("bell:tend") <= DEBOUNCE_SECONDS * 1000


@pytest.fixture
def redis_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    nobody_there = connection().connection_pool.connection_kwargs | {"port": 1}
    monkeypatch.setattr(bell, "connection", lambda: Redis(connection_pool=ConnectionPool(**nobody_there)))


async def test_without_redis_the_work_is_done_and_nobody_waits(house: None, redis_gone: None) -> None:
    began = time.monotonic()
    async with transaction():
        await rows("INSERT INTO city_fact (key, value) VALUES ('done', '1')")
        ring_after_commit("tend")
    assert await rows("SELECT key FROM city_fact") == [{"key": "done"}]
    assert time.monotonic() - began < 2


def test_without_redis_nobody_holds_a_lock(redis_gone: None) -> None:
    heard("tend")
    assert not bell.hold("timetable", 10)
