"""What is due gets its next step by itself: places, kept places, listings, drafts."""

import json
import logging
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.words import Words
from jobs import tend
from jobs.counter import pay
from jobs.deadlines import ListingStep, Step
from jobs.needs import Seek, seek
from jobs.places import Held
from jobs.states import ListingState, PlacementState
from jobs.tables import Listing
from jobs.tend import tend_placement, tend_referral
from people.tables import Person
from tests.cast import do, last_text
from tests.jobs import scene
from tests.jobs.desk import (
    MONDAY,
    NOON,
    TUESDAY,
    Desk,
    answer_of,
    applies,
    cancels,
    clock,
    confirms,
    holding,
    marked,
    message,
    need,
    now_of,
    places_of,
    shown,
    stands,
    tended,
    the_placement,
    the_referral,
    told,
)
from tests.jobs.scene import web, worker

EVENING = clock("18:00", MONDAY)
WEDNESDAY = TUESDAY + timedelta(days=1)


async def steps_of(who: Person, job: Listing) -> tuple[str, int, datetime | None]:
    found = await the_placement(who, job)
    return found.state, found.step, found.due_at


async def test_the_evening_before_he_is_asked_whether_he_comes(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await tended(EVENING - timedelta(minutes=1))
    assert await told("ask_confirm") == []
    await tended(EVENING)
    assert await told("ask_confirm") == [chen.id]
    said = await last_text(chen)
    assert all(word in said for word in (f"确认{job.ref}", "明天7:00–17:00", "桂花路8号", "老周", "明天5:40"))
    assert await steps_of(chen, job) == ("held", Step.RELEASE, clock("05:40"))


async def test_who_does_not_answer_is_let_go_in_time_for_another(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    await tended(EVENING)
    await tended(clock("05:39"))
    assert await stands(chen, job) == "held"
    await tended(clock("05:40"))
    assert (await stands(chen, job), await answer_of(chen, job)) == ("released", "lapsed")
    assert (await told("place_let_go"), await told("place_freed")) == ([chen.id], [first.id])


async def test_he_hears_of_it_before_he_sets_off(desk: Desk) -> None:
    _, (chen,) = await holding(1, desk)
    await tended(EVENING)
    await tended(clock("05:40"))
    assert (await message(chen, "place_let_go"))["any_hour"]


async def test_who_was_let_go_may_come_again_while_it_is_free(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await tended(EVENING)
    await tended(clock("05:40"))
    with at(clock("05:45")):
        assert isinstance(await applies(chen, job), Held)


async def test_who_confirms_is_reminded_in_the_morning_before_quiet_hours_end(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk, bring="手套")
    await tended(EVENING)
    with at(EVENING):
        await confirms(chen, job)
    await tended(clock("05:30"))
    assert (await told("shift_soon"), await told("place_let_go")) == ([chen.id], [])
    assert "今天7:00–17:00" in await last_text(chen)
    assert "手套" in await last_text(chen)
    assert (await message(chen, "shift_soon"))["any_hour"]
    assert await steps_of(chen, job) == ("confirmed", Step.UNMARKED, clock("18:00"))


async def test_a_sweep_that_comes_too_late_to_ask_lets_him_keep_his_place(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await tended(clock("21:00", MONDAY))
    assert (await told("ask_confirm"), await steps_of(chen, job)) == ([], ("held", Step.REMIND, clock("05:30")))


async def test_nobody_is_let_go_or_reminded_once_it_has_begun(desk: Desk) -> None:
    job, (chen, zhou) = await holding(2, desk)
    await tended(EVENING)
    with at(EVENING):
        await confirms(zhou, job)
    await tended(clock("07:00"))
    assert (await told("place_let_go"), await told("shift_soon")) == ([], [])
    assert [await steps_of(who, job) for who in (chen, zhou)] == [(state, Step.UNMARKED, clock("18:00")) for state in ("held", "confirmed")]


async def test_an_hour_after_the_shift_the_staff_are_asked_once_for_all(desk: Desk) -> None:
    hours: dict[str, Any] = {"starts": time(8), "ends": time(16)}
    job, (chen, *_) = await holding(3, desk, **hours)
    await holding(1, desk, **hours)
    colleague = await scene.staff(desk.station, "+8616000000102", "小黄")
    with at(clock("15:00")):
        await marked(desk, chen, job, PlacementState.ATTENDED)
    await tended(clock("17:00"))
    assert await told("staff_unmarked") == [desk.fang.id, colleague.id]
    assert "还有3人" in await last_text(colleague)


async def test_what_nobody_has_marked_by_the_next_noon_counts_as_attended(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    for moment in (clock("18:00"), clock("11:59", WEDNESDAY)):
        await tended(moment)
    assert await stands(chen, job) == "held"
    await tended(clock("12:00", WEDNESDAY))
    assert await steps_of(chen, job) == ("attended", Step.WAGE, clock("09:00", WEDNESDAY + timedelta(days=1)))
    [event] = await rows("SELECT via, note FROM event WHERE subject = 'placement' AND to_state = 'attended'")
    assert (event["via"], event["note"]) == ("sweep", "unmarked")


async def test_the_morning_after_he_is_asked_whether_he_got_his_wage(desk: Desk) -> None:
    job, (chen, zhou) = await holding(2, desk)
    with at(clock("17:10")):
        await marked(desk, chen, job, PlacementState.ATTENDED)
        await do(pay, (await marked(desk, zhou, job, PlacementState.ATTENDED)).id, 25_000, desk.by)
    await tended(clock("08:59", WEDNESDAY))
    assert await told("wage_question") == []
    for moment in (clock("09:00", WEDNESDAY), clock("10:00", WEDNESDAY)):
        await tended(moment)
    assert await told("wage_question") == [chen.id]
    assert (await the_placement(chen, job)).due_at is None


async def test_a_whole_week_without_a_sweep_is_made_up_for(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    late = clock("12:00", TUESDAY + timedelta(days=7))
    for days in range(4):
        await tended(late + timedelta(days=days))
    assert (await stands(chen, job), (await now_of(job)).state, await answer_of(first, job)) == ("attended", "over", "lapsed")
    assert await tended(late + timedelta(days=5)) == 0


async def test_a_listing_that_seeks_nobody_more_is_looked_at_again_two_hours_before(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await cancels(chen, job)
    await tended(NOON)
    found = await now_of(job)
    assert (found.step, found.due_at) == (ListingStep.SHORT, clock("05:00"))


async def test_what_is_still_free_then_is_told_to_the_staff_when_the_station_opens(desk: Desk) -> None:
    job, (chen, _) = await holding(2, desk)
    await cancels(chen, job)
    await tended(NOON)
    await rows("UPDATE placement SET due_at = $1 WHERE due_at IS NOT NULL", clock("18:00"))
    for moment in (clock("05:00"), clock("05:10")):
        await tended(moment)
    assert await told("listing_short") == [desk.fang.id]
    put = await message(desk.fang, "listing_short")
    assert (put["next_at"], put["any_hour"], "还差1人" in put["body"]) == (clock("05:30"), True, True)
    assert ((await now_of(job)).step, (await now_of(job)).due_at) == (ListingStep.END, clock("17:00"))


async def test_a_full_listing_is_not_called_short(desk: Desk) -> None:
    job, _ = await holding(1, desk)
    await rows("UPDATE listing SET step = 1, due_at = $1", clock("05:00"))
    await rows("UPDATE placement SET due_at = $1 WHERE due_at IS NOT NULL", clock("18:00"))
    await tended(clock("05:00"))
    assert (await told("listing_short"), (await now_of(job)).step) == ([], ListingStep.END)


async def test_a_listing_ends_with_its_last_hour(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await rows("UPDATE placement SET due_at = $1", clock("18:00"))
    await tended(clock("16:59"))
    assert (await now_of(job)).state == "filled"
    await tended(clock("17:00"))
    ended = await now_of(job)
    assert shown(ended, "state", "taken", "due_at", "ended_at") == ("over", 1, None, clock("17:00"))
    assert await stands(chen, job) == "held"


async def draft(desk: Desk, *reasons: Words, due: datetime) -> Listing:
    found = await desk.job(state=ListingState.DRAFT.value, held_reasons=json.dumps(reasons))
    await rows("UPDATE listing SET due_at = $2 WHERE id = $1", found.id, due)
    return found


async def test_a_held_draft_that_nobody_read_climbs_to_the_coordinator(desk: Desk) -> None:
    job = await draft(desk, Words("向工人收押金", "asks the worker for a deposit"), due=clock("13:00", MONDAY))
    await tended(clock("13:00", MONDAY))
    assert await told("listing_held") == [desk.coordinator.id]
    assert "向工人收押金" in await last_text(desk.coordinator)
    assert ((await now_of(job)).state, (await now_of(job)).due_at) == ("draft", clock("07:00"))


async def test_nobody_is_woken_for_a_held_draft(desk: Desk) -> None:
    await draft(desk, Words("向工人收押金", "asks the worker for a deposit"), due=clock("22:00", MONDAY))
    await tended(clock("22:00", MONDAY))
    assert (await message(desk.coordinator, "listing_held"))["next_at"] == clock("05:30")


async def test_what_the_coordinator_did_not_read_either_ends_with_its_start(desk: Desk) -> None:
    job = await draft(desk, Words("向工人收押金", "asks the worker for a deposit"), due=clock("13:00", MONDAY))
    for moment in (clock("13:00", MONDAY), clock("06:59"), clock("07:00")):
        await tended(moment)
    assert ((await now_of(job)).state, await told("listing_held")) == ("over", [desk.coordinator.id])


async def test_a_draft_that_was_never_published_ends_with_its_day(desk: Desk) -> None:
    job = await draft(desk, due=clock("00:00", WEDNESDAY))
    await tended(clock("23:59"))
    assert (await now_of(job)).state == "draft"
    await tended(clock("00:00", WEDNESDAY))
    assert ((await now_of(job)).state, await told("listing_held")) == ("over", [])


async def test_a_yes_just_before_the_sweep_is_not_taken_for_silence(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await cancels(holder, job)
    kept = await the_referral(first, job)
    with at(kept.due_at):
        await applies(first, job)
        await do(tend_referral, kept.id)
    assert (await answer_of(first, job), await places_of(job)) == ("accepted", ("filled", 1, 0))


async def test_a_confirmation_just_before_the_sweep_is_not_taken_for_silence(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await tended(EVENING)
    with at(clock("05:40")):
        await confirms(chen, job)
        await do(tend_placement, (await the_placement(chen, job)).id)
    assert await steps_of(chen, job) == ("confirmed", Step.UNMARKED, clock("18:00"))
    assert await told("staff_unmarked") == []


async def test_one_that_cannot_be_tended_keeps_nobody_else_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    job, (chen, zhou) = await holding(2, desk)
    asks = tend.STEPS[Step.ASK]

    async def broken(listing: Listing, placement: Any) -> None:
        if placement.person == chen.id:
            raise RuntimeError("broken")
        await asks(listing, placement)

    with caplog.at_level(logging.CRITICAL, "base.sweep"):
        monkeypatch.setitem(tend.STEPS, Step.ASK, broken)
        await tended(EVENING)
    assert await told("ask_confirm") == [zhou.id]
    assert await steps_of(chen, job) == ("held", Step.ASK, EVENING + timedelta(minutes=10))


async def test_who_was_let_go_looks_for_work_again(desk: Desk) -> None:
    job, chen = await desk.job(), await worker()
    await do(seek, chen, Seek(), web(chen))
    await applies(chen, job)
    await tended(EVENING)
    await tended(clock("05:40"))
    assert (await need(chen)).state == "open"
