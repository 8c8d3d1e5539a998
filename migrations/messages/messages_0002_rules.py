from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T16:00:02:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    # What the sender looks for, and a phone's own order.
    "CREATE INDEX message_due ON message (priority, id) WHERE state = 'queued'",
    "CREATE INDEX message_phone_waiting ON message (phone, id) WHERE state IN ('queued', 'sending')",
    "CREATE INDEX message_unknown ON message (id) WHERE state IN ('sending', 'ambiguous')",
    "CREATE INDEX message_phone ON message (phone, id)",
)


async def forwards() -> MigrationManager:
    return raw("messages", ID, STATEMENTS)
