"""At the counter: who walks in, who came, who stayed away, who was paid."""

import asyncio

import pytest

from base.clock import at, now
from base.db import rows
from jobs.counter import MOST_WAGE_FEN, mark, pay, walk_in
from jobs.deadlines import Step
from jobs.places import Held, Waiting, apply
from jobs.queries import timeline
from jobs.states import PlacementState, ReferralState
from people.people import by_phone
from tests.cast import do, person, seen_by
from tests.jobs import scene
from tests.jobs.desk import (
    MONDAY,
    Desk,
    answer_of,
    applies,
    clock,
    confirms,
    holding,
    marked,
    places_of,
    refused,
    shown,
    stands,
    tended,
    the_placement,
    told,
    why,
)
from tests.jobs.scene import web, worker

ATTENDED, ABSENT, SENT_HOME, CONFIRMED = (
    PlacementState.ATTENDED, PlacementState.ABSENT, PlacementState.SENT_HOME, PlacementState.CONFIRMED,
)  # fmt: skip
PHONE = "160 1000 0001"
EARLY = clock("06:45")


async def test_a_phone_and_a_name_are_enough(desk: Desk) -> None:
    job = await desk.job()
    held = await do(walk_in, job.id, PHONE, "老赵", desk.by)
    zhao = await by_phone("+8616010000001")
    assert zhao
    assert (isinstance(held, Held), zhao.name, await stands(zhao, job)) == (True, "老赵", "held")
    assert await seen_by(zhao) == ["place_held"]


async def test_a_name_that_we_know_is_not_overwritten(desk: Desk) -> None:
    job, zhao = await desk.job(), await person("+8616010000001", "赵师傅", None)
    await do(walk_in, job.id, PHONE, "别人", desk.by)
    assert (found := await by_phone(zhao.phone))
    assert found.name == "赵师傅"


async def test_who_walks_in_too_late_waits_like_everybody_and_takes_his_number_home(desk: Desk) -> None:
    job, _ = await holding(1, desk, waiting=1)
    assert await do(walk_in, job.id, PHONE, "", desk.by) == Waiting(2, None)
    assert await seen_by("+8616010000001") == ["line_joined"]


async def test_a_party_walks_in(desk: Desk) -> None:
    job = await desk.job(heads=3)
    await do(walk_in, job.id, PHONE, "老赵", desk.by, 3)
    assert await places_of(job) == ("filled", 3, 0)


@pytest.mark.parametrize("phone", ["", "123", "not a phone", "1234567890123456789"])
async def test_what_is_no_phone_is_refused_and_nobody_is_made_of_it(desk: Desk, phone: str) -> None:
    job, before = await desk.job(), await rows("SELECT id FROM person")
    assert await why(walk_in, job.id, phone, "老赵", desk.by) == "phone"
    assert await rows("SELECT id FROM person") == before


async def test_late_comers_are_sent_while_the_shift_lasts(desk: Desk) -> None:
    job = await desk.job()
    with at(clock("09:00")):
        assert isinstance(await do(walk_in, job.id, PHONE, "老赵", desk.by), Held)
    [placement] = await rows("SELECT step, due_at FROM placement")
    assert (placement["step"], placement["due_at"]) == (Step.UNMARKED, clock("18:00"))


@pytest.mark.parametrize("to", [ATTENDED, ABSENT, SENT_HOME, CONFIRMED])
async def test_everybody_with_a_place_is_marked(desk: Desk, to: PlacementState) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        assert (await marked(desk, chen, job, to)).state == to


async def test_it_is_kept_who_marked_him(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        await marked(desk, chen, job, ATTENDED)
    last = (await timeline(job.id))[-1]
    assert (last.subject, last.from_state, last.to_state, last.actor) == ("placement", "held", "attended", desk.fang.id)


async def test_nobody_is_marked_before_the_day(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("23:59", MONDAY)):
        assert await why(mark, (await the_placement(chen, job)).id, ATTENDED, desk.by) == "not_yet"


async def test_the_place_of_who_stayed_away_is_offered_to_the_next(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    with at(EARLY):
        await marked(desk, chen, job, ABSENT)
    assert (await told("place_freed"), await places_of(job)) == ([first.id], ("open", 0, 1))


async def test_after_the_start_the_place_of_who_stayed_away_is_for_who_stands_here(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    with at(clock("07:20")):
        await marked(desk, chen, job, ABSENT)
        assert (await told("place_freed"), await answer_of(first, job)) == ([], ReferralState.WAITING)
        assert isinstance(await do(walk_in, job.id, first.phone, "", desk.by), Held)
    assert await places_of(job) == ("filled", 1, 0)


async def test_who_was_sent_home_has_used_his_place(desk: Desk) -> None:
    job, (chen, _) = await holding(1, desk, waiting=1)
    with at(EARLY):
        await marked(desk, chen, job, SENT_HOME)
    assert (await places_of(job), await told("place_freed")) == (("filled", 1, 0), [])


@pytest.mark.parametrize("to", [ATTENDED, ABSENT, SENT_HOME])
async def test_a_mark_made_by_mistake_is_undone_and_made_anew(desk: Desk, to: PlacementState) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        await marked(desk, chen, job, to)
        undone = await marked(desk, chen, job, CONFIRMED)
        assert shown(undone, "state", "step", "due_at", "ended_at") == ("confirmed", Step.UNMARKED, clock("18:00"), None)
        assert await places_of(job) == ("filled", 1, 0)
        await marked(desk, chen, job, ATTENDED)


async def test_who_came_after_all_finds_his_place_taken(desk: Desk) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    with at(EARLY):
        await marked(desk, chen, job, ABSENT)
        await applies(first, job)
        assert await why(mark, (await the_placement(chen, job)).id, CONFIRMED, desk.by) == "no_room"


async def test_who_was_placed_anew_is_not_taken_back_as_well(desk: Desk) -> None:
    job, (chen, _) = await holding(2, desk)
    with at(EARLY):
        absent = await marked(desk, chen, job, ABSENT)
        await applies(chen, job)
        assert await why(mark, absent.id, CONFIRMED, desk.by) == "already_placed"


@pytest.mark.parametrize(("first", "then"), [(ATTENDED, ABSENT), (ATTENDED, ATTENDED), (ABSENT, SENT_HOME), (SENT_HOME, ATTENDED)])
async def test_from_one_mark_to_another_it_goes_through_confirmed(desk: Desk, first: PlacementState, then: PlacementState) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        placement = await marked(desk, chen, job, first)
        refusal = await refused(mark, placement.id, then, desk.by)
    assert (refusal.reason, refusal.context["ref"]) == ("already_marked", job.ref)


@pytest.mark.parametrize("to", [PlacementState.RELEASED, PlacementState.HELD])
async def test_the_counter_does_not_release_by_a_mark(desk: Desk, to: PlacementState) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        assert await why(mark, (await the_placement(chen, job)).id, to, desk.by) == "already_marked"
    assert await places_of(job) == ("filled", 1, 0)


async def test_a_mark_that_does_not_exist_is_unknown(desk: Desk) -> None:
    assert await why(mark, 10**12, ATTENDED, desk.by) == "unknown_ref"


async def test_marks_are_made_after_the_listing_is_over(desk: Desk) -> None:
    job, (chen, zhou) = await holding(2, desk)
    with at(clock("17:30")):
        await tended(now())
        await marked(desk, chen, job, ATTENDED)
        await marked(desk, zhou, job, ABSENT)
        assert await places_of(job) == ("over", 1, 0)
        await marked(desk, zhou, job, CONFIRMED)
    assert await places_of(job) == ("over", 2, 0)


async def test_what_was_seen_paid_is_written_down(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("17:30")):
        placement = await marked(desk, chen, job, ATTENDED)
        await do(pay, placement.id, 25_000, desk.by)
    paid = await the_placement(chen, job)
    assert shown(paid, "wage_fen", "paid_at", "due_at") == (25_000, clock("17:30"), None)
    assert [(event.to_state, event.note) for event in await timeline(job.id) if event.subject == "wage"] == [("paid", "25000")]


async def test_said_again_it_corrects_the_figure(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("17:30")):
        placement = await marked(desk, chen, job, ATTENDED)
        for fen in (2_500, 25_000):
            await do(pay, placement.id, fen, desk.by)
    assert (await the_placement(chen, job)).wage_fen == 25_000
    assert [event.note for event in await timeline(job.id) if event.subject == "wage"] == ["2500", "25000"]


@pytest.mark.parametrize("fen", [0, -1, MOST_WAGE_FEN + 1])
async def test_no_absurd_wage_is_written_down(desk: Desk, fen: int) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("17:30")):
        placement = await marked(desk, chen, job, ATTENDED)
        assert await why(pay, placement.id, fen, desk.by) == "wage"


async def test_who_was_sent_home_may_be_paid_for_his_way(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(EARLY):
        placement = await marked(desk, chen, job, SENT_HOME)
        assert (await do(pay, placement.id, 3_000, desk.by)).wage_fen == 3_000


async def test_only_who_came_is_paid(desk: Desk) -> None:
    job, (chen, zhou) = await holding(2, desk)
    with at(clock("17:30")):
        assert await why(pay, (await the_placement(chen, job)).id, 25_000, desk.by) == "not_attended"
        absent = await marked(desk, zhou, job, ABSENT)
        assert await why(pay, absent.id, 25_000, desk.by) == "not_attended"


async def test_nobody_is_paid_for_a_training(desk: Desk) -> None:
    course, chen = await desk.training(), await worker()
    await applies(chen, course)
    with at(clock("17:30")):
        placement = await marked(desk, chen, course, ATTENDED)
        assert await why(pay, placement.id, 25_000, desk.by) == "not_attended"


async def test_who_was_paid_was_there(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("17:30")):
        placement = await marked(desk, chen, job, ATTENDED)
        await do(pay, placement.id, 25_000, desk.by)
        assert await why(mark, placement.id, CONFIRMED, desk.by) == "already_paid"


async def test_only_the_staff_of_this_station_and_the_coordinators_above_it_act_here(desk: Desk) -> None:
    job, (chen, zhou) = await holding(2, desk)
    elsewhere = await scene.station("通山零工驿站", "421224")
    stranger = await scene.staff(elsewhere, "+8616000000102", "小袁")
    placement = await the_placement(chen, job)
    with at(EARLY):
        for who in (stranger, chen, zhou):
            assert await why(walk_in, job.id, PHONE, "", web(who)) == "not_staff"
            assert await why(mark, placement.id, ATTENDED, web(who)) == "not_staff"
            assert await why(pay, placement.id, 25_000, web(who)) == "not_staff"
        await do(mark, placement.id, ATTENDED, web(desk.coordinator))


async def test_who_works_here_no_longer_marks_nobody(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await rows("UPDATE staff SET ended_at = now()")
    with at(EARLY):
        assert await why(mark, (await the_placement(chen, job)).id, ATTENDED, desk.by) == "not_staff"


async def test_two_at_the_counter_mark_him_once(desk: Desk) -> None:
    job, (chen, first, _) = await holding(1, desk, waiting=2)
    placement = await the_placement(chen, job)
    with at(EARLY):
        answers = await asyncio.gather(*(do(mark, placement.id, ABSENT, desk.by) for _ in range(2)), return_exceptions=True)
    assert [str(answer) for answer in answers if isinstance(answer, Exception)] == ["already_marked"]
    assert (await told("place_freed"), await places_of(job)) == ([first.id], ("open", 0, 1))


async def test_a_confirmed_one_is_marked_as_well(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await confirms(chen, job)
    with at(EARLY):
        assert (await marked(desk, chen, job, ATTENDED)).state == "attended"
        assert await why(apply, job.id, chen.id, desk.by) == "already_placed"
