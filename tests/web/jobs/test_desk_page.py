"""The desk's page: for whom it is, in which language, and what its status line says."""

import re
from datetime import time, timedelta

import pytest
from litestar import Litestar

from base.clock import at
from jobs.when import moment
from tests.cast import person
from tests.jobs.desk import MONDAY, TUESDAY, Desk
from tests.jobs.scene import LICENCE, staff, station, tomorrow
from tests.web.browser import text_of
from tests.web.jobs.posting import BRICKLAYER, FIRM, path, press
from tests.web.stage import LANGUAGES, browser_of, strange_words

OWN = ("瓦工", FIRM, "桂花路8号", "老周", "温泉零工驿站", "Wenquan Gig Station", "先交200元押金", "Excel", "CSV", LICENCE)


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_of_the_desk_keeps_its_language(app: Litestar, desk: Desk, language: str) -> None:
    browser = await browser_of(app, desk.fang, language)
    live, over = await desk.job(day=tomorrow()), await desk.training(day=tomorrow(), state="over")
    await press(browser, desk, "publish", BRICKLAYER | {"note": "先交200元押金"}, BRICKLAYER | {"title": "瓦工 "})
    await press(browser, desk, "save", BRICKLAYER | {"heads": "9"})
    pages = [
        f"{path(desk)}?day={tomorrow()}", f"{path(desk)}?day=2026-01-01", path(desk).replace("desk", "employers"),
        f"/listings/{live.ref}/change", f"/listings/{live.ref}/cancellation",
    ]  # fmt: skip
    for each in pages:
        answer = await browser.open(each)
        assert answer.status_code == 200
        assert strange_words(answer.text, language, *OWN) == [], each
    wrong = await press(browser, desk, "publish", {"title": "瓦工", "heads": "0"}, **{"new-name": ""})
    assert strange_words(wrong.text, language, *OWN) == []
    assert over.state == "over"


async def test_the_nav_names_the_station_for_its_staff_only(app: Litestar, desk: Desk) -> None:
    neighbour = await person("+8616000000007", "邻居", desk.station.area)
    readers = [None, neighbour, desk.fang, desk.coordinator]
    pages = [(await (await browser_of(app, reader)).open("/")).text for reader in readers]
    assert ['href="/desk"' in page for page in pages] == [False, False, True, True]
    assert (await (await browser_of(app, neighbour)).open("/desk")).status_code == 403


async def test_one_station_opens_at_once_and_several_are_chosen_from(app: Litestar, desk: Desk) -> None:
    fang = await browser_of(app, desk.fang)
    assert (await fang.open("/desk")).headers["location"] == path(desk)
    await station("永安零工驿站", "421202002")
    page = await (await browser_of(app, desk.coordinator)).open("/desk")
    assert [f'href="{path(desk)}"' in page.text, "永安零工驿站" in page.text] == [True, True]


@pytest.mark.parametrize(
    ("clock", "day", "language", "said"),
    [
        (time(5, 40), TUESDAY, "zh-CN", "5:50 前发布的，5:50 发给工人"),
        (time(5, 40), TUESDAY, "en", "What is published before 5:50 goes to workers at 5:50"),
        (time(9), TUESDAY, "zh-CN", "发布后马上通知合适的工人"),
        (time(19), TUESDAY, "zh-CN", "驿站没开门，现在发布的 明天 5:30 通知工人"),
        (time(9), TUESDAY + timedelta(days=1), "zh-CN", "明天 5:50 前发布的，5:50 发给工人"),
        (time(9), MONDAY, "zh-CN", "这一天已经过去，只能看。"),
    ],
)  # fmt: skip
async def test_the_status_line_says_when_workers_hear_of_it(
    app: Litestar, desk: Desk, clock: time, day: object, language: str, said: str
) -> None:
    browser = await browser_of(app, desk.fang, language)
    with at(moment(TUESDAY, clock)):
        assert said in text_of((await browser.open(f"{path(desk)}?day={day}")).text)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "tomorrow", "2026-02-30", ""])
async def test_a_day_that_is_none_is_today(app: Litestar, desk: Desk, day: str) -> None:
    browser = await browser_of(app, desk.fang)
    with at(moment(MONDAY, time(9))):
        assert f'name="day" value="{MONDAY}"' in (await browser.open(f"{path(desk)}?day={day}&done=1,x,99999999999999999999")).text


async def test_a_station_that_opens_at_six_sends_at_six(app: Litestar, house: None) -> None:
    late = await station("永安零工驿站", "421202002")
    late.opens = time(6)
    await late.save()
    browser = await browser_of(app, await staff(late))
    with at(moment(TUESDAY, time(5, 40))):
        assert "5:50 前发布的，6:00 发给工人" in text_of((await browser.open(f"/stations/{late.id}/desk")).text)


async def test_after_closing_time_the_desk_opens_on_tomorrow(app: Litestar, desk: Desk) -> None:
    browser = await browser_of(app, desk.fang)
    with at(moment(MONDAY, time(20))):
        assert f'name="day" value="{TUESDAY}"' in (await browser.open(path(desk))).text


async def test_the_line_counts_what_is_posted_wanted_and_taken(app: Litestar, desk: Desk) -> None:
    await desk.job(day=tomorrow(), heads=3, taken=1)
    await desk.job(day=tomorrow(), heads=2, taken=2, state="filled")
    await desk.job(day=tomorrow(), heads=9, state="cancelled", why_cancelled="下雨")
    page = text_of((await (await browser_of(app, desk.fang)).open(f"{path(desk)}?day={tomorrow()}")).text)
    assert "已发布 2 条 · 要 5 人 · 已有 3 人" in page
    assert "下雨" in page


async def test_a_title_finds_its_occupation_while_it_is_typed(app: Litestar, desk: Desk) -> None:
    fang = await browser_of(app, desk.fang)
    found = await fang.http.get("/occupations", params={"row": 3, "title-3": "贴砖师傅"})
    assert re.search(r'id="found-3"[^>]*>→ \S*（瓦工）<', found.text)
    assert '<option value="6-29-04-01" selected>' in found.text
    assert 'id="code-3" name="code-3" hx-swap-oob="true"' in found.text
    assert (await fang.http.get("/occupations", params={"row": 3, "title-3": "<script>"})).status_code == 200
    assert (await (await browser_of(app, None)).open("/occupations?row=1&title-1=x")).status_code == 403
