from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw
from wishes.standings import batches, tell_anew

ID = "2026-11-23T22:30:02:000000"
VERSION = "1.38.0"
DESCRIPTION = ""


async def told_from_the_ledger() -> None:
    """Of a city that is at work already."""
    async for persons in batches():
        await tell_anew(persons)


async def forwards() -> MigrationManager:
    return raw("wishes", ID, (), told_from_the_ledger)
