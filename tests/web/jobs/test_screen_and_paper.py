"""The screen and the poster as a real browser lays them out."""

import re
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
import zxingcpp
from litestar import Litestar
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect

from base.settings import settings
from tests.jobs import scene
from tests.web.jobs.live import CHROMIUM, needs_chromium, served
from tests.web.jobs.town import Town
from web.jobs.screen import ON_ONE_PAGE

LONG = {"title": "高级室内装修镶贴瓦工师傅", "place": "银泉大道与书台街交叉口东南角桂花城三期工地二号门旁边的蓝色活动板房"}
PAGES = re.compile(rb"/Type\s*/Page\b")
OVERFLOWS = """() => {
  const root = document.documentElement, inner = [...document.querySelectorAll('.wall li')];
  const foot = document.querySelector('footer').getBoundingClientRect().bottom;
  return [root.scrollHeight - innerHeight, root.scrollWidth - innerWidth, Math.max(...inner.map(li => li.scrollHeight - li.clientHeight)),
    Math.round(foot) - innerHeight];
}"""

pytestmark = needs_chromium


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        await launched.close()


async def opened(chromium: Browser, address: str, width: int, height: int, language: str = "zh-CN") -> Page:
    page = await chromium.new_page(viewport={"width": width, "height": height}, locale=language)
    page.on("console", lambda message: pytest.fail(message.text) if message.type == "error" else None)
    await page.goto(address)
    return page


async def test_twelve_listings_fit_on_the_screen_whichever_way_it_hangs(app: Litestar, town: Town, chromium: Browser) -> None:
    for _ in range(ON_ONE_PAGE):
        await town.job(heads=40, **LONG)
    async with served(app) as site:
        for language in ("zh-CN", "en"):
            page = await opened(chromium, f"{site}/stations/{town.station.id}/screen", 1920, 1080, language)
            assert await page.locator(".wall li").count() == ON_ONE_PAGE
            for width, height in ((1920, 1080), (1080, 1920), (1280, 720)):
                await page.set_viewport_size({"width": width, "height": height})
                assert max(await page.evaluate(OVERFLOWS)) <= 2
            await page.close()


async def test_a_place_that_is_taken_shows_on_the_screen_by_itself(app: Litestar, town: Town, chromium: Browser) -> None:
    job = await town.job(heads=3)
    async with served(app) as site:
        page = await opened(chromium, f"{site}/stations/{town.station.id}/screen", 1920, 1080)
        await expect(page.locator(".room")).to_have_text("3个名额")
        await town.applies(job, await scene.worker())
        await expect(page.locator(".room")).to_have_text("2个名额", timeout=30_000)
        await page.close()


async def test_thirty_listings_are_two_pages_of_a4_and_the_code_leads_to_the_day(app: Litestar, town: Town, chromium: Browser) -> None:
    for _ in range(30):
        day = (await town.job(heads=40, **LONG)).day
    async with served(app) as site:
        page = await opened(chromium, f"{site}/stations/{town.station.id}/poster?day={day}", 794, 1123)
        for language in ("zh-CN", "en"):
            await page.goto(f"{site}/language/{language}?to=/stations/{town.station.id}/poster?day={day}")
            printed = await page.pdf(prefer_css_page_size=True)
            assert len(PAGES.findall(printed)) == 2
        await page.emulate_media(media="print")
        (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(await page.screenshot())))
        assert found.text == f"{settings().public_url}/stations/{town.station.id}?day={day}"
        await page.close()


async def test_a_listing_breaks_no_rule_of_the_browser(app: Litestar, town: Town, chromium: Browser) -> None:
    """Its data for search engines stand inline, and are no script."""
    job = await town.job()
    async with served(app) as site:
        page = await opened(chromium, f"{site}/jobs/{job.ref}", 390, 844)
        assert await page.locator('script[type="application/ld+json"]').count() == 1
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        await page.close()
