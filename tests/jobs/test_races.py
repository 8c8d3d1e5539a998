"""Several at once on connections of their own: whatever comes first, what is true afterwards is one of the ways in which they could follow."""

import asyncio
from datetime import timedelta

from base.clock import at
from base.work import transaction
from jobs.cancelling import cancel_listing
from jobs.lock import lock
from jobs.needs import Seek, seek
from jobs.places import Held, Waiting
from jobs.queries import placements, unanswered
from jobs.states import COMING
from jobs.tend import tend_due
from tests.cast import do
from tests.jobs.desk import (
    MONDAY,
    TUESDAY,
    Desk,
    answer_of,
    applies,
    cancels,
    clock,
    confirms,
    holding,
    in_line,
    need,
    now_of,
    places_of,
    stands,
    the_referral,
    told,
    workers,
)
from tests.jobs.scene import web, worker

ROUNDS = 4


async def test_who_applies_while_it_is_called_off_is_told_or_refused(desk: Desk) -> None:
    for _ in range(ROUNDS):
        job, crowd = await desk.job(heads=3), await workers(6)
        answers = await asyncio.gather(
            *(applies(who, job) for who in crowd), do(cancel_listing, job.id, desk.by, "下雨"), return_exceptions=True
        )  # fmt: skip
        concerned = {who.id for who, answer in zip(crowd, answers, strict=False) if isinstance(answer, Held | Waiting)}
        assert {str(answer) for answer in answers if isinstance(answer, Exception)} <= {"listing_cancelled"}
        assert concerned <= set(await told("listing_cancelled"))
        assert (await placements(job.id, COMING), await unanswered(job.id)) == ([], [])


async def test_a_yes_and_the_end_of_its_time_at_once_give_the_place_to_one(desk: Desk) -> None:
    for _ in range(ROUNDS):
        job, (holder, first, second) = await holding(1, desk, waiting=2)
        await cancels(holder, job)
        with at((await the_referral(first, job)).due_at):
            answer, _ = await asyncio.gather(applies(first, job), tend_due())
        if isinstance(answer, Held):
            assert (await answer_of(first, job), await places_of(job)) == ("accepted", ("filled", 1, 0))
        else:
            assert (await answer_of(second, job), await places_of(job)) == ("sent", ("open", 0, 1))


async def test_a_confirmation_and_the_end_of_its_time_at_once_leave_him_placed_or_let_go(desk: Desk) -> None:
    job, crowd = await holding(4, desk)
    with at(clock("18:00", MONDAY)):
        await tend_due()
    with at(clock("05:40")):
        answers = await asyncio.gather(*(confirms(who, job) for who in crowd), tend_due(), return_exceptions=True)
    for who, answer in zip(crowd, answers, strict=False):
        assert await stands(who, job) == ("released" if isinstance(answer, Exception) else "confirmed")
        assert (who.id in await told("place_let_go")) == isinstance(answer, Exception)


async def test_two_sweeps_take_every_step_once(desk: Desk) -> None:
    job, crowd = await holding(4, desk, waiting=4)
    for moment in (clock("18:00", MONDAY), clock("05:40")):
        with at(moment):
            await asyncio.gather(tend_due(), tend_due(), tend_due())
    assert sorted(await told("place_let_go")) == [who.id for who in crowd[:4]]
    assert sorted(await told("place_freed")) == [who.id for who in crowd[4:]]
    assert (await in_line(job), await places_of(job)) == ([], ("open", 0, 4))


async def test_who_looks_for_work_and_applies_at_once_does_both(desk: Desk) -> None:
    jobs = [await desk.job(day=TUESDAY + timedelta(days=days)) for days in range(3)]
    for _ in range(ROUNDS):
        chen = await worker()
        await asyncio.gather(
            *(applies(chen, job) for job in jobs[:2]), *(do(seek, chen, Seek(("bricklayer",)), web(chen)) for _ in range(2))
        )
        assert (await need(chen)).person == chen.id
        for job in jobs[:2]:
            await cancels(chen, job)


async def test_a_listing_is_put_to_him_while_a_verb_about_it_goes_on(desk: Desk) -> None:
    """The verb may wait for this very worker: if he waited for it too, neither would end."""
    job, chen = await desk.job(), await worker()
    locked, put = asyncio.Event(), asyncio.Event()

    async def goes_on() -> None:
        async with transaction():
            await lock(job.id)
            locked.set()
            await put.wait()

    async def looks_for_work() -> None:
        await locked.wait()
        await do(seek, chen, Seek(("bricklayer",)), web(chen))
        put.set()

    await asyncio.wait_for(asyncio.gather(goes_on(), looks_for_work()), 10)
    assert await answer_of(chen, job) == "sent"


async def test_two_listings_with_the_same_people_are_called_off_at_once(desk: Desk) -> None:
    for _ in range(ROUNDS):
        crowd = await workers(5)
        one, other = await desk.job(heads=5), await desk.job(heads=5, day=TUESDAY + timedelta(days=1))
        for who in crowd:
            await do(seek, who, Seek(), web(who))
            await applies(who, one)
        for who in reversed(crowd):
            await applies(who, other)
        await asyncio.gather(*(do(cancel_listing, job.id, desk.by, "下雨") for job in (one, other)))
        assert {(await now_of(job)).state for job in (one, other)} == {"cancelled"}
        assert {(await need(who)).state for who in crowd} == {"open"}
