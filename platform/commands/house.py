"""The servers and settings that a command works with, wherever they come from."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from base.settings import SettingError, read_settings, settings
from commands.folder import Folder
from commands.speech import Refusal
from embed.errors import ServerError
from embed.postgres import Postgres
from embed.server import Server
from embed.valkey import Valkey

SITE_PORT = 8000


@contextmanager
def house(data: Path) -> Iterator[None]:
    """For a command beside `up`: what runs in the folder is used; else the servers start for as long as the command takes."""
    folder = Folder(data)
    running = folder.read_running()
    if running:
        os.environ.update(running["environment"])
        settings.cache_clear()
        yield
        return
    with folder.locked():
        furnish(folder, f"http://127.0.0.1:{SITE_PORT}", f"http://127.0.0.1:{SITE_PORT + 1}")
        with servers(folder):
            asyncio.run(migrate())
            yield


def furnish(folder: Folder, site: str, sandbox: str) -> None:
    """Fill in what is not set, then refuse whatever is wrong before anything starts."""
    defaults = {"PUBLIC_URL": site, "SMS_API_BASE": sandbox, "SMS_FROM": "+861069000000", **folder.secrets()}
    for name, value in defaults.items():
        if not is_given(name):
            os.environ[name] = value
    known = {name.lower(): "embedded" for name in ("DATABASE_URL", "REDIS_URL") if not is_given(name)}
    try:
        read_settings(**known)
    except SettingError as error:
        raise Refusal("设置有误：", str(error)) from None


def is_given(name: str) -> bool:
    return bool(os.environ.get(name) or os.environ.get(f"{name}_FILE"))


@contextmanager
def servers(folder: Folder) -> Iterator[list[Server]]:
    """PostgreSQL and Valkey, but for those whose address is given."""
    candidates: dict[str, Server] = {
        "DATABASE_URL": Postgres(folder.path / "postgres", log=folder.logs / "postgres.log"),
        "REDIS_URL": Valkey(folder.path / "valkey", log=folder.logs / "valkey.log"),
    }
    embedded = {name: server for name, server in candidates.items() if not is_given(name)}
    with ExitStack() as stack:
        try:
            for name, server in embedded.items():
                stack.enter_context(server)
                os.environ[name] = server.url
                stack.callback(os.environ.pop, name)
        except ServerError as error:
            raise Refusal("数据库不能启动：", str(error)) from None
        settings.cache_clear()
        yield list(embedded.values())


async def migrate() -> None:
    """Also the first use of both addresses: a wrong one is said plainly."""
    from asyncpg import PostgresError
    from redis import Redis, RedisError

    from base.migrate import migrate

    try:
        await migrate()
    except (OSError, PostgresError) as error:
        raise Refusal("数据库不可用：", f"DATABASE_URL: the database cannot be used: {error or type(error).__name__}") from error
    try:
        with Redis.from_url(settings().redis_url, socket_timeout=5, socket_connect_timeout=5) as redis:
            redis.ping()
    except RedisError as error:
        raise Refusal("Redis 不可用：", f"REDIS_URL: the server cannot be used: {error}") from error
