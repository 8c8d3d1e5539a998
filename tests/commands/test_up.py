import os
import signal
from collections.abc import Iterator

import pytest

from tests.commands.program import Program, eventually


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("city") / "data") as program:
        yield program


def test_the_site_answers(running: Program) -> None:
    assert running.answers("/healthz")


def test_all_programs_run(running: Program) -> None:
    lines = " ".join(running.children().values())
    for words in (
        "web.app",
        "sandbox.app",
        "workers.run desk dispatch",
        "workers.run sender",
        "workers.timetable",
        "postgres",
        "valkey-server",
    ):
        assert words in lines


def test_only_its_owner_reads_the_data(running: Program) -> None:
    modes = {name: (running.data / name).stat().st_mode & 0o777 for name in (".", "secrets.json", "running.json", "logs")}
    assert modes == {".": 0o700, "secrets.json": 0o600, "running.json": 0o600, "logs": 0o700}


def test_no_secret_stands_on_a_command_line(running: Program) -> None:
    facts = running.running()
    assert facts
    for name in ("SECRET_KEY", "SMS_AUTH_TOKEN", "DATABASE_URL", "REDIS_URL"):
        assert facts["environment"][name] not in " ".join(running.children().values())


def test_a_second_start_on_the_same_data_is_refused(running: Program) -> None:
    second = Program(running.data)
    assert f"Liangdeng is already running in {running.data}" in second.output()
    assert second.process.returncode == 1


def test_a_program_that_is_killed_comes_back(running: Program) -> None:
    os.kill(running.child("web.app"), signal.SIGKILL)
    eventually(lambda: running.answers("/readyz"), program=running)


def test_a_database_that_is_killed_comes_back_where_it_was(running: Program) -> None:
    before = running.child("postgres -D")
    os.kill(before, signal.SIGKILL)
    eventually(lambda: any("postgres -D" in line and pid != before for pid, line in running.children().items()), program=running)
    eventually(lambda: running.answers("/readyz"), program=running)
