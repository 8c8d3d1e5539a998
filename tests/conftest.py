"""Real PostgreSQL and Valkey, started once for the run; tables emptied before each test that asks for the house."""

import asyncio
import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

from embed.postgres import Postgres
from embed.valkey import Valkey

# The engine reads its address when it is imported: the servers come first.
_folder = tempfile.TemporaryDirectory(prefix="liangdeng-tests-", ignore_cleanup_errors=True)
_data = Path(_folder.name)
_data.chmod(0o755)
_postgres = Postgres(_data / "postgres", fast=True)
_valkey = Valkey(_data / "valkey")
_postgres.start()
_valkey.start()
os.environ.update(
    DATABASE_URL=_postgres.url,
    REDIS_URL=_valkey.url,
    PUBLIC_URL="http://127.0.0.1:8000",
    SMS_API_BASE="http://127.0.0.1:8001",
    SMS_ACCOUNT_SID="AC" + "a" * 32,
    SMS_AUTH_TOKEN="a-token-for-the-tests",
    SMS_FROM="+861069000012",
    SECRET_KEY=secrets.token_hex(32),
    QUIET_HOURS="false",
)

from base.bell import connection
from base.db import pool, rows
from base.migrate import migrate
from tests.cast import Cast, the_same_cast
from tests.demo_city import CONNECTIONS, DemoCity

asyncio.run(migrate())


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # it has no types
    """A file is run by one process; so are those whose tests share the demo city, and the program that runs with it."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return (
            "demo" if file.startswith(("tests/program/", "tests/commands/test_demo.py", "tests/commands/test_demo_stations.py")) else file
        )


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    return ByFile(config, log)


def pytest_unconfigure() -> None:
    _valkey.stop()
    _postgres.stop()
    _folder.cleanup()


EMPTIED = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('area', 'migration') LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    DELETE FROM area WHERE code LIKE '%-%';
    ALTER SEQUENCE ref RESTART;
END $$
"""


@pytest.fixture(scope="session")
async def database() -> AsyncIterator[None]:
    async with pool(CONNECTIONS):
        yield


@pytest.fixture(scope="session")
async def demo(database: None) -> DemoCity:
    """The demo city, loaded once for the run as `up` loads it."""
    await rows(EMPTIED)
    return await DemoCity.build()


@pytest.fixture
def no_crash(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What is tried again after a crash would hide it from a test. Those who expect one silence its logger."""
    yield
    assert [record.getMessage() for record in caplog.get_records("call") if record.name in ("inbox.handle", "base.sweep")] == []


@pytest.fixture
async def house(database: None, no_crash: None) -> None:
    """An empty house: no person, no wish, no message, nothing rung."""
    await rows(EMPTIED)
    connection().flushdb()


@pytest.fixture
async def cast(house: None) -> Cast:
    """Grandma Liu of Wanxiu, Grandpa Zhang of Heshengqiao, two electricians, the steward, the coordinator."""
    return await the_same_cast()
