import json
import zlib
from typing import Any

import pytest
from redis import Redis
from rq import Queue
from rq.serializers import JSONSerializer

from base import bell
from base.work import transaction
from messages import texts
from messages.drain import drain
from messages.outbox import Stranger, put
from tests.messages.letters import LIU, Gateway


def waiting(queue: str) -> list[str]:
    return [str(job.func_name) for job in Queue(queue, connection=bell.connection(), serializer=JSONSerializer).jobs]


async def test_every_bell_wakes_a_task_on_its_queue(house: None) -> None:
    from workers import tasks

    for name in bell.BELLS:
        bell.ring_now(name)
        assert callable(getattr(tasks, name))
    assert (waiting("desk"), waiting("dispatch")) == (["workers.tasks.inbox"], ["workers.tasks.tend", "workers.tasks.night"])
    assert waiting("sender") == ["workers.tasks.drain", "workers.tasks.reconcile"]


async def test_a_bell_that_is_rung_already_is_not_rung_again(house: None) -> None:
    for _ in range(5):
        await bell.ring("drain")
    assert waiting("sender") == ["workers.tasks.drain"]


async def test_once_heard_it_rings_again(house: None) -> None:
    bell.ring_now("drain")
    bell.heard("drain")
    bell.ring_now("drain")
    assert len(waiting("sender")) == 2


async def test_a_bell_that_nobody_hears_is_dumb_for_seconds_only(house: None) -> None:
    bell.ring_now("drain")
    assert 0 < int(str(bell.connection().ttl("bell:drain"))) <= bell.DEBOUNCE_SECONDS


async def test_the_queue_of_a_worker_that_is_away_does_not_grow_for_ever(house: None) -> None:
    for _ in range(3 * bell.MOST_WAITING):
        bell.ring_now("drain")
        bell.heard("drain")
    assert len(waiting("sender")) == bell.MOST_WAITING


async def test_redis_holds_names_and_no_pickle(house: None) -> None:
    for name in bell.BELLS:
        bell.ring_now(name)
    jobs = [fields for key, fields in raw().items() if key.startswith(b"rq:job:")]
    assert len(jobs) == len(bell.BELLS)
    for job in jobs:
        called, _, args, kwargs = json.loads(zlib.decompress(job[b"data"]))
        assert called.removeprefix("workers.tasks.") in bell.BELLS
        assert (args, kwargs) == ([], {})
    assert b"\x80\x04" not in repr(raw()).encode("unicode_escape")
    assert not [value for job in jobs for value in job.values() if value.startswith(b"\x80")]


def raw() -> dict[bytes, Any]:
    redis: Any = bell.connection()
    return {key: redis.hgetall(key) for key in redis.keys("*") if redis.type(key) == b"hash"}


async def test_without_redis_business_goes_on(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.2)
    monkeypatch.setattr(bell, "connection", lambda: nowhere)
    async with transaction():
        assert await put(texts.wish_closed(27), Stranger(LIU, "zh-CN"), "wish:1")
    bell.heard("drain")
    assert not bell.hold("test", 1)


async def test_an_emptied_redis_loses_no_message(gateway: Gateway) -> None:
    async with transaction():
        await put(texts.wish_closed(27), Stranger(LIU, "zh-CN"), "wish:1")
    assert waiting("sender") == ["workers.tasks.drain"]
    bell.connection().flushall()
    bell.ring_now("drain")
    assert waiting("sender") == ["workers.tasks.drain"]
    await drain(gateway.twilio)
    assert len(await gateway.has()) == 1
