"""All wishes that wait, shared out at once: what is shown is what is done, and what has changed meanwhile is left out and said."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from litestar import Litestar

from base.clock import at, later
from base.db import rows
from base.ledger import By
from base.settings import settings
from people.offices import CITY
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, do, electricians, offer_state, officer
from tests.invariants import assert_the_invariants_hold
from tests.web.browser import Browser, text_of
from tests.web.stage import LANGUAGES, browser_of, strange_words
from web.dispatch import batch as page
from wishes.actions import claim
from wishes.batch import plan

PATH = "/dispatch/batch"
SHOWN = re.compile(r'name="(wish-\d+)" value="([\d,]+)"')
NIGHT = datetime(2026, 11, 23, 22, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


async def shown(browser: Browser) -> dict[str, str]:
    """What the form would send."""
    answer = await browser.open(PATH)
    assert answer.status_code == 200
    return dict(SHOWN.findall(answer.text))


async def asked() -> dict[str, str]:
    offers = await rows("SELECT ref, person FROM offer o JOIN wish w ON w.id = o.wish WHERE o.state = 'sent' ORDER BY o.id")
    return {
        f"wish-{ref}": ",".join(str(each["person"]) for each in offers if each["ref"] == ref)
        for ref in sorted({each["ref"] for each in offers})
    }


async def test_who_has_not_signed_in_is_asked_who_he_is(browser: Browser) -> None:
    answer = await browser.open(PATH)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={PATH}")


async def test_who_holds_no_office_neither_looks_nor_asks(app: Litestar, cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    for who in (cast.liu, cast.zhou):
        browser = await browser_of(app, who)
        assert (await browser.open(PATH)).status_code == 403
        assert (await browser.press(PATH, **{f"wish-{wish.ref}": str(cast.chen.id)})).status_code == 403
    assert await asked() == {}


async def test_looking_asks_nobody(app: Litestar, cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    assert await shown(await browser_of(app, cast.coordinator))
    assert await asked() == {}


async def test_what_is_shown_is_what_is_done_in_the_name_of_who_confirms(app: Litestar, cast: Cast) -> None:
    await electricians(6, weekly_limit=9)
    for _ in range(3):
        await bulb_raised(cast.zhang)
    browser = await browser_of(app, cast.coordinator)
    form = await shown(browser)
    with at(later(minutes=1)):
        found = await plan([XIANAN])
        said = text_of((await browser.open(PATH)).text)
    assert f"要发的邀约 {found.messages}" in said
    assert all(f"估计找齐：{share.before:.0%}，问了 {share.after:.0%}" in said for share in found.shares)
    answer = await browser.press(PATH, **form)
    assert answer.status_code == 200
    assert f"问了 {found.messages} 个人，为 3 件心愿" in text_of(answer.text)
    assert "没有照着问的" not in answer.text
    assert {ref: set(people.split(",")) for ref, people in (await asked()).items()} == {
        ref: set(people.split(",")) for ref, people in form.items()
    }
    sent = await rows("SELECT DISTINCT actor, via FROM event WHERE subject = 'offer' AND to_state = 'sent'")
    assert [tuple(each.values()) for each in sent] == [(cast.coordinator.id, "web")]
    await assert_the_invariants_hold()


async def test_what_has_changed_meanwhile_is_left_out_and_said(app: Litestar, cast: Cast) -> None:
    taken, free = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    browser = await browser_of(app, cast.coordinator)
    form = {f"wish-{taken.ref}": f"{cast.zhou.id}", f"wish-{free.ref}": f"{cast.chen.id},{cast.liu.id}"}
    await do(claim, taken.id, By(cast.chen.id, "web"))
    said = text_of((await browser.press(PATH, **form)).text)
    assert "问了 1 个人，为 1 件心愿" in said
    assert f"{taken.ref}号 维修 已有人接，等待上门 少问 1 个人" in said
    assert f"{free.ref}号 维修 正在找人 少问 1 个人" in said
    assert "周晓" not in said
    assert (await offer_state(taken, cast.zhou), await offer_state(free, cast.chen)) == (None, "sent")
    assert len(await rows("SELECT id FROM claim WHERE state = 'held'")) == 1


async def test_the_same_form_sent_twice_asks_nobody_twice(app: Litestar, cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    browser = await browser_of(app, cast.coordinator)
    form = await shown(browser)
    await browser.press(PATH, **form)
    messages = await rows("SELECT id FROM message WHERE kind = 'offer'")
    assert "一个人也没有问" in (await browser.press(PATH, **form)).text
    assert await rows("SELECT id FROM message WHERE kind = 'offer'") == messages


async def test_of_the_wishes_that_are_ticked_only(app: Litestar, cast: Cast) -> None:
    await electricians(6)
    wishes = [await bulb_raised(cast.zhang) for _ in range(2)]
    browser = await browser_of(app, cast.coordinator)
    chosen = f"wish-{wishes[1].ref}"
    await browser.press(PATH, **{chosen: (await shown(browser))[chosen]})
    assert list(await asked()) == [chosen]


async def test_nothing_ticked_is_nothing_done(app: Litestar, cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    answer = await (await browser_of(app, cast.coordinator)).press(PATH)
    assert answer.status_code == 422
    assert "一件也没有选" in answer.text
    assert await asked() == {}


@pytest.mark.parametrize("people", ["", "x", "0", "²", "-1", "99999999999999999999", "1," * 500])
async def test_a_form_that_was_tampered_with_asks_nobody(app: Litestar, cast: Cast, people: str) -> None:
    wish = await bulb_raised(cast.zhang)
    answer = await (await browser_of(app, cast.coordinator)).press(PATH, **{f"wish-{wish.ref}": people, "wish-²": "1", "wish-": "2"})
    assert answer.status_code in (200, 422)
    assert await asked() == {}


@pytest.mark.parametrize(("role", "area", "sees"), [
    ("steward", HESHENGQIAO, True), ("coordinator", CITY, True), ("steward", WANXIU, False), ("coordinator", "421221", False),
])  # fmt: skip
async def test_an_office_shares_out_the_wishes_of_its_area_only(app: Litestar, cast: Cast, role: str, area: str, sees: bool) -> None:
    wish = await bulb_raised(cast.zhang)
    browser = await browser_of(app, await officer("+8616000000041", "", role, area))
    assert (f"wish-{wish.ref}" in await shown(browser)) is sees
    await browser.press(PATH, **{f"wish-{wish.ref}": str(cast.chen.id)})
    assert bool(await asked()) is sees


async def test_those_that_wait_longest_come_first_and_the_rest_is_counted(
    app: Litestar, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_WISHES", 1)
    first, second = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    browser = await browser_of(app, cast.coordinator)
    html = (await browser.open(PATH)).text
    assert "一共 2 件在等人" in html
    assert f"wish-{first.ref}" in html
    assert f"wish-{second.ref}" not in html


async def test_without_wishes_or_without_anybody_to_ask_the_page_says_so(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, cast.coordinator)
    assert "现在没有等志愿者的心愿" in (await browser.open(PATH)).text
    await bulb_wished_for(cast)
    html = (await browser.open(PATH)).text
    assert "都不用再问人" in html
    assert "<form" not in html.split("<main")[1]


async def test_at_night_the_plan_is_shown_and_nobody_is_asked(app: Litestar, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages.quiet.settings", lambda: replace(settings(), quiet_hours=True))
    with at(NIGHT):
        await bulb_raised(cast.zhang)
        browser = await browser_of(app, cast.coordinator)
        html = (await browser.open(PATH)).text
        assert "现在是夜里，不问志愿者。11月24日 08:00" in text_of(html)
        assert "就这样问" not in html
        answer = await browser.press(PATH, **await shown(browser))
    assert answer.status_code == 409
    assert "晚上 21 点到早上 8 点不问志愿者" in answer.text
    assert await asked() == {}


async def test_the_pages_speak_one_language_and_show_no_phone_and_no_words_of_the_resident(app: Litestar, cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    form: dict[str, str] = {}
    for language in LANGUAGES:
        browser = await browser_of(app, cast.coordinator, language)
        form = form or await shown(browser)
        html = (await browser.open(PATH)).text
        done = (await browser.press(PATH, **form)).text
        for each in (html, done):
            assert strange_words(each, language, "陈师傅", "周晓") == []
            assert [words for words in ("0000 0002", "16000000002", "灯泡", "5栋201", "张大爷") if words in each] == []
