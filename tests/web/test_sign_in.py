"""Signing in: a phone, a code, and the browser is known."""

import pytest

from base.clock import at, later
from base.db import rows
from tests.cast import Cast, last_text, seen_by
from tests.web.browser import Browser, code_for

PHONE = "+8616000000006"
STRANGER = "+8616000000099"


async def test_the_code_opens_the_door(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    page = await browser.open("/mine")
    assert page.status_code == 200
    assert "我说的心愿" in page.text


async def test_known_and_unknown_phones_get_the_same_answer(browser: Browser, cast: Cast) -> None:
    known = await browser.press("/sign-in/code", phone=PHONE)
    unknown = await browser.press("/sign-in/code", phone=STRANGER)
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("160 0000 0006", "").replace(PHONE, "") == unknown.text.replace("160 0000 0099", "").replace(STRANGER, "")
    assert await seen_by(STRANGER) == ["code"]


async def test_nobody_is_stored_before_the_code_is_right(browser: Browser) -> None:
    await browser.press("/sign-in/code", phone=STRANGER)
    await browser.press("/sign-in/session", phone=STRANGER, code="000000")
    assert await rows("SELECT 1 FROM person") == []


async def test_a_wrong_code_is_said_at_its_field(browser: Browser, cast: Cast) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    right = await code_for(PHONE)
    answer = await browser.press("/sign-in/session", phone=PHONE, code="000000" if right != "000000" else "111111")
    assert answer.status_code == 422
    assert 'id="code-error"' in answer.text
    assert (await browser.open("/mine")).status_code == 303


@pytest.mark.parametrize("phone", ["", "abc", "12", "+", "' OR 1=1", "１", "9" * 60])
async def test_what_is_no_phone_is_said_at_its_field(browser: Browser, phone: str) -> None:
    answer = await browser.press("/sign-in/code", phone=phone)
    assert answer.status_code == 422
    assert 'id="phone-error"' in answer.text


async def test_a_code_typed_with_full_width_digits_and_spaces_is_right(browser: Browser, cast: Cast) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    code = await code_for(PHONE)
    wide = " ".join(chr(ord(digit) + 0xFEE0) for digit in code)
    assert (await browser.press("/sign-in/session", phone=PHONE, code=wide)).status_code == 303


async def test_a_second_code_within_a_minute_is_refused(browser: Browser, cast: Cast) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    answer = await browser.press("/sign-in/code", phone=PHONE)
    assert answer.status_code == 429
    assert 'id="code"' in answer.text, "the first code still opens"
    assert await seen_by(PHONE) == ["code"]


async def test_signing_in_goes_on_where_it_began(browser: Browser, cast: Cast) -> None:
    asked = await browser.open("/mine")
    assert asked.headers["location"] == "/sign-in?next=/mine"
    await browser.press("/sign-in/code", phone=PHONE, next="/wishes/new")
    answer = await browser.press("/sign-in/session", phone=PHONE, code=await code_for(PHONE), next="/wishes/new")
    assert answer.headers["location"] == "/wishes/new"


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil"])
async def test_it_never_goes_on_to_another_site(browser: Browser, cast: Cast, elsewhere: str) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    answer = await browser.press("/sign-in/session", phone=PHONE, code=await code_for(PHONE), next=elsewhere)
    assert answer.headers["location"] == "/"


async def test_a_session_that_was_planted_is_worth_nothing_after_the_sign_in(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    planted = browser.http.cookies["session"]
    await rows("UPDATE sign_in_code SET created_at = created_at - interval '2 minutes'")
    await browser.sign_in(PHONE)
    assert browser.http.cookies["session"] != planted
    browser.http.cookies.set("session", planted, domain="127.0.0.1", path="/")
    assert (await browser.open("/mine")).status_code == 303


async def test_a_token_that_we_never_gave_is_nobody(browser: Browser, cast: Cast) -> None:
    browser.http.cookies.set("session", "chosen-by-a-stranger")
    assert (await browser.open("/mine")).status_code == 303


async def test_signing_out_ends_the_session_everywhere(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    token = browser.http.cookies["session"]
    assert (await browser.press("/sign-out")).status_code == 303
    browser.http.cookies.set("session", token)
    assert (await browser.open("/mine")).status_code == 303


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: Browser, cast: Cast) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    answer = await browser.press("/sign-in/session", phone=PHONE, code=await code_for(PHONE))
    (cookie,) = (said for said in answer.headers.get_list("set-cookie") if said.startswith("session="))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


async def test_the_database_knows_neither_code_nor_token(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    stored = str(await rows("SELECT * FROM session")) + str(await rows("SELECT code_hash FROM sign_in_code"))
    assert browser.http.cookies["session"] not in stored
    assert await code_for(PHONE) not in stored


async def test_the_code_text_warns_not_to_pass_it_on(browser: Browser, cast: Cast) -> None:
    await browser.press("/sign-in/code", phone=PHONE)
    assert "请勿告诉他人" in await last_text(PHONE)


async def test_a_known_browser_is_not_asked_again(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    assert (await browser.open("/sign-in")).status_code == 303


async def test_a_session_ends_when_it_was_idle_for_two_weeks(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    with at(later(days=13)):
        assert (await browser.open("/mine")).status_code == 200
    with at(later(days=26)):
        assert (await browser.open("/mine")).status_code == 200
    with at(later(days=41)):
        assert (await browser.open("/mine")).status_code == 303


async def test_a_session_ends_after_sixty_days_however_busy(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(PHONE)
    for days in range(10, 60, 10):
        with at(later(days=days)):
            assert (await browser.open("/mine")).status_code == 200
    with at(later(days=61)):
        assert (await browser.open("/mine")).status_code == 303
