"""The servers of a simulation and its processes: a city is settled once, and copied for each run."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg

from commands.simulation_plan import Plan
from commands.simulation_policies import NOW, Policy, surroundings
from commands.simulation_results import Measures, Run
from commands.speech import Refusal
from embed.errors import ServerError
from embed.lifeline import spawn
from embed.postgres import Postgres
from embed.valkey import Valkey

SETTLED = "settled"

# which run speaks, and how much of all is done
Shown = Callable[[str, float], None]
Said = dict[str, Any]


async def compare(plan: Plan, policies: Sequence[Policy], loads: Sequence[int], at_once: int, shown: Shown) -> dict[Run, Measures]:
    """Every policy under every load, each in a process and a database of its own, a few at once."""
    # The longest first, so that none is left to run alone.
    runs = {Run(policy.name, load): policy for load in sorted(loads, reverse=True) for policy in policies}
    done, places = dict.fromkeys(runs, 0.0), asyncio.Semaphore(at_once)
    with _servers() as servers:
        await servers.settle(plan)

        async def live(run: Run) -> Measures:
            async with places:
                async for said in servers.live(replace(plan, load=run.load), runs[run]):
                    done[run] = said.get("done", 1.0)
                    shown(f"{run.policy} {run.load}", sum(done.values()) / len(done))
            return Measures(**said["measures"])

        return dict(zip(runs, await asyncio.gather(*map(live, runs)), strict=True))


@contextmanager
def _servers() -> Iterator["Servers"]:
    with tempfile.TemporaryDirectory(prefix="liangdeng-simulation-", ignore_cleanup_errors=True) as made, ExitStack() as stack:
        folder = Path(made)
        postgres, valkey = Postgres(folder / "postgres", fast=True), Valkey(folder / "valkey")
        try:
            for server in (postgres, valkey):
                stack.enter_context(server)
        except ServerError as error:
            raise Refusal("数据库不能启动：", str(error)) from None
        yield Servers(folder, postgres.url.rpartition("/")[0], valkey.url)


class Servers:
    def __init__(self, folder: Path, postgres: str, valkey: str) -> None:
        self.folder, self.postgres, self.valkey = folder, postgres, valkey
        self.numbers = count(1)

    async def settle(self, plan: Plan) -> None:
        await self._create(SETTLED, "template1")
        async for _ in self.told(SETTLED, NOW, plan):
            pass

    async def live(self, plan: Plan, policy: Policy) -> AsyncIterator[Said]:
        database = f"run_{next(self.numbers)}"
        await self._create(database, SETTLED)
        async for said in self.told(database, policy, plan):
            yield said

    async def _create(self, database: str, template: str) -> None:
        connection = await asyncpg.connect(f"{self.postgres}/postgres")
        try:
            await connection.execute(f"CREATE DATABASE {database} TEMPLATE {template}")
        finally:
            await connection.close()

    async def told(self, database: str, policy: Policy, plan: Plan) -> AsyncIterator[Said]:
        """What the process of a run says on its way, line by line."""
        log = self.folder / f"{database}.log"
        with self._spawn(database, policy, log) as process:
            assert process.stdin
            assert process.stdout
            try:
                with suppress(BrokenPipeError):  # it may have died of a wrong setting: it says so itself
                    process.stdin.write(json.dumps(asdict(plan)).encode())
                    process.stdin.close()
                while line := await asyncio.to_thread(process.stdout.readline):
                    yield json.loads(line)
                code = await asyncio.to_thread(process.wait)
            finally:
                process.kill()
        if code:
            raise Refusal("模拟中断了：", f"the simulation broke off: {_last_line(log)}")

    def _spawn(self, database: str, policy: Policy, log: Path) -> subprocess.Popen[bytes]:
        environment = surroundings(policy, os.environ) | {"DATABASE_URL": f"{self.postgres}/{database}", "REDIS_URL": self.valkey}
        command = [sys.executable, "-P", "-m", "commands.simulation_run"]
        with open(log, "wb") as errors:
            return spawn(command, signal.SIGKILL, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)


def _last_line(log: Path) -> str:
    return (log.read_text(errors="replace").strip().splitlines() or [""])[-1]
