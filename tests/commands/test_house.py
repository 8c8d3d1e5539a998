import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from commands.folder import Folder
from commands.house import house
from commands.speech import Refusal
from tests.commands.program import OURS, environment


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*OURS, *(f"{name}_FILE" for name in OURS)):
        monkeypatch.setenv(name, "")


def test_uses_the_city_that_runs(tmp_path: Path) -> None:
    settings_of_the_city = {name: f"its {name}" for name in OURS}
    folder = Folder(tmp_path)
    with folder.locked():
        folder.write_running({"environment": settings_of_the_city})
        with house(tmp_path):
            assert {name: os.environ[name] for name in OURS} == settings_of_the_city


def test_does_not_believe_what_a_killed_city_left(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder.locked():
        folder.write_running({"environment": {}})
    assert folder.read_running() is None


def test_refuses_a_wrong_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "nonsense")
    with pytest.raises(Refusal, match="PUBLIC_URL: "), house(tmp_path):
        pass


WORK = """
import asyncio, os, sys
from pathlib import Path
from commands.house import house

with house(Path(sys.argv[1])):
    from base.city import facts
    asyncio.run(facts())
    print(os.environ["DATABASE_URL"])
"""


def test_starts_the_servers_for_as_long_as_it_takes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WORK, str(tmp_path)]
    url = subprocess.run(command, check=True, capture_output=True, text=True, env=environment({})).stdout
    port = urlsplit(url.strip()).port
    assert port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
