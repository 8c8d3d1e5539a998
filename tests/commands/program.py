"""The real program, as a person starts it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from commands import ports

ROOT = Path(__file__).resolve().parents[2]
OURS = ("DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "SMS_API_BASE", "SMS_ACCOUNT_SID", "SMS_AUTH_TOKEN", "SMS_FROM", "SECRET_KEY")


def free_pair() -> int:
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in OURS}
    path = filter(None, [os.environ.get("PYTHONPATH"), str(ROOT / "platform"), str(ROOT)])
    return {**kept, "PYTHONPATH": os.pathsep.join(path), **settings}


class Program:
    def __init__(self, data: Path, *words: str, port: int | None = None, settings: dict[str, str] | None = None) -> None:
        self.data = data
        self.port = port or free_pair()
        command = [sys.executable, "-m", "commands.main", "up", "--no-demo", "--data", str(data), "--port", str(self.port), *words]
        self.process = subprocess.Popen(
            command, env=environment(settings or {}), cwd="/", text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def __enter__(self) -> Self:
        eventually(lambda: self.running() is not None and self.answers("/readyz"), seconds=120, program=self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.send_signal(signal.SIGINT)
        self.output()

    def answers(self, path: str) -> bool:
        return ports.is_ready("127.0.0.1", self.port, path)

    def output(self) -> str:
        """All that it said, once it has ended by itself."""
        try:
            return self.process.communicate(timeout=60)[0]
        except ValueError:  # was read before
            return ""
        finally:
            self.process.kill()
            self.process.wait()

    def running(self) -> dict[str, Any] | None:
        try:
            facts: dict[str, Any] = json.loads((self.data / "running.json").read_text())
            return facts
        except FileNotFoundError:
            return None

    def children(self) -> dict[int, str]:
        """Process id -> command line, of all that it started itself."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                parent = process.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1]
                if int(parent) == self.process.pid:
                    found[int(process.name)] = process.joinpath("cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
        return found

    def child(self, words: str) -> int:
        return next(pid for pid, line in self.children().items() if words in line)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def eventually(is_so: Callable[[], bool], seconds: float = 20, program: Program | None = None) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        if program and program.process.poll() is not None:
            raise AssertionError(f"the program ended:\n{program.output()}")
        assert time.monotonic() < deadline, "it did not come to pass in time"
        time.sleep(0.05)
