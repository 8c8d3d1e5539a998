"""The worker programs as they run in a city: real processes, killed and started again."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

from base.settings import settings
from tests.commands.program import environment, free_pair

SENDER, DESK, TIMETABLE = ["workers.run", "sender"], ["workers.run", "desk"], ["workers.timetable"]
MESSAGES = f"/2010-04-01/Accounts/{settings().sms_account_sid}/Messages.json"


GIVEN = ("DATABASE_URL", "REDIS_URL", "SMS_ACCOUNT_SID", "SMS_AUTH_TOKEN", "SMS_FROM", "SECRET_KEY")


class Programs:
    """A supervisor: what ends is started again when `tend` is called."""

    def __init__(self, folder: Path, **changes: str) -> None:
        self.folder = folder
        self.port = free_pair()
        self.gateway = f"http://127.0.0.1:{self.port}"
        given = {name: os.environ[name] for name in GIVEN}
        # Nobody listens at the site: the gateway's reports do not come, so that every fate must be looked up.
        ours = {"SMS_API_BASE": self.gateway, "PUBLIC_URL": f"http://127.0.0.1:{self.port + 1}", "QUIET_HOURS": "false"}
        quick = {"SMS_TIMEOUT_SECONDS": "0.6", "SMS_GRACE_SECONDS": "1", "SANDBOX_DB": str(folder / "sandbox.sqlite")}
        self.environment = environment({**given, **ours, **quick, **changes})
        self.wanted: dict[str, list[str]] = {}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.starts = 0

    def start(self, name: str, words: list[str]) -> subprocess.Popen[bytes]:
        self.wanted[name] = words
        self.starts += 1
        with open(self.folder / f"{name}.log", "ab") as log:
            command = [sys.executable, "-m", *words]
            self.running[name] = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        return self.running[name]

    def start_gateway(self) -> None:
        self.start("gateway", ["uvicorn", "--factory", "--port", str(self.port), "--no-access-log", "sandbox.app:create_app"])

    def kill(self, name: str) -> None:
        self.running[name].send_signal(signal.SIGKILL)
        self.running[name].wait()

    def tend(self) -> None:
        for name, process in list(self.running.items()):
            if process.poll() is not None:
                self.start(name, self.wanted[name])

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text()

    def has(self) -> list[str]:
        """The bodies that the gateway accepted: its own record."""
        try:
            answer = httpx.get(self.gateway + MESSAGES, params={"PageSize": "1000"}, auth=_account(), trust_env=False)
        except httpx.TransportError:
            return []
        return [each["body"] for each in answer.json()["messages"]]

    def plan(self, **plan: Any) -> None:
        httpx.post(f"{self.gateway}/_plan", json=plan, trust_env=False).raise_for_status()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.running.values():
            process.kill()
            process.wait()


def _account() -> tuple[str, str]:
    return settings().sms_account_sid, settings().sms_auth_token


async def eventually(is_so: Callable[[], Awaitable[object]], programs: Programs, seconds: float = 60, tended: bool = True) -> None:
    deadline = time.monotonic() + seconds
    while not await is_so():
        if tended:
            programs.tend()
        if time.monotonic() > deadline:
            pytest.fail("it did not come to pass\n" + "".join(programs.log(name)[-3000:] for name in programs.running))
        await asyncio.sleep(0.05)
