import os
import signal
from pathlib import Path

import pytest
import redis

from embed.valkey import Valkey


def test_data_survives_a_stop(tmp_path: Path) -> None:
    with Valkey(tmp_path) as valkey:
        _client(valkey.url).set("ref", 27)
    assert valkey.process.returncode == 0
    with Valkey(tmp_path) as valkey:
        assert _client(valkey.url).get("ref") == b"27"


def test_starts_again_on_the_same_port_after_a_kill(tmp_path: Path) -> None:
    with Valkey(tmp_path) as valkey:
        url = valkey.url
        os.kill(valkey.process.pid, signal.SIGKILL)
        valkey.process.wait()
        valkey.start()
        assert _client(url).ping()


def test_ends_what_still_runs_in_its_folder(tmp_path: Path) -> None:
    with Valkey(tmp_path) as before, Valkey(tmp_path) as now:
        assert before.process.wait(5) == 0
        assert _client(now.url).ping()


def test_refuses_a_wrong_password_and_shows_nobody_the_right_one(tmp_path: Path) -> None:
    with Valkey(tmp_path) as valkey:
        with pytest.raises(redis.AuthenticationError):
            _client(f"redis://:guess@127.0.0.1:{valkey.port}/0").ping()
        command_line = Path(f"/proc/{valkey.process.pid}/cmdline").read_text()
        assert (tmp_path / "password").read_text() not in command_line
        assert (tmp_path / "password").stat().st_mode & 0o777 == 0o600


def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, single_connection_client=False)
