import signal
from pathlib import Path

import asyncpg
import pytest

from tests.commands.program import Program, eventually, is_alive


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
async def test_a_stop_leaves_no_process_and_the_next_start_finds_the_data(tmp_path: Path, number: signal.Signals) -> None:
    with Program(tmp_path / "data") as first:
        await _ask(first, "CREATE TABLE kept AS SELECT 27 AS ref")
        children = first.children()
        first.process.send_signal(number)
        assert "Liangdeng has stopped" in first.output()
        assert first.process.returncode == 0
        assert not any(is_alive(pid) for pid in children)
        assert not (tmp_path / "data" / "running.json").exists()
    with Program(tmp_path / "data") as second:
        assert await _ask(second, "SELECT ref FROM kept") == 27


async def test_a_kill_leaves_no_process_and_the_next_start_works(tmp_path: Path) -> None:
    with Program(tmp_path / "data") as first:
        await _ask(first, "CREATE TABLE kept AS SELECT 27 AS ref")
        children = first.children()
        first.process.kill()
        eventually(lambda: not any(is_alive(pid) for pid in children))
    with Program(tmp_path / "data") as second:
        assert await _ask(second, "SELECT ref FROM kept") == 27


async def _ask(program: Program, sql: str) -> object:
    facts = program.running()
    assert facts
    connection = await asyncpg.connect(facts["environment"]["DATABASE_URL"])
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()
