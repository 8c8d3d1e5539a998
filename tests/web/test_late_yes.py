"""Whoever is a moment too late on the page gets another wish that waits, with a button that claims it."""

import pytest
from litestar import Litestar

from tests.cast import HESHENGQIAO, Cast, bulb_raised, bulb_wished_for, says
from tests.web.browser import Browser, text_of
from tests.web.stage import LANGUAGES, browser_of, strange_words
from wishes.queries import by_ref
from wishes.tables import Wish


async def too_late_for(cast: Cast) -> Wish:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    return wish


async def test_the_other_wish_is_claimed_by_the_button_beside_it(browser: Browser, cast: Cast) -> None:
    other = await bulb_raised(cast.zhang, part="evening")
    wish = await too_late_for(cast)
    await browser.sign_in(cast.zhou.phone)
    late = await browser.press(f"/wishes/{wish.ref}/claim")
    assert late.status_code == 409
    assert f"{other.ref}号（维修）也在等人，去看看 贺胜桥镇贺胜桥社区 · 晚上 我来帮{other.ref}号" in text_of(late.text)
    assert f'action="/wishes/{other.ref}/claim"' in late.text
    answer = await browser.press(f"/wishes/{other.ref}/claim")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/wishes/{other.ref}?said=claimed")
    held = await by_ref(other.ref)
    assert held is not None
    assert held.held == 1


async def test_where_nothing_else_waits_there_is_no_such_button(browser: Browser, cast: Cast) -> None:
    wish = await too_late_for(cast)
    await browser.sign_in(cast.zhou.phone)
    late = await browser.press(f"/wishes/{wish.ref}/claim")
    assert "看看还有谁在等" in late.text
    assert '/claim">' not in late.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_speaks_one_language_and_tells_no_more_than_the_board(app: Litestar, cast: Cast, language: str) -> None:
    await bulb_raised(cast.zhang, area=HESHENGQIAO)
    wish = await too_late_for(cast)
    late = await (await browser_of(app, cast.zhou, language)).press(f"/wishes/{wish.ref}/claim")
    offered = late.text.split('role="alert"')[1].split("<article")[0]
    assert strange_words(offered, language) == []
    assert [words for words in ("张大爷", "16000000006", "0000 0006", "5栋201", "灯泡") if words in offered] == []
