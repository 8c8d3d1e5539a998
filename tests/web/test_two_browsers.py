"""One person with several browsers, several people with one: each session lives and ends by itself."""

from datetime import timedelta

import pytest
from litestar import Litestar

from base.clock import at, later, now
from base.db import rows
from base.work import transaction
from people import sign_in
from people.people import by_phone
from tests.cast import Cast
from tests.web.browser import Browser, code_for
from tests.web.stage import browser_of

ZHANG, LIU = "+8616000000006", "+8616000000001"


async def is_known(browser: Browser) -> bool:
    return (await browser.open("/mine")).status_code == 200


async def asks_code(browser: Browser, phone: str) -> str:
    await browser.press("/sign-in/code", phone=phone)
    return await code_for(phone)


async def opens(browser: Browser, phone: str, code: str) -> bool:
    return (await browser.press("/sign-in/session", phone=phone, code=code)).status_code == 303


async def test_signing_out_of_one_leaves_the_other_signed_in(app: Litestar, cast: Cast) -> None:
    home, library = await browser_of(app, cast.zhang), await browser_of(app, cast.zhang)
    await library.press("/sign-out")
    assert not await is_known(library)
    assert await is_known(home)


async def test_signing_out_twice_or_without_having_signed_in_harms_nobody(app: Litestar, cast: Cast) -> None:
    browser, other = await browser_of(app, cast.zhang), await browser_of(app, cast.liu)
    for _ in range(2):
        assert (await browser.press("/sign-out")).headers["location"] == "/"
    assert (await (await browser_of(app, None)).press("/sign-out")).status_code == 303
    assert await is_known(other)


async def test_each_browser_sees_the_matters_of_its_own_person(app: Litestar, cast: Cast) -> None:
    office, resident = await browser_of(app, cast.steward), await browser_of(app, cast.zhang)
    assert "归我负责的" in (await office.open("/mine")).text
    assert "归我负责的" not in (await resident.open("/mine")).text


async def test_whoever_signs_in_next_in_one_browser_is_not_who_was_there_before(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(ZHANG)
    old = browser.http.cookies["session"]
    assert await opens(browser, LIU, await _code_without_a_form(LIU))
    async with transaction():
        found = await sign_in.who(browser.http.cookies["session"])
        assert found is not None
        assert found.phone == LIU
        assert await sign_in.who(old) is None


async def _code_without_a_form(phone: str) -> str:
    async with transaction():
        return (await sign_in.new_code(phone)).digits


async def test_a_code_asked_for_here_opens_there_once(browser: Browser, another: Browser, cast: Cast) -> None:
    code = await asks_code(browser, ZHANG)
    assert await opens(another, ZHANG, code)
    assert not await opens(browser, ZHANG, code)
    assert await is_known(another)
    assert not await is_known(browser)


async def test_the_code_of_another_phone_opens_neither_phone(browser: Browser, another: Browser, cast: Cast) -> None:
    hers, his = await asks_code(browser, LIU), await asks_code(another, ZHANG)
    if hers != his:
        assert not await opens(browser, ZHANG, hers)
        assert not await opens(browser, LIU, his)
    assert not await is_known(browser)
    assert await opens(another, ZHANG, his), "the wrong guess has not used it up"


async def test_a_code_that_was_right_ten_minutes_ago_opens_nothing_and_says_so(browser: Browser, cast: Cast) -> None:
    code = await asks_code(browser, ZHANG)
    with at(later(minutes=10)):
        answer = await browser.press("/sign-in/session", phone=ZHANG, code=code)
        assert answer.status_code == 422
        assert "验证码不对，或者已经过期" in answer.text
        assert not await is_known(browser)


async def test_a_newer_code_makes_the_old_one_worthless(browser: Browser, cast: Cast) -> None:
    old = await asks_code(browser, ZHANG)
    with at(later(minutes=2)):
        new = await asks_code(browser, ZHANG)
        assert old == new or not await opens(browser, ZHANG, old)
        assert await opens(browser, ZHANG, new)


async def test_five_wrong_guesses_from_any_browsers_close_the_code_for_all(browser: Browser, another: Browser, cast: Cast) -> None:
    code = await asks_code(browser, ZHANG)
    for number in range(5):
        wrong = f"{(int(code) + 1 + number) % 10**6:06}"
        assert not await opens((browser, another)[number % 2], ZHANG, wrong)
    assert not await opens(browser, ZHANG, code)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345x", "' OR 1=1 --", "\0" * 6, "９" * 600, "½½½½½½"])
async def test_what_cannot_be_a_code_is_a_wrong_one(browser: Browser, cast: Cast, code: str) -> None:
    await asks_code(browser, ZHANG)
    answer = await browser.press("/sign-in/session", phone=ZHANG, code=code)
    assert answer.status_code == 422
    assert 'id="code-error"' in answer.text


async def test_an_idle_browser_ends_while_a_busy_one_of_the_same_person_lives(app: Litestar, cast: Cast) -> None:
    idle, busy = await browser_of(app, cast.zhang), await browser_of(app, cast.zhang)
    for days in (10, 20):
        with at(later(days=days)):
            assert await is_known(busy)
    with at(later(days=20)):
        assert not await is_known(idle)


@pytest.mark.parametrize(
    ("age", "is_alive"),
    [(sign_in.IDLE - timedelta(seconds=1), True), (sign_in.IDLE, False), (sign_in.ABSOLUTE, False), (timedelta(days=3650), False)],
)
async def test_a_session_lives_to_the_second(cast: Cast, age: timedelta, is_alive: bool) -> None:
    start = now()
    with at(start):
        async with transaction():
            token = await sign_in.begin(cast.zhang.id)
    with at(start + age):
        async with transaction():
            assert bool(await sign_in.who(token)) is is_alive


async def test_a_session_is_not_written_at_every_page(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, cast.zhang)
    (before,) = await rows("SELECT seen_at FROM session")
    with at(later(minutes=59)):
        await is_known(browser)
        assert await rows("SELECT seen_at FROM session") == [before]
    with at(later(minutes=61)):
        await is_known(browser)
        assert await rows("SELECT seen_at FROM session") != [before]


async def test_an_ended_session_does_not_come_back_by_ending_it_again(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, cast.zhang)
    token = browser.http.cookies["session"]
    await sign_in.end(token)
    (ended,) = await rows("SELECT ended_at FROM session")
    with at(later(days=1)):
        await sign_in.end(token)
    assert await rows("SELECT ended_at FROM session") == [ended]


async def test_a_known_person_keeps_his_language_whatever_the_browser_speaks(english: Browser, cast: Cast) -> None:
    await english.sign_in(ZHANG)
    found = await by_phone(ZHANG)
    assert found is not None
    assert found.language == "zh-CN"
