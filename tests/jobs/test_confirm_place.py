"""确认 45: he comes."""

from datetime import timedelta

import pytest

from base.clock import at
from jobs.deadlines import Step
from jobs.places import confirm_place
from jobs.states import PlacementState
from tests.jobs.desk import TUESDAY, Desk, cancels, clock, confirms, holding, marked, refused, stands, tended, the_placement, told, why
from tests.jobs.scene import web, worker


async def test_a_held_place_is_confirmed(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    assert (await confirms(chen, job)).state == "confirmed"
    assert await stands(chen, job) == "confirmed"


async def test_said_twice_it_changes_nothing(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    first, second = await confirms(chen, job), await confirms(chen, job)
    assert (first.state, first.due_at) == (second.state, second.due_at)


async def test_he_is_not_asked_any_more_but_reminded_in_the_morning(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    await confirms(chen, job)
    placement = await the_placement(chen, job)
    assert (placement.step, placement.due_at) == (Step.REMIND, clock("05:30"))
    await tended(clock("18:30", TUESDAY - timedelta(days=1)))
    assert await told("ask_confirm") == []


async def test_who_confirms_on_his_way_is_not_reminded(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("05:10")):
        await confirms(chen, job)
    placement = await the_placement(chen, job)
    assert (placement.step, placement.due_at) == (Step.UNMARKED, clock("18:00"))


async def test_who_has_no_place_confirms_nothing(desk: Desk) -> None:
    job, (chen,) = await holding(1, desk)
    stranger = await worker()
    await cancels(chen, job)
    for who in (stranger, chen):
        refusal = await refused(confirm_place, job.id, who.id, web(who))
        assert (refusal.reason, refusal.context) == ("not_placed", {"ref": job.ref})


async def test_who_only_waits_confirms_nothing(desk: Desk) -> None:
    job, (_, first) = await holding(1, desk, waiting=1)
    assert await why(confirm_place, job.id, first.id, web(first)) == "not_placed"


@pytest.mark.parametrize("to", [PlacementState.ATTENDED, PlacementState.ABSENT, PlacementState.SENT_HOME])
async def test_what_the_counter_has_marked_is_not_confirmed(desk: Desk, to: PlacementState) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("08:00")):
        await marked(desk, chen, job, to)
        assert await why(confirm_place, job.id, chen.id, web(chen)) == "not_placed"
    assert await stands(chen, job) == to
