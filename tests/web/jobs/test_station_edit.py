"""A station is opened, changed and staffed by the coordinator of its area."""

from datetime import date

import pytest
from litestar import Litestar

from base.db import rows
from jobs.tables import StationMorning
from tests.cast import Cast
from tests.jobs import scene
from tests.web.browser import Browser
from tests.web.stage import LANGUAGES, browser_of, strange_words

FORM = {
    "name": "横沟桥零工驿站", "name_en": "Henggouqiao Gig Station", "where": "贺胜桥镇万秀村", "place": "长江路1号",
    "phone": "0715 8000 0003", "opens": "05:00", "closes": "17:30",
}  # fmt: skip
WOULD_RATHER = {"zh-CN": "3 对，其中本站的人 2 对", "en": "3 pairs; of them with the station’s own workers: 2"}


async def test_the_coordinator_opens_a_station(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, cast.coordinator)
    assert (await browser.open("/stations/new")).status_code == 200
    answer = await browser.press("/stations", **FORM)
    assert answer.status_code == 303
    [station] = await rows("SELECT id, name, opens::text, closes::text FROM station")
    assert answer.headers["location"] == f"/stations/{station['id']}/edit?said=opened"
    assert (station["name"], station["opens"], station["closes"]) == (FORM["name"], "05:00:00", "17:30:00")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name_en", ""),
        ("where", ""),
        ("where", "火星"),
        ("place", ""),
        ("phone", "没有"),
        ("opens", "早上"),
        ("closes", "04:00"),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field(app: Litestar, cast: Cast, field: str, value: str) -> None:
    answer = await (await browser_of(app, cast.coordinator)).press("/stations", **FORM | {field: value})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 1
    assert await rows("SELECT 1 FROM station") == []


async def test_outside_of_his_area_he_opens_none(app: Litestar, cast: Cast) -> None:
    answer = await (await browser_of(app, cast.coordinator)).press("/stations", **FORM | {"where": "通山县通羊镇"})
    assert answer.status_code == 409
    assert "只有这个地方的协调员" in answer.text


@pytest.mark.parametrize("who", ["liu", "chen", "steward"])
async def test_nobody_else_opens_one(app: Litestar, cast: Cast, who: str) -> None:
    browser = await browser_of(app, getattr(cast, who))
    assert (await browser.open("/stations/new")).status_code == 403
    assert (await browser.press("/stations", **FORM)).status_code == 403


async def test_a_station_is_changed(app: Litestar, cast: Cast) -> None:
    station = await scene.station()
    browser = await browser_of(app, cast.coordinator)
    shown = (await browser.open(f"/stations/{station.id}/edit")).text
    assert 'value="05:30"' in shown
    assert (await browser.press(f"/stations/{station.id}", **FORM)).status_code == 303
    assert await rows("SELECT name FROM station") == [{"name": FORM["name"]}]


async def test_the_coordinator_chooses_how_the_morning_is_shared_out(app: Litestar, cast: Cast) -> None:
    station = await scene.station()
    browser = await browser_of(app, cast.coordinator)
    assert (await browser.press(f"/stations/{station.id}", **FORM, sharing="stable")).status_code == 303
    assert await rows("SELECT sharing FROM station") == [{"sharing": "stable"}]
    shown = (await browser.open(f"/stations/{station.id}/edit")).text
    assert '<option value="stable" selected>' in shown
    wrong = await browser.press(f"/stations/{station.id}", **FORM, sharing="unfair")
    assert (wrong.status_code, 'id="sharing-error"' in wrong.text) == (422, True)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_staff_read_how_their_last_morning_went(app: Litestar, cast: Cast, language: str) -> None:
    station = await scene.station()
    for day, placed in ((date(2026, 11, 23), 0), (date(2026, 11, 24), 11)):
        await StationMorning(day=day, station=station.id, sharing="fair", places=12, placed=placed, blocking=3, own_blocking=2).save()
    shown = (await (await browser_of(app, await scene.staff(station), language)).open(f"/stations/{station.id}/edit")).text
    for said in ("<dd>12</dd>", "<dd>11</dd>", WOULD_RATHER[language]):
        assert said in shown, said
    assert strange_words(shown, language, "小方", "Wenquan Gig Station", "温泉零工驿站", "桂花路8号") == []


async def test_staff_are_added_and_removed(app: Litestar, cast: Cast) -> None:
    station = await scene.station()
    browser = await browser_of(app, cast.coordinator)
    path = f"/stations/{station.id}"
    assert (await browser.press(f"{path}/staff", staff_phone="160 0000 7400", staff_name="小段")).status_code == 303
    shown = (await browser.open(f"{path}/edit")).text
    assert "小段" in shown
    assert "真的移出吗" in shown
    [new] = await rows("SELECT person FROM staff")
    assert (await browser.press(f"{path}/staff/{new['person']}/removal")).status_code == 303
    assert "小段" not in (await browser.open(f"{path}/edit")).text
    assert (await browser.press(f"{path}/staff/{new['person']}/removal")).status_code == 409


async def test_who_was_removed_stands_before_a_closed_door(app: Litestar, cast: Cast) -> None:
    station = await scene.station()
    clerk = await scene.staff(station)
    desk = await browser_of(app, clerk)
    assert (await desk.open(f"/stations/{station.id}/counter")).status_code == 200
    await (await browser_of(app, cast.coordinator)).press(f"/stations/{station.id}/staff/{clerk.id}/removal")
    assert (await desk.open(f"/stations/{station.id}/counter")).status_code == 403


@pytest.mark.parametrize(("phone", "name", "field"), [("12", "小段", "staff_phone"), ("160 0000 7400", "", "staff_name")])
async def test_staff_without_a_phone_or_a_name_are_not_added(app: Litestar, cast: Cast, phone: str, name: str, field: str) -> None:
    station = await scene.station()
    answer = await (await browser_of(app, cast.coordinator)).press(f"/stations/{station.id}/staff", staff_phone=phone, staff_name=name)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


async def test_staff_see_their_station_and_change_nothing(app: Litestar, cast: Cast) -> None:
    station = await scene.station()
    clerk = await scene.staff(station)
    browser = await browser_of(app, clerk)
    shown = (await browser.open(f"/stations/{station.id}/edit")).text
    assert clerk.name in shown
    assert 'name="staff_phone"' not in shown
    for path, fields in (
        (f"/stations/{station.id}", FORM),
        (f"/stations/{station.id}/staff", {"staff_phone": "16000007400", "staff_name": "x"}),
    ):
        assert (await browser.press(path, **fields)).status_code == 409
    assert len(await rows("SELECT 1 FROM staff")) == 1


async def test_who_has_not_signed_in_is_asked_who_he_is(app: Litestar, browser: Browser) -> None:
    station = await scene.station()
    for path in ("/stations/new", f"/stations/{station.id}/edit"):
        assert (await browser.open(path)).headers["location"] == f"/sign-in?next={path}"


async def test_without_the_token_of_our_form_nothing_happens(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, cast.coordinator)
    assert (await browser.http.post("/stations", data=FORM)).status_code == 403
    assert await rows("SELECT 1 FROM station") == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_forms_speak_one_language(app: Litestar, cast: Cast, language: str) -> None:
    station = await scene.station()
    clerk = await scene.staff(station)
    own = (clerk.name, "Wenquan Gig Station", "温泉零工驿站", "桂花路8号")
    for who in (cast.coordinator, clerk):
        browser = await browser_of(app, who, language)
        assert strange_words((await browser.open(f"/stations/{station.id}/edit")).text, language, *own) == []
    browser = await browser_of(app, cast.coordinator, language)
    assert strange_words((await browser.open("/stations/new")).text, language, *own) == []
    wrong = await browser.press("/stations", name="", name_en="", where="", place="", phone="", opens="", closes="")
    assert strange_words(wrong.text, language, *own) == []
