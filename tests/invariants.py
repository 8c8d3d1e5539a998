"""The invariants of the design as questions to the database: each answer must be empty, after whatever happened."""

# ruff: noqa: S608  # nothing of these questions comes from outside

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from base.db import rows
from messages.states import MOVES as MESSAGE_MOVES
from wishes.states import CLAIM_MOVES, OFFER_MOVES, WISH_MOVES

LIVE = "(SELECT count(*) FROM claim WHERE claim.wish = wish.id AND claim.state IN ('held', 'done'))"

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
        SELECT message.id FROM message JOIN person ON person.id <> message.person
        WHERE kind <> 'claim_place' AND replace(body, ' ', '') LIKE '%' || substr(person.phone, 4) || '%'""",
    "a door told in any other text": """
        SELECT message.id FROM message JOIN person ON person.id <> message.person AND person.address <> ''
        WHERE kind <> 'claim_place' AND body LIKE '%' || person.address || '%'""",
    "a text acted on and still new": "SELECT id FROM inbound WHERE (state = 'new') <> (handled_at IS NULL)",
    "a number twice": "SELECT ref FROM wish GROUP BY 1 HAVING count(*) > 1",
}

MOVES: dict[str, Mapping[Any, frozenset[Any]]] = {
    "wish": WISH_MOVES, "offer": OFFER_MOVES, "claim": CLAIM_MOVES, "message": MESSAGE_MOVES,
}  # fmt: skip


async def assert_the_invariants_hold() -> None:
    broken = {offence: found for offence, question in OFFENCES.items() if (found := await rows(question))}
    assert broken == {}
    for subject in MOVES:
        await assert_the_ledger_tells_every_state_of(subject)


async def assert_the_ledger_tells_every_state_of(subject: str) -> None:
    """One event for each move: from nothing to the first state, each from where the last had led, to where the table is."""
    histories = await rows(
        "SELECT t.id, t.state, array_agg(e.from_state ORDER BY e.id) AS left, array_agg(e.to_state ORDER BY e.id) AS entered"
        f' FROM "{subject}" t LEFT JOIN event e ON e.subject = $1 AND e.subject_id = t.id GROUP BY t.id',
        subject,
    )
    for history in histories:
        entered = history["entered"]
        assert history["left"] == [None, *entered[:-1]], (subject, history)
        assert entered[-1] == history["state"], (subject, history)
        assert all(to in MOVES[subject][before] for before, to in pairwise(entered)), (subject, history)
