"""The morning's share: every day before dawn all open needs and all of the day's listings, in one assignment, with a lottery that anyone can check.

The evening before the seal of the seed is published; with the draw the seed.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from typing import NamedTuple

import numpy as np

from base.clock import city_now, now
from base.db import first, objects, rows
from base.errors import Refused
from base.ledger import SWEEP, By
from base.settings import settings
from base.work import transaction
from jobs.deadlines import answer_by, dawn
from jobs.opening import in_time, openings
from jobs.pool import WILLING, Seeking, barred, gigs, offered, seekers, seeking
from jobs.referrals import Put, letter, not_told, refer
from jobs.sharing import insisting, write_mornings
from jobs.states import LOTTERY, LotteryState
from jobs.tables import Listing, Lottery
from jobs.when import moment
from matching import lottery
from matching.gigs import judge
from matching.morning import Morning, fair_morning
from messages.outbox import put_all
from people.tables import Person

Progress = Callable[[str, int, int], None]
"""Step (weigh, place, others, tell), how many are done, of how many."""

TAKING_PART = f"{WILLING} AND {not_told(1)} AND n.from_day <= $2 AND (n.to_day IS NULL OR n.to_day >= $2)"
ANSWERED = "state <> 'sent' OR kept > 0"
"""Who was asked and has not answered may still be given the place."""


async def publish_when_due() -> None:
    if day := _coming_day():
        async with transaction():
            await publish(day)


async def publish(day: date) -> Lottery:
    """The seal of the day's draw; the one that stands, if it was published before."""
    if found := await first(Lottery, "day = $1", day):
        return found
    await rows("SELECT pg_advisory_xact_lock(hashtext('lottery'))")
    return await first(Lottery, "day = $1", day) or await _published(day)


def _coming_day() -> date | None:
    here = city_now()
    if here < dawn(here):
        return here.date()
    published = here.time() >= time.fromisoformat(settings().lottery_at)
    return here.date() + timedelta(days=1) if published else None


async def _published(day: date) -> Lottery:
    seed, at = lottery.new_seed(), dawn(moment(day, time.min))
    row = Lottery(
        day=day, state=LotteryState.PUBLISHED.value, seed=seed, commitment=lottery.commitment(seed), published_at=now(), due_at=at
    )  # fmt: skip
    await LOTTERY.begin(row, SWEEP)
    return row


async def draw_today(by: By, progress: Progress = lambda step, done, all: None) -> Lottery:
    """Now, whatever the hour. What was never sealed is sealed first."""
    found = await publish(city_now().date())
    return await draw(found.id, by, progress)


async def draw(lottery_id: int, by: By = SWEEP, progress: Progress = lambda step, done, all: None) -> Lottery:
    """Once for each day: places are kept, and each worker gets one message."""
    [drawn] = await objects(Lottery, "id = $1 FOR UPDATE", lottery_id)
    if drawn.state == LotteryState.DRAWN:
        raise Refused("already_drawn", day=drawn.day)
    listings = await offered("day = $2", drawn.day, lock=True)
    needs = await seeking(TAKING_PART, city_now().toordinal(), drawn.day) if listings else []
    jobs, never = gigs(listings), await barred(needs, listings, ANSWERED)
    some, stable = seekers(needs), np.array([station.id for station in await insisting()], np.int64)
    morning = await asyncio.to_thread(fair_morning, some, jobs, never, drawn.seed, progress, stable)
    puts = await _puts(needs, listings, morning)
    await refer(puts, by)
    await _write_tickets(drawn.day, needs, listings, morning)
    await write_mornings(drawn.day, some, jobs, morning)
    await _tell(puts, partial(progress, "tell"))
    placed = int((morning.kept >= 0).sum())
    await LOTTERY.move(
        drawn, LotteryState.DRAWN, by, drawn_at=now(), due_at=None, needs=len(needs), places=int(jobs.room.sum()), placed=placed,
        objective=morning.value,
    )  # fmt: skip
    return drawn


async def _puts(needs: Sequence[Seeking], listings: Sequence[Listing], morning: Morning) -> list[Put]:
    """Need by need: first what is kept for him, then what else fits."""
    opens = await openings()
    options = np.column_stack([morning.kept, morning.others])
    taking, rank = np.nonzero(options >= 0)
    given = options[taking, rank]
    fit = judge(seekers(needs).take(taking), gigs(listings).take(given))
    puts = []
    for number, (need, place, listing) in enumerate(zip(taking.tolist(), rank.tolist(), given.tolist(), strict=True)):
        until = None if place else _kept_until(listings[listing], opens)
        puts.append(Put(needs[need], listings[listing], fit.at(number), until))
    return puts


def _kept_until(listing: Listing, opens: Mapping[int, datetime]) -> datetime:
    return answer_by(in_time(opens[listing.station], listing), listing.starts_at)


async def _write_tickets(day: date, needs: Sequence[Seeking], listings: Sequence[Listing], morning: Morning) -> None:
    kept = [listings[number].id if number >= 0 else None for number in morning.kept.tolist()]
    await rows(
        "INSERT INTO ticket (day, need, position, listing) SELECT $1, * FROM unnest($2::bigint[], $3::integer[], $4::bigint[])",
        day, [need.id for need in needs], (morning.position + 1).tolist(), kept,
    )  # fmt: skip


async def _tell(puts: Sequence[Put], progress: Callable[[int, int], None]) -> None:
    """In the hours of the station whose listing stands first."""
    opens = await openings()
    persons = {person.id: person for person in await objects(Person, "id = ANY($1)", [put.need.person for put in puts])}
    letters = []
    for person, his in groupby(puts, lambda put: put.need.person):
        shown = list(his)
        listing = shown[0].listing
        letters.append(letter(shown, persons[person], in_time(opens[listing.station], listing)))
    await put_all(letters, progress)


class Verdict(NamedTuple):
    """Whether the seed is the one that was sealed, and whether it gives the order in which the tickets stand."""

    sealed: bool
    ordered: bool
    tickets: int


async def verify(day: date) -> Verdict:
    """Recomputes a draw from its seed alone. Refused when there was none, or the seed is not public yet."""
    drawn = await first(Lottery, "day = $1 AND state = $2", day, LotteryState.DRAWN)
    if drawn is None:
        raise Refused("not_drawn", day=day)
    tickets = [found["need"] for found in await rows("SELECT need FROM ticket WHERE day = $1 ORDER BY position", day)]
    return Verdict(lottery.commitment(drawn.seed) == drawn.commitment, lottery.order(drawn.seed, tickets) == tickets, len(tickets))
