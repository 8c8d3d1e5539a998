"""The invariants of the design as questions to the database: each answer must be empty, after whatever happened."""

# ruff: noqa: S608  # nothing of these questions comes from outside

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from base.db import rows
from base.settings import settings
from jobs.states import EMPLOYER_MOVES, LISTING_MOVES, LOTTERY_MOVES, NEED_MOVES, PLACEMENT_MOVES, REFERRAL_MOVES
from messages.states import MOVES as MESSAGE_MOVES
from volunteers.skill_cells import CELLS
from wishes.standings import TOLD
from wishes.states import CLAIM_MOVES, OFFER_MOVES, WISH_MOVES

LIVE = "(SELECT count(*) FROM claim WHERE claim.wish = wish.id AND claim.state IN ('held', 'done'))"

PLACED = """(SELECT coalesce(sum(people), 0) FROM placement
    WHERE placement.listing = listing.id AND placement.state IN ('held', 'confirmed', 'attended', 'sent_home'))"""
KEPT = "(SELECT coalesce(sum(referral.kept), 0) FROM referral WHERE referral.listing = listing.id)"
BUSY = "('held', 'confirmed', 'attended')"

ASKABLE = "s.load < v.weekly_limit AND (v.paused_until IS NULL OR v.paused_until <= s.as_of)"

OFFENCES = {
    "more live claims than places": f"SELECT id FROM wish WHERE {LIVE} > places",
    "a count of places held that is not that of the claims": f"""
        SELECT id FROM wish WHERE state NOT IN ('closed', 'withdrawn') AND held <> {LIVE}""",
    "all places held, and still open, or taken with a place free": """
        SELECT id FROM wish WHERE (state = 'open' AND held = places) OR (state = 'claimed' AND held < places)""",
    "a matter without an owner": "SELECT id FROM wish WHERE owner_role NOT IN ('steward', 'coordinator') OR owner_area IS NULL",
    "a matter that waits for ever": "SELECT id FROM wish WHERE (due_at IS NULL) <> (state IN ('closed', 'withdrawn'))",
    "somebody comes for what has ended": f"SELECT id FROM wish WHERE state IN ('closed', 'withdrawn') AND {LIVE} > 0",
    "somebody is asked for what needs nobody": """
        SELECT wish.id FROM wish JOIN offer ON offer.wish = wish.id WHERE offer.state = 'sent' AND wish.state <> 'open'""",
    "an offer to the resident himself": "SELECT offer.id FROM offer JOIN wish ON wish.id = offer.wish WHERE offer.person = wish.resident",
    "a message twice": "SELECT dedupe_key FROM message GROUP BY 1 HAVING count(*) > 1",
    "a place told to who does not come": """
        SELECT id FROM message WHERE kind = 'claim_place' AND NOT EXISTS (
            SELECT 1 FROM claim WHERE 'claim:' || claim.id = message.subject AND claim.person = message.person)""",
    "a place told, and no event of it": """
        SELECT message.id FROM message JOIN claim ON 'claim:' || claim.id = message.subject WHERE kind = 'claim_place' AND NOT EXISTS (
            SELECT 1 FROM event WHERE subject = 'place' AND matter = claim.wish AND actor = message.person)""",
    "a phone told in any other text": """
        SELECT message.id FROM (
            SELECT id, person, replace(body, ' ', '') AS said FROM message
            WHERE kind <> 'claim_place' AND replace(body, ' ', '') ~ '[0-9]{7}' OFFSET 0) message
        JOIN person ON person.id <> message.person AND said LIKE '%' || substr(person.phone, 4) || '%'""",
    "a door told in any other text": """
        SELECT message.id FROM message JOIN (
            SELECT address, array_agg(id) AS persons FROM person WHERE address <> '' GROUP BY address) door
        ON kind <> 'claim_place' AND body LIKE '%' || address || '%' AND persons <> ARRAY[message.person]""",
    "a text acted on and still new": "SELECT id FROM inbound WHERE (state = 'new') <> (handled_at IS NULL)",
    "a number twice": "SELECT ref FROM (SELECT ref FROM wish UNION ALL SELECT ref FROM listing) numbers GROUP BY 1 HAVING count(*) > 1",
    "more people placed than heads": f"SELECT id FROM listing WHERE {PLACED} > heads",
    "a count of places taken that is not that of the placements": f"SELECT id FROM listing WHERE taken <> {PLACED}",
    "a count of places kept that is not that of the referrals": f"SELECT id FROM listing WHERE kept <> {KEPT}",
    "all places taken, and still open, or filled with a place free": """
        SELECT id FROM listing WHERE (state = 'open' AND taken = heads) OR (state = 'filled' AND taken < heads)""",
    "one person in two places for more than an hour": f"""
        SELECT one.person FROM placement one JOIN placement other ON one.person = other.person AND one.id < other.id
        JOIN listing a ON a.id = one.listing JOIN listing b ON b.id = other.listing
        WHERE one.state IN {BUSY} AND other.state IN {BUSY}
            AND least(a.ends_at, b.ends_at) - greatest(a.starts_at, b.starts_at) > interval '1 hour'""",
    "a listing, a need or a place that waits for ever": """
        SELECT id FROM listing WHERE (due_at IS NULL) <> (state IN ('over', 'cancelled'))
        UNION ALL SELECT id FROM job_need WHERE (due_at IS NULL) <> (state = 'over')
        UNION ALL SELECT id FROM placement WHERE due_at IS NULL AND state IN ('held', 'confirmed')""",
    "a place that is kept and never comes free": "SELECT id FROM referral WHERE (kept > 0) <> (due_at IS NOT NULL)",
    "who was let go is still seen to": "SELECT id FROM placement WHERE due_at IS NOT NULL AND state IN ('absent', 'sent_home', 'released')",
    "who waits without a turn, or has one and does not wait": "SELECT id FROM referral WHERE (state = 'waiting') <> (turn IS NOT NULL)",
    "a turn that two have": "SELECT listing, turn FROM referral WHERE turn IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1",
    "somebody waits for what has ended": """
        SELECT referral.id FROM referral JOIN listing ON listing.id = listing
        WHERE listing.state IN ('over', 'cancelled') AND (referral.state IN ('sent', 'waiting') OR referral.kept > 0)""",
    "somebody comes to what was cancelled": """
        SELECT placement.id FROM placement JOIN listing ON listing.id = listing
        WHERE listing.state = 'cancelled' AND placement.state IN ('held', 'confirmed')""",
    "a yes without a place": """
        SELECT referral.id FROM referral JOIN listing ON listing.id = listing
        WHERE referral.state = 'accepted' AND listing.state IN ('open', 'filled') AND NOT EXISTS (
            SELECT 1 FROM placement p WHERE p.listing = referral.listing AND p.person = referral.person AND p.state <> 'released')""",
    "who is said to have work, and has none": """
        SELECT id FROM job_need WHERE state = 'placed' AND NOT EXISTS (
            SELECT 1 FROM placement JOIN listing ON listing.id = listing
            WHERE placement.person = job_need.person AND kind = 'job' AND placement.state NOT IN ('released', 'absent'))""",
    "work for somebody whom nobody has checked": """
        SELECT listing.id FROM listing JOIN employer ON employer.id = employer
        WHERE listing.state IN ('open', 'filled') AND employer.state = 'new'""",
    "a volunteer who is not looked for as his terms say": f"""
        (TABLE volunteer_skill_cell EXCEPT ({CELLS})) UNION ALL (({CELLS}) EXCEPT TABLE volunteer_skill_cell)""",
    "a volunteer who is asked though he cannot be": f"""
        SELECT s.person FROM volunteer_standing s LEFT JOIN volunteer v ON v.person = s.person
        WHERE points >= 0 AND ({ASKABLE}) IS NOT TRUE""",
    "a volunteer who is not asked though he could be": f"""
        SELECT s.person FROM volunteer_standing s JOIN volunteer v ON v.person = s.person JOIN person p ON p.id = s.person
        WHERE points < 0 AND {ASKABLE} AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.phone = p.phone)""",
    "a standing that is not what the ledger tells": f"""
        WITH who AS (
            SELECT person, as_of, week::timestamp AT TIME ZONE $1 AS week_began FROM volunteer_standing)
        SELECT * FROM ({TOLD}) told JOIN volunteer_standing s ON s.person = told.person
        WHERE (s.load, s.done, s.given_up) <> (told.load, told.done, told.given_up) OR abs(s.fatigue - told.fatigue) > 0.01
            OR num_nulls(s.asked_at, told.asked_at) = 1 OR abs(extract(epoch FROM s.asked_at - told.asked_at)) > 1""",
    "two needs of one person": "SELECT person FROM job_need WHERE state <> 'over' GROUP BY 1 HAVING count(*) > 1",
}

MOVES: dict[str, Mapping[Any, frozenset[Any]]] = {
    "wish": WISH_MOVES, "offer": OFFER_MOVES, "claim": CLAIM_MOVES, "message": MESSAGE_MOVES, "employer": EMPLOYER_MOVES,
    "listing": LISTING_MOVES, "job_need": NEED_MOVES, "referral": REFERRAL_MOVES, "placement": PLACEMENT_MOVES, "lottery": LOTTERY_MOVES,
}  # fmt: skip


# Asked all at once: a test asks after every step.
QUESTION = " UNION ALL ".join(
    f"SELECT '{offence}' AS offence, found::text FROM ({question}) found" for offence, question in OFFENCES.items()
)
HISTORIES = " UNION ALL ".join(
    f"SELECT '{subject}' AS subject, t.id, t.state, array_agg(e.from_state ORDER BY e.id) AS left,"
    " array_agg(e.to_state ORDER BY e.id) AS entered"
    f" FROM \"{subject}\" t LEFT JOIN event e ON e.subject = '{subject}' AND e.subject_id = t.id GROUP BY t.id"
    for subject in MOVES
)


async def assert_the_invariants_hold() -> None:
    found = await rows(QUESTION, settings().tz_city)
    assert found == [], found
    await assert_the_ledger_tells_every_state()


async def assert_the_ledger_tells_every_state() -> None:
    """One event for each move: from nothing to the first state, each from where the last had led, to where the table is."""
    for history in await rows(HISTORIES):
        entered, moves = history["entered"], MOVES[history["subject"]]
        assert history["left"] == [None, *entered[:-1]], history
        assert entered[-1] == history["state"], history
        assert all(to in moves[before] for before, to in pairwise(entered)), history
