"""The board is the database: whatever the filter and the order, its pages hold each open wish once, and its count is right."""

import random
import re
from datetime import timedelta
from itertools import product

import pytest
from litestar import Litestar

from base.clock import at, now
from base.db import rows
from base.ledger import By
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, do
from tests.web.stage import browser_of
from wishes import actions, board
from wishes.actions import Draft, raise_wish

TOWN, CHIBI = "421202104", "421281107202"
KINDS = ("repair", "company", "public", "digital")
PLACES = (HESHENGQIAO, WANXIU, CHIBI, XIANAN)
FILTERS = list(product(("", XIANAN, TOWN, CHIBI[:6], "421221"), ("", "repair", "public"), ("longest", "newest")))


async def city_of_wishes(cast: Cast, number: int = 24) -> None:
    """Old and new ones, in several places, some taken, some ended, some that only the office may read."""
    dice = random.Random(7)
    for _ in range(number):
        with at(now() - timedelta(minutes=dice.randrange(10_000))):
            draft = Draft(dice.choice(KINDS), "请帮忙", dice.choice(PLACES), places=dice.choice((1, 3)), for_office=dice.random() < 0.2)
            wish = await do(raise_wish, cast.zhang, draft, By(cast.zhang.id, "web"))
        if dice.random() < 0.2:
            await do(actions.withdraw, wish.id, By(cast.zhang.id, "web"))
        elif dice.random() < 0.3 and not wish.for_office:
            await do(actions.claim, wish.id, By(cast.chen.id, "web"))


async def expected(area: str, kind: str, order: str) -> list[int]:
    """The same question, asked plainly."""
    found = await rows(
        "SELECT ref, area, kind, opened_at FROM wish WHERE state = 'open' AND (kind = 'public' OR NOT for_office) ORDER BY id"
    )
    fitting = [each for each in found if each["area"].startswith(area) and kind in ("", each["kind"])]
    return [each["ref"] for each in sorted(fitting, key=lambda each: each["opened_at"], reverse=order == "newest")]


def shown(html: str) -> list[int]:
    return [int(ref) for ref in re.findall(r'class="card" href="/wishes/(\d+)"', html)]


async def test_every_filter_in_every_order_shows_each_open_wish_once(app: Litestar, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    await city_of_wishes(cast)
    monkeypatch.setattr(board, "PAGE_SIZE", 5)
    browser = await browser_of(app, None)
    for area, kind, order in FILTERS:
        wanted = await expected(area, kind, order)
        read: list[int] = []
        path = f"/wishes?area={area}&kind={kind}&order={order}"
        while path:
            html = (await browser.open(path)).text
            assert f"一共 {len(wanted)} 件" in html, path
            read += shown(html)
            following = re.search(r'rel="next"\s+href="([^"]+)"', html)
            path = "/wishes" + following[1].replace("&amp;", "&") if following else ""
        assert read == wanted, (area, kind, order)


async def test_the_way_back_leads_through_the_same_pages(app: Litestar, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    await city_of_wishes(cast, 12)
    monkeypatch.setattr(board, "PAGE_SIZE", 2)
    browser = await browser_of(app, None)
    second = (await browser.open("/wishes?page=2&order=newest")).text
    back = re.search(r'rel="prev"\s+href="([^"]+)"', second)
    assert back
    first = (await browser.open("/wishes" + back[1].replace("&amp;", "&"))).text
    assert shown(first) == (await expected("", "", "newest"))[:2]
    assert 'rel="prev"' not in first


async def test_the_figures_of_the_first_page_are_those_of_the_board(app: Litestar, cast: Cast) -> None:
    await city_of_wishes(cast)
    html = (await (await browser_of(app, None)).open("/")).text
    figures = [int(number) for number in re.findall(r"<dd>(\d+)</dd>", html)]
    states = [each["state"] for each in await rows("SELECT state FROM wish")]
    assert figures == [states.count("open"), states.count("claimed"), 0]


async def test_a_card_says_how_many_are_still_wanted(app: Litestar, cast: Cast) -> None:
    by = By(cast.zhang.id, "web")
    wish = await do(raise_wish, cast.zhang, Draft("company", "请三个人", HESHENGQIAO, places=3), by)
    browser = await browser_of(app, None)
    for left, helper in ((3, cast.chen), (2, cast.zhou)):
        assert f"还要 {left} 人" in (await browser.open("/wishes")).text
        await do(actions.claim, wish.id, By(helper.id, "web"))
    assert "还要 1 人" in (await browser.open("/wishes")).text


async def test_what_only_the_office_may_read_is_on_nobody_s_board(app: Litestar, cast: Cast) -> None:
    wish = await do(raise_wish, cast.zhang, Draft("other", "说不清的事", HESHENGQIAO, for_office=True), By(cast.zhang.id, "web"))
    for who in (None, cast.chen, cast.coordinator):
        assert wish.ref not in shown((await (await browser_of(app, who)).open("/wishes")).text)
