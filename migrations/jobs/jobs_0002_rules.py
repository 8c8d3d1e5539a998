from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from migrations.raw import raw

ID = "2026-11-23T18:00:00:000000"
VERSION = "1.38.0"
DESCRIPTION = ""

STATEMENTS = (
    "CREATE UNIQUE INDEX staff_once ON staff (station, person) WHERE ended_at IS NULL",
    "CREATE INDEX staff_person ON staff (person) WHERE ended_at IS NULL",
    "CREATE INDEX employer_station ON employer (station, state)",
    "ALTER TABLE listing ADD CONSTRAINT listing_never_overfull CHECK (taken >= 0 AND kept >= 0 AND taken + kept <= heads)",
    "ALTER TABLE listing ADD CONSTRAINT listing_never_waits_for_ever CHECK ((due_at IS NULL) = (state IN ('over', 'cancelled')))",
    "ALTER TABLE listing ADD CONSTRAINT listing_ends_after_it_starts CHECK (ends_at > starts_at)",
    """ALTER TABLE listing ADD CONSTRAINT listing_is_paid CHECK (
    CASE kind WHEN 'job' THEN num_nulls(employer, pay_fen, pay_per, occupation) = 0 ELSE num_nonnulls(employer, pay_fen, pay_per) = 0 END)""",
    "CREATE INDEX listing_due ON listing (due_at, id) WHERE due_at IS NOT NULL",
    "CREATE INDEX listing_day ON listing (station, day)",
    "CREATE INDEX listing_open ON listing (day) WHERE state IN ('open', 'filled')",
    "CREATE UNIQUE INDEX worker_person ON worker (person)",
    "CREATE UNIQUE INDEX job_need_live_once ON job_need (person) WHERE state <> 'over'",
    "ALTER TABLE job_need ADD CONSTRAINT need_never_waits_for_ever CHECK ((due_at IS NULL) = (state = 'over'))",
    "CREATE INDEX job_need_open ON job_need (id) WHERE state = 'open'",
    "CREATE INDEX job_need_due ON job_need (due_at, id) WHERE due_at IS NOT NULL",
    "CREATE UNIQUE INDEX referral_once ON referral (listing, person)",
    "CREATE INDEX referral_person ON referral (person, state)",
    "CREATE INDEX referral_line ON referral (listing, turn) WHERE state = 'waiting'",
    "CREATE INDEX referral_due ON referral (due_at, id) WHERE due_at IS NOT NULL",
    "ALTER TABLE referral ADD CONSTRAINT referral_keeps_while_asked CHECK ((kept > 0) = (due_at IS NOT NULL) AND (kept = 0 OR state = 'sent'))",
    "CREATE UNIQUE INDEX placement_live_once ON placement (listing, person) WHERE state NOT IN ('released', 'absent')",
    "CREATE INDEX placement_person ON placement (person, held_at)",
    "CREATE INDEX placement_listing ON placement (listing)",
    "CREATE INDEX placement_due ON placement (due_at, id) WHERE due_at IS NOT NULL",
    # Nobody is at two places in the same hours, whatever two requests at once believe.
    """ALTER TABLE placement ADD CONSTRAINT placement_never_twice_in_the_same_hours EXCLUDE USING gist (
    int8range(person, person, '[]') WITH &&, tstzrange(busy_from, busy_until) WITH &&)
    WHERE (state IN ('held', 'confirmed', 'attended'))""",
    "CREATE UNIQUE INDEX ticket_once ON ticket (day, need)",
)


async def forwards() -> MigrationManager:
    return raw("jobs", ID, STATEMENTS)
