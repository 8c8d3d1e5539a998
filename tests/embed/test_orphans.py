"""A pid file is believed only when the kernel says that the process is our server, in our folder."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from embed import orphans
from embed.errors import ServerError

PROGRAM = "valkey-server"


@contextmanager
def process(folder: Path, name: str = PROGRAM) -> Iterator[subprocess.Popen[bytes]]:
    """A process of that name at work in the folder."""
    sleep = shutil.which("sleep")
    assert sleep
    program = shutil.copy(sleep, folder.parent / name)
    with subprocess.Popen([program, "60"], cwd=folder) as running:
        try:
            yield running
        finally:
            running.kill()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


def ends(store: Path, end: signal.Signals = signal.SIGTERM) -> None:
    orphans.stop(store, PROGRAM, end)


@pytest.mark.parametrize("written", [None, "", "\n", "twenty-seven", "999999999", "-1"])
def test_a_file_that_names_nobody_ends_nobody(store: Path, written: str | None) -> None:
    if written is not None:
        (store / "valkey.pid").write_text(written)
    ends(store)


def test_our_server_in_our_folder_is_ours(store: Path) -> None:
    with process(store) as running:
        assert orphans.is_server_of(running.pid, store, PROGRAM)


def test_another_program_in_our_folder_is_left_alone(store: Path) -> None:
    with process(store, "another") as stranger:
        (store / "valkey.pid").write_text(str(stranger.pid))
        ends(store)
        assert stranger.poll() is None


def test_our_server_in_another_folder_is_left_alone(store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with process(other) as neighbour:
        (store / "valkey.pid").write_text(str(neighbour.pid))
        ends(store)
        assert neighbour.poll() is None


def test_a_server_whose_program_was_replaced_meanwhile_is_still_ours(store: Path) -> None:
    with process(store) as running:
        (store.parent / PROGRAM).unlink()
        assert os.readlink(f"/proc/{running.pid}/exe").endswith("(deleted)")
        assert orphans.is_server_of(running.pid, store, PROGRAM)


def test_one_that_does_not_stop_is_said_with_its_number(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orphans, "WAIT_SECONDS", 0.05)
    with process(store) as deaf:
        (store / "valkey.pid").write_text(str(deaf.pid))
        with pytest.raises(ServerError, match=f"process {deaf.pid} and does not stop"):
            ends(store, signal.SIGCONT)
