"""The database goes away at every single call of a verb about places: nothing is half done, and the next try does it once."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.sweep import sweep
from jobs.cancelling import cancel_listing
from jobs.counter import mark, report_unpaid
from jobs.needs import Seek, seek
from jobs.places import apply, cancel_place, confirm_place
from jobs.states import PlacementState
from jobs.tables import Listing
from jobs.tend import OF_LISTING, tend_due, tend_placement
from people.tables import Person
from tests.cast import do
from tests.jobs.desk import MONDAY, Desk, answer_of, applies, clock, holding, places_of, stands, the_placement, told
from tests.jobs.scene import web, worker
from tests.line import Line, done_at_last


@pytest.fixture(autouse=True)
def crashes_are_expected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.CRITICAL):
        yield


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


Verb = Callable[[Listing, Person, Desk], Awaitable[Any]]

# Of a listing for one: what its holder, who waits for it, or the staff do, and how it stands then.
VERBS: dict[str, tuple[Verb, tuple[str, int, int]]] = {
    "cancel_place": (lambda job, holder, desk: cancel_place(job.id, holder.id, web(holder)), ("open", 0, 1)),
    "confirm_place": (lambda job, holder, desk: confirm_place(job.id, holder.id, web(holder)), ("filled", 1, 0)),
    "cancel_listing": (lambda job, holder, desk: cancel_listing(job.id, desk.by, "下雨"), ("cancelled", 0, 0)),
}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_does_all_or_nothing(desk: Desk, line: Line, verb: str) -> None:
    act, comes_to = VERBS[verb]
    job, (holder, _) = await holding(1, desk, waiting=1)
    assert await done_at_last(line, lambda: do(act, job, holder, desk)) > 4
    assert await places_of(job) == comes_to


@pytest.mark.parametrize(("heads", "comes_to"), [(1, ("filled", 1, 0)), (2, ("filled", 2, 0))])
async def test_an_application_is_a_place_or_a_turn_or_nothing(desk: Desk, line: Line, heads: int, comes_to: tuple[str, int, int]) -> None:
    job = await desk.job(heads=heads)
    await applies(await worker(), job)
    chen = await worker()
    await done_at_last(line, lambda: do(apply, job.id, chen.id, web(chen)))
    assert await places_of(job) == comes_to


async def test_a_mark_hands_the_place_on_once(desk: Desk, line: Line) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    placement = await the_placement(chen, job)
    with at(clock("06:30")):
        await done_at_last(line, lambda: do(mark, placement.id, PlacementState.ABSENT, desk.by))
    assert (await stands(chen, job), await answer_of(first, job), await told("place_freed")) == ("absent", "sent", [first.id])


async def test_unpaid_wages_are_one_matter(desk: Desk, line: Line) -> None:
    job, (chen,) = await holding(1, desk)
    with at(clock("18:00")):
        await done_at_last(line, lambda: do(report_unpaid, job.id, chen.id, "没给钱", web(chen)))
    assert len(await rows("SELECT id FROM wish")) == 1


async def test_a_need_is_kept_once(desk: Desk, line: Line) -> None:
    chen = await worker()
    await done_at_last(line, lambda: do(seek, chen, Seek(("bricklayer",)), web(chen)))
    assert len(await rows("SELECT id FROM job_need")) == 1


async def test_the_sweep_lets_one_go_and_asks_the_next_once(desk: Desk, line: Line) -> None:
    job, (chen, first) = await holding(1, desk, waiting=1)
    with at(clock("18:00", MONDAY)):
        await tend_due()
    with at(clock("05:40")):
        await done_at_last(line, lambda: sweep("placement", OF_LISTING.format("placement"), tend_placement))
        await tend_due()
    assert (await stands(chen, job), await told("place_let_go"), await told("place_freed")) == ("released", [chen.id], [first.id])
