from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw
from people.areas import load_areas

ID = "2026-11-23T16:00:01:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE UNIQUE INDEX role_once ON role (person, role, area) NULLS NOT DISTINCT",
    "CREATE INDEX role_office ON role (area, role)",
    "CREATE INDEX person_area ON person (area)",
    "CREATE INDEX sign_in_code_phone ON sign_in_code (phone, created_at)",
)


async def forwards() -> MigrationManager:
    return raw("people", ID, STATEMENTS, load_areas)
