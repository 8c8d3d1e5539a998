"""The counter in a real browser, on a phone: two marked by tapping, one by the keyboard alone, and the slips on paper."""

from collections.abc import Iterator

import pytest
from litestar import Litestar
from playwright.async_api import BrowserContext, Page, expect

from base.clock import at
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, CounterDay, at_dawn, state_of
from tests.web.jobs.live import needs_chromium, phone_of, served

pytestmark = needs_chromium

TOO_SMALL = """() => [...document.querySelectorAll("main a, main button, main input:not([type=hidden]), main select, main summary")]
    .filter(it => it.checkVisibility()).map(it => [it.outerHTML, it.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9).map(([html]) => html)"""


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


async def test_a_morning_at_the_counter(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=3)
    first, second, third = await day.placed(), await day.placed(LI, LI_PHONE), await day.placed("张大山", "+8616000007303")
    complaints: list[str] = []
    async with served(app) as address, phone_of(day.browser, address) as phone:
        page = await phone.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        await page.goto(address + day.path)
        assert await page.evaluate(TOO_SMALL) == []
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        for placement in (first, second):
            await _taps(page, placement.id, "到岗")
        await _types_digits_and_enter(page, "7303", third.id)
        await _pays(page, first.id)
        assert [complaint for complaint in complaints if "422" not in complaint] == []
        await _prints(phone, address, day)
    assert [await state_of(each) for each in (first, second, third)] == ["attended"] * 3


async def _taps(page: Page, placement: int, label: str) -> None:
    row = page.locator(f"#placement-{placement}")
    await row.get_by_role("button", name=label, exact=True).tap()
    await expect(row.locator(".state")).to_have_text("已到岗")
    await expect(page.locator("#search")).to_be_focused()


async def _types_digits_and_enter(page: Page, digits: str, placement: int) -> None:
    """No tap, no mouse: the search box has the focus, the row that is found gets it, Enter marks."""
    await page.keyboard.type(digits)
    await expect(page.locator(".person")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.locator(f'#placement-{placement} [data-key="1"]')).to_be_focused()
    await page.keyboard.press("1")
    await expect(page.locator(f"#placement-{placement} .state")).to_have_text("已到岗")
    await expect(page.locator("#search")).to_be_focused()
    await page.keyboard.press("Backspace")
    await expect(page.locator(".person")).to_have_count(3)
    await expect(page.locator("#day-totals .sum")).to_contain_text("到岗 3")


async def _pays(page: Page, placement: int) -> None:
    row = page.locator(f"#placement-{placement}")
    await expect(row.locator("[name=yuan]")).to_have_value("250")
    await row.locator("[name=yuan]").fill("26O")
    await row.get_by_role("button", name="已付", exact=True).tap()
    await expect(row.locator(".wrong")).to_contain_text("请写金额")
    await expect(row.locator("[name=yuan]")).to_be_focused()
    await expect(row.locator("[name=yuan]")).to_have_value("26O")
    await row.locator("[name=yuan]").fill("260")
    await row.get_by_role("button", name="已付", exact=True).tap()
    await expect(row.locator(".paid")).to_have_text("已付 260 元")


async def _prints(phone: BrowserContext, address: str, day: CounterDay) -> None:
    """Two slips on a page: three need two pages; one alone a single page. Paper has no buttons."""
    page = await phone.new_page()
    for path, pages in ((f"/listings/{day.job.ref}/slips", 2), (f"/placements/{(await day.present())[0].placement.id}/slip", 1)):
        await page.goto(address + path)
        await expect(page.get_by_role("button", name="打印")).to_be_visible()
        await page.emulate_media(media="print")
        await expect(page.get_by_role("button", name="打印")).to_be_hidden()
        await expect(page.locator(".slip").first).to_contain_text(WANG)
        assert (await page.pdf(prefer_css_page_size=True)).count(b"/Type /Page\n") == pages
        await page.emulate_media(media="screen")
