"""A training is a listing without employer and pay: signed up for alike, and attendance adds what it teaches."""

from datetime import timedelta

import pytest

from base.clock import at
from base.db import rows
from jobs.counter import mark
from jobs.places import Held, Waiting
from jobs.queries import worker
from jobs.states import PlacementState
from people.tables import Person
from tests.cast import do, last_text
from tests.jobs import scene
from tests.jobs.desk import MONDAY, Desk, applies, cancels, clock, confirms, marked, places_of, stands, tended, the_placement, told, workers

LATE = clock("16:30")
WEDNESDAY = MONDAY + timedelta(days=2)


async def shows(who: Person) -> tuple[list[str], list[str]]:
    found = await worker(who.id)
    return (found.skills, found.certificates) if found else ([], [])


async def test_its_seats_and_its_waiting_list_are_those_of_any_listing(desk: Desk) -> None:
    course, (chen, zhou) = await desk.training(heads=1), await workers(2)
    assert isinstance(await applies(chen, course), Held)
    assert await applies(zhou, course) == Waiting(1, None)
    await cancels(chen, course)
    assert (await told("place_freed"), await places_of(course)) == ([zhou.id], ("open", 0, 1))


async def test_everybody_is_reminded_of_it_in_the_morning(desk: Desk) -> None:
    course, chen = await desk.training(), await scene.worker()
    await applies(chen, course)
    await confirms(chen, course)
    await tended(clock("05:30"))
    assert await told("shift_soon") == [chen.id]
    assert "瓦工入门课" in await last_text(chen)


async def test_it_does_not_ask_for_the_certificate_that_it_leads_to(desk: Desk) -> None:
    course = await desk.training(certificate="welder")
    assert isinstance(await applies(await scene.worker(), course), Held)


@pytest.mark.parametrize(
    ("terms", "gained"),
    [
        ({"teaches": "welder"}, (["welder"], [])),
        ({"teaches": None, "certificate": "health"}, ([], ["health"])),
        ({"teaches": "welder", "certificate": "welder"}, (["welder"], ["welder"])),
        ({"teaches": None}, ([], [])),
    ],
    ids=["a skill", "a certificate", "both", "neither"],
)
async def test_who_was_there_shows_what_it_taught(desk: Desk, terms: dict[str, str | None], gained: tuple[list[str], list[str]]) -> None:
    course, chen = await desk.training(**terms), await scene.worker()
    await applies(chen, course)
    with at(LATE):
        await marked(desk, chen, course, PlacementState.ATTENDED)
    assert await shows(chen) == gained


async def test_what_he_could_before_stays(desk: Desk) -> None:
    course, chen = await desk.training(teaches="welder"), await scene.worker(skills=("cook",), certificates=("health",))
    await applies(chen, course)
    with at(LATE):
        await marked(desk, chen, course, PlacementState.ATTENDED)
    assert await shows(chen) == (["cook", "welder"], ["health"])


async def test_it_is_an_event_of_the_training(desk: Desk) -> None:
    course, chen = await desk.training(teaches="welder"), await scene.worker()
    await applies(chen, course)
    with at(LATE):
        await marked(desk, chen, course, PlacementState.ATTENDED)
    [event] = await rows("SELECT subject_id, matter, to_state, note, actor FROM event WHERE subject = 'worker'")
    assert event == {"subject_id": chen.id, "matter": course.id, "to_state": "learned", "note": "welder", "actor": desk.fang.id}


async def test_a_mark_that_was_a_mistake_takes_back_what_it_alone_had_taught(desk: Desk) -> None:
    course, chen = await desk.training(teaches="welder", certificate="health"), await scene.worker(certificates=("health",))
    await applies(chen, course)
    with at(LATE):
        await marked(desk, chen, course, PlacementState.ATTENDED)
        await marked(desk, chen, course, PlacementState.CONFIRMED)
        assert await shows(chen) == ([], ["health"])
        await marked(desk, chen, course, PlacementState.ATTENDED)
    assert await shows(chen) == (["welder"], ["health"])


@pytest.mark.parametrize("to", [PlacementState.ABSENT, PlacementState.SENT_HOME])
async def test_who_was_not_there_learned_nothing(desk: Desk, to: PlacementState) -> None:
    course, chen = await desk.training(), await scene.worker()
    await applies(chen, course)
    with at(LATE):
        await marked(desk, chen, course, to)
    assert await shows(chen) == ([], [])


async def test_whom_nobody_has_marked_learned_nothing_until_somebody_says_so(desk: Desk) -> None:
    course, chen = await desk.training(certificate="welder"), await scene.worker()
    await applies(chen, course)
    for moment in (clock("05:35"), clock("18:00"), clock("12:00", WEDNESDAY)):
        await tended(moment)
    assert (await stands(chen, course), await shows(chen)) == ("attended", ([], []))
    with at(clock("13:00", WEDNESDAY)):
        for to in (PlacementState.CONFIRMED, PlacementState.ATTENDED):
            await do(mark, (await the_placement(chen, course)).id, to, desk.by)
    assert await shows(chen) == (["bricklayer"], ["welder"])
    assert await told("wage_question") == []
