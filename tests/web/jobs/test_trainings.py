"""The trainings of a station: one more is written in a form, workers sign up, who came has learned something."""

from collections.abc import Iterator

import pytest
from litestar import Litestar

from base.clock import at
from base.db import rows
from jobs import queries
from tests.jobs import scene
from tests.web.browser import Browser, text_of
from tests.web.jobs.counter_day import LI, LI_PHONE, WANG, WANG_PHONE, CounterDay, at_dawn
from tests.web.stage import LANGUAGES, browser_of, strange_words


@pytest.fixture(autouse=True)
def dawn(house: None) -> Iterator[None]:
    with at(at_dawn()):
        yield


def form(**fields: str) -> dict[str, str]:
    return {
        "title": "焊工入门课", "teaches": "welder", "certificate": "", "day": at_dawn().date().isoformat(), "heads": "1",
        "starts": "09:00", "ends": "11:00", "place": "温泉街道学校", "contact": "周老师", "phone": "160 0000 0301", "note": "", **fields,
    }  # fmt: skip


async def training_of(day: CounterDay, **fields: str) -> dict[str, object]:
    answer = await day.browser.press(f"/stations/{day.station.id}/trainings", **form(**fields))
    assert answer.status_code == 303, answer.text
    [training] = await rows("SELECT id, ref, state, kind, teaches, certificate, heads, employer FROM listing WHERE kind = 'training'")
    return training


async def test_it_is_published_and_stands_among_those_that_come(app: Litestar) -> None:
    day = await CounterDay.of(app)
    training = await training_of(day)
    assert (training["state"], training["teaches"], training["heads"], training["employer"]) == ("open", "welder", 1, None)
    page = text_of((await day.browser.open(f"/stations/{day.station.id}/trainings?said=open&n={training['ref']}")).text)
    assert f"发布了，编号 {training['ref']}" in page
    assert "焊工入门课" in page
    assert "1 个座位，已有 0 人" in page


async def test_it_may_lead_to_a_certificate_alone(app: Litestar) -> None:
    training = await training_of(await CounterDay.of(app), teaches="", certificate="welder")
    assert (training["teaches"], training["certificate"]) == (None, "welder")


async def test_the_counter_signs_up_lists_who_waits_and_marks_who_came(app: Litestar) -> None:
    day = await CounterDay.of(app)
    training = await training_of(day)
    await day.walks_in(ref=str(training["ref"]))
    await day.walks_in(ref=str(training["ref"]), phone=LI_PHONE, name=LI)
    counter = (await day.browser.open(f"{day.path}?ref={training['ref']}")).text
    assert "排队 1 位" in counter
    assert "到了没用工</button>" not in counter
    [placement] = await rows("SELECT id, person FROM placement")
    await day.browser.press(f"/placements/{placement['id']}/mark", seen="held", to="attended")
    learned = await queries.worker(placement["person"])
    assert learned is not None
    assert learned.skills == ["welder"]
    assert "1 = 来了 1" in text_of((await day.browser.open(day.path)).text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""), ("title", "长" * 61), ("teaches", ""), ("teaches", "wizard"), ("day", ""), ("day", "明天"), ("day", "2020-01-01"),
        ("day", "2099-01-01"), ("heads", "0"), ("heads", "10000"), ("heads", "几个"), ("starts", ""), ("ends", "08:00"), ("place", ""),
        ("contact", ""), ("phone", "12"),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_said_beside_its_field(app: Litestar, field: str, value: str) -> None:
    day = await CounterDay.of(app)
    answer = await day.browser.press(f"/stations/{day.station.id}/trainings", **form(**{field: value}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 1
    assert await rows("SELECT 1 FROM listing WHERE kind = 'training'") == []


async def test_sent_twice_it_is_one_training(app: Litestar) -> None:
    day = await CounterDay.of(app)
    await training_of(day)
    answer = await day.browser.press(f"/stations/{day.station.id}/trainings", **form())
    assert answer.status_code == 409
    assert "已经有一场同名的培训" in answer.text


async def test_one_that_asks_for_money_waits_for_a_second_person(app: Litestar) -> None:
    day = await CounterDay.of(app)
    training = await training_of(day, note="先交培训费500元")
    assert training["state"] == "draft"
    page = (await day.browser.open(f"/stations/{day.station.id}/trainings?said=held&n={training['ref']}")).text
    assert "要等驿站的另一个人看过才发布" in page


async def test_only_the_staff_of_the_station_may(app: Litestar, browser: Browser) -> None:
    day = await CounterDay.of(app)
    path = f"/stations/{day.station.id}/trainings"
    stranger = await browser_of(app, await scene.staff(await scene.station("横沟桥零工驿站"), "+8616000000109", "小袁"))
    assert (await stranger.open(path)).status_code == 403
    assert (await stranger.press(path, **form())).status_code == 403
    assert (await browser.open(path)).headers["location"] == f"/sign-in?next={path}"
    assert (await day.browser.http.post(path, data=form())).status_code == 403
    assert await rows("SELECT 1 FROM listing WHERE kind = 'training'") == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_speaks_one_language(app: Litestar, language: str) -> None:
    day = await CounterDay.of(app, language)
    path = f"/stations/{day.station.id}/trainings"
    own = ("焊工入门课", "桂花路8号", day.clerk.name, "C1", "B2", "Wenquan Gig Station")
    assert strange_words((await day.browser.open(path)).text, language, *own) == []
    wrong = await day.browser.press(
        path, title="", day="2020-01-01", heads="x", starts="12:00", ends="09:00", place="", contact="", phone="1"
    )
    assert strange_words(wrong.text, language, *own) == []
    await training_of(day)
    await day.walks_in(ref=str((await rows("SELECT ref FROM listing WHERE kind = 'training'"))[0]["ref"]), phone=WANG_PHONE, name=WANG)
    assert strange_words((await day.browser.open(f"{path}?said=open&n=1")).text, language, *own) == []
