from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T22:30:01:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE INDEX volunteer_standing_refresh ON volunteer_standing (refresh_at) WHERE refresh_at IS NOT NULL",
    # Copies, written anew whenever what they are made of changes. The question who can help is answered from the index
    # alone, as long as the pages it points to are known to be visible: hence the eager vacuum.
    """CREATE TABLE volunteer_skill_cell (
        skill int2 NOT NULL, bucket int2 NOT NULL, cell_y int2 NOT NULL, cell_x int2 NOT NULL, person int8 NOT NULL,
        lat float8 NOT NULL, lon float8 NOT NULL, radius_km float8 NOT NULL, hours int8 NOT NULL, skills int8 NOT NULL,
        known int2 NOT NULL, weekly_limit int2 NOT NULL, points int2 NOT NULL, area varchar(24), PRIMARY KEY (person, skill)
    ) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01)""",
    """CREATE INDEX volunteer_skill_cell_near ON volunteer_skill_cell (skill, bucket, cell_y, cell_x)
    INCLUDE (person, lat, lon, radius_km, hours, skills, known, weekly_limit, points, area)
    WHERE points >= 0""",
    # Nobody is looked for in a box any more.
    "DROP INDEX person_place",
)


async def forwards() -> MigrationManager:
    return raw("volunteers", ID, STATEMENTS)
