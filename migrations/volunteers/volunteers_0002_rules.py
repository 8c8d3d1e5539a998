from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T16:00:03:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE UNIQUE INDEX volunteer_person ON volunteer (person)",
    "CREATE INDEX person_place ON person (lat, lon) WHERE lat IS NOT NULL",
    "ALTER TABLE volunteer ADD CHECK (radius_km > 0 AND weekly_limit > 0)",
)


async def forwards() -> MigrationManager:
    return raw("volunteers", ID, STATEMENTS)
