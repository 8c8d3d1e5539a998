import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from base.settings import Settings, settings
from commands import ports, supervisor
from commands.folder import Folder, data_option
from commands.house import furnish, migrate, servers
from commands.logs import Log
from commands.speech import Refusal, say
from commands.supervisor import Child
from embed.lifeline import spawn
from embed.server import Server

READY_SECONDS = 60
TICK_SECONDS = 0.2
# Connections are kept longer than those who call keep theirs: else a call may meet one that is just being closed.
KEPT_ALIVE_SECONDS = 75
UVICORN = ["uvicorn", "--factory", "--timeout-graceful-shutdown", "3", "--no-access-log", "--no-server-header"]
UVICORN += ["--timeout-keep-alive", str(KEPT_ALIVE_SECONDS)]


@click.command()
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where the pages listen.")
@click.option("--port", type=click.IntRange(1, 65_000), default=8000, show_default=True, help="The site; the sandbox takes the next.")
@click.option("--demo/--no-demo", default=True, help="Load the demo city on the first start.")
def up(data: Path, host: str, port: int, demo: bool) -> None:
    """Start everything: web, workers, sandbox, and the servers that are not given."""
    folder = Folder(data)
    try:
        with _every_signal_interrupts(), folder.locked():
            furnish(folder, ports.url(host, port), ports.url(host, port + 1))
            sandbox = os.environ.get("SMS_API_BASE") == ports.url(host, port + 1)
            ports.require_free(host, *(port, port + 1) if sandbox else (port,))
            say("亮灯正在启动…", "Liangdeng is starting …")
            with servers(folder) as embedded:
                asyncio.run(_fill_city(demo, ports.url(host, port + 1) if sandbox else None))
                _run(folder, host, port, sandbox, embedded)
    except KeyboardInterrupt:
        say("亮灯已停止", "Liangdeng has stopped")


async def _fill_city(demo: bool, phones: str | None) -> None:
    await migrate()
    from base.city import facts, remember

    # The port may be another than the last time.
    await remember("sandbox_url", phones)
    if "demo" in await facts():
        return
    if demo:
        from commands.demo import load

        say("首次启动：正在载入演示城市…", "First start: loading the demo city …")
        await load()
    await remember("demo", demo)


def _run(folder: Folder, host: str, port: int, sandbox: bool, embedded: list[Server]) -> NoReturn:
    tended = [Child(server.program, partial(_restart, server), Log(server.log), server.process, tells=False) for server in embedded]
    groups = _programs(folder, host, port, sandbox)
    children = [*tended, *(child for group in groups for child in group)]
    try:
        folder.write_running(_facts(host, port, sandbox))
        _wait_until_ready(children, host, port)
        _say_what_to_open(host, port, sandbox)
        while True:
            _tend(children)
    finally:
        folder.forget_running()
        supervisor.stop(groups)


def _programs(folder: Folder, host: str, port: int, sandbox: bool) -> list[list[Child]]:
    """In the order in which they stop: nobody is left to whom another still wants to speak."""

    def child(name: str, *words: str, **environment: str) -> Child:
        log = Log(folder.logs / f"{name}.log")
        return Child(name, lambda: _spawn(log, words, environment), log)

    def served(at: int) -> tuple[str, ...]:
        return (*UVICORN, "--host", host, "--port", str(at))

    return [
        [child("web", *served(port), "web.app:create_app")],
        [child("timetable", "workers.timetable")],
        # A larger city gives each queue programs of its own; one machine has few cores to share.
        [child("desk", "workers.run", "desk", "dispatch"), child("sender", "workers.run", "sender")],
        [child("sandbox", *served(port + 1), "sandbox.app:create_app", SANDBOX_DB=str(folder.path / "sandbox.sqlite"))] if sandbox else [],
    ]


def _spawn(log: Log, words: tuple[str, ...], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    with open(log.file, "ab") as out:
        # -P: a folder that we happen to be started in is no place to import from.
        command = [sys.executable, "-P", "-m", *words]
        return spawn(command, signal.SIGKILL, env={**os.environ, **_no_proxy(), **environment}, stdout=out, stderr=subprocess.STDOUT)


def _no_proxy() -> dict[str, str]:
    """Whatever proxy leads out of the house, our own programs speak to each other straight."""
    given = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    names = ",".join(filter(None, [given, "127.0.0.1,localhost,::1"]))
    return {"no_proxy": names, "NO_PROXY": names}


def _restart(server: Server) -> subprocess.Popen[bytes]:
    server.start()
    return server.process


def _tend(children: list[Child]) -> None:
    for child in children:
        child.tend()
    time.sleep(TICK_SECONDS)


def _wait_until_ready(children: list[Child], host: str, port: int) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not ports.is_ready(host, port, "/readyz"):
        if time.monotonic() > deadline:
            logs = children[0].log.file.parent
            raise Refusal(f"网站没有回应；请看 {logs}", f"The site does not answer; see {logs}")
        _tend(children)


def _say_what_to_open(host: str, port: int, sandbox: bool) -> None:
    site, phones = ports.url(host, port), ports.url(host, port + 1)
    say(
        f"亮灯已启动：网站 {site}" + (f" · 手机 {phones}" if sandbox else "") + " · 按 Ctrl-C 停止",
        f"Liangdeng is running: site {site}" + (f" · phones {phones}" if sandbox else "") + " · Ctrl-C stops it",
    )
    if sandbox and not ports.is_loopback(host):
        say(
            "注意：谁能打开手机页，谁就能以任何人的号码发短信和登录", "Mind: who can open the phones page can text, and sign in, as anybody"
        )


def _facts(host: str, port: int, sandbox: bool) -> dict[str, object]:
    """For the other commands: where everything is, and the settings that make them speak to the same city."""
    values = {field.name.upper(): str(getattr(settings(), field.name)) for field in fields(Settings)}
    return {
        "pid": os.getpid(),
        "site": ports.url(host, port),
        "sandbox": ports.url(host, port + 1) if sandbox else None,
        "environment": values,
    }


@contextmanager
def _every_signal_interrupts() -> Iterator[None]:
    """SIGTERM and a closed terminal stop us as Ctrl-C does: each child in its turn."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    # Started with & in a script we would otherwise be deaf to Ctrl-C; nohup's deafness to SIGHUP is meant.
    handlers = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: interrupt, signal.SIGHUP: interrupt}
    if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
        del handlers[signal.SIGHUP]
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
