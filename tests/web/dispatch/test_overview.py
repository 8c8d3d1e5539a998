"""What whoever answers for an area sees of how its wishes are asked: the facts of the tables, and nobody's secrets."""

from datetime import timedelta

import pytest
from litestar import Litestar

from base.clock import at, later
from base.db import rows
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, do, officer, says, the_wish, volunteer
from tests.web.browser import Browser, text_of
from tests.web.stage import LANGUAGES, browser_of, strange_words
from wishes import attention, dispatching, overview
from wishes.overview import PAGE_SIZE, Answers, Promised
from wishes.tables import Wish


async def page_for(app: Litestar, who: Person, path: str = "/dispatch") -> str:
    answer = await (await browser_of(app, who)).open(path)
    assert answer.status_code == 200
    return answer.text


async def told(wish: Wish, minutes: float) -> None:
    """The resident was promised somebody within so many minutes."""
    await Wish.update({Wish.expected_by: wish.opened_at + timedelta(minutes=minutes)}).where(Wish.id == wish.id)


async def test_who_has_not_signed_in_is_asked_who_he_is(browser: Browser) -> None:
    answer = await browser.open("/dispatch")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/dispatch")


async def test_who_holds_no_office_is_turned_away(app: Litestar, cast: Cast) -> None:
    for who in (cast.liu, cast.chen):
        browser = await browser_of(app, who)
        assert (await browser.open("/dispatch")).status_code == 403
        assert 'href="/dispatch"' not in (await browser.open("/")).text


@pytest.mark.parametrize(("role", "area", "sees"), [
    ("steward", HESHENGQIAO, True), ("coordinator", XIANAN, True), ("coordinator", "4212", True),
    ("steward", WANXIU, False), ("coordinator", "421221", False),
])  # fmt: skip
async def test_an_office_sees_its_area_and_what_lies_below(app: Litestar, cast: Cast, role: str, area: str, sees: bool) -> None:
    wish = await bulb_wished_for(cast)
    who = await officer("+8616000000041", "某某", role, area)
    html = await page_for(app, who)
    assert (f'href="/dispatch/wishes/{wish.ref}"' in html) is sees
    assert ("陈师傅" in html) is sees
    assert ("<dd>2</dd>" in html) is sees  # offers


async def test_each_open_wish_stands_there_with_who_was_asked_and_what_is_expected(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"不 {wish.ref}")
    assert await overview.answers([wish.id]) == {wish.id: Answers(asked=2, declined=1, silent=1)}
    [line] = await overview.asked_now([XIANAN], "longest", 1)
    assert line.id == wish.id
    expected = (await overview.outlook(line)).expected
    assert 0 < expected < 1
    said = text_of(await page_for(app, cast.coordinator))
    assert f"{wish.ref}号 维修" in said
    assert f"2 1 1 {expected:.0%}" in said


async def test_what_is_taken_or_at_an_office_is_not_among_those_being_asked(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.liu, "万秀村村口的路灯坏了")
    assert await overview.totals([XIANAN]) == (1, 1)
    await says(cast.chen, f"接 {wish.ref}")
    html = await page_for(app, cast.coordinator)
    assert "现在没有正在问人的心愿" in html
    assert "另有 1 件在等管家或协调员" in html


async def test_messages_and_who_was_found_are_counted_by_day(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    with at(later(days=1)):
        await says(cast.chen, f"接 {wish.ref}")
        spent = await overview.spent([XIANAN])
        assert [(day.messages, day.found) for day in spent[-2:]] == [(2, 0), (0, 1)]
        assert len(spent) == 7
        said = text_of(await page_for(app, cast.coordinator))
    assert "七天的邀约 2 每找到一个人，发邀约 2.0" in said


async def test_promises_are_held_against_what_came_true(app: Litestar, cast: Cast) -> None:
    kept, broken, off, later_on = [await bulb_raised(cast.zhang) for _ in range(4)]
    for wish, minutes in ((kept, 40), (broken, 40), (off, 40), (later_on, 500)):
        await told(wish, minutes)
    await rows("INSERT INTO claim (wish, person, state, held_at) VALUES ($1, $2, 'held', $3)", kept.id, cast.chen.id, later(minutes=30))
    await rows("INSERT INTO claim (wish, person, state, held_at) VALUES ($1, $2, 'held', $3)", broken.id, cast.zhou.id, later(minutes=50))
    await rows("UPDATE wish SET state = 'withdrawn', due_at = NULL, ended_at = $2 WHERE id = $1", off.id, later(minutes=10))
    assert await overview.promises([XIANAN]) == []
    with at(later(hours=9)):
        assert await overview.promises([XIANAN]) == [Promised(40, 2, 1), Promised(None, 1, 0)]
        assert "40 分钟内 2 1 50%" in text_of(await page_for(app, cast.coordinator))
    with at(later(days=31)):
        assert await overview.promises([XIANAN]) == []


async def test_a_promise_whose_time_has_passed_is_marked(app: Litestar, cast: Cast) -> None:
    await told(await bulb_wished_for(cast), 40)
    assert "已经过了" not in await page_for(app, cast.coordinator)
    with at(later(minutes=41)):
        assert "已经过了" in await page_for(app, cast.coordinator)


async def test_who_was_asked_much_stands_first_among_the_tired(app: Litestar, cast: Cast) -> None:
    await rows("UPDATE volunteer_standing SET fatigue = 5.5 WHERE person = $1", cast.zhou.id)
    await bulb_wished_for(cast)
    found = await attention.tired([XIANAN])
    assert [(each.name, each.asked) for each in found] == [("周晓", 0), ("陈师傅", 1)]
    html = await page_for(app, cast.coordinator)
    assert "先不问" in html
    assert cast.chen.phone not in html
    assert cast.chen.phone[-4:] in html


async def test_who_was_never_asked_though_something_fitted_is_named(app: Litestar, cast: Cast) -> None:
    await volunteer("+8616000000051", "太远的人", ["electrician"], "421221102207", radius_km=1.0)
    await volunteer("+8616000000052", "不会的人", ["tutoring"])
    with at(later(minutes=5)):
        await bulb_raised(cast.zhang)
        await volunteer("+8616000000053", "刚来的人", ["electrician"])
        found = await attention.unasked([XIANAN])
        assert [(each.name, each.asked_at, each.fitted) for each in found] == [("陈师傅", None, 1), ("周晓", None, 1)]
        assert "从来没有" in await page_for(app, cast.coordinator)


async def test_who_was_asked_is_named_only_after_a_month(cast: Cast) -> None:
    await bulb_wished_for(cast)
    assert await attention.unasked([XIANAN]) == []
    with at(later(days=31)):
        await bulb_raised(cast.zhang)
        assert {each.name for each in await attention.unasked([XIANAN])} == {"陈师傅", "周晓"}


async def test_the_page_reckons_for_its_own_wishes_only(app: Litestar, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(PAGE_SIZE + 1):
        await bulb_raised(cast.zhang)
    reckoned, outlook = [], overview.outlook

    async def counted(wish: Wish) -> overview.Outlook:
        reckoned.append(wish.ref)
        return await outlook(wish)

    monkeypatch.setattr("wishes.overview.outlook", counted)
    first, second = await page_for(app, cast.coordinator), await page_for(app, cast.coordinator, "/dispatch?page=2")
    assert len(reckoned) == PAGE_SIZE + 1 == len(set(reckoned))
    assert 'href="?order=longest&amp;page=2"' in first
    assert f'href="/dispatch/wishes/{(await the_wish()).ref}"' in second
    assert "没有这一页" in await page_for(app, cast.coordinator, "/dispatch?page=9")


async def test_orders_put_first_what_asks_for_a_look(cast: Cast) -> None:
    old = await bulb_raised(cast.zhang)
    with at(later(minutes=1)):
        asked, promised = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
        await do(dispatching.ask_some, asked)
    await told(promised, 20)
    first = {order: (await overview.asked_now([XIANAN], order, 1))[0].ref for order in overview.ORDERS}
    assert first == {"longest": old.ref, "most": asked.ref, "promised": promised.ref}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_in_one_language_full_or_empty(app: Litestar, cast: Cast, language: str) -> None:
    browser = await browser_of(app, cast.coordinator, language)
    names = ("陈师傅", "周晓")
    assert strange_words((await browser.open("/dispatch")).text, language, *names) == []
    await told(await bulb_wished_for(cast), 5)
    with at(later(minutes=30)):
        assert strange_words((await browser.open("/dispatch")).text, language, *names) == []
