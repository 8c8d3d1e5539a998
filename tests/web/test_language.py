"""Chinese first, English second, never mixed."""

import re

import pytest

from base.work import transaction
from tests.cast import Cast, bulb_wished_for, says
from tests.web.browser import Browser, text_of
from web.language import asked_for

CHINESE = re.compile(r"[\u3400-\u9fff，。、：；？！（）]")
# The switch names the other language in that language.
SWITCH = "中文"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh-CN"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"), ("en-US,en;q=0.5", "en"), ("fr,en;q=0.4,zh;q=0.2", "en"),
        ("en;q=0.2,zh;q=0.9", "zh-CN"), ("de", "zh-CN"), ("en;q=0", "zh-CN"), ("zh-TW", "zh-CN"), ("EN", "en"), ("*", "zh-CN"),
        ("en;q=x,zh", "zh-CN"), (";;;,,q=", "zh-CN"), ("en" * 5000, "zh-CN"), ("en;q=nan", "zh-CN"),
    ],
)  # fmt: skip
def test_the_browser_is_heard(header: str, language: str) -> None:
    assert asked_for(header) == language


async def test_the_page_says_its_language(browser: Browser, english: Browser) -> None:
    assert '<html lang="zh-CN">' in (await browser.open("/")).text
    assert '<html lang="en">' in (await english.open("/")).text


async def test_the_switch_wins_over_the_browser_and_lasts(browser: Browser) -> None:
    answer = await browser.open("/language/en?to=/wishes")
    assert (answer.status_code, answer.headers["location"]) == (303, "/wishes")
    assert '<html lang="en">' in (await browser.open("/")).text
    await browser.open("/language/zh-CN")
    assert '<html lang="zh-CN">' in (await browser.open("/")).text


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/%5Cevil.example", "/%0d%0aSet-Cookie:x=1", ""])
async def test_the_switch_leads_to_no_other_site(browser: Browser, to: str) -> None:
    assert (await browser.open(f"/language/en?to={to}")).headers["location"] == "/"


async def test_the_switch_comes_back_to_the_same_page(browser: Browser) -> None:
    html = (await browser.open("/wishes?kind=repair&page=1")).text
    (link,) = re.findall(r'href="(/language/en\?to=[^"]+)"', html)
    assert (await browser.open(link.replace("&amp;", "&"))).headers["location"] == "/wishes?kind=repair&page=1"


@pytest.mark.parametrize("path", ["/", "/wishes", "/wishes/new", "/sign-in", "/nothing", "/wishes?page=x"])
async def test_an_english_page_holds_no_chinese(english: Browser, cast: Cast, path: str) -> None:
    await bulb_wished_for(cast)
    said = text_of((await english.open(path)).text).replace(SWITCH, "")
    assert not CHINESE.search(said), CHINESE.findall(said)


async def test_an_english_reader_sees_no_chinese_on_a_wish_and_his_own_pages(english: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await english.sign_in(cast.chen.phone)
    for path in ("/mine", f"/wishes/{wish.ref}"):
        said = text_of((await english.open(path)).text).replace(SWITCH, "")
        # The resident's own words stay as they were said.
        said = re.sub(r"客厅的灯泡坏了[^ ]*", "", said)
        assert not CHINESE.search(said), CHINESE.findall(said)


async def test_a_refusal_is_said_in_the_language_of_the_reader(english: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await english.sign_in(cast.zhang.phone)
    answer = await english.press(f"/wishes/{wish.ref}/claim")
    assert answer.status_code == 409
    assert "This is your own wish." in answer.text


async def test_a_new_phone_is_remembered_in_its_language(english: Browser) -> None:
    from people.people import by_phone

    await english.sign_in("+8616000000099")
    async with transaction():
        person = await by_phone("+8616000000099")
    assert person is not None
    assert person.language == "en"
