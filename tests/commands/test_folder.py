"""The folder of a city: one program at a time, secrets that outlive it, files that are whole."""

import json
import os
import re
from pathlib import Path

import pytest

from commands.folder import Folder, write_private
from commands.speech import Refusal


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_it_is_made_with_all_above_it_and_closed_to_others(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "cities" / "xianning")
    with folder.locked():
        assert [mode(each) for each in (folder.path, folder.logs)] == [0o700, 0o700]


def test_only_one_may_use_it_and_the_next_may_when_he_has_gone(tmp_path: Path) -> None:
    with (
        Folder(tmp_path).locked(),
        pytest.raises(Refusal, match=f"already running in {re.escape(str(tmp_path))}"),
        Folder(tmp_path).locked(),
    ):
        pass
    with Folder(tmp_path).locked():
        pass


def test_what_fails_inside_gives_it_back(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), Folder(tmp_path).locked():
        raise ValueError("inside")
    with Folder(tmp_path).locked():
        pass


def test_where_nothing_runs_there_is_nothing_to_read(tmp_path: Path) -> None:
    assert Folder(tmp_path / "nowhere").read_running() is None
    assert Folder(tmp_path).read_running() is None


def test_others_read_what_runs_until_it_is_forgotten(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder.locked():
        folder.write_running({"site": "http://127.0.0.1:8000", "name": "咸宁"})
        assert Folder(tmp_path).read_running() == {"site": "http://127.0.0.1:8000", "name": "咸宁"}
        folder.forget_running()
        folder.forget_running()
        assert Folder(tmp_path).read_running() is None


def test_the_next_start_forgets_what_a_killed_one_left(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text('{"pid": 1}')
    with Folder(tmp_path).locked():
        assert Folder(tmp_path).read_running() is None


def test_secrets_are_made_once_for_each_city(tmp_path: Path) -> None:
    one, other = (Folder(tmp_path / name) for name in ("one", "other"))
    for folder in (one, other):
        folder.path.mkdir()
    assert one.secrets() == Folder(one.path).secrets()
    assert not set(one.secrets().values()) & set(other.secrets().values())
    assert mode(one.path / "secrets.json") == 0o600
    assert (len(one.secrets()["SECRET_KEY"]) >= 32, len(one.secrets()["SMS_ACCOUNT_SID"])) == (True, 34)


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "running.json"
    write_private(file, json.dumps({"old": 1}))

    def disk_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", disk_full)
    with pytest.raises(OSError, match="No space"):
        write_private(file, "half")
    assert json.loads(file.read_text()) == {"old": 1}


def test_whatever_the_umask_a_private_file_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "secret", "27")
    finally:
        os.umask(before)
    assert mode(tmp_path / "secret") == 0o600


def test_a_relative_folder_stays_where_it_was_when_the_program_walks_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Folder(Path("city"))
    monkeypatch.chdir("/")
    assert folder.path == tmp_path / "city"
