"""A server whose supervisor was killed may live on. The next start finds the one of its own folder, by checked pid, and ends it."""

import os
import signal
import time
from pathlib import Path

from embed.errors import ServerError

WAIT_SECONDS = 20


def stop(store: Path, program: str, end: signal.Signals) -> None:
    pid = _written_pid(store)
    if pid is None or not is_server_of(pid, store, program):
        return
    os.kill(pid, end)
    deadline = time.monotonic() + WAIT_SECONDS
    while is_server_of(pid, store, program):
        if time.monotonic() > deadline:
            raise ServerError(f"{program} still runs in {store} as process {pid} and does not stop")
        time.sleep(0.02)


def is_server_of(pid: int, store: Path, program: str) -> bool:
    """A pid file outlives its process, and its number may be a stranger's by now: ask the kernel who it is."""
    process = Path(f"/proc/{pid}")
    try:
        return Path(os.readlink(process / "exe")).name.removesuffix(" (deleted)") == program and os.path.samefile(process / "cwd", store)
    except OSError:
        return False


def _written_pid(store: Path) -> int | None:
    for name in ("postmaster.pid", "valkey.pid"):
        try:
            return int((store / name).read_text().split()[0])
        except (OSError, ValueError, IndexError):
            continue
    return None
