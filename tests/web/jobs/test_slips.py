"""The wage in writing: what it says, and who may read it."""

from collections.abc import Iterator

import pytest
from litestar import Litestar

from base.clock import at
from base.db import rows
from jobs.tables import Placement
from people.people import by_id
from tests.jobs import scene
from tests.web.browser import Browser, text_of
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, CounterDay, at_dawn, events
from tests.web.stage import LANGUAGES, browser_of, strange_words


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


async def slip(browser: Browser, placement: Placement) -> str:
    answer = await browser.open(f"/placements/{placement.id}/slip")
    assert answer.status_code == 200
    return text_of(answer.text)


async def test_it_holds_what_was_agreed_and_two_lines_to_sign(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    said = await slip(day.browser, placement)
    for words in (
        "咸宁桂花建材有限公司", scene.LICENCE, WANG, "160 0000 7301", "瓦工", "7:00–17:00", "桂花路8号", "250元/天", "温泉零工驿站",
        f"单号 {placement.id}", f"用工编号 {day.job.ref}", "收工当天由用工方付清", "用工方签字", "工人签字", "06:40 打印",
    ):  # fmt: skip
        assert words in said, words
    assert "已经付了" not in said


async def test_by_the_hour_and_for_several_it_names_the_sum(app: Litestar) -> None:
    day = await CounterDay.of(app, pay_fen=2_000, pay_per="hour")
    assert "20元/小时 ，这一班一共 400 元" in await slip(day.browser, await day.placed(people=2))


async def test_after_the_payment_it_says_what_was_paid(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    await day.browser.press(f"/placements/{placement.id}/mark", seen="held", to="attended")
    await day.browser.press(f"/placements/{placement.id}/payment", yuan="260")
    assert "已经付了 260 元" in await slip(day.browser, placement)


async def test_the_worker_himself_may_read_it(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    worker = await by_id(placement.person)
    assert "250元/天" in await slip(await browser_of(app, worker), placement)
    assert await events("slip") == [("opened", worker.id)]


async def test_each_opening_is_written_down(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    await slip(day.browser, placement)
    assert await rows("SELECT matter FROM event WHERE subject = 'slip'") == [{"matter": day.job.id}]


async def test_nobody_else_may_read_it(app: Litestar, browser: Browser) -> None:
    day = await CounterDay.of(app)
    placement, other = await day.placed(), await day.placed(LI, LI_PHONE)
    stranger = await scene.staff(await scene.station("横沟桥零工驿站"), "+8616000000109", "小袁")
    for who in (await by_id(other.person), stranger):
        answer = await (await browser_of(app, who)).open(f"/placements/{placement.id}/slip")
        assert answer.status_code == 403
        assert WANG not in answer.text
        assert (await (await browser_of(app, who)).open(f"/listings/{day.job.ref}/slips")).status_code == 403
    path = f"/placements/{placement.id}/slip"
    assert (await browser.open(path)).headers["location"] == f"/sign-in?next={path}"
    assert await events("slip") == []


async def test_all_slips_of_a_listing_come_at_once(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    await day.placed(LI, LI_PHONE)
    html = (await day.browser.open(f"/listings/{day.job.ref}/slips")).text
    assert html.count('class="slip"') == 2
    assert WANG in html
    assert LI in html
    assert len(await events("slip")) == 2


async def test_a_listing_without_people_has_none_and_says_so(app: Litestar) -> None:
    day = await CounterDay.of(app)
    assert "没有可以打印的" in (await day.browser.open(f"/listings/{day.job.ref}/slips")).text
    assert (await day.browser.open("/listings/999999/slips")).status_code == 404


async def test_who_did_not_come_or_gave_it_back_has_none(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    await day.browser.press(f"/placements/{placement.id}/mark", seen="held", to="absent")
    answer = await day.browser.open(f"/placements/{placement.id}/slip")
    assert answer.status_code == 409
    assert "没有工资单" in answer.text


async def test_a_training_has_none(app: Litestar) -> None:
    day = await CounterDay.of(app)
    training = await scene.listing(day.station, day.clerk, day=day.job.day)
    await day.walks_in(ref=str(training.ref))
    assert (await day.browser.open(f"/listings/{training.ref}/slips")).status_code == 409


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_speaks_one_language(app: Litestar, language: str) -> None:
    day = await CounterDay.of(app, language, pay_per="hour", pay_fen=3000, meals=True)
    placement = await day.placed(people=2)
    await day.browser.press(f"/placements/{placement.id}/mark", seen="held", to="attended")
    await day.browser.press(f"/placements/{placement.id}/payment", yuan="260")
    own = (WANG, "咸宁桂花建材有限公司", scene.LICENCE, "桂花路8号", "老周", "A4")
    for path in (f"/placements/{placement.id}/slip", f"/listings/{day.job.ref}/slips"):
        html = (await day.browser.open(path)).text
        assert strange_words(html, language, *own) == []


async def test_the_sign_of_a_name_cannot_break_the_page(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed(name="<i>x</i>")
    assert "<i>x</i>" not in (await day.browser.open(f"/placements/{placement.id}/slip")).text
    assert "<i>x</i>" not in (await day.browser.open(day.path)).text
