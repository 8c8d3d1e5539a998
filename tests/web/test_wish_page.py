"""One wish: everybody may follow it, few may read what was said, and who opens the address is written down."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from litestar import Litestar

from base.clock import at
from base.db import rows
from tests.cast import Cast, bulb_wished_for, electricians, says, the_wish
from tests.web.browser import Browser, text_of
from tests.web.stage import browser_of
from wishes.tend import tend_due

TEN = datetime(2026, 11, 23, 10, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
PRIVATE = ("张大爷", "160 0000 0006", "16000000006", "灯泡坏了", "5栋201", "陈师傅")


async def test_everybody_reads_kind_area_state_and_what_happened(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    said = text_of((await browser.open(f"/wishes/{wish.ref}")).text)
    for public in ("维修", "贺胜桥镇贺胜桥社区", "居民说了一个心愿", "问了 2 位志愿者", "一位志愿者认领了", "人手齐了"):
        assert public in said


async def test_everybody_reads_no_name_phone_word_or_house(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref} 我叫陈师傅")
    html = (await browser.open(f"/wishes/{wish.ref}")).text
    for private in PRIVATE:
        assert private not in html
    assert "看了地址和电话" not in html


@pytest.mark.parametrize("who", ["zhang", "chen", "coordinator"])
async def test_the_resident_the_claimant_and_the_office_read_the_words(browser: Browser, cast: Cast, who: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await browser.sign_in(getattr(cast, who).phone)
    assert "灯泡坏了" in (await browser.open(f"/wishes/{wish.ref}")).text


@pytest.mark.parametrize("who", ["liu", "steward"])
async def test_a_neighbour_and_another_village_s_steward_do_not(browser: Browser, cast: Cast, who: str) -> None:
    wish = await bulb_wished_for(cast)
    await browser.sign_in(getattr(cast, who).phone)
    html = (await browser.open(f"/wishes/{wish.ref}")).text
    for private in PRIVATE:
        assert private not in html


async def test_who_is_asked_reads_what_his_sms_said(browser: Browser, cast: Cast) -> None:
    await says(cast.zhang, "灯坏了,我电话13812345678,请帮忙换一下")
    await browser.sign_in(cast.chen.phone)
    html = (await browser.open(f"/wishes/{(await the_wish()).ref}")).text
    assert "灯坏了" in html
    assert "13812345678" not in html


async def test_the_address_is_shown_on_request_and_once(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await browser.sign_in(cast.chen.phone)
    assert "5栋201" not in (await browser.open(f"/wishes/{wish.ref}")).text
    opened = await browser.press(f"/wishes/{wish.ref}/place")
    assert opened.status_code == 200
    assert opened.headers["cache-control"] == "no-store"
    for private in ("张大爷", "160 0000 0006", "5栋201"):
        assert private in opened.text
    assert "5栋201" not in (await browser.open(f"/wishes/{wish.ref}")).text


async def test_the_resident_sees_what_kind_of_person_opened_it(browser: Browser, another: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await another.sign_in(cast.coordinator.phone)
    await another.press(f"/wishes/{wish.ref}/place")
    await browser.sign_in(cast.zhang.phone)
    html = (await browser.open(f"/wishes/{wish.ref}")).text
    assert "协调员看了地址和电话" in html
    assert "李主任" not in html


@pytest.mark.parametrize("who", ["liu", "zhou", "steward"])
async def test_nobody_else_opens_it_and_the_attempt_leaves_no_reading(browser: Browser, cast: Cast, who: str) -> None:
    wish = await bulb_wished_for(cast)
    await browser.sign_in(getattr(cast, who).phone)
    answer = await browser.press(f"/wishes/{wish.ref}/place")
    assert answer.status_code == 403
    assert "5栋201" not in answer.text
    assert await rows("SELECT 1 FROM event WHERE subject = 'place'") == []


async def test_a_claimant_no_longer_opens_it_when_he_gave_it_back(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    await browser.sign_in(cast.chen.phone)
    assert (await browser.press(f"/wishes/{wish.ref}/place")).status_code == 403


async def test_a_stranger_is_asked_who_he_is(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    answer = await browser.press(f"/wishes/{wish.ref}/place")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next=/wishes/{wish.ref}")


async def test_a_text_of_markup_and_bidi_is_shown_as_text(browser: Browser, cast: Cast) -> None:
    await says(cast.zhang, "灯坏了<script>alert(1)</script>\u202e请帮忙")
    await browser.sign_in(cast.zhang.phone)
    html = (await browser.open(f"/wishes/{(await the_wish()).ref}")).text
    assert "<script>alert" not in html
    assert "<bdi>灯坏了&lt;script&gt;" in html


async def test_a_wish_that_waits_for_its_place_says_so(browser: Browser, cast: Cast) -> None:
    await says("+8616000000099", "灯泡坏了,请帮忙换一下")
    html = (await browser.open(f"/wishes/{(await the_wish()).ref}")).text
    assert "还在问" in html


async def test_silence_closes_it_and_the_page_says_how(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    await rows("UPDATE wish SET due_at = now() - interval '1 minute'")
    await tend_due()
    assert "三天没有回音" in (await browser.open(f"/wishes/{wish.ref}")).text


async def test_what_a_button_did_is_said_on_the_next_page_in_our_words_only(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert "接着办" in (await browser.open(f"/wishes/{wish.ref}?said=reopened")).text
    assert "hacked" not in text_of((await browser.open(f"/wishes/{wish.ref}?said=hacked")).text)


async def test_who_may_read_the_words_reads_by_when_somebody_will_have_said_yes(app: Litestar, cast: Cast) -> None:
    await electricians(8)
    with at(TEN):
        wish = await bulb_wished_for(cast)
        assert wish.expected_by is not None
        by = f"一般今天{wish.expected_by.astimezone(TEN.tzinfo):%H:%M}前有人接"
        for who, reads in ((cast.zhang, True), (cast.coordinator, True), (cast.chen, False), (cast.liu, False), (None, False)):
            assert (by in text_of((await (await browser_of(app, who)).open(f"/wishes/{wish.ref}")).text)) is reads


async def test_a_promise_that_was_kept_or_broken_is_not_repeated(app: Litestar, cast: Cast) -> None:
    await electricians(8)
    with at(TEN):
        wish = await bulb_wished_for(cast)
    browser = await browser_of(app, cast.zhang)
    assert wish.expected_by is not None
    with at(wish.expected_by):
        assert "一般" not in (await browser.open(f"/wishes/{wish.ref}")).text
    with at(TEN):
        await says(cast.chen, f"接{wish.ref}")
        assert "一般" not in (await browser.open(f"/wishes/{wish.ref}")).text
