from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T16:00:05:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE INDEX inbound_new ON inbound (phone, id) WHERE state = 'new'",
    "CREATE INDEX inbound_phone ON inbound (phone, id)",
)


async def forwards() -> MigrationManager:
    return raw("inbox", ID, STATEMENTS)
