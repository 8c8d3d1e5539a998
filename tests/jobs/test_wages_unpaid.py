"""没给钱 45: wages that were not paid are a matter with an owner and a due time."""

import asyncio
from datetime import timedelta

import pytest

from base.clock import at, now
from jobs.counter import mark, pay, report_unpaid
from jobs.queries import timeline
from jobs.states import PlacementState
from people.tables import Person
from tests.cast import do, officer
from tests.jobs.desk import Desk, applies, cancels, clock, holding, marked, tended, the_placement, told, why
from tests.jobs.scene import WENQUAN, web, worker
from wishes.actions import confirm, report_done
from wishes.queries import by_id
from wishes.tables import Wish

EVENING = clock("18:30")


@pytest.fixture
async def chen(desk: Desk) -> Person:
    """Somebody who was at work all Tuesday."""
    return await worker("陈师傅")


async def unpaid(who: Person, listing_id: int, note: str = "") -> Wish:
    with at(EVENING):
        return await do(report_unpaid, listing_id, who.id, note, web(who))


async def test_the_coordinator_owns_it_and_has_a_day(desk: Desk, chen: Person) -> None:
    await officer("+8616000000004", "王管家", "steward", WENQUAN)
    job = await desk.job()
    await applies(chen, job)
    matter = await unpaid(chen, job.id, "老板说没钱")
    assert (matter.kind, matter.state, matter.resident) == ("wages", "open", chen.id)
    assert (matter.owner_role, matter.owner_area) == ("coordinator", desk.coordinator.area)
    assert timedelta() < matter.due_at - EVENING <= timedelta(days=1)
    assert await told("matter") == [desk.coordinator.id]


async def test_it_says_which_work_and_keeps_his_words(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    assert (await unpaid(chen, job.id, "老板说没钱")).text == f"{job.ref} 瓦工 2026-11-24\n老板说没钱"


async def test_the_place_and_the_timeline_know_its_number(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    matter = await unpaid(chen, job.id)
    assert (await the_placement(chen, job)).dispute == matter.id
    last = (await timeline(job.id))[-1]
    assert (last.subject, last.to_state, last.note, last.actor) == ("wage", "disputed", str(matter.ref), chen.id)


async def test_a_second_report_joins_the_first_with_its_words(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    first, second = await unpaid(chen, job.id, "老板说没钱"), await unpaid(chen, job.id, "今天又没给")
    assert first.id == second.id
    assert (found := await by_id(first.id))
    assert found.text.endswith("老板说没钱\n今天又没给")


async def test_two_reports_at_once_are_one_matter(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    matters = await asyncio.gather(*(unpaid(chen, job.id) for _ in range(3)))
    assert len({matter.id for matter in matters}) == 1


async def test_when_the_first_was_solved_another_is_raised(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    first = await unpaid(chen, job.id)
    await do(report_done, first.id, web(desk.coordinator))
    await do(confirm, first.id, web(chen))
    second = await unpaid(chen, job.id)
    assert (second.id != first.id, (await the_placement(chen, job)).dispute) == (True, second.id)


async def test_said_again_after_the_office_said_that_it_was_done_opens_it_again(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    first = await unpaid(chen, job.id)
    await do(report_done, first.id, web(desk.coordinator))
    assert ((await unpaid(chen, job.id)).id, (await by_id(first.id) or first).state) == (first.id, "open")


@pytest.mark.parametrize("to", [PlacementState.CONFIRMED, PlacementState.ATTENDED, PlacementState.SENT_HOME, PlacementState.ABSENT])
async def test_whoever_was_to_come_may_report_it_however_he_was_marked(desk: Desk, chen: Person, to: PlacementState) -> None:
    job = await desk.job()
    await applies(chen, job)
    with at(clock("08:00")):
        await marked(desk, chen, job, to)
    assert (await unpaid(chen, job.id)).kind == "wages"


async def test_it_is_reported_after_the_listing_is_over_too(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    await tended(EVENING)
    assert (await unpaid(chen, job.id)).kind == "wages"


async def test_part_of_a_wage_may_be_missing(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    with at(EVENING):
        placement = await marked(desk, chen, job, PlacementState.ATTENDED)
        await do(pay, placement.id, 10_000, desk.by)
    assert (await unpaid(chen, job.id, "只给了100")).kind == "wages"


async def test_the_station_reports_it_for_him_and_another_station_does_not(desk: Desk, chen: Person) -> None:
    job, stranger = await desk.job(), await worker()
    await applies(chen, job)
    with at(EVENING):
        assert await why(report_unpaid, job.id, chen.id, "", web(stranger)) == "not_staff"
        assert (await do(report_unpaid, job.id, chen.id, "", desk.by)).resident == chen.id


async def test_who_never_had_a_place_has_no_wage_to_claim(desk: Desk, chen: Person) -> None:
    job, (_, waiting) = await holding(1, desk, waiting=1)
    gone = await desk.job()
    await applies(chen, gone)
    await cancels(chen, gone)
    with at(EVENING):
        assert await why(report_unpaid, job.id, waiting.id, "", web(waiting)) == "not_placed"
        assert await why(report_unpaid, gone.id, chen.id, "", web(chen)) == "not_placed"


async def test_before_the_work_and_after_a_training_nothing_is_owed(desk: Desk, chen: Person) -> None:
    job, course = await desk.job(), await desk.training(day=(now() + timedelta(days=3)).date())
    for each in (job, course):
        await applies(chen, each)
    assert await why(report_unpaid, job.id, chen.id, "", web(chen)) == "not_placed"
    with at(now() + timedelta(days=4)):
        assert await why(report_unpaid, course.id, chen.id, "", web(chen)) == "not_placed"


async def test_who_reported_it_is_not_asked_about_his_wage(desk: Desk, chen: Person) -> None:
    job = await desk.job()
    await applies(chen, job)
    with at(clock("17:30")):
        await do(mark, (await the_placement(chen, job)).id, PlacementState.ATTENDED, desk.by)
    await unpaid(chen, job.id)
    await tended(EVENING + timedelta(days=1))
    assert await told("wage_question") == []
