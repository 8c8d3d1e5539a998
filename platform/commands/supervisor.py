import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import click

from commands.logs import Log
from embed.errors import ServerError

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
CALM_SECONDS = 60.0
STOP_SECONDS = 12.0


@dataclass
class Child:
    """One program that is always there: when it ends it is started again, after a pause that grows."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    log: Log
    process: subprocess.Popen[bytes] | None = None
    tells: bool = True  # its warnings are shown
    _due: float = 0.0
    _pause: float = field(default=FIRST_PAUSE_SECONDS)

    def tend(self) -> None:
        now = time.monotonic()
        if self.process and self.process.poll() is None:
            if now > self._due + CALM_SECONDS:
                self._pause = FIRST_PAUSE_SECONDS
        elif self.process:
            self._wait(f"ended ({self.process.returncode})", now)
        elif now >= self._due:
            self._start(now)
        for line in self.log.news() if self.tells else ():
            click.echo(f"{self.name}: {line}", err=True)

    def _start(self, now: float) -> None:
        try:
            self.process, self._due = self.start(), now
        except (OSError, ServerError) as error:
            self._wait(f"did not start ({error})", now)

    def _wait(self, why: str, now: float) -> None:
        click.echo(f"{self.name}: {why}; again in {self._pause:g} s; see {self.log.file}", err=True)
        self.process, self._due = None, now + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE_SECONDS)


def stop(groups: Iterable[Sequence[Child]]) -> None:
    """One group after the other, the members of a group together."""
    waiting = [[child.process for child in group if child.process] for group in groups]
    try:
        for processes in waiting:
            _stop_together(processes)
    finally:
        for process in [each for processes in waiting for each in processes]:
            process.kill()
            process.wait()


def _stop_together(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
