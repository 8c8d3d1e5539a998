"""What is posted is changed, or called off with a reason; the page says first how many will be told."""

import pytest
from litestar import Litestar

from jobs.places import apply
from jobs.tables import Listing
from tests.cast import do, last_text, seen_by
from tests.jobs.desk import Desk
from tests.jobs.scene import staff, station, web, worker
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, listings, wrong_fields
from tests.web.stage import browser_of


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


async def applied(desk: Desk, people: int) -> Listing:
    """Two have a place, the others wait in line."""
    listing = await desk.job(title="瓦工")
    for _ in range(people):
        each = await worker()
        await do(apply, listing.id, each.id, web(each))
    return listing


def fields_of(listing: Listing, **changed: str) -> dict[str, str]:
    typed = BRICKLAYER | {"hours": "7:00-17:00", "heads": str(listing.heads), "place": listing.place} | changed
    return {f"{name}-1": value for name, value in typed.items()}


async def test_who_cancels_reads_first_how_many_will_be_told(fang: Browser, desk: Desk) -> None:
    listing = await applied(desk, 3)
    page = (await fang.open(f"/listings/{listing.ref}/cancellation")).text
    assert "有 3 人已经报名或者在排队" in page
    assert "取消，并通知 3 人" in page
    assert [each.state for each in await listings()] == ["filled"]


async def test_without_a_reason_nothing_is_cancelled(fang: Browser, desk: Desk) -> None:
    listing = await applied(desk, 1)
    answer = await fang.press(f"/listings/{listing.ref}/cancellation", why=" ")
    assert answer.status_code == 422
    assert wrong_fields(answer.text) == {"why": "请写为什么取消，报了名的人会看到。"}
    assert [each.state for each in await listings()] == ["open"]


async def test_the_people_of_a_cancelled_listing_are_told_why(fang: Browser, desk: Desk) -> None:
    listing = await desk.job(title="瓦工")
    zhao = await worker("赵师傅")
    await do(apply, listing.id, zhao.id, web(zhao))
    answer = await fang.press(f"/listings/{listing.ref}/cancellation", why="下雨停工")
    assert answer.status_code == 303
    assert "下雨停工" in await last_text(zhao)
    assert "下雨停工" in (await fang.open(answer.headers["location"])).text


async def test_what_is_cancelled_already_is_not_cancelled_twice(fang: Browser, desk: Desk) -> None:
    listing = await applied(desk, 0)
    await fang.press(f"/listings/{listing.ref}/cancellation", why="下雨")
    answer = await fang.press(f"/listings/{listing.ref}/cancellation", why="下雨")
    assert answer.status_code == 409
    assert f"{listing.ref} 号已经取消了" in answer.text
    assert (await fang.open(f"/listings/{listing.ref}/cancellation")).status_code == 404


async def test_a_change_of_hours_is_told_to_who_comes(fang: Browser, desk: Desk) -> None:
    listing = await desk.job(title="瓦工", code=None)
    zhao = await worker("赵师傅")
    await do(apply, listing.id, zhao.id, web(zhao))
    assert "有 1 人报了名或者在排队" in (await fang.open(f"/listings/{listing.ref}/change")).text
    answer = await fang.press(f"/listings/{listing.ref}/change", **fields_of(listing, hours="8:00-18:00"))
    assert answer.status_code == 303
    assert (await seen_by(zhao))[-1] == "listing_changed"
    assert "8:00" in await last_text(zhao)


async def test_fewer_heads_than_people_is_refused_at_the_field(fang: Browser, desk: Desk) -> None:
    listing = await applied(desk, 2)
    answer = await fang.press(f"/listings/{listing.ref}/change", **fields_of(listing, heads="1"))
    assert answer.status_code == 422
    assert wrong_fields(answer.text) == {"heads-1": "已经有 2 人，人数不能比这更少。"}


async def test_a_posted_listing_does_not_begin_to_ask_for_money(fang: Browser, desk: Desk) -> None:
    listing = await applied(desk, 0)
    answer = await fang.press(f"/listings/{listing.ref}/change", **fields_of(listing, note="先交押金200元"))
    assert "向工人收押金或保证金" in wrong_fields(answer.text)["note-1"]


async def test_staff_of_another_station_change_and_cancel_nothing(app: Litestar, desk: Desk) -> None:
    listing = await applied(desk, 0)
    stranger = await browser_of(app, await staff(await station("永安零工驿站", "421202002"), "+8616000000109", "小余"))
    for noun in ("change", "cancellation"):
        assert (await stranger.open(f"/listings/{listing.ref}/{noun}")).status_code == 403
        assert (await stranger.press(f"/listings/{listing.ref}/{noun}", why="x")).status_code == 403
    assert [each.state for each in await listings()] == ["open"]
