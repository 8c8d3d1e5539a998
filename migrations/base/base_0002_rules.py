from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T16:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE INDEX event_matter ON event (matter, id) WHERE matter IS NOT NULL",
    "CREATE INDEX event_subject ON event (subject, subject_id, id)",
    # The ledger is append-only, for whoever writes to the database.
    """CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    """CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only()""",
    """CREATE TRIGGER event_never_emptied BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()""",
)


async def forwards() -> MigrationManager:
    return raw("base", ID, STATEMENTS)
