"""The past of the demo city as the program itself would have lived it: the verbs are the real ones, with the clock
pinned to each step's moment, and between the steps the sweep does what is due.
"""

import random
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from base.clock import at
from base.db import row, rows
from base.ledger import By
from commands.demo_stories import Step, Story
from jobs.counter import report_unpaid
from people import offices
from people.tables import Person
from wishes import actions
from wishes.actions import Draft
from wishes.lock import lock
from wishes.queries import claims
from wishes.states import ClaimState, OfferState, WishState
from wishes.tables import Wish
from wishes.telling import office_of
from wishes.tend import tend

# The planner learns of the new rows from nobody else before the transaction ends.
COUNTED_AT = (1, 100, 400)


class Told(NamedTuple):
    """A story with its wisher, and where a stranger turns out to live. Of unpaid wages: the listing at which he worked."""

    story: Story
    resident: Person
    home: str = ""
    listing: int | None = None


class History:
    def __init__(self, seed: int, told: list[Told], end: datetime) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.told = told
        self.end = end
        self.wishes: dict[int, int] = {}  # story -> wish

    async def live(self, progress: Callable[[int, int], None]) -> None:
        steps = [(step.moment, number, place) for number, told in enumerate(self.told) for place, step in enumerate(told.story.steps)]
        for done, (moment, number, place) in enumerate(sorted(steps), 1):
            if done in COUNTED_AT:
                await rows("ANALYZE area, person, role, volunteer, wish, offer, claim, message")
            await self._sweep(moment)
            with at(moment):
                await self._take(number, self.told[number].story.steps[place])
            progress(done, len(steps))
        await self._sweep(self.end)

    async def _sweep(self, until: datetime) -> None:
        ours = list(self.wishes.values())
        while due := await row("SELECT id, due_at FROM wish WHERE due_at <= $1 AND id = ANY($2) ORDER BY due_at, id LIMIT 1", until, ours):
            with at(due["due_at"]):
                await tend(await lock(due["id"]))

    async def _take(self, number: int, step: Step) -> None:
        told = self.told[number]
        if step.verb == "raise":
            self.wishes[number] = await self._raise(told)
            return
        wish = await lock(self.wishes[number])
        await _VERBS[step.verb](self, wish, told, step)

    async def _raise(self, told: Told) -> int:
        story, resident = told.story, told.resident
        if told.listing:
            return int((await report_unpaid(told.listing, resident.id, story.text, _by(resident.id))).id)
        draft = Draft(story.kind, story.text, None, day=story.day, part=story.part, places=story.places)
        wish = await actions.raise_wish(resident, draft, _by(resident.id))
        return int(wish.id)

    async def _locate(self, wish: Wish, told: Told, step: Step) -> None:
        if wish.state == WishState.ASKING:
            await actions.locate(wish.id, told.home, _by(told.resident.id))

    async def _claim(self, wish: Wish, told: Told, step: Step) -> None:
        """One of those who were asked; where nobody could be asked, the office."""
        helper = await self._asked(wish)
        if helper is None:
            await self._office_claim(wish, told, step)
        elif wish.state == WishState.OPEN:
            await actions.claim(wish.id, _by(helper), step.note)

    async def _office_claim(self, wish: Wish, told: Told, step: Step) -> None:
        holders = await offices.holders(office_of(wish))
        if wish.state == WishState.OPEN and holders:
            await actions.claim(wish.id, _by(holders[0].id), step.note)

    async def _late(self, wish: Wish, told: Told, step: Step) -> None:
        helper = await self._asked(wish, OfferState.LAPSED)
        if wish.state == WishState.CLAIMED and helper:
            await actions.claim(wish.id, _by(helper))

    async def _decline(self, wish: Wish, told: Told, step: Step) -> None:
        helper = await self._asked(wish)
        if helper:
            await actions.decline(wish.id, _by(helper))

    async def _release(self, wish: Wish, told: Told, step: Step) -> None:
        for held in await claims(wish.id, ClaimState.HELD):
            await actions.release(wish.id, _by(held.person))

    async def _done(self, wish: Wish, told: Told, step: Step) -> None:
        held = await claims(wish.id, ClaimState.HELD)
        if held:
            await actions.report_done(wish.id, _by(held[0].person), step.note)

    async def _confirm(self, wish: Wish, told: Told, step: Step) -> None:
        if wish.state == WishState.DONE:
            await actions.confirm(wish.id, _by(told.resident.id), step.rating)

    async def _reject(self, wish: Wish, told: Told, step: Step) -> None:
        if wish.state == WishState.DONE:
            await actions.reject(wish.id, _by(told.resident.id), step.note)

    async def _withdraw(self, wish: Wish, told: Told, step: Step) -> None:
        if wish.state in (WishState.OPEN, WishState.CLAIMED):
            await actions.withdraw(wish.id, _by(told.resident.id))

    async def _asked(self, wish: Wish, state: OfferState = OfferState.SENT) -> int | None:
        asked = await rows("SELECT person FROM offer WHERE wish = $1 AND state = $2 ORDER BY id", wish.id, state.value)
        return int(self.random.choice(asked)["person"]) if asked else None


_VERBS: dict[str, Any] = {
    "locate": History._locate,
    "claim": History._claim,
    "office_claim": History._office_claim,
    "late": History._late,
    "decline": History._decline,
    "release": History._release,
    "done": History._done,
    "confirm": History._confirm,
    "reject": History._reject,
    "withdraw": History._withdraw,
}


def _by(person: int) -> By:
    return By(person, "demo")


async def silence() -> None:
    """What the past would have texted to the made-up people is kept, and is not sent."""
    await rows(
        "WITH moved AS (UPDATE message SET state = 'suppressed', reason = 'history', ended_at = created_at"
        " WHERE state = 'queued' AND phone LIKE '+86160%' RETURNING id, created_at)"
        " INSERT INTO event (at, subject, subject_id, from_state, to_state, via, note)"
        " SELECT created_at, 'message', id, 'queued', 'suppressed', 'demo', 'history' FROM moved"
    )
