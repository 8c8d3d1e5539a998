import signal
from pathlib import Path

import asyncpg

from tests.commands.program import Program, eventually, is_alive


async def test_however_it_ends_no_process_stays_and_the_next_start_finds_the_data(tmp_path: Path) -> None:
    for starts, number in enumerate((signal.SIGKILL, signal.SIGINT, signal.SIGTERM)):
        with Program(tmp_path / "data") as program:
            assert await starts_before(program) == starts
            children = list(program.children())
            program.process.send_signal(number)
            if number is not signal.SIGKILL:
                assert "Liangdeng has stopped" in program.output()
                assert program.process.returncode == 0
                assert not (tmp_path / "data" / "running.json").exists()
            eventually(lambda: not any(map(is_alive, children)))  # noqa: B023


async def starts_before(program: Program) -> int:
    """How many starts have left their row in the database; this one leaves one more."""
    facts = program.running()
    assert facts
    connection = await asyncpg.connect(facts["environment"]["DATABASE_URL"])
    try:
        await connection.execute("CREATE TABLE IF NOT EXISTS start (number int)")
        found = int(await connection.fetchval("SELECT count(*) FROM start"))
        await connection.execute("INSERT INTO start VALUES ($1)", found)
        return found
    finally:
        await connection.close()
