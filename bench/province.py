"""A server of its own with the product's tables, filled with the volunteers of a made-up city or province.

Debian's PostgreSQL 15, because the peer is an extension that comes with it.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from math import isnan
from pathlib import Path
from typing import Any

import asyncpg

BIN = Path("/usr/lib/postgresql/15/bin")
POSTGIS = Path("/usr/share/postgresql/15/extension/postgis.control")
SETTINGS = {"fsync": "off", "shared_buffers": "1GB", "maintenance_work_mem": "512MB", "max_wal_size": "8GB", "jit": "off"}
AT_ONCE = 50_000
USER = "postgres"

# What the program asks of its environment and the bench does not use.
os.environ.update(
    PUBLIC_URL="http://127.0.0.1:1", SMS_API_BASE="http://127.0.0.1:1", SMS_ACCOUNT_SID="AC" + "a" * 32, SMS_AUTH_TOKEN="t" * 20,
    SMS_FROM="+861069000012", SECRET_KEY="s" * 40, REDIS_URL="redis://127.0.0.1:1/0", DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
)  # fmt: skip

from base.db import DB, pool
from base.migrate import migrate
from bench import city
from volunteers import standing
from volunteers.skill_cells import CELLS
from volunteers.skills import SKILLS


@contextmanager
def server() -> Iterator[str]:
    """The address of a database, gone with the block."""
    if not BIN.exists() or not POSTGIS.exists():
        raise SystemExit("this part needs Debian's PostgreSQL 15 with PostGIS: apt-get install postgresql-15 postgresql-15-postgis-3")
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        if os.getuid() == 0:
            shutil.chown(folder, USER)
        data, port = Path(folder) / "data", _free_port()
        _run("initdb", "-D", data, "-U", USER, "-A", "trust", "--locale=C.UTF-8")
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        _run("pg_ctl", "-D", data, "-l", data / "log", "-w", "-o", f"-p {port} -h 127.0.0.1 -k {folder} {options}", "start")
        try:
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(program: str, *args: object) -> None:
    user = USER if os.getuid() == 0 else None
    subprocess.run([BIN / program, *map(str, args)], check=True, stdout=subprocess.DEVNULL, user=user, cwd="/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def fill(url: str, name: str, people: city.Volunteers) -> str:
    """The address of a new database with the product's tables, its rows written by the product's own statements."""
    first = await asyncpg.connect(url)
    await first.execute(f"CREATE DATABASE {name}")
    await first.close()
    DB.config["dsn"] = url.removesuffix("postgres") + name
    await migrate()
    connection = await asyncpg.connect(DB.config["dsn"])
    async with pool(1):
        await _settle(connection, people)
    await connection.close()
    return str(DB.config["dsn"])


async def _settle(connection: asyncpg.Connection, people: city.Volunteers) -> None:
    villages = [(area_code(number), "", "", None, "village", 0.0, 0.0) for number in range(1, int(people.area.max()) + 1)]
    await connection.copy_records_to_table("area", records=villages, columns=["code", "name", "name_en", "parent", "level", "lat", "lon"])
    moment = datetime.now(UTC)
    for start in range(0, len(people.ids), AT_ONCE):
        await _copy(connection, {name: each[start : start + AT_ONCE].tolist() for name, each in vars(people).items()}, moment)
    for start in range(1, len(people.ids) + 1, AT_ONCE):
        await standing.refresh(range(start, min(start + AT_ONCE, len(people.ids) + 1)))
    await _look_for(connection)
    await connection.execute("VACUUM ANALYZE")


async def _copy(connection: asyncpg.Connection, column: dict[str, list[Any]], moment: datetime) -> None:
    ids, week = column["ids"], standing.monday(moment)
    persons = zip(ids, (f"+86{each:011}" for each in ids), map(area_code, column["area"]), column["lat"], column["lon"], strict=True)
    await connection.copy_records_to_table(
        "person", records=((*each, "", "", "zh-CN", moment) for each in persons),
        columns=["id", "phone", "area", "lat", "lon", "name", "address", "language", "created_at"],
    )  # fmt: skip
    skills = [[code for bit, code in enumerate(SKILLS) if mask >> bit & 1] for mask in column["skills"]]
    await connection.copy_records_to_table(
        "volunteer", records=zip(ids, skills, column["hours"], column["radius_km"], column["weekly_limit"], strict=True),
        columns=["person", "skills", "hours", "radius_km", "weekly_limit"],
    )  # fmt: skip
    asked = [None if isnan(days) else moment - timedelta(days=days) for days in column["days_unasked"]]
    known = zip(ids, column["load"], column["fatigue"], column["done"], column["given_up"], asked, strict=True)
    await connection.copy_records_to_table(
        "volunteer_standing", records=((*each, week, moment) for each in known),
        columns=["person", "load", "fatigue", "done", "given_up", "asked_at", "week", "as_of"],
    )  # fmt: skip


async def _look_for(connection: asyncpg.Connection) -> None:
    """The index is made after its rows, which takes a third of the time."""
    index = await connection.fetchval("SELECT indexdef FROM pg_indexes WHERE indexname = 'volunteer_skill_cell_near'")
    await connection.execute("DROP INDEX volunteer_skill_cell_near")
    await connection.execute(f"INSERT INTO volunteer_skill_cell {CELLS}")
    await connection.execute(index)


def area_code(number: int) -> str:
    return f"x{number:011}"
