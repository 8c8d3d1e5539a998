"""All open wishes at once: whom to ask for which, so that together they get the most. Nothing that is held is touched."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np

from base.clock import now
from base.db import objects, rows
from base.ledger import SWEEP, By
from base.work import transaction
from matching import dispatch
from matching.assign import Graph, Indices, Integers, assign
from matching.situation import POLICY
from matching.waves import look_again, may_be_asked
from messages.quiet import quiet_until
from wishes.candidates import Candidate
from wishes.dispatching import chosen
from wishes.lock import lock
from wishes.offers import ask
from wishes.situation import MINUTE, Situation, situation_of
from wishes.states import Level, WishState
from wishes.tables import Wish

MANY, MOST_AT_ONCE = 5, 200
LOCK = 0x6261
UNIT = 1_000_000  # weights are whole numbers: millionths of a chance


@dataclass(frozen=True)
class Share:
    """`ask`: places in the pool of the situation. `before` and `after`: how likely it is that all places will be taken."""

    wish: Wish
    situation: Situation
    ask: list[int]
    before: float
    after: float

    @property
    def people(self) -> list[Candidate]:
        return [self.situation.candidates[who] for who in self.ask]


@dataclass(frozen=True)
class Batch:
    """`wanted_twice`: how many people several wishes would have asked, each for itself. `gap` 0: no sharing out is worth more."""

    shares: list[Share]
    wanted_twice: int
    gap: int

    @property
    def messages(self) -> int:
        return sum(len(share.ask) for share in self.shares)


class Edges(NamedTuple):
    """Of one row: places in the pool of its situation, their columns, their weights."""

    who: Integers
    columns: Indices
    weights: Integers


OPEN = """
state = 'open' AND level = 'volunteers' AND ($1::text[] IS NULL OR area ^@ ANY ($1)) AND ($2::timestamptz IS NULL OR due_at <= $2)
"""


async def plan(areas: Collection[str] | None = None, due_by: datetime | None = None, most: int | None = None) -> Batch:
    """For the open wishes in these areas, or for all, those first that wait longest; nothing is done yet.

    Everybody is asked for one of them at most.
    """
    wishes = await objects(Wish, f"{OPEN} ORDER BY opened_at, id LIMIT $3", areas, due_by, most)
    situations = [await situation_of(wish) for wish in wishes]
    return await asyncio.to_thread(_shared_out, wishes, situations)


async def count_open(areas: Collection[str]) -> int:
    """Those of which `plan` takes the first."""
    [found] = await rows(f"SELECT count(*) AS n FROM wish WHERE {OPEN}", areas, None)  # noqa: S608
    return int(found["n"])


async def share_out_when_many_are_due() -> None:
    """In the morning what came in at night is due at one moment: one after another, the first would ask the best of all."""
    if not await _many_are_due() or await quiet_until():
        return
    async with transaction():
        [mine] = await rows("SELECT pg_try_advisory_xact_lock($1) AS mine", LOCK)
        if not mine["mine"]:
            return
        moment = now()
        found = await plan(due_by=moment, most=MOST_AT_ONCE)
    await carry_out({share.wish.id: [one.id for one in share.people] for share in found.shares if share.ask}, due_by=moment)


async def _many_are_due() -> bool:
    due = await rows("SELECT 1 FROM wish WHERE state = 'open' AND level = 'volunteers' AND due_at <= $1 LIMIT $2", now(), MANY)
    return len(due) == MANY


async def carry_out(planned: Mapping[int, Collection[int]], by: By = SWEEP, due_by: datetime | None = None) -> list[tuple[int, int]]:
    """Of wish → people, as they were shown: whom it was too late to ask, because they or the wish are no longer free.

    `due_by`: a wish that is due later by now has been seen to by another sweep.
    """
    left_out = []
    for wish_id, people in sorted(planned.items()):
        async with transaction():
            wish = await lock(wish_id)
            asked = set() if due_by and (wish.due_at is None or wish.due_at > due_by) else await _ask(wish, set(people), by)
        left_out += [(wish_id, person) for person in people if person not in asked]
    return left_out


async def _ask(wish: Wish, people: set[int], by: By) -> set[int]:
    if wish.state != WishState.OPEN or wish.level != Level.VOLUNTEERS or await quiet_until():
        return set()
    seen = await situation_of(wish)
    who = [place for place, one in enumerate(seen.candidates) if one.id in people and may_be_asked(seen.pool, place, seen.wish, seen.caps)]
    await ask(wish, chosen(seen, who), by)
    due: dict[Any, Any] = {Wish.due_at: now() + look_again(seen.wish, POLICY) * MINUTE, Wish.step: wish.step + 1}
    await Wish.update(due).where(Wish.id == wish.id)
    return {seen.candidates[place].id for place in who}


def _shared_out(wishes: list[Wish], situations: list[Situation]) -> Batch:
    """The second whom a wish asks is worth less to it than the first: each is a row of its own, with what he would still bring."""
    alone = [dispatch.decide(seen.wish, seen.pool, seen.asked, seen.model, caps=seen.caps) for seen in situations]
    people = sorted({one.id for seen in situations for one in seen.candidates})
    column = {person: place for place, person in enumerate(people)}
    edges = [each for seen, decision in zip(situations, alone, strict=True) for each in _edges(seen, decision.ask.tolist(), column)]
    of_row = [number for number, decision in enumerate(alone) for _ in decision.ask]
    starts = np.cumsum([0, *(len(each.who) for each in edges)])
    columns = np.concatenate([np.zeros(0, np.int32), *(each.columns for each in edges)])
    weights = np.concatenate([np.zeros(0, np.int64), *(each.weights for each in edges)])
    found = assign(Graph(starts, columns, weights), np.ones(len(edges), np.int64), np.ones(len(people), np.int64))
    asks: list[list[int]] = [[] for _ in wishes]
    for row, number in enumerate(of_row):
        asks[number] += edges[row].who[found.chosen[starts[row] : starts[row + 1]]].tolist()
    shares = [_share(wish, seen, sorted(who)) for wish, seen, who in zip(wishes, situations, asks, strict=True)]
    wanted = np.array([seen.candidates[who].id for seen, decision in zip(situations, alone, strict=True) for who in decision.ask])
    return Batch(shares, int((np.unique(wanted, return_counts=True)[1] > 1).sum()), found.gap)


def _edges(seen: Situation, alone: list[int], column: Mapping[int, int]) -> list[Edges]:
    """For each whom the wish would ask if it were alone: who may be asked, and is worth it."""
    gain, cost = dispatch.worths(seen.wish, seen.pool, seen.model, seen.caps)
    columns = np.array([column[one.id] for one in seen.candidates], np.int32)
    found = []
    for needed in dispatch.still_needed(seen.wish, seen.pool, seen.asked, alone, seen.model):
        weights = np.rint(UNIT * (needed * gain - cost)).astype(np.int64)
        who = np.flatnonzero(weights > 0)
        found.append(Edges(who, columns[who], weights[who]))
    return found


def _share(wish: Wish, seen: Situation, who: list[int]) -> Share:
    before, after = (dispatch.expected(seen.wish, seen.pool, seen.asked, some, seen.model) for some in ([], who))
    return Share(wish, seen, who, before, after)
