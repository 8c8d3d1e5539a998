"""The desk in a real browser, for somebody who never touches the mouse."""

from collections.abc import AsyncIterator

import pytest
from litestar import Litestar
from playwright.async_api import Browser, Page, async_playwright, expect

from base.work import transaction
from people import sign_in
from tests.jobs.desk import Desk
from tests.jobs.scene import tomorrow
from tests.web.jobs.live import CHROMIUM, needs_chromium, served
from tests.web.jobs.posting import FIRM, listings, path

pytestmark = needs_chromium


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        await launched.close()


@pytest.fixture
async def page(app: Litestar, desk: Desk, chromium: Browser) -> AsyncIterator[Page]:
    """The desk as it stands before somebody who has signed in, and no complaint of the browser."""
    complaints: list[str] = []
    async with transaction():
        session = await sign_in.begin(desk.fang.id)
    async with served(app) as site:
        page = await chromium.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
        await page.context.add_cookies([{"name": "session", "value": session, "url": site}])
        # That a form comes back with its errors is told in the console too.
        page.on("console", lambda message: complaints.append(message.text) if "422" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(f"{site}{path(desk)}?day={tomorrow()}")
        yield page
        await page.close()
    assert complaints == []


async def types(page: Page, *cells: str) -> None:
    """One cell after another, with the tabulator between them."""
    for number, cell in enumerate(cells):
        if number:
            await page.keyboard.press("Tab")
        await page.keyboard.type(cell)


async def test_two_listings_go_out_by_the_keyboard_alone(page: Page) -> None:
    await types(page, "贴砖师傅", FIRM, "7-17", "300", "2", "桂花路8号")
    await expect(page.locator("#found-1")).to_contain_text("→")
    await page.keyboard.press("Enter")
    await types(page, "小工", FIRM, "7:30-17:30", "25/小时", "10", "桂花路8号")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".told")).to_contain_text("已发布 2 条")
    posted = await listings()
    assert [(each.title, each.heads, each.pay_fen, each.pay_per, each.state) for each in posted] == [
        ("贴砖师傅", 2, 30_000, "day", "open"), ("小工", 10, 2_500, "hour", "open"),
    ]  # fmt: skip
    assert posted[0].code == "6-29-04-01"
    await expect(page.locator("#title-1")).to_be_focused()


async def test_the_arrows_go_up_and_down_and_a_wrong_field_is_where_one_goes_on(page: Page) -> None:
    await types(page, "瓦工", FIRM, "7-17", "250", "0")
    await page.keyboard.press("Enter")
    await types(page, "小工", FIRM, "7-17")
    await page.keyboard.press("ArrowUp")
    await expect(page.locator("#hours-1")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.locator("#hours-2")).to_be_focused()
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".refused")).to_contain_text("有 2 行要改")
    await expect(page.locator("#heads-1")).to_be_focused()
    await expect(page.locator("#title-2")).to_have_value("小工")
