"""The first page: what to do, and in the demo what to try."""

from base.city import remember
from base.work import transaction
from tests.cast import Cast, bulb_wished_for, says
from tests.web.browser import Browser, text_of
from wishes.board import figures

LIU = {"phone": "+8616000000001", "name": "刘奶奶", "name_en": "Grandma Liu", "role": "resident", "note": "万秀村", "note_en": "Wanxiu"}


async def test_it_says_where_to_text(browser: Browser) -> None:
    assert "+86 10 6900 0012" in (await browser.open("/")).text


async def test_it_counts_what_is_open_in_hand_and_solved(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert await figures() == (1, 0, 0)
    await says(cast.chen, f"接{wish.ref}")
    assert await figures() == (0, 1, 0)
    await says(cast.chen, f"完成{wish.ref}")
    await says(cast.zhang, f"确认{wish.ref} 5")
    assert await figures() == (0, 0, 1)
    assert "近 7 天办好 1" in text_of((await browser.open("/")).text)


async def test_without_a_demo_there_is_nothing_to_try(browser: Browser) -> None:
    assert "演示" not in (await browser.open("/")).text


async def test_the_demo_says_whom_to_be_and_where_the_phones_are(browser: Browser, english: Browser) -> None:
    async with transaction():
        await remember("demo", True)
        await remember("cast", [LIU])
        await remember("sandbox_url", "http://127.0.0.1:8001")
    html = (await browser.open("/")).text
    assert 'href="http://127.0.0.1:8001/?lang=zh-CN"' in html
    assert "刘奶奶" in html
    assert "160 0000 0001" in html
    assert "Grandma Liu" in (await english.open("/")).text
