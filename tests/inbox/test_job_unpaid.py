"""没给钱: the matter that somebody must follow, whether or not we know of the job."""

from datetime import timedelta

import pytest

from base.clock import at, city_now
from jobs.counter import mark
from jobs.queries import placements
from jobs.states import PlacementState
from jobs.tables import Listing
from people.tables import Person
from tests.cast import Cast, do, last_text, says, seen_by, the_wish
from tests.inbox.gigs import Gigs
from tests.jobs import scene


async def worked(gigs: Gigs, worker: Person, days_ago: int = 1) -> Listing:
    """A day's work some days ago, that the worker applied for two days before."""
    with at(city_now() - timedelta(days=days_ago + 2)):
        job = await gigs.job()
        await says(worker, f"报名{job.ref}")
    return job


@pytest.mark.parametrize("said", ["没给钱{}", "{}工钱没给", "欠薪{}", "not paid {}", "没给钱"])
async def test_it_is_a_matter_of_the_coordinator_with_a_number(cast: Cast, said: str) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await worked(gigs, worker)
    await says(worker, said.format(job.ref))
    matter = await the_wish()
    assert (matter.kind, matter.owner_role, matter.state) == ("wages", "coordinator", "open")
    assert (await seen_by(worker))[-1] == "wish_opened_office"
    assert (await seen_by(cast.coordinator))[-1] == "matter"


@pytest.mark.parametrize("said", ["没给钱{}", "没给钱"])
async def test_who_was_marked_absent_is_heard_and_answered_as_often_as_he_says_it(cast: Cast, said: str) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await worked(gigs, worker)
    with at(job.starts_at + timedelta(hours=1)):
        await do(mark, (await placements(job.id))[0].id, PlacementState.ABSENT, scene.web(gigs.staff))
    await says(worker, said.format(job.ref))
    assert ((await the_wish()).kind, (await seen_by(worker))[-1]) == ("wages", "wish_opened_office")
    await says(worker, f"没给钱{job.ref}")
    assert (await seen_by(worker))[-1] == "wage_reported"


async def test_said_again_it_is_the_same_matter(cast: Cast) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await worked(gigs, worker)
    await says(worker, f"没给钱{job.ref}")
    matter = await the_wish()
    await says(worker, f"{job.ref}还没给钱")
    assert ((await the_wish()).id, (await seen_by(worker))[-1]) == (matter.id, "wage_reported")
    assert f"编号{matter.ref}" in await last_text(worker)


async def test_of_two_jobs_it_is_asked_which(cast: Cast) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    jobs = [await worked(gigs, worker, days) for days in (3, 1)]
    await says(worker, "工钱没给")
    assert (await seen_by(worker))[-1] == "which"
    told = await last_text(worker)
    assert all(f"{job.ref}（瓦工）" in told for job in jobs)


@pytest.mark.parametrize("said", ["没给钱", "没给钱999", "老板没给工钱"])
async def test_of_a_job_that_we_do_not_know_it_is_put_before_a_person(cast: Cast, said: str) -> None:
    await says(cast.liu, said)
    assert ((await the_wish()).text, (await the_wish()).for_office) == (said, True)


async def test_before_the_shift_nobody_owes_anything_and_a_person_reads_it(cast: Cast) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await gigs.job()
    await says(worker, f"报名{job.ref}")
    await says(worker, f"没给钱{job.ref}")
    assert (await the_wish()).kind == "other"
