"""What PostgreSQL and Valkey have in common when they run beside us: one folder, one free port, one password."""

import os
import pwd
import secrets
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from embed import orphans
from embed.errors import ServerError
from embed.lifeline import spawn

START_SECONDS = 30
STOP_SECONDS = 20


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


class Server(ABC):
    """The caller sees to it that nobody else uses the folder `data`: what still runs in it from before is stopped."""

    program: str
    end = signal.SIGTERM

    def __init__(self, data: Path, *, log: Path | None = None) -> None:
        self.data = data.absolute()
        self.store = self.data / "store"
        self.log = log or self.data / "server.log"
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise ServerError(f"{self.program} is not started")
        return self._process

    @property
    @abstractmethod
    def url(self) -> str: ...

    @abstractmethod
    def _prepare(self) -> None: ...

    @abstractmethod
    def _launch(self) -> subprocess.Popen[bytes]: ...

    @abstractmethod
    def _is_ready(self) -> bool: ...

    def start(self) -> None:
        """Start, or start again on the same port."""
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._hand_to_account()
        orphans.stop(self.store, self.program, self.end)
        self._prepare()
        deadline = time.monotonic() + START_SECONDS
        fixed_port = self.port
        while True:
            self.port = fixed_port or free_port()
            self._process = self._launch()
            if self._wait_until_ready(deadline):
                return
            # Children of a killed server may hold its memory for a moment, a stranger may have taken the port.
            if time.monotonic() > deadline:
                self.stop()
                raise ServerError(f"{self.program} does not start; see {self.log}")
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(self.end)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            pass
        finally:
            self._process.kill()  # also when a second Ctrl-C ends the waiting
            self._process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def _wait_until_ready(self, deadline: float) -> bool:
        while time.monotonic() < deadline:
            if self._is_ready():
                return True
            if self.process.poll() is not None:
                return False
            time.sleep(0.005)
        return False

    def _password(self) -> str:
        """Made once, kept where only we read it."""
        file = self.data / "password"
        if not file.exists():
            fresh = self.data / "password.new"
            with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as f:
                f.write(secrets.token_urlsafe(24))
            fresh.rename(file)
        return file.read_text()

    def _hand_to_account(self) -> None:
        """PostgreSQL refuses to run as root. What root makes belongs to `nobody`; a folder of another's stays his."""
        self.store.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0 and self.store.stat().st_uid == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.store, nobody.pw_uid, nobody.pw_gid)

    @property
    def _account(self) -> dict[str, Any]:
        if os.geteuid() != 0:
            return {}
        owner = self.store.stat()
        return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}

    @contextmanager
    def _reachable(self, folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
        """A name for `folder` that the account can walk, and what must be handed on for it.

        Folders above may be closed to `nobody` (/root is); an open directory is a door past them.
        """
        if os.geteuid() != 0:
            yield str(folder), ()
            return
        door = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield f"/proc/self/fd/{door}", (door,)
        finally:
            os.close(door)

    def _spawn(self, command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        with open(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            return spawn(
                command,
                self.end,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
                stdout=log,
                stderr=subprocess.STDOUT,
                **self._account,
                **options,
            )
