"""The board of the city: what still has room, and nothing else."""

from datetime import time, timedelta

import pytest

from base.clock import at, city_now
from jobs.board import PAGE_SIZE
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town


async def test_a_card_says_what_when_where_how_much_and_the_places_left(town: Town) -> None:
    job = await town.job(heads=5)
    await town.applies(job, await scene.worker(), people=2)
    said = text_of(await town.html("/jobs"))
    for words in (f"{job.ref}号 瓦工", "250元/天", "7:00–17:00", "温泉街道", "还有 3 个名额", "1 条用工信息"):
        assert words in said, words


async def test_what_is_full_begun_over_cancelled_or_a_draft_is_not_shown(town: Town) -> None:
    full = await town.job(heads=1)
    await town.applies(full, await scene.worker())
    for state in ("draft", "over", "cancelled"):
        await town.job(state=state)
    today = city_now().date()
    await town.job(day=today, starts=time(11), ends=time(20))
    for day in (today, scene.tomorrow()):
        assert "这一天这里没有空名额了" in await town.html(f"/jobs?day={day}")


async def test_a_place_kept_for_who_was_asked_is_not_free(town: Town) -> None:
    job = await town.job(heads=1)
    first, second = await scene.worker(), await scene.worker()
    await town.applies(job, first)
    await town.applies(job, second)
    await (await town.browser(first)).press(f"/jobs/{job.ref}/cancellation")
    assert f"/jobs/{job.ref}" not in await town.html("/jobs")
    assert "名额都留着等回话" in await town.html(f"/jobs/{job.ref}")


@pytest.mark.parametrize(
    ("filters", "is_shown"),
    [
        ("occupation=bricklayer", True), ("occupation=cook", False), ("county=421202", True), ("county=421281", False),
        ("county=4212", True), ("occupation=x'--", True), ("station=0", True), ("station=９", True), ("page=1", True), ("page=2", False),
    ],
)  # fmt: skip
async def test_filters_narrow_it_and_nonsense_does_not(town: Town, filters: str, is_shown: bool) -> None:
    job = await town.job()
    assert (f"/jobs/{job.ref}" in await town.html(f"/jobs?{filters}")) is is_shown


async def test_one_station_is_shown_alone(town: Town) -> None:
    job, other = await town.job(), await scene.station("赤壁零工驿站", "421281001")
    assert f"/jobs/{job.ref}" in await town.html(f"/jobs?station={town.station.id}&day={scene.tomorrow()}")
    assert f"/jobs/{job.ref}" not in await town.html(f"/jobs?station={other.id}&day={scene.tomorrow()}")


async def test_without_a_day_it_opens_where_there_is_room(town: Town) -> None:
    job = await town.job(day=city_now().date() + timedelta(days=3))
    assert f"/jobs/{job.ref}" in await town.html("/jobs")
    assert f"/jobs/{job.ref}" not in await town.html(f"/jobs?day={city_now().date()}")


async def test_it_is_sorted_by_the_hour_and_turned_in_pages(town: Town) -> None:
    late = await town.job(starts=time(13), ends=time(17))
    early = [await town.job() for _ in range(PAGE_SIZE)]
    first, second = await town.html("/jobs"), await town.html("/jobs?page=2")
    assert f"/jobs/{late.ref}" not in first
    assert all(f'"/jobs/{each.ref}"' in first for each in early)
    assert f"/jobs/{late.ref}" in second
    assert 'rel="next"' in first
    assert 'rel="prev"' in second


@pytest.mark.parametrize("page", ["0", "-1", "99999999", "x"])
async def test_a_page_that_cannot_be_is_refused(town: Town, page: str) -> None:
    assert (await (await town.browser()).open(f"/jobs?page={page}")).status_code == 400


async def test_a_listing_leaves_the_board_when_it_begins(town: Town) -> None:
    job = await town.job()
    with at(job.starts_at):
        assert f"/jobs/{job.ref}" not in await town.html(f"/jobs?day={job.day}")
