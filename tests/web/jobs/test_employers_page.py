"""Who gives work is registered at a station, and checked by its staff before the first listing goes out."""

import pytest
from litestar import Litestar

from base.db import rows
from jobs.states import EmployerState
from tests.jobs.desk import Desk
from tests.jobs.scene import employer, staff, station, tomorrow
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, press, said, states, wrong_fields
from tests.web.stage import browser_of

FIRM = {
    "new-kind": "firm",
    "new-name": "咸安区永安纺织厂",
    "new-licence": "91350100M000100Y43",
    "new-contact": "王经理",
    "new-phone": "16000000301",
}


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


def page_of(desk: Desk) -> str:
    return f"/stations/{desk.station.id}/employers"


async def test_a_firm_is_registered_checked_and_then_its_work_goes_out(fang: Browser, desk: Desk) -> None:
    answer = await fang.press(page_of(desk), **FIRM)
    page = (await fang.open(answer.headers["location"])).text
    assert "登记好了" in said(page)
    assert "咸安区永安纺织厂" in page.partition("等核对的")[2].partition("</section>")[0]
    job = BRICKLAYER | {"employer": "咸安区永安纺织厂"}
    assert (await press(fang, desk, "publish", job)).status_code == 422
    [found] = await rows("SELECT id FROM employer WHERE state = 'new'")
    checked = await fang.press(f"/employers/{found['id']}/check")
    assert "已核对" in said((await fang.open(checked.headers["location"])).text)
    await press(fang, desk, "publish", job | {"place": "永安大道1号"})
    assert await states() == ["draft", "open"]


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("new-licence", "91350100M000100Y44", "不是统一社会信用代码"),
        ("new-licence", "", "没有填"),
        ("new-name", "", "没有填"),
        ("new-phone", "12", "不是电话号码"),
    ],
)
async def test_what_is_wrong_with_it_is_said_at_the_field(fang: Browser, desk: Desk, field: str, written: str, told: str) -> None:
    answer = await fang.press(page_of(desk), **(FIRM | {field: written}))
    assert answer.status_code == 422
    assert told in wrong_fields(answer.text)[field]
    assert 'value="王经理"' in answer.text


async def test_the_same_firm_is_registered_once(fang: Browser, desk: Desk) -> None:
    await fang.press(page_of(desk), **FIRM)
    assert "已在温泉零工驿站登记" in wrong_fields((await fang.press(page_of(desk), **FIRM)).text)["new-licence"]


async def test_who_is_barred_loses_what_is_posted(fang: Browser, desk: Desk) -> None:
    await desk.job(day=tomorrow())
    answer = await fang.press(f"/employers/{desk.firm.id}/bar", why="欠薪")
    page = (await fang.open(answer.headers["location"])).text
    assert desk.firm.name in page.partition("停用的")[2]
    assert await states() == ["cancelled"]


async def test_without_a_reason_nobody_is_barred(fang: Browser, desk: Desk) -> None:
    answer = await fang.press(f"/employers/{desk.firm.id}/bar", why="")
    assert answer.status_code == 422
    assert "请写为什么停用" in said(answer.text)
    assert await rows("SELECT 1 FROM employer WHERE state = 'barred'") == []


async def test_only_a_coordinator_lifts_it(app: Litestar, fang: Browser, desk: Desk) -> None:
    barred = await employer(desk.station, "欠薪的厂", EmployerState.BARRED)
    answer = await fang.press(f"/employers/{barred.id}/check")
    assert answer.status_code == 409
    assert "要由协调员来做" in said(answer.text)
    above = await browser_of(app, desk.coordinator)
    assert (await above.press(f"/employers/{barred.id}/check")).status_code == 303


async def test_other_stations_check_and_bar_nobody_here(app: Litestar, desk: Desk) -> None:
    stranger = await browser_of(app, await staff(await station("永安零工驿站", "421202002"), "+8616000000109", "小余"))
    assert (await stranger.open(page_of(desk))).status_code == 403
    for noun in ("check", "bar"):
        assert (await stranger.press(f"/employers/{desk.firm.id}/{noun}", why="x")).status_code == 403
    assert (await stranger.press("/employers/999999/check")).status_code == 404
