"""What asks the worker for money waits for a second person, with the reason for both to read."""

import pytest
from litestar import Litestar

from tests.cast import seen_by
from tests.jobs.desk import Desk
from tests.jobs.scene import staff, station
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, listings, path, press, said, states
from tests.web.stage import browser_of

SUSPECT = BRICKLAYER | {"note": "先交押金200元"}
REASON = "向工人收押金或保证金"


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


@pytest.fixture
async def wu(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, await staff(desk.station, "+8616000000102", "小吴"))


async def held(fang: Browser, desk: Desk) -> int:
    answer = await press(fang, desk, "publish", SUSPECT)
    assert answer.status_code == 303
    [listing] = await listings()
    return int(listing.ref)


async def test_the_poster_sees_why_it_waits_and_cannot_release_it(fang: Browser, wu: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    page = (await fang.open(f"{path(desk)}?done={ref}")).text
    assert f"1 条要等第二个人审核：{ref} 号" in said(page)
    assert REASON in page
    assert f"/listings/{ref}/release" not in page
    assert await seen_by("+8616000000102") == ["listing_held"]
    answer = await fang.press(f"/listings/{ref}/release")
    assert answer.status_code == 409
    assert "要请另一位同事来审核" in said(answer.text)
    assert await states() == ["draft"]


async def test_a_second_person_reads_the_reason_and_releases_it(fang: Browser, wu: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    page = (await wu.open(path(desk))).text
    assert REASON in page
    assert "先交押金200元" in page
    answer = await wu.press(f"/listings/{ref}/release")
    assert f"已发布 1 条：{ref} 号" in said((await wu.open(answer.headers["location"])).text)
    assert await states() == ["open"]


async def test_a_second_person_refuses_it_with_a_reason(fang: Browser, wu: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    empty = await wu.press(f"/listings/{ref}/refusal", why=" ")
    assert empty.status_code == 422
    assert "请写为什么不能发布" in said(empty.text)
    await wu.press(f"/listings/{ref}/refusal", why="不能收押金")
    assert await states() == ["cancelled"]
    [listing] = await listings()
    assert "不能收押金" in (await fang.open(f"{path(desk)}?day={listing.day}")).text


async def test_the_poster_mends_it_and_it_goes_out(fang: Browser, wu: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    mended = {f"{name}-1": value for name, value in (BRICKLAYER | {"note": "带手套"}).items()}
    await fang.press(f"/listings/{ref}/change", act="publish", **mended)
    assert await states() == ["open"]
    assert (await wu.press(f"/listings/{ref}/release")).status_code == 409


async def test_staff_of_another_station_release_nothing(app: Litestar, fang: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    stranger = await browser_of(app, await staff(await station("永安零工驿站", "421202002"), "+8616000000109", "小余"))
    for noun in ("release", "refusal"):
        assert (await stranger.press(f"/listings/{ref}/{noun}", why="x")).status_code == 403
    assert await states() == ["draft"]


async def test_two_press_release_at_once_and_the_second_is_told(app: Litestar, fang: Browser, wu: Browser, desk: Desk) -> None:
    ref = await held(fang, desk)
    assert (await wu.press(f"/listings/{ref}/release")).status_code == 303
    answer = await wu.press(f"/listings/{ref}/release")
    assert answer.status_code == 409
    assert f"{ref} 号已经不是草稿：招人中" in said(answer.text)
