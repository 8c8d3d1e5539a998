from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T16:00:04:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    # One sequence for wishes, listings and trainings. It begins where no number can be taken for a rating.
    "CREATE SEQUENCE ref START 101",
    "ALTER TABLE wish ADD CONSTRAINT wish_never_overheld CHECK (held BETWEEN 0 AND places)",
    """ALTER TABLE wish ADD CONSTRAINT wish_never_waits_for_ever
    CHECK ((due_at IS NULL) = (state IN ('closed', 'withdrawn')))""",
    "CREATE INDEX wish_due ON wish (due_at, id) WHERE due_at IS NOT NULL",
    "CREATE INDEX wish_resident ON wish (resident)",
    "CREATE INDEX wish_owner ON wish (owner_area, owner_role) WHERE due_at IS NOT NULL",
    "CREATE INDEX wish_board ON wish (opened_at) WHERE state = 'open'",
    "CREATE UNIQUE INDEX offer_once ON offer (wish, person)",
    "CREATE INDEX offer_person ON offer (person, state)",
    "CREATE INDEX offer_unanswered ON offer (person) WHERE state = 'sent'",
    "CREATE UNIQUE INDEX claim_live_once ON claim (wish, person) WHERE state IN ('held', 'done')",
    "CREATE INDEX claim_wish ON claim (wish)",
    "CREATE INDEX claim_person ON claim (person, held_at)",
)


async def forwards() -> MigrationManager:
    return raw("wishes", ID, STATEMENTS)
