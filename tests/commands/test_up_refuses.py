import socket
from pathlib import Path

import pytest

from tests.commands.program import Program, free_pair


@pytest.mark.parametrize("offset", [0, 1], ids=["the site's port", "the sandbox's port"])
def test_a_taken_port_is_said_plainly(tmp_path: Path, offset: int) -> None:
    port = free_pair()
    with socket.create_server(("127.0.0.1", port + offset)):
        program = Program(tmp_path / "data", port=port)
        said = program.output()
    assert f"Port {port + offset} is taken; try --port " in said
    assert program.process.returncode == 1
    assert not (tmp_path / "data" / "postgres").exists()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("TZ_CITY", "Asia/Nowhere"), ("PUBLIC_URL", "wish.example"), ("SECRET_KEY_FILE", "/nowhere"), ("DATABASE_URL", "mysql://x/y")],
)
def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path: Path, setting: str, value: str) -> None:
    program = Program(tmp_path / "data", settings={setting: value})
    said = program.output().splitlines()
    assert said[-1].startswith(f"{setting}: ")
    assert len(said) == 2  # Chinese, English
    assert program.process.returncode == 1
    assert not (tmp_path / "data" / "postgres").exists()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("DATABASE_URL", "postgresql://u:p@127.0.0.1:1/x"), ("REDIS_URL", "redis://127.0.0.1:1/0")],
)
def test_a_server_that_does_not_answer_stops_the_start(tmp_path: Path, setting: str, value: str) -> None:
    program = Program(tmp_path / "data", settings={setting: value})
    said = program.output()
    assert f"{setting}: the" in said
    assert "Traceback" not in said
    assert program.process.returncode == 1


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    program = Program(tmp_path / "data")
    assert "Traceback" not in program.output()
    assert program.process.returncode != 0
