"""Looking for work on the web: what is said by SMS in one line, field by field."""

from datetime import timedelta
from typing import Any

import pytest

from base.clock import city_now
from base.db import rows
from jobs import queries
from people.people import by_phone
from tests.cast import seen_by
from tests.jobs import scene
from tests.web.browser import Browser, code_for
from tests.web.jobs.town import Town

PHONE = "+8616000000099"
FORM = {
    "does-bricklayer": "1", "does-mover": "1", "has-health": "1", "pay": "250", "per": "day", "from_day": "", "to_day": "",
    "part": "morning", "radius": "10", "people": "2", "where": "温泉街道", "phone": "16000000099",
}  # fmt: skip


async def submit(browser: Browser, **changes: Any) -> Any:
    return await browser.press("/jobs/seek", **(FORM | changes))


async def test_who_has_signed_in_seeks_at_once(town: Town) -> None:
    worker = await scene.worker()
    answer = await submit(await town.browser(worker), phone="")
    assert answer.headers["location"] == "/mine?said=sought#work"
    need = await queries.need_of(worker.id)
    assert need is not None
    assert need.occupations == ["mover", "bricklayer"]
    assert (need.pay_fen, need.pay_per, need.part, need.radius_km, need.people, need.area) == (
        25_000,
        "day",
        "morning",
        10,
        2,
        scene.WENQUAN,
    )
    shown = await queries.worker(worker.id)
    assert shown is not None
    assert shown.certificates == ["health"]


async def test_a_new_phone_confirms_itself_and_nothing_is_kept_before(town: Town) -> None:
    browser = await town.browser()
    answer = await submit(browser)
    assert answer.status_code == 200
    assert 'name="code"' in answer.text
    assert 'name="does-bricklayer" value="1" checked' in answer.text
    assert not await rows("SELECT 1 FROM job_need")
    assert await by_phone(PHONE) is None
    answer = await submit(browser, code=await code_for(PHONE))
    assert answer.headers["location"] == "/mine?said=sought#work"
    assert "我们帮您找" in (await browser.open("/mine?said=sought")).text
    assert (await seen_by(PHONE))[0] == "code"


async def test_a_wrong_code_loses_nothing(town: Town) -> None:
    browser = await town.browser()
    await submit(browser)
    wrong = "000000" if await code_for(PHONE) != "000000" else "111111"
    answer = await submit(browser, code=wrong)
    assert answer.status_code == 422
    assert 'id="code-error"' in answer.text
    for kept in ('value="250"', 'name="has-health" value="1" checked', 'value="温泉街道"'):
        assert kept in answer.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pay", "x"), ("pay", "-5"), ("pay", "0"), ("pay", "5000.01"), ("pay", "２５０"), ("pay", "1e9"), ("pay", "9" * 40), ("per", "month"),
        ("from_day", "2020-01-01"), ("from_day", "x"), ("from_day", "2999-01-01"), ("to_day", "2020-01-01"), ("to_day", "２"),
        ("people", "0"), ("people", "21"), ("people", "x"), ("where", ""), ("where", "月亮上"), ("where", "高桥村"), ("phone", "123"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_said_at_its_field(town: Town, field: str, value: str) -> None:
    answer = await submit(await town.browser(), **{field: value})
    assert answer.status_code == 422
    at_field = {"per": "pay"}.get(field, field)
    assert f'id="{at_field}-error"' in answer.text
    assert answer.text.count('-error" class="wrong"') == 1
    assert not await rows("SELECT 1 FROM job_need")


async def test_the_last_day_comes_after_the_first(town: Town) -> None:
    today = city_now().date()
    days = {"from_day": (today + timedelta(days=5)).isoformat(), "to_day": (today + timedelta(days=4)).isoformat()}
    assert 'id="to_day-error"' in (await submit(await town.browser(), **days)).text


async def test_a_whole_county_will_do(town: Town) -> None:
    worker = await scene.worker()
    await submit(await town.browser(worker), where="嘉鱼县")
    need = await queries.need_of(worker.id)
    assert need is not None
    assert need.area == "421221"


async def test_nothing_ticked_is_any_work_and_nonsense_is_not_kept(town: Town) -> None:
    worker = await scene.worker()
    await (await town.browser(worker)).press("/jobs/seek", **{"where": "温泉街道", "does-king": "1", "radius": "7", "part": "night"})
    need = await queries.need_of(worker.id)
    assert need is not None
    assert (len(need.occupations), need.people) == (0, 1)
    assert need.pay_fen is None
    assert need.part is None


async def test_the_form_begins_with_what_he_looks_for_now(town: Town) -> None:
    worker = await scene.worker()
    await submit(await town.browser(worker))
    html = await town.html("/jobs/seek", worker)
    for kept in (
        'name="does-mover" value="1" checked',
        'value="250"',
        'value="温泉街道"',
        '<option value="10" selected',
        'name="has-health" value="1" checked',
    ):
        assert kept in html, kept


async def test_a_city_without_a_station_says_so(app: Any, noon: None) -> None:
    answer = await submit(await Town(app, None, None, None).browser(await scene.worker()))  # type: ignore[arg-type]
    assert answer.status_code == 409
    assert "还没有零工驿站" in answer.text


@pytest.mark.parametrize(("noun", "state"), [("pause", "paused"), ("end", "over")])
async def test_pausing_and_ending(town: Town, noun: str, state: str) -> None:
    worker = await scene.worker()
    browser = await town.browser(worker)
    await submit(browser)
    assert (await browser.press(f"/jobs/seek/{noun}")).status_code == 303
    last = await queries.last_need_of(worker.id)
    assert last is not None
    assert last.state == state


async def test_looking_again_is_the_same_again(town: Town) -> None:
    worker = await scene.worker()
    browser = await town.browser(worker)
    await submit(browser)
    await browser.press("/jobs/seek/pause")
    await browser.press("/jobs/seek/renewal")
    need = await queries.need_of(worker.id)
    assert need is not None
    assert (need.state, need.occupations, need.pay_fen, need.people) == ("open", ["mover", "bricklayer"], 25_000, 2)


@pytest.mark.parametrize("noun", ["pause", "end"])
async def test_who_looks_for_nothing_can_end_nothing(town: Town, noun: str) -> None:
    answer = await (await town.browser(await scene.worker())).press(f"/jobs/seek/{noun}")
    assert answer.status_code == 409
    assert "您现在没有在找活" in answer.text
