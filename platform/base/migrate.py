"""All migrations forwards, one process at a time: Piccolo's own `forwards` takes no lock."""

import contextlib
import io

from piccolo.apps.migrations.commands.forwards import run_forwards

from base.db import DB

LOCK = 0x6C64


async def migrate() -> None:
    connection = await DB.get_new_connection()
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", LOCK, timeout=300)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            result = await run_forwards("all")
        if not result.success:
            raise RuntimeError(f"migrations failed: {result.message}\n{said.getvalue()}")
    finally:
        await connection.close()
