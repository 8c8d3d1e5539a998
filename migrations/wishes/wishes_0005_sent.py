from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-24T01:40:00:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

# An office is shown how many offers went out this week; a year has millions.
STATEMENTS = ("CREATE INDEX offer_sent ON offer (sent_at)",)


async def forwards() -> MigrationManager:
    return raw("wishes", ID, STATEMENTS)
