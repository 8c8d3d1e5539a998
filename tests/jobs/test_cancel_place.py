"""取消 45: the place is given back, the turn given up, or what was put to him declined."""

import asyncio

from base.clock import at
from jobs.places import Held, Waiting, apply, cancel_place
from jobs.states import PlacementState
from tests.cast import do, seen_by
from tests.jobs.desk import (
    NOON,
    Desk,
    answer_of,
    applies,
    cancels,
    clock,
    confirms,
    holding,
    in_line,
    marked,
    places_of,
    refused,
    shown,
    stands,
    the_placement,
    told,
    why,
)
from tests.jobs.scene import web, worker


async def test_the_place_is_free_again(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    assert await cancels(chen, job) == "released"
    assert (await stands(chen, job), await answer_of(chen, job)) == ("released", "declined")
    assert await places_of(job) == ("open", 0, 0)


async def test_nothing_is_due_for_who_does_not_come(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await cancels(chen, job)
    assert shown(await the_placement(chen, job), "due_at", "ended_at") == (None, NOON)


async def test_who_has_confirmed_may_still_give_it_back(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await confirms(chen, job)
    assert await cancels(chen, job) == "released"


async def test_who_cancels_himself_is_answered_by_his_own_channel(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await cancels(chen, job)
    assert await seen_by(chen) == []


async def test_who_is_cancelled_at_the_counter_is_told(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await do(cancel_place, job.id, chen.id, desk.by)
    assert await seen_by(chen) == ["place_released"]


async def test_who_never_asked_for_a_place_cannot_give_it_back(desk: Desk) -> None:
    job, _ = await holding(1, desk)
    stranger = await worker()
    refusal = await refused(cancel_place, job.id, stranger.id, web(stranger))
    assert (refusal.reason, refusal.context) == ("not_placed", {"ref": job.ref})


async def test_a_place_is_given_back_once(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    await cancels(chen, job)
    assert await why(cancel_place, job.id, chen.id, web(chen)) == "not_placed"
    assert await told("place_freed") == [first.id]


async def test_once_it_has_begun_only_the_counter_takes_him_off(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("07:00")):
        assert await why(cancel_place, job.id, chen.id, web(chen)) == "started"
        assert await do(cancel_place, job.id, chen.id, desk.by) == "released"


async def test_who_has_worked_has_nothing_to_give_back(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("08:00")):
        await marked(desk, chen, job, PlacementState.ATTENDED)
        assert await why(cancel_place, job.id, chen.id, desk.by) == "not_placed"
    assert await places_of(job) == ("filled", 1, 0)


async def test_two_cancellations_at_once_ask_two_of_those_who_wait(desk: Desk) -> None:
    for _ in range(5):
        job, (one, other, *waiting) = await holding(2, desk, waiting=3)
        await asyncio.gather(cancels(one, job), cancels(other, job))
        assert sorted(await told("place_freed"))[-2:] == sorted(who.id for who in waiting[:2])
        assert (await in_line(job), await places_of(job)) == ([waiting[2].id], ("open", 0, 2))


async def test_a_cancellation_and_a_newcomer_at_once_never_leave_the_list_behind(desk: Desk) -> None:
    for _ in range(5):
        job, (holder, first) = await holding(1, desk, waiting=1)
        answers = await asyncio.gather(cancels(holder, job), applies(await worker(), job))
        assert isinstance(answers[1], Waiting)
        assert isinstance(await applies(first, job), Held)


async def test_a_double_tap_gives_one_place_back(desk: Desk) -> None:
    job, (chen, zhou, *_) = await holding(2, desk, waiting=2)
    taps = [do(cancel_place, job.id, chen.id, web(chen)) for _ in range(2)]
    answers = await asyncio.gather(*taps, return_exceptions=True)
    assert sorted(map(str, answers)) == ["not_placed", "released"]
    assert (await stands(zhou, job), await places_of(job)) == ("held", ("open", 1, 1))


async def test_taking_and_giving_back_at_once_ends_in_one_of_both(desk: Desk) -> None:
    job, chen = await desk.job(heads=1), await worker()
    for _ in range(5):
        await asyncio.gather(
            do(apply, job.id, chen.id, web(chen)), do(cancel_place, job.id, chen.id, web(chen)), return_exceptions=True
        )  # fmt: skip
        assert await places_of(job) in (("filled", 1, 0), ("open", 0, 0))
