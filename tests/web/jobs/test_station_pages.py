"""The stations for everybody: where they are, and what they offer on a day."""

from datetime import timedelta

import pytest

from base.clock import city_now
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town


async def test_the_list_says_where_and_how_many_places(town: Town) -> None:
    await scene.station("赤壁零工驿站", "421281001")
    await town.job(day=city_now().date() + timedelta(days=1), heads=7)
    said = text_of(await town.html("/stations"))
    for words in ("温泉零工驿站", "咸安区", "5:30–18:00", "明天有 7 个名额", "赤壁零工驿站", "今明两天没有空名额"):
        assert words in said, words


async def test_a_station_shows_the_listings_and_trainings_of_a_day(town: Town) -> None:
    job, training = await town.job(), await town.training()
    html = await town.html(f"/stations/{town.station.id}?day={job.day}")
    said = text_of(html)
    for words in (
        "桂花路8号",
        "5:30–18:00",
        "用工",
        "培训",
        f"{job.ref}号 瓦工",
        f"{training.ref}号 瓦工入门课",
        f"报名 {job.ref} 到 +86 10 6900 0012",
    ):
        assert words in said, words
    assert f"/stations/{town.station.id}/poster?day={job.day}" in html


async def test_a_day_without_work_says_what_to_do(town: Town) -> None:
    assert "可以登记求职" in await town.html(f"/stations/{town.station.id}")


@pytest.mark.parametrize("page", ["", "/screen", "/poster", "/calendar.ics"])
@pytest.mark.parametrize("station", ["0", "999999", "x", "１", "9" * 40])
async def test_a_station_that_is_none_is_no_page(town: Town, station: str, page: str) -> None:
    assert (await (await town.browser()).open(f"/stations/{station}{page}")).status_code == 404


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-31", "0000-00-00", "９", "%00"])
async def test_a_day_that_is_none_is_today(town: Town, day: str) -> None:
    for page in ("", "/poster"):
        today = city_now().date()
        assert f"{today.month}月{today.day}日" in await town.html(f"/stations/{town.station.id}{page}?day={day}")
