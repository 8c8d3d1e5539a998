"""The story of the city's own report, played on the phones page in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.commands.program import Program
from tests.program.phones import picture, say, sees
from tests.web.jobs.live import needs_chromium

LIU, CHEN, ZHOU, STEWARD, ZHANG = (f"+861600000000{n}" for n in (1, 2, 3, 4, 6))

pytestmark = needs_chromium


@pytest.fixture
def phones(browser: Browser, program: Program) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 1600}, locale="zh-CN")
    page.goto(f"http://127.0.0.1:{program.port + 1}/")
    yield page
    page.close()


def ref_in(text: str) -> str:
    found = re.search(r"编号(\d+)", text)
    assert found
    return found[1]


def test_the_drought_reaches_the_steward_and_ends_with_the_residents_word(phones: Page) -> None:
    say(phones, LIU, "很久没下雨,绿化树、草皮都快干死了,能否安排洒水车来救救急?")
    ref = ref_in(sees(phones, LIU, "已转给当地管家"))
    assert "绿化树" in sees(phones, STEWARD, f"{ref}号事项")
    say(phones, STEWARD, f"接{ref} 我去找环卫所")
    assert "我去找环卫所" in sees(phones, LIU, f"{ref}号有人接了")
    say(phones, STEWARD, f"完成{ref} 洒水车明天早上来")
    assert "洒水车明天早上来" in sees(phones, LIU, f"{ref}号说已经办好了")
    say(phones, LIU, f"确认{ref} 5")
    sees(phones, LIU, f"{ref}号已办结")
    sees(phones, STEWARD, f"{ref}号对方确认办好了.打了5分")
    picture(phones, "story-drought")


def test_the_bulb_goes_to_one_of_two_who_both_say_yes(phones: Page) -> None:
    say(phones, ZHANG, "客厅的灯泡坏了,够不着,想请会电工的帮忙换一下")
    ref = ref_in(sees(phones, ZHANG, "您的心愿收到了"))
    for volunteer in (CHEN, ZHOU):
        assert "灯泡坏了" in sees(phones, volunteer, f"{ref}号求助")
        say(phones, volunteer, f"接{ref}")
    sees(phones, CHEN, f"{ref}号由您负责")
    assert "160 0000 0006" in sees(phones, CHEN, f"{ref}号.*电话")
    sees(phones, ZHOU, f"{ref}号已经有人接了")
    sees(phones, ZHANG, f"{ref}号有人接了.志愿者陈师傅")
    say(phones, CHEN, f"完成{ref}")
    sees(phones, ZHANG, f"{ref}号说已经办好了")
    say(phones, ZHANG, f"确认{ref} 5")
    sees(phones, ZHANG, f"{ref}号已办结")
    sees(phones, CHEN, f"{ref}号对方确认办好了")
    picture(phones, "story-bulb")
