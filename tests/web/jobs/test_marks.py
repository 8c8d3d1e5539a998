"""Marks at the counter: came, did not, sent home, paid; undone again; two who mark at once; a wage that was not paid."""

import asyncio
from collections.abc import Iterator

import pytest
from litestar import Litestar

from base.clock import at, later
from base.db import rows
from tests.cast import Cast, the_wish
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, CounterDay, at_dawn, events, state_of
from tests.web.stage import LANGUAGES, browser_of, strange_words

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


def mark(placement: object) -> str:
    return f"/placements/{placement.id}/mark"  # type: ignore[attr-defined]


@pytest.mark.parametrize("to", ["attended", "absent", "sent_home"])
async def test_a_mark_is_made_and_undone(app: Litestar, to: str) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    answer = await day.browser.press(mark(placement), seen="held", to=to, back=day.path)
    assert (answer.status_code, answer.headers["location"]) == (303, day.path)
    assert await state_of(placement) == to
    assert (await day.browser.press(mark(placement), seen=to, to="confirmed")).status_code == 303
    assert await state_of(placement) == "confirmed"
    assert (await events("placement"))[-1] == ("confirmed", day.clerk.id)


async def test_one_who_is_absent_makes_room(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=1)
    placement = await day.placed()
    await day.walks_in(phone=LI_PHONE, name=LI)
    await day.browser.press(mark(placement), seen="held", to="absent")
    html = (await day.browser.open(day.path)).text
    assert "1 个位置在等人回话" in html


async def test_what_cannot_be_undone_says_why(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=1)
    placement = await day.placed()
    await day.browser.press(mark(placement), seen="held", to="absent")
    await day.walks_in(phone=LI_PHONE, name=LI)
    answer = await day.browser.press(mark(placement), seen="absent", to="confirmed")
    assert answer.status_code == 409
    assert "他的位置已经给了别人" in answer.text


async def test_of_two_who_mark_at_once_the_second_is_told(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    colleague = await browser_of(app, await scene.staff(day.station, "+8616000000102", "小段"))
    first, second = await asyncio.gather(
        day.browser.press(mark(placement), seen="held", to="attended"), colleague.press(mark(placement), seen="held", to="absent")
    )
    assert sorted((first.status_code, second.status_code)) == [303, 409]
    late = first if first.status_code == 409 else second
    assert "刚刚已经有人标为" in late.text
    assert len([state for state, _ in await events("placement") if state in ("attended", "absent")]) == 1


async def test_a_page_that_is_out_of_date_changes_nothing(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    for seen, to in (("held", "attended"), ("attended", "confirmed"), ("confirmed", "absent")):
        await day.browser.press(mark(placement), seen=seen, to=to)
    answer = await day.browser.press(mark(placement), seen="attended", to="confirmed")
    assert answer.status_code == 409
    assert "“没有到”" in answer.text
    assert await state_of(placement) == "absent"


async def test_htmx_gets_the_row_and_the_figures(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    day.browser.http.headers.update(HTMX)
    html = (await day.browser.press(mark(placement), seen="held", to="attended", back=day.path)).text
    assert "<html" not in html
    assert f'id="placement-{placement.id}"' in html
    assert "2 = 到岗 1 + 到了没用工 0 + 还没登记 0 + 没来也没补上 0 + 没招到 1" in text_of(html)
    assert html.count("hx-swap-oob") == 2
    refused = await day.browser.press(mark(placement), seen="held", to="absent", back=day.path)
    assert refused.status_code == 409
    assert "刚刚已经有人标为“已到岗”" in refused.text


async def test_the_wage_is_proposed_as_agreed_and_kept_as_paid(app: Litestar) -> None:
    day = await CounterDay.of(app, pay_fen=2_550, pay_per="hour")
    placement = await day.placed(people=2)
    await day.browser.press(mark(placement), seen="held", to="attended")
    assert 'value="510"' in (await day.browser.open(day.path)).text
    assert (await day.browser.press(f"/placements/{placement.id}/payment", yuan="480.5元")).status_code == 303
    assert "已付 480.5 元" in (await day.browser.open(day.path)).text
    assert await rows("SELECT wage_fen FROM placement") == [{"wage_fen": 48_050}]


@pytest.mark.parametrize("yuan", ["", "0", "-5", "abc", "1e3", "250.123", "1000000", "1 2", "٣"])
async def test_an_amount_that_is_none_is_said_at_the_row(app: Litestar, yuan: str) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    await day.browser.press(mark(placement), seen="held", to="attended")
    day.browser.http.headers.update(HTMX)
    answer = await day.browser.press(f"/placements/{placement.id}/payment", yuan=yuan)
    assert answer.status_code == 422
    assert "请写金额" in answer.text
    assert await rows("SELECT wage_fen FROM placement") == [{"wage_fen": None}]


async def test_who_did_not_come_is_not_paid(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    answer = await day.browser.press(f"/placements/{placement.id}/payment", yuan="250")
    assert answer.status_code == 409
    assert "先标到岗" in answer.text


async def test_the_phone_is_shown_once_and_that_is_written_down(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    assert "160 0000 7301" in (await day.browser.press(f"/placements/{placement.id}/phone")).text
    assert "160 0000 7301" not in (await day.browser.open(day.path)).text
    assert await events("phone") == [("opened", day.clerk.id)]


async def test_a_place_is_cancelled_for_who_cannot_come(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    assert (await day.browser.press(f"/placements/{placement.id}/release")).status_code == 303
    assert await state_of(placement) == "released"
    assert WANG not in (await day.browser.open(day.path)).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unpaid_wage_becomes_a_matter_with_who_answers_for_it(app: Litestar, cast: Cast, language: str) -> None:
    day = await CounterDay.of(app, language)
    placement = await day.placed()
    await day.browser.press(mark(placement), seen="held", to="attended")
    with at(later(hours=12)):
        answer = await day.browser.press(f"/placements/{placement.id}/unpaid", note="只给了一半")
        again = await day.browser.press(f"/placements/{placement.id}/unpaid", note="还是没给")
    matter = await the_wish()
    assert answer.status_code == again.status_code == 200
    assert str(matter.ref) in text_of(answer.text)
    assert str(matter.ref) in text_of(again.text)
    assert cast.coordinator.name in answer.text
    assert (matter.kind, matter.resident) == ("wages", placement.person)
    assert strange_words(answer.text, language, WANG, cast.coordinator.name) == []


async def test_nothing_is_marked_without_the_token_of_our_form(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    for noun in ("mark", "payment", "phone", "unpaid", "release"):
        answer = await day.browser.http.post(f"/placements/{placement.id}/{noun}", data={"seen": "held", "to": "attended"})
        assert answer.status_code == 403
    assert await state_of(placement) == "held"


@pytest.mark.parametrize("to", ["", "held", "released", "paid"])
async def test_a_mark_that_is_none_is_refused(app: Litestar, to: str) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    assert (await day.browser.press(mark(placement), seen="held", to=to)).status_code == 400


@pytest.mark.parametrize("number", ["0", "999999", "x", "１"])
async def test_a_place_that_is_none_is_not_found(app: Litestar, number: str) -> None:
    day = await CounterDay.of(app)
    assert (await day.browser.press(f"/placements/{number}/mark", seen="held", to="attended")).status_code == 404
    assert (await day.browser.open(f"/placements/{number}/slip")).status_code == 404


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
async def test_it_leads_back_to_our_own_pages_only(app: Litestar, back: str) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    answer = await day.browser.press(mark(placement), seen="held", to="attended", back=back)
    assert answer.headers["location"] == "/"
