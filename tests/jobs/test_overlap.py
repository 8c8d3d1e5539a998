"""Nobody is placed twice in the same hours; two listings may touch by an hour, and he is warned."""

import asyncio
from datetime import date, time, timedelta

import pytest

from base.clock import at
from jobs.counter import mark
from jobs.places import Held, apply
from jobs.queries import held_by
from jobs.states import PlacementState
from tests.cast import do, last_text
from tests.jobs.desk import TUESDAY, Desk, applies, cancels, clock, marked, places_of, refused, the_placement, why, workers
from tests.jobs.scene import web, worker


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (time(7), time(17)),
        (time(8), time(9)),
        (time(5), time(8, 1)),
        (time(15, 59), time(20)),
        (time(5), time(22)),
    ],
)
async def test_the_same_hours_are_refused_and_name_both(desk: Desk, starts: time, ends: time) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=starts, ends=ends), await worker()
    await applies(chen, first)
    refusal = await refused(apply, second.id, chen.id, web(chen))
    assert (refusal.reason, refusal.context) == ("overlaps", {"ref": second.ref, "other": first.ref})
    assert await places_of(second) == ("open", 0, 0)


@pytest.mark.parametrize(("starts", "ends"), [(time(16), time(20)), (time(16, 30), time(17)), (time(5), time(8)), (time(5), time(7, 30))])
async def test_an_hour_of_both_is_allowed_and_he_is_warned(desk: Desk, starts: time, ends: time) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=starts, ends=ends), await worker()
    await applies(chen, first)
    held = await applies(chen, second)
    assert isinstance(held, Held)
    assert held.overlap
    assert held.overlap.ref == first.ref


async def test_at_the_counter_he_is_warned_by_text(desk: Desk) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=time(16), ends=time(20)), await worker()
    await applies(chen, first)
    await do(apply, second.id, chen.id, desk.by)
    assert f"{first.ref}号时间有重叠" in await last_text(chen)


@pytest.mark.parametrize(
    ("starts", "ends", "day"),
    [(time(17), time(20), TUESDAY), (time(5), time(7), TUESDAY), (time(7), time(17), TUESDAY + timedelta(days=1))],
)
async def test_one_after_the_other_is_no_overlap(desk: Desk, starts: time, ends: time, day: date) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=starts, ends=ends, day=day), await worker()
    await applies(chen, first)
    held = await applies(chen, second)
    assert isinstance(held, Held)
    assert held.overlap is None


async def test_a_night_shift_reaches_into_the_next_day(desk: Desk) -> None:
    night, day, chen = (
        await desk.job(starts=time(22), ends=time(6)),
        await desk.job(day=TUESDAY + timedelta(days=1), starts=time(4)),
        await worker(),
    )
    await applies(chen, night)
    assert await why(apply, day.id, chen.id, web(chen)) == "overlaps"


async def test_a_training_takes_his_hours_too(desk: Desk) -> None:
    course, job, chen = await desk.training(), await desk.job(), await worker()
    await applies(chen, course)
    assert await why(apply, job.id, chen.id, web(chen)) == "overlaps"


async def test_not_even_a_place_on_the_list_is_given_for_hours_that_are_taken(desk: Desk) -> None:
    first, second, (chen, zhou) = await desk.job(), await desk.job(heads=1), await workers(2)
    await applies(chen, first)
    await applies(zhou, second)
    assert await why(apply, second.id, chen.id, web(chen)) == "overlaps"


async def test_what_was_given_back_is_no_obstacle(desk: Desk) -> None:
    first, second, chen = await desk.job(), await desk.job(), await worker()
    await applies(chen, first)
    await cancels(chen, first)
    assert isinstance(await applies(chen, second), Held)


@pytest.mark.parametrize("to", [PlacementState.ABSENT, PlacementState.SENT_HOME])
async def test_who_was_not_needed_or_came_too_late_may_work_elsewhere_the_same_day(desk: Desk, to: PlacementState) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=time(8)), await worker()
    await applies(chen, first)
    with at(clock("07:30")):
        await marked(desk, chen, first, to)
        assert isinstance(await applies(chen, second), Held)


@pytest.mark.parametrize("back", [PlacementState.ABSENT, PlacementState.SENT_HOME])
async def test_a_mark_is_not_undone_when_he_works_elsewhere_by_now(desk: Desk, back: PlacementState) -> None:
    first, second, chen = await desk.job(), await desk.job(starts=time(8)), await worker()
    await applies(chen, first)
    with at(clock("07:30")):
        await marked(desk, chen, first, back)
        await applies(chen, second)
        assert await why(mark, (await the_placement(chen, first)).id, PlacementState.CONFIRMED, desk.by) == "overlaps"


async def test_of_two_at_once_he_gets_one(desk: Desk) -> None:
    listings = [await desk.job(starts=time(7 + hour)) for hour in range(4)]
    for _ in range(4):
        chen = await worker()
        answers = await asyncio.gather(*(applies(chen, each) for each in listings), return_exceptions=True)
        assert [isinstance(answer, Held) for answer in answers].count(True) <= 2
        assert {str(answer) for answer in answers if not isinstance(answer, Held)} <= {"overlaps"}
        assert len(await held_by(chen.id)) == 1
        for each in await held_by(chen.id):
            await cancels(chen, each)
