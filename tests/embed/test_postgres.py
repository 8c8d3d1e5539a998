import os
import signal
from pathlib import Path

import asyncpg
import pytest

from embed.postgres import Postgres


async def ask(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def test_data_survives_a_stop(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as postgres:
        await ask(postgres.url, "CREATE TABLE kept AS SELECT 27 AS ref")
    assert postgres.process.returncode == 0
    with Postgres(tmp_path, fast=True) as postgres:
        assert await ask(postgres.url, "SELECT ref FROM kept") == 27


async def test_starts_again_on_the_same_port_after_a_kill(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as postgres:
        await ask(postgres.url, "CREATE TABLE kept AS SELECT 27 AS ref")
        url = postgres.url
        os.kill(postgres.process.pid, signal.SIGKILL)
        postgres.process.wait()
        postgres.start()
        assert await ask(url, "SELECT ref FROM kept") == 27


async def test_a_pid_file_that_names_a_stranger_does_not_matter(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as postgres:
        os.kill(postgres.process.pid, signal.SIGKILL)
        postgres.process.wait()
        pid_file = postgres.store / "postmaster.pid"
        pid_file.write_text("\n".join(["1", *pid_file.read_text().splitlines()[1:]]) + "\n")
        postgres.start()
        assert await ask(postgres.url, "SELECT 1") == 1


async def test_ends_what_still_runs_in_its_folder(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as before, Postgres(tmp_path, fast=True) as now:
        assert before.process.wait(5) == 0
        assert await ask(now.url, "SELECT 1") == 1


async def test_begins_anew_what_was_killed_half_made(tmp_path: Path) -> None:
    (tmp_path / "store" / "base").mkdir(parents=True)
    (tmp_path / "store" / "PG_VERSION").write_text("18\n")
    with Postgres(tmp_path, fast=True) as postgres:
        assert await ask(postgres.url, "SELECT 1") == 1


async def test_refuses_a_wrong_password_and_shows_nobody_the_right_one(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as postgres:
        with pytest.raises(asyncpg.InvalidPasswordError):
            await ask(f"postgresql://liangdeng:guess@127.0.0.1:{postgres.port}/postgres", "SELECT 1")
        assert (tmp_path / "password").stat().st_mode & 0o777 == 0o600
        assert (tmp_path / "store").stat().st_mode & 0o777 == 0o700
        assert _is_loopback_only(postgres.port)


async def test_reads_chinese(tmp_path: Path) -> None:
    with Postgres(tmp_path, fast=True) as postgres:
        assert await ask(postgres.url, "SELECT '微心愿' ILIKE '%心愿%' AND lower('ÄÉ') = 'äé' AND '心愿' ~ '^\\w+$'") is True


def _is_loopback_only(port: int) -> bool:
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    addresses = [row[1] for row in listening if row[3] == "0A" and row[1].endswith(f":{port:04X}")]
    return addresses == [f"0100007F:{port:04X}"]
