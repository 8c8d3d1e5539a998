"""Whatever goes wrong before the program is there, run.py says it in one line."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

import run


@pytest.fixture(autouse=True)
def _log_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LOG", tmp_path / "install.log")


@pytest.mark.parametrize(
    ("error", "said", "code"),
    [
        (run.CannotInstall("the disk is full"), "run.py: the disk is full\n", 1),
        (PermissionError(13, "Permission denied", "/opt/x"), "run.py: /opt/x is not writable; start this as the user who owns it\n", 1),
        (OSError(28, "No space left on device", "/opt/x"), "run.py: /opt/x: No space left on device\n", 1),
        (KeyboardInterrupt(), "", 130),
    ],
)
def test_each_failure_is_one_line(
    error: BaseException, said: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(_: list[str]) -> NoReturn:
        raise error

    monkeypatch.setattr(run, "start", start)
    assert run.main(["up"]) == code
    assert capsys.readouterr() == ("", said)


def test_a_command_that_fails_is_in_the_log_with_all_that_it_said() -> None:
    with pytest.raises(run.CannotInstall, match="the disk is full"):
        run.run([sys.executable, "-c", "print('No space left on device'); raise SystemExit(1)"])
    assert "No space left on device" in run.LOG.read_text()


def test_a_command_that_goes_well_says_nothing_but_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    run.run([sys.executable, "-c", "import os; print(os.environ['ONE'])"], {"ONE": "27"})
    assert run.LOG.read_text().splitlines()[1] == "27"
    assert capsys.readouterr() == ("", "")


def test_what_disturbs_a_python_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("UV_SYSTEM_CERTS", "0")
    handed_on = run.environment()
    assert "/nowhere" not in handed_on.values()
    assert (handed_on["UV_SYSTEM_CERTS"], handed_on["PATH"]) == ("0", os.environ["PATH"])


def test_the_worst_of_all_checks_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []

    def call(command: list[str], **_: object) -> int:
        called.append(Path(command[0]).name)
        return 3 if called[-1] == "mypy" else 0

    monkeypatch.setattr("subprocess.call", call)
    assert run.test(["-x"]) == 3
    assert called == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]


def test_another_python_or_another_place_installs_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    here = run.stamp("run")
    monkeypatch.setattr(run, "HERE", run.HERE / ".." / run.HERE.name)
    elsewhere = run.stamp("run")
    monkeypatch.setattr(sys, "base_prefix", "/another/python")
    assert len({here, elsewhere, run.stamp("run"), run.stamp("test")}) == 4
