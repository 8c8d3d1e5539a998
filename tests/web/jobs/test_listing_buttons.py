"""The buttons on a listing: each reaches the verb that the SMS reaches."""

import asyncio
from datetime import time

import pytest

from base.clock import at
from base.db import rows
from jobs import queries
from jobs.places import Held
from jobs.tables import Listing
from people.tables import Person
from tests.jobs import scene
from tests.jobs.desk import in_line
from tests.web.jobs.town import Town


async def press(town: Town, listing: Listing, noun: str, who: Person | None, **fields: str) -> str:
    """What the page says afterwards."""
    browser = await town.browser(who)
    answer = await browser.press(f"/jobs/{listing.ref}/{noun}", **fields)
    if answer.status_code == 303:
        return (await browser.open(answer.headers["location"])).text
    assert answer.status_code == 409
    return answer.text


async def test_applying_holds_a_place(town: Town) -> None:
    job, worker = await town.job(), await scene.worker()
    said = await press(town, job, "application", worker)
    assert "名额给您留好了" in said
    assert "还有 1 个名额" in said
    placement = await queries.live_placement(job.id, worker.id)
    assert placement is not None
    assert placement.state == "held"


async def test_several_come_together(town: Town) -> None:
    job, worker = await town.job(heads=5), await scene.worker()
    assert "还有 2 个名额" in await press(town, job, "application", worker, people="3")


@pytest.mark.parametrize("people", ["0", "6", "-1", "x", "９", "1000"])
async def test_a_party_that_cannot_be_is_told_how_many_may_come(town: Town, people: str) -> None:
    job, worker = await town.job(heads=5), await scene.worker()
    assert f"{job.ref} 号一次最多报 5 人" in await press(town, job, "application", worker, people=people)
    assert await queries.live_placement(job.id, worker.id) is None


async def test_a_full_listing_gives_the_position_and_another_that_has_room(town: Town) -> None:
    job = await town.job(heads=1)
    other = await town.job(title="砌墙师傅")
    await town.applies(job, await scene.worker())
    await town.applies(job, await scene.worker())
    worker = await scene.worker()
    said = await press(town, job, "application", worker)
    assert "您排上队了" in said
    assert "您排在第 2 位" in said
    assert "这个活还有名额" in said
    assert f'href="/jobs/{other.ref}"' in said
    assert "不排了" in said


async def test_leaving_the_line(town: Town) -> None:
    job, worker = await town.job(heads=1), await scene.worker()
    await town.applies(job, await scene.worker())
    await town.applies(job, worker)
    assert "您不再排队" in await press(town, job, "cancellation", worker)
    assert await in_line(job) == []


async def test_giving_the_place_back_asks_the_next(town: Town) -> None:
    job, first, second = await town.job(heads=1), await scene.worker(), await scene.worker()
    await town.applies(job, first)
    await town.applies(job, second)
    assert "您的名额让给了别人" in await press(town, job, "cancellation", first)
    page = await town.html(f"/jobs/{job.ref}", second)
    assert "这个活我不去" in page
    assert "名额给您留好了" in await press(town, job, "application", second)


async def test_saying_no_to_what_was_put_to_him(town: Town) -> None:
    job, first, second = await town.job(heads=1), await scene.worker(), await scene.worker()
    await town.applies(job, first)
    await town.applies(job, second)
    await press(town, job, "cancellation", first)
    assert "这个活不再问您" in await press(town, job, "cancellation", second)
    assert "还有 1 个名额" in await town.html(f"/jobs/{job.ref}")


async def test_confirming(town: Town) -> None:
    job, worker = await town.job(), await scene.worker()
    await town.applies(job, worker)
    said = await press(town, job, "confirmation", worker)
    assert "我们知道您会来" in said
    assert "您报了名，也确认了" in said
    assert "/confirmation" not in said


async def test_hours_that_touch_are_pointed_out(town: Town) -> None:
    worker, morning = await scene.worker(), await town.job(ends=time(13))
    evening = await town.job(starts=time(12), ends=time(20))
    await town.applies(morning, worker)
    said = await press(town, evening, "application", worker)
    assert f'<a href="/jobs/{morning.ref}">{morning.ref}号</a>时间有一点重叠' in said


async def test_the_same_hours_twice_are_refused_with_the_other_number(town: Town) -> None:
    worker, one, other = await scene.worker(), await town.job(), await town.job()
    await town.applies(one, worker)
    assert f"您在同一时间已经报了 {one.ref} 号" in await press(town, other, "application", worker)


async def test_a_certificate_that_he_does_not_have_is_named(town: Town) -> None:
    job = await town.job(certificate="health")
    assert f"{job.ref} 号要有健康证" in await press(town, job, "application", await scene.worker())
    assert "名额给您留好了" in await press(town, job, "application", await scene.worker(certificates=("health",)))


@pytest.mark.parametrize(
    ("state", "words"), [("cancelled", "号已经取消了"), ("over", "号已经结束了"), ("filled", "您排上队了"), ("open", "名额给您留好了")]
)
async def test_what_state_it_is_in_is_answered_plainly(town: Town, state: str, words: str) -> None:
    job = await town.job(state=state, taken=2 if state == "filled" else 0)
    assert words in await press(town, job, "application", await scene.worker())


async def test_who_has_not_signed_in_is_asked_to_and_comes_back(town: Town) -> None:
    job = await town.job()
    answer = await (await town.browser()).press(f"/jobs/{job.ref}/application")
    assert answer.headers["location"] == f"/sign-in?next=/jobs/{job.ref}"


@pytest.mark.parametrize("noun", ["application", "cancellation", "confirmation", "unpaid"])
async def test_no_button_works_from_a_foreign_page(town: Town, noun: str) -> None:
    job = await town.job()
    answer = await (await town.browser(await scene.worker())).http.post(f"/jobs/{job.ref}/{noun}", data={"form_token": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize("noun", ["cancellation", "confirmation", "unpaid"])
async def test_who_has_no_place_can_do_nothing_with_it(town: Town, noun: str) -> None:
    job = await town.job()
    assert f"您没有报 {job.ref} 号" in await press(town, job, noun, await scene.worker())


async def test_of_ten_at_once_two_hold_and_eight_wait(town: Town) -> None:
    job = await town.job(heads=2)
    workers = [await scene.worker() for _ in range(10)]
    said = await asyncio.gather(*(press(town, job, "application", worker) for worker in workers))
    assert sum("名额给您留好了" in each for each in said) == 2
    assert sum("您排上队了" in each for each in said) == 8


async def test_an_unpaid_wage_becomes_a_matter_once(town: Town) -> None:
    job, worker = await town.job(), await scene.worker()
    held = await town.applies(job, worker)
    assert isinstance(held, Held)
    assert "/unpaid" not in await town.html(f"/jobs/{job.ref}", worker)
    with at(job.ends_at):
        assert "/unpaid" in await town.html(f"/jobs/{job.ref}", worker)
        assert "协调员会去找用人单位问清楚" in await press(town, job, "unpaid", worker, note="说好当天给")
        await press(town, job, "unpaid", worker)
    (matter,) = await rows("SELECT kind, resident FROM wish")
    assert (matter["kind"], matter["resident"]) == ("wages", worker.id)
