"""Listings put to workers, any number at once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from base.clock import now
from base.db import rows
from base.ledger import By
from base.words import Words
from jobs.occupations import OCCUPATIONS
from jobs.pool import Seeking
from jobs.tables import Listing
from jobs.telling import item
from jobs.when import here, until_words
from matching.gig_reasons import reasons
from matching.gigs import Fit, Ints
from messages import job_texts
from messages.outbox import Letter
from people.tables import Person

AT_ONCE = 2000

# In one order always, so that two at once never wait for each other. Who was asked and has not answered is asked anew; who has, is not.
REFER = """
WITH asked AS (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::smallint[], $5::timestamptz[], $6::real[], $7::text[])
        AS t (listing, person, people, kept, due_at, distance_km, reasons) ORDER BY listing, person
), before AS (
    SELECT listing, person, state FROM referral JOIN asked USING (listing, person)
), put AS (
    INSERT INTO referral AS r (listing, person, state, people, kept, due_at, distance_km, reasons, round, sent_at)
    SELECT listing, person, 'sent', people, kept, due_at, distance_km, reasons::jsonb, 0, $8 FROM asked
    ON CONFLICT (listing, person) DO UPDATE SET state = 'sent', people = excluded.people, kept = excluded.kept, due_at = excluded.due_at,
        distance_km = excluded.distance_km, reasons = excluded.reasons, sent_at = excluded.sent_at, answered_at = NULL, round = r.round + 1
        WHERE r.kept = 0 AND r.state IN ('sent', 'lapsed')
    RETURNING id, listing, person, kept, xmax = 0 AS new
), told AS (
    INSERT INTO event (at, subject, subject_id, matter, from_state, to_state, actor, via, note)
    SELECT $8, 'referral', put.id, put.listing, before.state, 'sent', $9::bigint, $10, ''
    FROM put LEFT JOIN before USING (listing, person) WHERE new OR before.state = 'lapsed'
)
UPDATE listing SET kept = listing.kept + counted.kept
FROM (SELECT listing, sum(kept) AS kept FROM put GROUP BY listing HAVING sum(kept) > 0) AS counted WHERE listing.id = counted.listing
"""


@dataclass(frozen=True)
class Put:
    """A listing put to the person of a need; `until`: a place for each of his people is kept for him until then."""

    need: Seeking
    listing: Listing
    fit: Fit
    until: datetime | None = None


async def refer(puts: Iterable[Put], by: By) -> None:
    ordered = sorted(puts, key=lambda put: (put.listing.id, put.need.person))
    for start in range(0, len(ordered), AT_ONCE):
        columns = zip(*map(_row, ordered[start : start + AT_ONCE]), strict=True)
        await rows(REFER, *map(list, columns), now(), by.person, by.via)


def _row(put: Put) -> tuple[Any, ...]:
    people = put.need.people
    said = json.dumps(why(put), ensure_ascii=False)
    return (
        put.listing.id, put.need.person, people, people if put.until else 0, put.until, float(put.fit.distance_km), said,
    )  # fmt: skip


def letter(puts: Sequence[Put], to: Person, at: datetime) -> Letter:
    """One for each worker and day: the dedupe key holds both."""
    kept = next((put for put in puts if put.until), None)
    until = until_words(kept.until) if kept and kept.until else None
    text = job_texts.morning([item(put.listing) for put in puts], kept.listing.ref if kept else None, until)
    return Letter(text, to, f"job_need:{puts[0].need.id}", here(at).date().toordinal(), at)


def not_told(place: int) -> str:
    """SQL of a need `n` and its person `p`: that no such letter was put for the day whose ordinal is the argument at `place`."""
    key = f"'job_morning:job_need:' || n.id || ':' || p.phone || ':' || ${place}::integer"
    return f"NOT EXISTS (SELECT 1 FROM message m WHERE m.dedupe_key = {key})"  # noqa: S608


def why(put: Put) -> list[Words]:
    return reasons(put.fit, OCCUPATIONS[put.listing.occupation])


def best(fit: Fit, barred: Ints, most: int) -> list[int]:
    """Of many pairs the best that are allowed; of equals the first."""
    allowed = fit.allowed.copy()
    allowed[barred] = False
    order = np.argsort(-fit.weight, kind="stable")
    return [int(pair) for pair in order[allowed[order]][:most]]
