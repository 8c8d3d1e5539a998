"""A number is a listing's: applied for, given back, confirmed, asked about."""

from datetime import time, timedelta

import pytest

from base.clock import at
from jobs.states import ListingState
from jobs.tend import tend_due
from jobs.when import moment
from tests.cast import last_text, says, seen_by
from tests.inbox.gigs import Gigs, in_two_days, places
from tests.jobs import scene


@pytest.fixture
async def gigs(house: None) -> Gigs:
    return await Gigs.open()


@pytest.mark.parametrize("said", ["报名{}", "接{}", "Y {}", "{}我来", "apply {}"])
async def test_who_applies_holds_a_place_and_is_told_where_and_when(gigs: Gigs, said: str) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, said.format(job.ref))
    assert await places(job) == ["held"]
    told = await last_text(worker)
    assert all(words in told for words in (f"{job.ref}号", "瓦工", "桂花路8号", "老周", "160 0000 0201", f"取消{job.ref}"))


@pytest.mark.parametrize("said", ["报名{} 两个人", "{}我们两个人来", "报名{},2人", "apply {}, 2 people"])
async def test_who_brings_somebody_holds_two_places(gigs: Gigs, said: str) -> None:
    job, worker = await gigs.job(heads=3), await scene.worker()
    await says(worker, said.format(job.ref))
    await says(await scene.worker(), f"查询{job.ref}")
    assert (await places(job), (await seen_by(worker))[-1]) == (["held"], "place_held")
    other = await scene.worker()
    await says(other, f"查询{job.ref}")
    assert "还有1个名额" in await last_text(other)


async def test_who_is_too_late_is_told_his_place_in_the_line_and_what_else_there_is(gigs: Gigs) -> None:
    job, other = await gigs.job(heads=1), await gigs.job(starts=time(13), ends=time(18))
    first, late = await scene.worker(), await scene.worker()
    await says(first, f"报名{job.ref}")
    await says(late, f"报名{job.ref}")
    told = await last_text(late)
    assert "第1位" in told
    assert f"报名{other.ref}" in told


async def test_a_place_that_is_given_back_is_put_to_the_next_and_his_bare_yes_takes_it(gigs: Gigs) -> None:
    job = await gigs.job(heads=1)
    first, second = await scene.worker(), await scene.worker()
    await says(first, f"报名{job.ref}")
    await says(second, f"报名{job.ref}")
    await says(first, f"取消{job.ref}")
    assert (await seen_by(first))[-1] == "place_released"
    assert (await seen_by(second))[-1] == "place_freed"
    await says(second, "好")
    assert (await places(job), (await seen_by(second))[-1]) == (["released", "held"], "place_held")


@pytest.mark.parametrize("said", ["不{}", "不去了{}", "取消{}", "{}去不了", "withdraw {}"])
async def test_who_waits_may_leave_the_line(gigs: Gigs, said: str) -> None:
    job = await gigs.job(heads=1)
    first, second = await scene.worker(), await scene.worker()
    await says(first, f"报名{job.ref}")
    await says(second, f"报名{job.ref}")
    await says(second, said.format(job.ref))
    assert (await seen_by(second))[-1] == "line_left"


@pytest.mark.parametrize("said", ["确认", "确认{}", "好", "Y {}", "confirm {}"])
async def test_who_is_asked_whether_he_comes_says_so_with_or_without_the_number(gigs: Gigs, said: str) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, f"报名{job.ref}")
    with at(moment(in_two_days() - timedelta(days=1), time(18, 5))):
        await tend_due()
        assert (await seen_by(worker))[-1] == "ask_confirm"
        await says(worker, said.format(job.ref))
    assert (await places(job), (await seen_by(worker))[-1]) == (["confirmed"], "place_confirmed")


async def test_a_yes_before_he_is_asked_is_nobodys_question(gigs: Gigs) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, f"报名{job.ref}")
    await says(worker, "好")
    assert (await places(job), (await seen_by(worker))[-1]) == (["held"], "nothing_open")


async def test_asked_about_everybody_is_told_what_concerns_him(gigs: Gigs) -> None:
    job = await gigs.job(heads=1)
    first, second, third = [await scene.worker() for _ in range(3)]
    await says(third, f"查询{job.ref}")
    assert f"报名{job.ref}" in await last_text(third)
    await says(first, f"报名{job.ref}")
    await says(second, f"报名{job.ref}")
    told = {}
    for who in (first, second, third):
        await says(who, f"查询{job.ref}")
        told[who.id] = await last_text(who)
    assert "已报名" in told[first.id]
    assert "第1位" in told[second.id]
    assert "已招满" in told[third.id]


async def test_the_list_of_ones_own_names_places_and_turns(gigs: Gigs) -> None:
    full, free = await gigs.job(heads=1), await gigs.job(starts=time(18), ends=time(22))
    await says(await scene.worker(), f"报名{full.ref}")
    worker = await scene.worker()
    await says(worker, f"报名{full.ref}")
    await says(worker, f"报名{free.ref}")
    await says(worker, "查询")
    told = await last_text(worker)
    assert f"{free.ref} 已报名" in told
    assert f"{full.ref} 排第1位" in told


async def test_work_is_not_reported_done_but_it_is_said_how_it_stands(gigs: Gigs) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, f"报名{job.ref}")
    for said in (f"完成{job.ref}", "完成", f"{job.ref}没做完"):
        await says(worker, said)
        assert (await seen_by(worker))[-1] == "job_status"
    assert await places(job) == ["held"]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ({"state": ListingState.CANCELLED}, "refused_listing_cancelled"),
        ({"state": ListingState.OVER}, "refused_listing_over"),
        ({"state": ListingState.DRAFT}, "refused_unknown_ref"),
        ({"certificate": "heights"}, "refused_no_certificate"),
    ],
)
async def test_what_cannot_be_applied_for_is_refused_with_the_reason(gigs: Gigs, terms: dict[str, str], told: str) -> None:
    job, worker = await gigs.job(**terms), await scene.worker()
    await says(worker, f"报名{job.ref}")
    assert (await seen_by(worker), await places(job)) == ([told], [])


async def test_a_draft_is_nobodys_business(gigs: Gigs) -> None:
    job, worker = await gigs.job(state=ListingState.DRAFT), await scene.worker()
    await says(worker, f"查询{job.ref}")
    assert await seen_by(worker) == ["refused_unknown_ref"]


async def test_two_jobs_in_the_same_hours_are_refused_with_the_number_of_the_other(gigs: Gigs) -> None:
    one, two, worker = await gigs.job(), await gigs.job(), await scene.worker()
    await says(worker, f"报名{one.ref}")
    await says(worker, f"报名{two.ref}")
    assert (await seen_by(worker))[-1] == "refused_overlaps"
    assert f"取消{one.ref}" in await last_text(worker)


async def test_more_than_are_wanted_are_told_how_many_may_come(gigs: Gigs) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, f"报名{job.ref} 三个人")
    assert "只要2人" in await last_text(worker)


@pytest.mark.parametrize("said", ["取消{}", "确认{}"])
async def test_who_holds_no_place_is_told_how_to_apply(gigs: Gigs, said: str) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, said.format(job.ref))
    assert f"报名{job.ref}" in await last_text(worker)
