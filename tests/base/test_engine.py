"""The engine gives every connection back, and its context with it, whatever BEGIN, COMMIT or ROLLBACK does."""

import asyncio

import asyncpg
import pytest
from piccolo.engine.exceptions import TransactionError

from base.db import DB, rows
from base.engine import SafeEngine, SafeTransaction
from base.settings import settings

POOL = 20
FAILS_AT_COMMIT = "CREATE TEMP TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP"


async def commit_in_vain() -> None:
    async with DB.transaction():
        await rows(FAILS_AT_COMMIT)
        await rows("INSERT INTO once VALUES (1), (1)")


async def raise_inside() -> None:
    async with DB.transaction():
        await rows("INSERT INTO city_fact (key, value) VALUES ('half', '1')")
        raise ValueError("half done")


async def all_is_well() -> None:
    """No connection is lost, and none is in a transaction."""
    assert DB.current_transaction.get() is None
    async with asyncio.timeout(10):
        free = await asyncio.gather(*(rows("SELECT pg_current_xact_id_if_assigned() AS open") for _ in range(POOL)))
    assert {found[0]["open"] for found in free} == {None}
    assert await rows("SELECT 1 FROM city_fact WHERE key = 'half'") == []


async def test_a_commit_that_fails_gives_the_connection_back(house: None) -> None:
    for _ in range(POOL + 2):
        with pytest.raises(asyncpg.UniqueViolationError):
            await commit_in_vain()
    await all_is_well()


async def test_after_a_commit_that_failed_the_same_task_goes_on(house: None) -> None:
    with pytest.raises(asyncpg.UniqueViolationError):
        await commit_in_vain()
    async with DB.transaction():
        await rows("INSERT INTO city_fact (key, value) VALUES ('after', '1')")
    assert await rows("SELECT key FROM city_fact") == [{"key": "after"}]


async def test_what_raises_inside_is_rolled_back(house: None) -> None:
    for _ in range(POOL + 2):
        with pytest.raises(ValueError, match="half done"):
            await raise_inside()
    await all_is_well()


@pytest.mark.parametrize("step", ["begin", "commit", "rollback"])
async def test_each_step_may_fail(house: None, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: SafeTransaction) -> None:
        raise OSError(step)

    with monkeypatch.context() as broken:
        broken.setattr(SafeTransaction, step, fail)
        for _ in range(POOL + 2):
            with pytest.raises(ValueError if step == "rollback" else OSError):
                await (raise_inside() if step == "rollback" else _nothing())
    await all_is_well()


async def _nothing() -> None:
    async with DB.transaction():
        pass


async def test_a_server_that_hangs_up_costs_one_transaction(house: None) -> None:
    for _ in range(POOL + 2):
        with pytest.raises(asyncpg.PostgresError):
            await hung_up_on()
    await all_is_well()


async def hung_up_on() -> None:
    async with DB.transaction():
        await rows("SELECT pg_terminate_backend(pg_backend_pid())")


async def test_a_transaction_inside_another_is_refused(house: None) -> None:
    async with DB.transaction():
        with pytest.raises(TransactionError):
            await _nothing()
        await rows("INSERT INTO city_fact (key, value) VALUES ('outer', '1')")
    assert await rows("SELECT key FROM city_fact") == [{"key": "outer"}]


async def test_a_task_that_is_cancelled_gives_its_connection_back(house: None) -> None:
    async def sleeps() -> None:
        async with DB.transaction():
            await rows("SELECT pg_sleep(30)")

    asleep = [asyncio.create_task(sleeps()) for _ in range(POOL)]
    await asyncio.sleep(0.3)
    for task in asleep:
        task.cancel()
    await asyncio.gather(*asleep, return_exceptions=True)
    await all_is_well()


async def test_without_a_pool_each_connection_is_closed_after_use(house: None) -> None:
    engine = SafeEngine(config={"dsn": settings().database_url, "server_settings": {"application_name": "no pool"}})
    assert await engine.rows("SELECT 1 AS one") == [{"one": 1}]
    async with engine.transaction():
        assert await engine.rows("SELECT $1::int AS two", 2) == [{"two": 2}]
    await asyncio.sleep(0.1)
    assert await rows("SELECT pid FROM pg_stat_activity WHERE application_name = 'no pool'") == []
