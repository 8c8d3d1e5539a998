"""All places taken: who comes too late gets a number, and every place that comes free is offered to the next at once."""

from datetime import time

import pytest

from base.clock import at, now
from jobs.deadlines import ListingStep
from jobs.places import Held, Waiting, cancel_place
from tests.cast import do, last_text, seen_by
from tests.jobs.desk import (
    MONDAY,
    NOON,
    Desk,
    answer_of,
    applies,
    cancels,
    clock,
    holding,
    ids,
    in_line,
    message,
    now_of,
    places_of,
    stands,
    tended,
    the_referral,
    told,
)
from tests.jobs.scene import worker


async def test_who_comes_too_late_is_told_his_position(desk: Desk) -> None:
    job, _ = await holding(1, desk)
    answers = [await applies(await worker(), job) for _ in range(3)]
    assert [isinstance(answer, Waiting) and answer.position for answer in answers] == [1, 2, 3]


async def test_nobody_hears_of_a_full_listing_unasked(desk: Desk) -> None:
    await holding(1, desk, waiting=2)
    assert (await told("place_freed"), await told("line_joined")) == ([], [])


async def test_who_says_it_again_keeps_his_turn(desk: Desk) -> None:
    job, (_, first, second) = await holding(1, desk, waiting=2)
    assert await applies(first, job) == Waiting(1, None)
    assert await in_line(job) == ids([first, second])


async def test_a_place_given_back_is_offered_to_the_next_and_kept_for_him(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    assert await told("place_freed") == [first.id]
    assert (await answer_of(first, job), await in_line(job)) == ("sent", [second.id])
    assert await places_of(job) == ("open", 0, 1)


async def test_he_is_told_where_and_when_and_until_when_it_is_kept(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await cancels(holder, job)
    said = await last_text(first)
    assert all(word in said for word in (str(job.ref), "明天7:00–17:00", "桂花路8号", "今天12:40"))
    assert (await the_referral(first, job)).due_at == clock("12:40", MONDAY)


async def test_his_yes_takes_the_place_that_was_kept(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await cancels(holder, job)
    assert isinstance(await applies(first, job), Held)
    assert await places_of(job) == ("filled", 1, 0)


async def test_while_it_is_kept_nobody_overtakes_him(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    assert await applies(await worker(), job) == Waiting(2, None)
    assert await applies(second, job) == Waiting(1, None)
    assert isinstance(await applies(first, job), Held)


async def test_his_no_asks_the_next(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    assert await cancels(first, job) == "declined"
    assert await told("place_freed") == [first.id, second.id]
    assert (await answer_of(first, job), await places_of(job)) == ("declined", ("open", 0, 1))


async def test_his_silence_asks_the_next(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    await tended(clock("12:39", MONDAY))
    assert await told("place_freed") == [first.id]
    await tended(clock("12:40", MONDAY))
    assert await told("place_freed") == [first.id, second.id]
    assert await answer_of(first, job) == "lapsed"


async def test_who_let_it_lapse_may_still_come_while_it_is_free_and_waits_again_when_it_is_not(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await cancels(holder, job)
    with at(clock("12:40", MONDAY)):
        await tended(now())
        assert isinstance(await applies(first, job), Held)
        assert await applies(holder, job) == Waiting(1, None)


async def test_whose_turn_comes_a_second_time_is_told_a_second_time(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    await cancels(first, job)
    await applies(second, job)
    await applies(first, job)
    await cancels(second, job)
    assert await told("place_freed") == [first.id, second.id, first.id]


async def test_who_leaves_the_list_lets_the_others_move_up(desk: Desk) -> None:
    job, (_, first, second) = await holding(1, desk, waiting=2)
    assert await cancels(first, job) == "left"
    assert await applies(second, job) == Waiting(1, None)


async def test_a_place_that_nobody_waits_for_is_sought_for_anew(desk: Desk) -> None:
    job, (holder,) = await holding(1, desk)
    await cancels(holder, job)
    seeking = await now_of(job)
    assert (seeking.step, seeking.due_at, seeking.state) == (ListingStep.SEEK, NOON, "open")


async def test_every_cancellation_moves_the_list_by_exactly_one_until_it_is_empty(desk: Desk) -> None:
    job, crowd = await holding(3, desk, waiting=9)
    for gone in range(9):
        assert await in_line(job) == ids(crowd[3 + gone :])
        await cancels(crowd[gone], job)
        assert await told("place_freed") == ids(crowd[3 : 4 + gone])
        assert await in_line(job) == ids(crowd[4 + gone :])
        assert isinstance(await applies(crowd[3 + gone], job), Held)
        assert await places_of(job) == ("filled", 3, 0)
    for gone in range(9, 12):
        await cancels(crowd[gone], job)
    assert await places_of(job) == ("open", 0, 0)


async def test_a_place_that_comes_free_at_night_is_offered_when_the_station_opens(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    with at(clock("22:00", MONDAY)):
        await cancels(holder, job)
    assert (await message(first, "place_freed"))["next_at"] == clock("05:30")
    assert (await the_referral(first, job)).due_at == clock("06:10")


async def test_its_words_are_those_of_the_morning_on_which_it_is_read(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    with at(clock("22:00", MONDAY)):
        await cancels(holder, job)
    assert "今天7:00–17:00" in await last_text(first)
    assert "今天6:10" in await last_text(first)


async def test_for_a_night_shift_nobody_waits_until_the_station_opens(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1, day=MONDAY, starts=time(22), ends=time(6))
    with at(clock("19:00", MONDAY)):
        await cancels(holder, job)
    assert (await message(first, "place_freed"))["next_at"] == clock("19:00", MONDAY)
    assert (await the_referral(first, job)).due_at == clock("19:40", MONDAY)


@pytest.mark.parametrize(("freed", "until"), [("06:10", "06:50"), ("06:30", "06:50"), ("06:45", "06:55"), ("06:55", "07:00")])
async def test_no_place_is_kept_beyond_the_start(desk: Desk, freed: str, until: str) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    with at(clock(freed)):
        await cancels(holder, job)
    assert (await the_referral(first, job)).due_at == clock(until)


async def test_who_has_found_another_place_in_these_hours_is_passed_over_and_keeps_his_turn(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    other = await desk.job(starts=time(8), ends=time(16))
    await applies(first, other)
    await cancels(holder, job)
    assert (await told("place_freed"), await in_line(job)) == ([second.id], [first.id])
    await cancels(first, other)
    await cancels(second, job)
    assert await told("place_freed") == [second.id, first.id]


async def test_whose_turn_came_while_he_was_elsewhere_is_asked_by_the_next_sweep(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    other = await desk.job()
    await applies(first, other)
    await cancels(holder, job)
    await cancels(first, other)
    assert await told("place_freed") == []
    await tended(NOON)
    assert await told("place_freed") == [first.id]


async def test_nobody_is_asked_for_what_has_begun(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    with at(clock("07:00")):
        await do(cancel_place, job.id, holder.id, desk.by)
    assert (await told("place_freed"), await answer_of(first, job)) == ([], "waiting")


async def test_with_the_end_of_the_listing_the_waiting_ends(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await tended(clock("17:00"))
    assert (await answer_of(first, job), (await now_of(job)).state) == ("lapsed", "over")
    assert (await stands(holder, job), "place_freed" in await seen_by(first)) == ("held", False)


async def test_who_takes_a_place_elsewhere_in_the_same_hours_frees_what_was_kept_for_him(desk: Desk) -> None:
    job, (holder, first, second) = await holding(1, desk, waiting=2)
    await cancels(holder, job)
    await applies(first, await desk.job())
    await tended(NOON)
    assert (await answer_of(first, job), await answer_of(second, job)) == ("lapsed", "sent")


async def test_what_is_kept_for_him_at_other_hours_stays(desk: Desk) -> None:
    job, (holder, first) = await holding(1, desk, waiting=1)
    await cancels(holder, job)
    await applies(first, await desk.job(starts=time(18), ends=time(22)))
    await tended(NOON)
    assert await answer_of(first, job) == "sent"
