"""Somebody walks in: placed with a phone and a name, or told his number on the waiting list."""

from collections.abc import Iterator
from datetime import time

import pytest
from litestar import Litestar

from base.clock import at
from base.db import rows
from people.people import by_phone
from tests.cast import person
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, WANG_PHONE, CounterDay, at_dawn
from tests.web.stage import LANGUAGES, strange_words


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


async def test_a_phone_never_heard_of_is_placed(app: Litestar) -> None:
    day = await CounterDay.of(app)
    answer = await day.walks_in(phone="160 0000 7301")
    assert answer.status_code == 303
    known = await by_phone(WANG_PHONE)
    assert known is not None
    assert known.name == WANG
    page = (await day.browser.open(answer.headers["location"])).text
    assert f"已经上岗：{day.job.ref} 号" in page
    assert WANG in page


async def test_whom_we_know_needs_no_name_and_keeps_his(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await person(LI_PHONE, LI, day.station.area)
    assert (await day.walks_in(phone=LI_PHONE, name="")).status_code == 303
    assert [present.name for present in await day.present()] == [LI]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("phone", "12345", "请写一个手机号"),
        ("phone", "", "请写一个手机号"),
        ("phone", "不知道", "请写一个手机号"),
        ("name", "", "请写姓名"),
        ("name", "长" * 21, "姓名太长了"),
        ("ref", "", "本站没有这个编号"),
        ("ref", "999999", "本站没有这个编号"),
        ("ref", "瓦工", "本站没有这个编号"),
        ("people", "0", "1 到 20"),
        ("people", "21", "1 到 20"),
        ("people", "三", "1 到 20"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(app: Litestar, field: str, value: str, told: str) -> None:
    day = await CounterDay.of(app)
    answer = await day.walks_in(**{field: value})
    assert answer.status_code == 422
    assert told in answer.text.split(f'id="{field}-error"')[1][:80]
    assert (WANG if field != "name" else "160 0000 7301") in answer.text.replace("+8616000007301", "160 0000 7301")
    assert await day.present() == []


async def test_a_number_of_another_station_is_none_of_ours(app: Litestar) -> None:
    day = await CounterDay.of(app)
    elsewhere = await scene.station("横沟桥零工驿站")
    other = await scene.listing(elsewhere, day.clerk, await scene.employer(elsewhere), day=day.job.day)
    assert (await day.walks_in(ref=str(other.ref))).status_code == 422


async def test_when_it_is_full_he_is_told_his_position(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=1)
    await day.placed(LI, LI_PHONE)
    answer = await day.walks_in()
    page = text_of((await day.browser.open(answer.headers["location"])).text)
    assert f"{day.job.ref} 号已经满了，他排在第 1 位" in page
    assert WANG in page


async def test_several_come_together(app: Litestar) -> None:
    day = await CounterDay.of(app, heads=3)
    await day.walks_in(people="３")
    [present] = await day.present()
    assert present.placement.people == 3


@pytest.mark.parametrize("language", LANGUAGES)
async def test_he_stands_there_already(app: Litestar, language: str) -> None:
    day = await CounterDay.of(app, language)
    await day.walks_in()
    answer = await day.walks_in()
    assert answer.status_code == 409
    assert len(await day.present()) == 1
    assert strange_words(answer.text, language, WANG) == []


async def test_more_than_are_wanted_are_refused_with_the_figure(app: Litestar) -> None:
    day = await CounterDay.of(app)
    answer = await day.walks_in(people="5")
    assert answer.status_code == 409
    assert "一共只要 2 人" in answer.text


async def test_two_in_the_same_hours_are_refused_and_two_that_touch_are_pointed_out(app: Litestar) -> None:
    day = await CounterDay.of(app)
    firm = await scene.employer(day.station, "咸宁茶业有限公司")
    same = await scene.listing(day.station, day.clerk, firm, day=day.job.day)
    evening = await scene.listing(day.station, day.clerk, firm, day=day.job.day, starts=time(16, 30), ends=time(20))
    await day.walks_in()
    refused = await day.walks_in(ref=str(same.ref))
    assert refused.status_code == 409
    assert f"已经报了 {day.job.ref} 号" in refused.text
    assert f"said=touching&n={evening.ref}&other={day.job.ref}" in (await day.walks_in(ref=str(evening.ref))).headers["location"]


async def test_nobody_is_placed_without_the_token_of_our_form(app: Litestar) -> None:
    day = await CounterDay.of(app)
    fields = {"phone": WANG_PHONE, "name": WANG, "ref": str(day.job.ref)}
    assert (await day.browser.http.post(f"/stations/{day.station.id}/walk-ins", data=fields)).status_code == 403
    assert await rows("SELECT 1 FROM placement") == []
