"""What ends is started again, after a pause that grows; what is stopped, stops in its order."""

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import supervisor
from commands.logs import Log
from commands.supervisor import CALM_SECONDS, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Child
from embed.errors import ServerError


class Clock:
    seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("commands.supervisor.time.monotonic", clock.monotonic)
    return clock


class Starts:
    """Starts a program, and counts how often."""

    def __init__(self, *command: str) -> None:
        self.command, self.count = command, 0

    def __call__(self) -> subprocess.Popen[bytes]:
        self.count += 1
        return subprocess.Popen(self.command)


def child(folder: Path, start: Callable[[], subprocess.Popen[bytes]], tells: bool = True) -> Child:
    return Child("web", start, Log(folder / "web.log"), tells=tells)


def ended(program: Child) -> None:
    assert program.process
    program.process.wait(5)


def pause_of(program: Child, clock: Clock) -> float:
    """How long it waits between the end and the next start."""
    ended(program)
    program.tend()
    assert program.process is None
    began = clock.seconds
    while program.process is None:
        clock.seconds += 0.25
        program.tend()
    return clock.seconds - began


def test_it_is_started_once_while_it_runs(tmp_path: Path, clock: Clock) -> None:
    start = Starts("sleep", "60")
    program = child(tmp_path, start)
    for _ in range(3):
        program.tend()
    supervisor.stop([[program]])
    assert start.count == 1


def test_the_pauses_grow_up_to_half_a_minute(tmp_path: Path, clock: Clock) -> None:
    program = child(tmp_path, Starts("true"))
    program.tend()
    pauses = [pause_of(program, clock) for _ in range(8)]
    ended(program)
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert (pauses[0], pauses[-1]) == (FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS)


def test_a_minute_of_calm_makes_the_pause_short_again(tmp_path: Path, clock: Clock) -> None:
    program = child(tmp_path, Starts("true"))
    program.tend()
    assert [pause_of(program, clock) for _ in range(3)] == [0.5, 1, 2]
    ended(program)
    program.process = running = subprocess.Popen(["sleep", "60"])
    clock.seconds += CALM_SECONDS + 1
    program.tend()
    running.kill()
    assert pause_of(program, clock) == FIRST_PAUSE_SECONDS
    ended(program)


@pytest.mark.parametrize("error", [OSError("no such file"), ServerError("it does not start")])
def test_what_cannot_be_started_is_said_and_tried_again(
    tmp_path: Path, clock: Clock, error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[float] = []

    def start() -> subprocess.Popen[bytes]:
        tried.append(clock.seconds)
        raise error

    program = child(tmp_path, start)
    for _ in range(8):
        program.tend()
        clock.seconds += 0.5
    assert tried == [1000.0, 1000.5, 1001.5, 1003.5]
    first = capsys.readouterr().err.splitlines()[0]
    assert first == f"web: did not start ({error}); again in 0.5 s; see {tmp_path / 'web.log'}"


def test_how_it_ended_is_said(tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    program = child(tmp_path, Starts("sh", "-c", "exit 27"))
    program.tend()
    ended(program)
    program.tend()
    assert capsys.readouterr().err.startswith("web: ended (27); again in 0.5 s")


@pytest.mark.parametrize(("tells", "said"), [(True, "web: ERROR broken\n"), (False, "")])
def test_warnings_are_shown_of_our_own_programs(
    tmp_path: Path, clock: Clock, tells: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program = child(tmp_path, Starts("sleep", "60"), tells)
    program.tend()
    with open(program.log.file, "a") as log:
        log.write("INFO well\nERROR broken\n")
    program.tend()
    supervisor.stop([[program]])
    assert capsys.readouterr().err == said


def shell(folder: Path, name: str, script: str) -> Child:
    """A program that tells in `order` when it is asked to end."""
    (folder / f"{name}.ready").unlink(missing_ok=True)
    words = f"trap '{script}' TERM; touch {folder}/{name}.ready; while :; do sleep 0.01; done"
    program = Child(name, lambda: subprocess.Popen(["sh", "-c", words]), Log(folder / f"{name}.log"))
    program.tend()
    while not (folder / f"{name}.ready").exists():
        time.sleep(0.01)
    return program


def test_one_group_has_ended_before_the_next_is_asked_to(tmp_path: Path) -> None:
    order = tmp_path / "order"
    slow = shell(tmp_path, "slow", f"sleep 0.15; echo slow >> {order}; exit")
    quick = shell(tmp_path, "quick", f"echo quick >> {order}; exit")
    last = shell(tmp_path, "last", f"echo last >> {order}; exit")
    supervisor.stop([[slow, quick], [], [last]])
    assert order.read_text().split() == ["quick", "slow", "last"]


def test_who_does_not_want_to_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.1)
    stubborn, last = shell(tmp_path, "stubborn", ":"), shell(tmp_path, "last", "exit 0")
    supervisor.stop([[stubborn], [last]])
    assert [each.process and each.process.returncode for each in (stubborn, last)] == [-signal.SIGKILL, 0]


def test_a_second_ctrl_c_leaves_nobody_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(supervisor, "_stop_together", interrupted)
    programs = [shell(tmp_path, name, ":") for name in ("web", "sender")]
    with pytest.raises(KeyboardInterrupt):
        supervisor.stop([[program] for program in programs])
    assert [each.process and each.process.returncode for each in programs] == [-signal.SIGKILL] * 2


def test_what_never_started_need_not_stop(tmp_path: Path) -> None:
    supervisor.stop([[child(tmp_path, Starts("true"))], []])
