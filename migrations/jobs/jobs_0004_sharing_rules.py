from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T23:20:18:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "ALTER TABLE station ADD CONSTRAINT station_sharing_is_known CHECK (sharing IN ('fair', 'stable'))",
    "CREATE UNIQUE INDEX station_morning_once ON station_morning (station, day)",
)


async def forwards() -> MigrationManager:
    return raw("jobs", ID, STATEMENTS)
