"""What Piccolo's migrations cannot say by themselves: indexes, checks, triggers, sequences, reference data."""

from collections.abc import Awaitable, Callable, Sequence

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from base.db import rows

VERSION = "1.38.0"


def raw(app: str, migration_id: str, statements: Sequence[str], load: Callable[[], Awaitable[None]] | None = None) -> MigrationManager:
    manager = MigrationManager(migration_id=migration_id, app_name=app, description="")

    async def run() -> None:
        for statement in statements:
            await rows(statement)
        if load:
            await load()

    manager.add_raw(run)
    return manager
