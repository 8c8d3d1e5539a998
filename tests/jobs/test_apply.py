"""报名 45: a place is held, by one compare-and-set, for as many as are free."""

import asyncio
from datetime import timedelta

import pytest

from base.clock import at
from base.db import rows
from base.ledger import By
from jobs.places import Held, Waiting, apply
from jobs.queries import held_by, placements, timeline
from jobs.states import ListingState
from tests.cast import do, last_text, seen_by
from tests.jobs.desk import (
    TUESDAY,
    Desk,
    answer_of,
    applies,
    cancels,
    clock,
    ids,
    in_line,
    places_of,
    refused,
    stands,
    the_placement,
    why,
    workers,
)
from tests.jobs.scene import web, worker


async def test_a_free_place_is_held_for_him(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    held = await applies(chen, job)
    assert isinstance(held, Held)
    assert (await stands(chen, job), await answer_of(chen, job)) == ("held", "accepted")
    assert await places_of(job) == ("open", 1, 0)
    assert [each.id for each in await held_by(chen.id)] == [job.id]


async def test_who_came_by_himself_is_answered_by_his_own_channel(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    await applies(chen, job)
    assert await seen_by(chen) == []


async def test_who_was_signed_up_by_another_is_told_where_when_and_whom_to_ask_for(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    await do(apply, job.id, chen.id, desk.by)
    assert await seen_by(chen) == ["place_held"]
    said = await last_text(chen)
    assert all(word in said for word in (str(job.ref), "瓦工", "明天7:00–17:00", "桂花路8号", "老周"))


async def test_the_last_place_fills_it(desk: Desk) -> None:
    job = await desk.job(heads=2)
    for who in await workers(2):
        await applies(who, job)
    assert await places_of(job) == ("filled", 2, 0)


async def test_every_step_stands_on_its_timeline_with_who_took_it(desk: Desk) -> None:
    job, chen = await desk.job(heads=1), await worker()
    await applies(chen, job)
    steps = [(event.subject, event.to_state, event.actor) for event in await timeline(job.id)]
    assert steps[1:] == [("placement", "held", chen.id), ("listing", "filled", chen.id), ("referral", "accepted", chen.id)]


async def test_the_same_yes_twice_holds_one_place(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    await applies(chen, job)
    again = await refused(apply, job.id, chen.id, web(chen))
    assert (again.reason, again.context) == ("already_placed", {"ref": job.ref})
    assert await places_of(job) == ("open", 1, 0)


async def test_who_gave_it_back_may_take_it_again_while_it_is_free(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    await applies(chen, job)
    await cancels(chen, job)
    assert isinstance(await applies(chen, job), Held)
    assert (await answer_of(chen, job), len(await placements(job.id))) == ("accepted", 2)


@pytest.mark.parametrize(
    ("state", "reason"),
    [(ListingState.DRAFT, "unknown_ref"), (ListingState.CANCELLED, "listing_cancelled"), (ListingState.OVER, "listing_over")],
)
async def test_what_is_not_live_takes_nobody(desk: Desk, state: ListingState, reason: str) -> None:
    job, chen = await desk.job(state=state.value), await worker()
    refusal = await refused(apply, job.id, chen.id, web(chen))
    assert (refusal.reason, refusal.context) == (reason, {"ref": job.ref})


async def test_a_listing_that_does_not_exist_is_unknown(desk: Desk) -> None:
    assert await why(apply, 10**12, (await worker()).id, desk.by) == "unknown_ref"


@pytest.mark.parametrize(
    ("hours", "alone", "by_staff"), [("06:59", None, None), ("07:00", "started", None), ("17:00", "listing_over", "listing_over")]
)
async def test_once_it_has_begun_only_the_counter_sends_somebody(desk: Desk, hours: str, alone: str | None, by_staff: str | None) -> None:
    job, (chen, zhou) = await desk.job(), await workers(2)
    with at(clock(hours)):
        assert await why(apply, job.id, chen.id, web(chen)) == alone
        assert await why(apply, job.id, zhou.id, desk.by) == by_staff


async def test_a_certificate_that_is_asked_for_must_be_there(desk: Desk) -> None:
    job = await desk.job(certificate="electrician")
    chen, zhou = await worker(), await worker(certificates=("electrician",))
    refusal = await refused(apply, job.id, chen.id, web(chen))
    assert (refusal.reason, refusal.context["certificate"].zh) == ("no_certificate", "电工证")
    assert isinstance(await applies(zhou, job), Held)


async def test_at_the_counter_the_staff_see_the_paper(desk: Desk) -> None:
    job, chen = await desk.job(certificate="electrician"), await worker()
    assert isinstance(await do(apply, job.id, chen.id, desk.by), Held)


async def test_a_refusal_leaves_no_trace(desk: Desk) -> None:
    job, chen = await desk.job(certificate="electrician"), await worker()
    await refused(apply, job.id, chen.id, web(chen))
    assert (await places_of(job), await rows("SELECT id FROM referral"), await rows("SELECT id FROM placement")) == (("open", 0, 0), [], [])


async def test_who_says_yes_long_before_is_asked_again_the_evening_before(desk: Desk) -> None:
    job, chen = await desk.job(day=TUESDAY + timedelta(days=1)), await worker()
    await applies(chen, job)
    assert (await the_placement(chen, job)).due_at == clock("18:00", TUESDAY)


async def test_thirty_of_two_hundred_at_once_are_placed_and_each_other_knows_his_turn(desk: Desk) -> None:
    job, crowd = await desk.job(heads=30), await workers(200)
    answers = await asyncio.gather(*(applies(who, job) for who in crowd))
    assert sum(isinstance(answer, Held) for answer in answers) == len(await placements(job.id)) == 30
    told = {answer.position: who.id for who, answer in zip(crowd, answers, strict=True) if isinstance(answer, Waiting)}
    assert await in_line(job) == [told[position] for position in range(1, 171)]
    assert await places_of(job) == ("filled", 30, 0)


async def test_a_double_tap_is_one_placement(desk: Desk) -> None:
    job, crowd = await desk.job(heads=5), await workers(5)
    taps = [do(apply, job.id, who.id, By(who.id, "sms")) for who in crowd for _ in range(2)]
    answers = await asyncio.gather(*taps, return_exceptions=True)
    assert sum(isinstance(answer, Held) for answer in answers) == 5
    assert {str(answer) for answer in answers if not isinstance(answer, Held)} == {"already_placed"}
    assert sorted(each.person for each in await placements(job.id)) == ids(crowd)
