"""A morning at a gig station in a real browser: posted, shared out before dawn, filled from the waiting list, marked, printed."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlencode

import pytest
import zxingcpp
from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.commands.program import ROOT, Program, environment
from tests.demo_city import DemoCity, in_database
from tests.program.gig_station import CLERK, FIRM, GUO, HAN, WORKERS, WU, GigStation
from tests.program.phones import card, picture, say, sees
from tests.web.jobs.live import needs_chromium

HEADINGS = ("日期", "职业", "用人单位", "时间", "工资", "人数", "地点")
SCREEN, PAPER = ViewportSize(width=1280, height=900), ViewportSize(width=794, height=1123)
PAGES = re.compile(rb"/Type\s*/Page\b")

pytestmark = needs_chromium


@dataclass(frozen=True)
class Morning:
    """The clerk's own screen, and the phones of the clerk and of three workers."""

    program: Program
    station: GigStation
    desk: Page
    phones: Page

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.program.port}"

    def opens(self, path: str) -> None:
        self.desk.goto(self.site + path)


# Before the browser, whose loop would be in its way.
@pytest.fixture(scope="module")
async def station(demo: DemoCity) -> GigStation:
    async with in_database(demo.to_run_on):
        return await GigStation.open()


@pytest.fixture
def morning(station: GigStation, program: Program, browser: Browser) -> Iterator[Morning]:
    complaints: list[str] = []
    # Each in a window of its own: behind another one a page is drawn only now and then.
    desk, phones = browser.new_page(viewport=SCREEN, locale="zh-CN"), browser.new_page(viewport=SCREEN, locale="zh-CN")
    for page in (desk, phones):
        # That a form comes back with its errors is told in the console too.
        page.on("console", lambda message: complaints.append(message.text) if "422" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
    phones.goto(f"http://127.0.0.1:{program.port + 1}/?" + urlencode([("phone", phone) for phone in (CLERK, *WORKERS)]))
    yield Morning(program, station, desk, phones)
    desk.close()
    phones.close()
    assert complaints == []


def test_a_morning_at_the_gig_station(morning: Morning) -> None:
    the_clerk_signs_in(morning)
    yesterday_is_copied_and_two_lines_changed(morning)
    a_sheet_with_one_bad_row_is_brought(morning)
    all_is_published(morning)
    it_is_shared_out(morning)
    ref = three_phones_apply_and_one_is_too_late(morning)
    one_gives_back_and_who_waits_is_placed(morning, ref)
    two_are_marked(morning)
    the_wage_slips_are_printed(morning, ref)
    the_poster_is_printed_and_its_code_leads_to_the_day(morning, ref)
    picture(morning.phones, "gig-8-phones")


def the_clerk_signs_in(morning: Morning) -> None:
    desk = morning.desk
    morning.opens("/desk")
    desk.get_by_label("手机号").fill(CLERK.removeprefix("+86"))
    desk.get_by_role("button", name="发验证码").click()
    code = re.search(r"验证码(\d{6})", sees(morning.phones, CLERK, "验证码"))
    assert code
    desk.get_by_label("短信验证码").fill(code[1])
    picture(desk, "gig-1-sign-in")
    desk.get_by_role("main").get_by_role("button", name="登录").click()
    expect(desk).to_have_url(f"{morning.site}{morning.station.path}/desk")


def yesterday_is_copied_and_two_lines_changed(morning: Morning) -> None:
    desk = morning.desk
    desk.get_by_role("button", name="照昨天").click()
    expect(desk.locator(".told")).to_contain_text("2 条存成了草稿")
    expect(desk.locator("#title-1")).to_have_value("瓦工")
    desk.locator("#pay-1").fill("260")
    desk.locator("#heads-2").fill("4")


def a_sheet_with_one_bad_row_is_brought(morning: Morning) -> None:
    """What was changed in the grid a moment ago is not lost by it."""
    desk, today = morning.desk, morning.station.today.isoformat()
    desk.get_by_text("从 Excel 导入").click()
    sheet = workbook(
        (today, "保洁", FIRM, "8:00-12:00", "25元/小时", 2, "乡政府大院"), (today, "油漆工", FIRM, "7:00-17:00", "280元/天", 0, "竹器厂工地")
    )  # fmt: skip
    desk.get_by_label("Excel 或 CSV 文件").set_input_files({"name": "用工.xlsx", "mimeType": "application/octet-stream", "buffer": sheet})
    desk.get_by_role("button", name="导入").click()
    bad = desk.locator(".bad-cells tbody tr")
    expect(bad).to_have_count(1)
    expect(bad.locator("td")).to_have_text(["3", "人数", re.compile("人数0不行")])
    expect(desk.locator("#pay-1")).to_have_value("260")
    expect(desk.locator("#title-3")).to_have_value("保洁")
    picture(desk, "gig-2-sheet")


def workbook(*lines: tuple[object, ...]) -> bytes:
    book, out = Workbook(), BytesIO()
    for line in (HEADINGS, *lines):
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def all_is_published(morning: Morning) -> None:
    morning.desk.locator("#pay-1").press("Control+Enter")
    expect(morning.desk.locator(".told")).to_contain_text("已发布 3 条")
    posted = morning.desk.locator(".posted tbody tr")
    expect(posted).to_contain_text(["260元/天", "0/4", "25元/小时"])
    picture(morning.desk, "gig-3-published")


def it_is_shared_out(morning: Morning) -> None:
    """What the timetable does a little later by itself."""
    command = [sys.executable, "-m", "commands.main", "dawn", "--data", str(morning.program.data)]
    done = subprocess.run(command, env=environment({}), cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def three_phones_apply_and_one_is_too_late(morning: Morning) -> str:
    """For two of them something else is kept: one takes the place that is left, the other comes after him."""
    phones = morning.phones
    told = re.search(r"(\d+) 瓦工 260元/天.*\1号给您留到", sees(phones, WU, "今日有活"))
    assert told
    for phone in (HAN, GUO):
        assert f"{told[1]} 瓦工" in sees(phones, phone, "今日有活.*号给您留到")
    taps(phones, WU, f"报名 {told[1]}")
    say(phones, HAN, f"报名{told[1]}")
    for phone in (WU, HAN):
        sees(phones, phone, f"{told[1]}号报名成功")
    say(phones, GUO, f"报名{told[1]}")
    sees(phones, GUO, f"{told[1]}号瓦工已招满.您排第1位")
    picture(phones, "gig-4-waiting")
    return told[1]


def taps(phones: Page, phone: str, reply: str) -> None:
    card(phones, phone).get_by_role("button", name=reply, exact=True).click()


def one_gives_back_and_who_waits_is_placed(morning: Morning, ref: str) -> None:
    say(morning.phones, WU, f"取消{ref}")
    sees(morning.phones, GUO, f"有空位了.{ref}号")
    taps(morning.phones, GUO, f"报名 {ref}")
    sees(morning.phones, GUO, f"{ref}号报名成功")
    sees(morning.phones, WU, f"{ref}号已帮您取消")


def two_are_marked(morning: Morning) -> None:
    desk = morning.desk
    desk.get_by_role("navigation", name="驿站的页面").get_by_role("link", name="柜台").click()
    for name in ("韩秀英", "郭志强"):
        row = desk.locator(".person", has_text=name)
        row.get_by_role("button", name="到岗", exact=True).click()
        expect(row.locator(".state")).to_have_text("已到岗")
    expect(desk.locator("#day-totals .sum")).to_contain_text("到岗 2")
    picture(desk, "gig-5-counter")


def the_wage_slips_are_printed(morning: Morning, ref: str) -> None:
    """Two on one page, and no button on paper."""
    desk = morning.desk
    desk.get_by_role("link", name="全部工资单").click()
    expect(desk.get_by_role("heading", name=f"{ref}号工资单")).to_be_visible()
    on_paper(desk)
    expect(desk.get_by_role("button", name="打印")).to_be_hidden()
    for slip, name in enumerate(("韩秀英", "郭志强")):
        for words in (name, FIRM, "瓦工", "260元/天", "港口零工驿站", "工人签字"):
            expect(desk.locator(".slip").nth(slip)).to_contain_text(words)
    picture(desk, "gig-6-slips")
    assert pages_printed(desk) == 1
    on_screen(desk)


def the_poster_is_printed_and_its_code_leads_to_the_day(morning: Morning, ref: str) -> None:
    desk = morning.desk
    morning.opens(f"{morning.station.path}/desk")
    desk.get_by_role("link", name="打印海报").click()
    on_paper(desk)
    for words in (ref, "瓦工", "260元/天", "小工", "保洁", "报名"):
        expect(desk.locator(".poster")).to_contain_text(words)
    assert pages_printed(desk) == 1
    picture(desk, "gig-7-poster")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(desk.screenshot())))
    on_screen(desk)
    assert code.text == f"{morning.site}{morning.station.path}?day={morning.station.today}"
    desk.goto(code.text)
    expect(desk.get_by_role("heading", name="港口零工驿站")).to_be_visible()
    expect(desk.locator(".cards li")).to_have_count(3)


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)


def on_screen(page: Page) -> None:
    page.emulate_media(media="screen")
    page.set_viewport_size(SCREEN)


def pages_printed(page: Page) -> int:
    return len(PAGES.findall(page.pdf(prefer_css_page_size=True)))
