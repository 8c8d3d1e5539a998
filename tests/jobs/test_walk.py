"""Six workers, two listings that share their hours, the sweep between them: whatever is done in whatever order, the invariants hold."""

import random
from datetime import timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.ledger import By
from jobs.counter import mark
from jobs.needs import Seek, end_need, pause_need, seek
from jobs.places import apply, cancel_place, confirm_place
from jobs.queries import placements, unanswered
from jobs.states import PlacementState
from jobs.tables import Listing
from jobs.tend import tend_due
from people.tables import Person
from tests.invariants import assert_the_invariants_hold
from tests.jobs.desk import NOON, Desk, why, workers
from tests.jobs.scene import web

STEPS = 50
MARKS = (PlacementState.ATTENDED, PlacementState.ABSENT, PlacementState.SENT_HOME, PlacementState.CONFIRMED)
MINUTES = (0, 0, 0, 5, 15, 41, 60, 120)
EXPECTED = {
    None, "already_placed", "overlaps", "party_too_big", "started", "listing_over", "not_placed", "not_yet", "already_marked", "no_room",
    "no_need", "unknown_ref",
}  # fmt: skip


async def step(dice: random.Random, desk: Desk, who: Person, job: Listing) -> str | None:
    """Something that somebody does, or tries to do."""
    by, coming = web(who), await placements(job.id)
    concerned = [each.person for each in coming] + [each.person for each in await unanswered(job.id)]
    whose = dice.choice(concerned or [who.id])
    verbs: list[tuple[int, Any]] = [
        (9, lambda: why(apply, job.id, who.id, dice.choice([by, by, desk.by]), dice.choice([1, 1, 1, 2]))),
        (6, lambda: why(cancel_place, job.id, whose, By(dice.choice([whose, desk.fang.id]), "web"))),
        (3, lambda: why(confirm_place, job.id, whose, By(whose, "web"))),
        (2, lambda: why(seek, who, Seek(to_day=dice.choice([None, (NOON + timedelta(days=5)).date()])), by)),
        (1, lambda: why(dice.choice([pause_need, end_need]), who.id, by)),
        (3, lambda: why(mark, dice.choice(coming).id if coming else 0, dice.choice(MARKS), desk.by)),
        (3, lambda: tend_due()),
    ]
    [act] = dice.choices([act for _, act in verbs], [weight for weight, _ in verbs])
    said = await act()
    return said if isinstance(said, str) else None


@pytest.mark.parametrize("seed", range(3))
async def test_fifty_steps_at_random(desk: Desk, seed: int) -> None:
    dice, moment, crowd = random.Random(seed), NOON, await workers(6)
    listings = [await desk.job(heads=2), await desk.job(heads=3)]
    said = set()
    for _ in range(STEPS):
        moment += timedelta(minutes=dice.choice(MINUTES))
        with at(moment):
            said.add(await step(dice, desk, dice.choice(crowd), dice.choice(listings)))
            await assert_the_invariants_hold()
    assert said <= EXPECTED
    assert len(await rows("SELECT id FROM event WHERE subject IN ('listing', 'referral', 'placement')")) > STEPS / 3  # much happened
