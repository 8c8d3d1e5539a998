"""The counter's page: who is to come, found by four digits or a name; for who works there, and nobody else."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from litestar import Litestar

from base.clock import at
from people.people import by_id
from tests.cast import Cast
from tests.jobs import scene
from tests.web.browser import Browser, text_of
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, CounterDay, at_dawn
from tests.web.stage import LANGUAGES, browser_of, strange_words


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


async def test_it_lists_who_comes_with_the_last_digits_only(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    said = text_of((await day.browser.open(day.path)).text)
    assert WANG in said
    assert "…7301" in said
    assert "160 0000 7301" not in said
    assert "瓦工 7:00–17:00 · 250元/天" in said
    assert "要 2 人，已有 1 人 · 还空 1 个" in said


@pytest.mark.parametrize("search", ["7301", "７３０１", " 7301 ", "建国", "16000007301"])
async def test_it_finds_by_the_last_digits_or_a_part_of_the_name(app: Litestar, search: str) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    await day.placed(LI, LI_PHONE)
    said = (await day.browser.http.get(day.path, params={"search": search})).text
    assert WANG in said
    assert LI not in said


async def test_who_is_found_has_the_focus_and_enter_marks_him(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    found = (await day.browser.open(f"{day.path}?search=7301")).text
    assert 'value="attended" data-key="1" aria-keyshortcuts="1" autofocus' in found
    assert found.count("autofocus") == 1
    assert (await day.browser.open(day.path)).text.count("autofocus") == 1


@pytest.mark.parametrize("search", ["0000", "没有这个人", "%", "_", "'", "<b>"])
async def test_nobody_found_is_said_with_what_to_do(app: Litestar, search: str) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    said = (await day.browser.http.get(day.path, params={"search": search})).text
    assert "在上面登记" in said
    assert WANG not in said
    assert "<b>" not in said


async def test_one_listing_alone_can_be_looked_at(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    other = await scene.listing(day.station, day.clerk, day=day.job.day)
    assert WANG in (await day.browser.open(f"{day.path}?ref={day.job.ref}")).text
    assert WANG not in (await day.browser.open(f"{day.path}?ref={other.ref}")).text


async def test_the_waiting_list_stands_there_in_its_order(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=1)
    await day.placed()
    for number, name in enumerate(("孙一", "孙二", "孙三"), 1):
        await day.walks_in(phone=f"1600000900{number}", name=name)
    said = text_of((await day.browser.open(day.path)).text)
    assert "排队 3 位" in said
    assert said.index("孙一") < said.index("孙二") < said.index("孙三")


async def test_what_comes_later_cannot_be_marked_yet(app: Litestar) -> None:
    day = await CounterDay.of(app, day=at_dawn().date() + timedelta(days=1))
    placement = await day.placed()
    html = (await day.browser.open(f"{day.path}?day={day.job.day}")).text
    assert WANG in html
    assert f"/placements/{placement.id}/mark" not in html
    answer = await day.browser.press(f"/placements/{placement.id}/mark", seen="held", to="attended")
    assert answer.status_code == 409
    assert "还没到日子" in answer.text


@pytest.mark.parametrize("query", ["", "?day=2020-01-01", "?day=x&ref=y", "?ref=999999&search=%00"])
async def test_an_empty_counter_says_what_to_do(app: Litestar, query: str) -> None:
    station = await scene.station()
    browser = await browser_of(app, await scene.staff(station))
    answer = await browser.open(f"/stations/{station.id}/counter{query}")
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_speaks_one_language(app: Litestar, language: str) -> None:
    day = await CounterDay.of(app, language, heads=1)
    await day.placed()
    await day.walks_in(phone=LI_PHONE, name=LI)
    for path in (day.path, f"{day.path}?search=none", f"{day.path}?day=2020-01-01", f"{day.path}?said=elsewhere&n=45&position=3&other=47"):
        html = (await day.browser.open(path)).text
        assert strange_words(html, language, WANG, LI, "none") == []


async def test_staff_of_another_station_are_turned_away(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    stranger = await browser_of(app, await scene.staff(await scene.station("横沟桥零工驿站"), "+8616000000109", "小袁"))
    assert (await stranger.open(day.path)).status_code == 403
    for path in (
        f"/stations/{day.station.id}/walk-ins",
        *(f"/placements/{placement.id}/{noun}" for noun in ("mark", "payment", "phone", "unpaid", "release")),
    ):
        assert (await stranger.press(path, seen="held", to="attended", yuan="1")).status_code == 403
    assert [present.placement.state for present in await day.present()] == ["held"]


async def test_a_worker_of_the_list_is_no_staff(app: Litestar) -> None:
    day = await CounterDay.of(app)
    placement = await day.placed()
    worker = await browser_of(app, await by_id(placement.person))
    assert (await worker.open(day.path)).status_code == 403
    assert (await worker.press(f"/placements/{placement.id}/mark", seen="held", to="attended")).status_code == 403


async def test_the_coordinator_above_may_stand_at_the_counter(app: Litestar, cast: Cast) -> None:
    day = await CounterDay.of(app)
    await day.placed()
    assert WANG in (await (await browser_of(app, cast.coordinator)).open(day.path)).text


async def test_who_has_not_signed_in_is_asked_who_he_is(app: Litestar, browser: Browser) -> None:
    day = await CounterDay.of(app)
    answer = await browser.open(day.path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={day.path}")


@pytest.mark.parametrize("number", ["0", "999999", "x", "９", "1" * 30])
async def test_a_station_that_is_none_is_not_found(app: Litestar, number: str) -> None:
    day = await CounterDay.of(app)
    assert (await day.browser.open(f"/stations/{number}/counter")).status_code == 404
