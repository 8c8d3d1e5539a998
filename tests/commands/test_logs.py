from pathlib import Path

import pytest

from commands import logs
from commands.logs import Log


def test_tells_what_is_worrying_and_only_once(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    _append(log, "INFO all is well\nWARNING slow\nERROR broken\n")
    assert log.news() == ["WARNING slow", "ERROR broken"]
    assert log.news() == []


def test_waits_for_the_end_of_a_line(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    _append(log, "ERROR bro")
    assert log.news() == []
    _append(log, "ken\n")
    assert log.news() == ["ERROR broken"]


def test_does_not_repeat_what_was_there_before(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_text("ERROR of yesterday\n")
    assert Log(tmp_path / "web.log").news() == []


def test_keeps_its_size_in_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LIMIT_BYTES", 1000)
    log = Log(tmp_path / "web.log")
    with open(log.file, "a", buffering=1) as child:
        for number in range(500):
            child.write(f"ERROR number {number}\n")
            assert log.news() == [f"ERROR number {number}"]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 2200


def _append(log: Log, text: str) -> None:
    with open(log.file, "a") as child:
        child.write(text)


def test_of_many_worries_the_first_few_are_told(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    _append(log, "".join(f"ERROR number {number}\n" for number in range(50)))
    assert log.news() == [f"ERROR number {number}" for number in range(logs.LINES_AT_ONCE)]
    assert log.news() == []


@pytest.mark.parametrize(("line", "worrying"), [("CRITICAL x", True), ("a [ERROR] b", True), ("ERRORS: 0", False), ("no error", False)])
def test_only_what_a_program_calls_worrying_is(tmp_path: Path, line: str, worrying: bool) -> None:
    log = Log(tmp_path / "web.log")
    _append(log, f"{line}\n")
    assert log.news() == ([line] if worrying else [])


def test_bytes_that_are_no_text_do_not_stop_it(tmp_path: Path) -> None:
    log = Log(tmp_path / "web.log")
    with open(log.file, "ab") as child:
        child.write(b"ERROR \xff\xfe\x00\n")
    (line,) = log.news()
    assert line.startswith("ERROR ")
