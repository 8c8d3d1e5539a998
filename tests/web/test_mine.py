"""What is mine, for each kind of person; and what to do where there is nothing."""

from base.db import rows
from tests.cast import Cast, bulb_wished_for, says, the_wish
from tests.web.browser import Browser, text_of


async def mine(browser: Browser, phone: str) -> str:
    await browser.sign_in(phone)
    return text_of((await browser.open("/mine")).text)


async def test_a_stranger_is_asked_who_he_is(browser: Browser) -> None:
    assert (await browser.open("/mine")).headers["location"] == "/sign-in?next=/mine"


async def test_a_resident_sees_his_wishes_and_how_far_they_are(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    said = await mine(browser, cast.zhang.phone)
    assert f"{wish.ref}号" in said
    assert "正在找人" in said


async def test_a_volunteer_sees_what_he_is_asked_and_why_he(browser: Browser, cast: Cast) -> None:
    await bulb_wished_for(cast)
    said = await mine(browser, cast.chen.phone)
    assert "想请我帮的" in said
    assert "公里" in said
    assert "会电工" in said


async def test_a_volunteer_sees_what_he_holds(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    said = await mine(browser, cast.chen.phone)
    assert "现在没有等您回答的" in said
    assert f"{wish.ref}号" in said


async def test_a_steward_sees_the_matters_of_his_office_by_their_time(browser: Browser, cast: Cast) -> None:
    await says(cast.liu, "村口的路灯坏了,晚上一片黑")
    later = await the_wish()
    await says(cast.liu, "村里的窨井盖不见了,很危险")
    sooner = await the_wish()
    await rows("UPDATE wish SET due_at = due_at - interval '1 hour' WHERE id = $1", sooner.id)
    said = await mine(browser, cast.steward.phone)
    assert "归我负责的 2" in said
    assert said.index(f"{sooner.ref}号") < said.index(f"{later.ref}号")
    assert "前处理" in said


async def test_what_is_overdue_says_so(browser: Browser, cast: Cast) -> None:
    await says(cast.liu, "村口的路灯坏了,晚上一片黑")
    await rows("UPDATE wish SET due_at = now() - interval '1 hour'")
    assert "已经到时间了" in await mine(browser, cast.steward.phone)


async def test_a_resident_sees_nothing_of_offices_and_offers(browser: Browser, cast: Cast) -> None:
    said = await mine(browser, cast.zhang.phone)
    assert "归我负责的" not in said
    assert "想请我帮的" not in said


async def test_where_there_is_nothing_it_says_what_to_do(browser: Browser, cast: Cast) -> None:
    assert "您还没有说过心愿。 说出微心愿" in await mine(browser, cast.zhang.phone)
