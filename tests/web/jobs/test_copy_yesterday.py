"""As yesterday: the last day's listings come back as drafts, to be changed and published."""

from datetime import timedelta

import pytest
from litestar import Litestar

from tests.jobs.desk import Desk
from tests.jobs.scene import tomorrow
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, fields, listings, path, press, row, said, states, wrong_fields
from tests.web.stage import browser_of


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


async def yesterday(desk: Desk) -> None:
    for title in ("瓦工", "小工"):
        await desk.job(title=title, day=tomorrow() - timedelta(days=2), state="over")


async def test_yesterday_comes_back_as_drafts_that_stand_in_the_grid(fang: Browser, desk: Desk) -> None:
    await yesterday(desk)
    answer = await press(fang, desk, "copy")
    page = (await fang.open(answer.headers["location"])).text
    assert "2 条存成了草稿" in said(page)
    assert [fields(page)[f"title-{n}"] for n in (1, 2)] == ["瓦工", "小工"]
    assert fields(page)["pay-1"] == "250元/天"
    assert [each.day for each in await listings() if each.state == "draft"] == [tomorrow()] * 2


async def test_pressed_twice_it_copies_once(fang: Browser, desk: Desk) -> None:
    await yesterday(desk)
    await press(fang, desk, "copy")
    again = await press(fang, desk, "copy")
    assert again.status_code == 422
    assert "前面没有发布过，或者都已经照抄过来了" in said(again.text)
    assert await states() == ["over", "over", "draft", "draft"]


async def test_two_lines_are_changed_and_all_published(fang: Browser, desk: Desk) -> None:
    await yesterday(desk)
    page = (await fang.open((await press(fang, desk, "copy")).headers["location"])).text
    lines = [row(page, 1) | {"heads": "5"}, row(page, 2) | {"pay": "26/小时"}]
    assert (await press(fang, desk, "publish", *lines)).status_code == 303
    published = [each for each in await listings() if each.state == "open"]
    assert [(each.heads, each.pay_fen, each.pay_per) for each in published] == [(5, 25_000, "day"), (2, 2_600, "hour")]


async def test_copying_loses_nothing_that_is_typed(fang: Browser, desk: Desk) -> None:
    await yesterday(desk)
    answer = await press(fang, desk, "copy", BRICKLAYER | {"title": "焊工"}, BRICKLAYER | {"title": "漆工", "heads": "很多"})
    assert wrong_fields(answer.text) == {"heads-1": "“很多”不是整数"}
    assert fields(answer.text)["title-1"] == "漆工"
    assert [each.title for each in await listings() if each.state == "draft"] == ["焊工", "瓦工", "小工"]


async def test_with_nothing_before_it_says_so(fang: Browser, desk: Desk) -> None:
    assert "前面没有发布过" in said((await press(fang, desk, "copy")).text)


async def test_a_training_comes_back_without_employer_and_pay(fang: Browser, desk: Desk) -> None:
    await desk.training(day=tomorrow() - timedelta(days=2), state="over")
    page = (await fang.open((await press(fang, desk, "copy")).headers["location"])).text
    assert "employer-1" not in fields(page)
    assert (await press(fang, desk, "publish", row(page, 1))).status_code == 303
    copy = (await listings())[-1]
    assert (copy.kind, copy.state, copy.teaches) == ("training", "open", "bricklayer")
    assert path(desk) in (await fang.open("/desk")).headers["location"]
