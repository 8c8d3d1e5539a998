import fcntl
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from commands.speech import Refusal

data_option: Callable[[Callable[..., None]], Callable[..., None]] = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=".liangdeng",
    envvar="LIANGDENG_DATA",
    help="The folder of all data.",
)


class Folder:
    """The data of one city: who may use it, its secrets, and where its program can be reached."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.logs = self.path / "logs"
        self._running = self.path / "running.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.logs.mkdir(mode=0o700, exist_ok=True)
            lock = self._lock_file()
        except OSError as error:
            raise Refusal(f"不能写入 {self.path}", f"{self.path} cannot be written: {error.strerror}") from error
        with lock:
            if not _lock(lock):
                raise Refusal(f"亮灯已经在 {self.path} 运行", f"Liangdeng is already running in {self.path}")
            self._running.unlink(missing_ok=True)
            yield

    def write_running(self, facts: dict[str, Any]) -> None:
        write_private(self._running, json.dumps(facts, ensure_ascii=False, indent=1))

    def read_running(self) -> dict[str, Any] | None:
        """What `up` wrote, if it still runs: a killed one leaves its file behind, but never its lock."""
        try:
            with self._lock_file() as lock:
                facts: dict[str, Any] = json.loads(self._running.read_text())
                return None if _lock(lock) else facts
        except FileNotFoundError:
            return None

    def forget_running(self) -> None:
        self._running.unlink(missing_ok=True)

    def secrets(self) -> dict[str, str]:
        """Made once: codes, sessions and signatures must outlive a restart."""
        file = self.path / "secrets.json"
        if not file.exists():
            made = {
                "SECRET_KEY": secrets.token_urlsafe(48),
                "SMS_ACCOUNT_SID": "AC" + secrets.token_hex(16),
                "SMS_AUTH_TOKEN": secrets.token_hex(16),
            }
            write_private(file, json.dumps(made, indent=1))
        kept: dict[str, str] = json.loads(file.read_text())
        return kept

    def _lock_file(self) -> IO[bytes]:
        return open(os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600), "r+b")


def _lock(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def write_private(file: Path, text: str) -> None:
    """Whole or not at all, and for our eyes only."""
    fresh = file.with_name(file.name + ".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as f:
        f.write(text)
    fresh.rename(file)
