"""Many listings written in one form: the good ones go out, the bad ones say at the field what is wrong with them."""

import pytest
from litestar import Litestar

from base.db import rows
from jobs.states import EmployerState
from tests.jobs.desk import Desk
from tests.jobs.scene import employer, staff, station
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, FIRM, fields, listings, path, press, row, said, states, wrong_fields
from tests.web.stage import browser_of


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


async def test_a_row_becomes_an_open_listing_with_all_that_was_typed(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "publish", BRICKLAYER | {"certificate": "heights", "bring": "手套", "meals": "1", "note": "贴地砖"})
    assert answer.status_code == 303
    [listing] = await listings()
    assert (listing.state, listing.title, listing.occupation, listing.heads) == ("open", "瓦工", "bricklayer", 3)
    assert (listing.pay_fen, listing.pay_per, listing.place, listing.area) == (25_000, "day", "桂花路8号", desk.station.area)
    assert (listing.certificate, listing.bring, listing.meals, listing.note) == ("heights", "手套", True, "贴地砖")
    assert (listing.contact, listing.phone) == (desk.firm.contact, desk.firm.phone)
    assert f"已发布 1 条：{listing.ref} 号。" in said((await fang.open(answer.headers["location"])).text)


async def test_of_three_rows_the_bad_one_stays_as_it_was_typed(fang: Browser, desk: Desk) -> None:
    bad = BRICKLAYER | {"title": "水电工", "heads": "0", "place": "淦河大道3号"}
    answer = await press(fang, desk, "publish", BRICKLAYER, bad, BRICKLAYER | {"title": "小工"})
    assert answer.status_code == 422
    assert await states() == ["open", "open"]
    assert wrong_fields(answer.text) == {"heads-1": "人数0不行，应为1到500"}
    assert row(answer.text, 1) == bad
    assert "已发布 2 条" in said(answer.text)
    assert "有 1 行要改" in said(answer.text)


@pytest.mark.parametrize(
    ("field", "written", "language", "told"),
    [
        ("heads", "10000", "zh-CN", "人数10000不行，应为1到500"),
        ("heads", "10000", "en", "10000 people cannot be; 1 to 500"),
        ("hours", "17:00-7:00", "zh-CN", "结束时间7:00不晚于开始时间17:00；做到第二天的，请写17:00-次日7:00"),
        ("hours", "", "en", "is missing"),
        ("pay", "0.03", "zh-CN", "0.03元不是工资；请填元，例如250"),
        ("pay", "100", "zh-CN", "100元/天，干10小时，合每小时10元，低于咸安区最低小时工资21.5元；这一天至少215元"),
        (
            "pay",
            "100",
            "en",
            "100 yuan a day for 10 hours comes to 10 yuan an hour, below the minimum of 21.5 yuan an hour in Xian'an District",
        ),
        ("employer", "没听说过的厂", "zh-CN", "没有登记过这个用人单位。请从列出来的里面选，或者在下面登记。"),
        ("title", "", "zh-CN", "没有填"),
        ("place", "", "en", "is missing"),
        ("where", "月亮上", "zh-CN", "没有找到区域“月亮上”"),
        ("phone", "12", "zh-CN", "不是电话号码"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(app: Litestar, desk: Desk, field: str, written: str, language: str, told: str) -> None:
    browser = await browser_of(app, desk.fang, language)
    answer = await press(browser, desk, "publish", BRICKLAYER | {field: written})
    assert answer.status_code == 422
    [(name, words)] = wrong_fields(answer.text).items()
    assert name == f"{field}-1"
    assert told in words
    assert await states() == []


async def test_a_day_that_passed_while_one_typed_is_too_late_and_loses_no_word(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "publish", BRICKLAYER, day="2026-01-01")
    assert wrong_fields(answer.text) == {"title-1": "2026年1月1日已经过去"}
    assert row(answer.text, 1) == BRICKLAYER
    assert await states() == []


async def test_a_row_that_is_not_ticked_is_kept_as_a_draft(fang: Browser, desk: Desk) -> None:
    unticked = {name: value for name, value in BRICKLAYER.items() if name != "tick"}
    await press(fang, desk, "publish", unticked, BRICKLAYER | {"title": "小工"})
    assert await states() == ["draft", "open"]


async def test_the_same_form_sent_twice_by_an_impatient_finger_posts_once(fang: Browser, desk: Desk) -> None:
    for _ in range(2):
        assert (await press(fang, desk, "publish", BRICKLAYER)).status_code == 303
    assert await states() == ["open"]


async def test_two_rows_that_say_the_same_are_taken_for_a_mistake(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "publish", BRICKLAYER, BRICKLAYER)
    [listing] = await listings()
    assert wrong_fields(answer.text) == {"title-1": f"和 {listing.ref} 号一样。要更多人，请改那一条的人数。"}


async def test_a_draft_is_changed_in_its_row_and_published(fang: Browser, desk: Desk) -> None:
    await press(fang, desk, "save", BRICKLAYER)
    [draft] = await listings()
    assert draft.state == "draft"
    page = (await fang.open(f"{path(desk)}?day={draft.day}")).text
    await press(fang, desk, "publish", row(page, 1) | {"heads": "5"})
    [listing] = await listings()
    assert (listing.ref, listing.state, listing.heads, listing.pay_fen, listing.note) == (draft.ref, "open", 5, 25_000, "")


async def test_what_a_colleague_published_meanwhile_is_not_overwritten(fang: Browser, desk: Desk) -> None:
    await press(fang, desk, "publish", BRICKLAYER)
    [listing] = await listings()
    answer = await press(fang, desk, "publish", BRICKLAYER | {"ref": str(listing.ref), "heads": "1"})
    assert wrong_fields(answer.text) == {"title-1": "这一条已经不是草稿：别人刚刚发布或者删掉了它。"}
    assert [each.heads for each in await listings()] == [3]


async def test_a_draft_is_thrown_away_and_the_other_rows_stay(fang: Browser, desk: Desk) -> None:
    await press(fang, desk, "save", BRICKLAYER)
    [draft] = await listings()
    answer = await press(fang, desk, "remove-1", BRICKLAYER | {"ref": str(draft.ref)}, BRICKLAYER | {"title": "小工"})
    assert await states() == ["cancelled"]
    assert fields(answer.text)["title-1"] == "小工"
    assert "title-2" not in fields(answer.text)


async def test_one_more_row_without_javascript_keeps_what_is_typed(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "add", BRICKLAYER | {"heads": "x"})
    assert answer.status_code == 200
    assert fields(answer.text)["heads-1"] == "x"
    assert 'name="title-2"' in answer.text
    assert await states() == []


async def test_sixty_rows_go_out_in_one_form(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "publish", *(BRICKLAYER | {"place": f"桂花路{n}号"} for n in range(60)))
    assert answer.status_code == 303
    assert await states() == ["open"] * 60


async def test_nobody_works_for_an_employer_whom_no_one_has_checked(fang: Browser, desk: Desk) -> None:
    await employer(desk.station, "新来的厂", EmployerState.NEW)
    answer = await press(fang, desk, "publish", BRICKLAYER | {"employer": "新来的厂"})
    assert "“新来的厂”还没有核对过" in wrong_fields(answer.text)["employer-1"]
    assert await states() == ["draft"]
    assert "1 条存成了草稿" in said(answer.text)


async def test_a_new_employer_is_registered_without_losing_the_grid(fang: Browser, desk: Desk) -> None:
    person = {"new-kind": "person", "new-name": "老田", "new-phone": "16000000777", "new-licence": "", "new-contact": ""}
    answer = await press(fang, desk, "employer", BRICKLAYER | {"employer": "老田"}, **person)
    assert answer.status_code == 200
    assert fields(answer.text)["employer-1"] == "老田"
    assert '<option value="老田">' in answer.text
    [found] = await rows("SELECT state, kind FROM employer WHERE name = '老田'")
    assert (found["state"], found["kind"]) == ("new", "person")


async def test_an_employer_half_written_is_kept_whatever_button_is_pressed(fang: Browser, desk: Desk) -> None:
    answer = await press(fang, desk, "publish", BRICKLAYER, **{"new-kind": "firm", "new-name": "半个名字"})
    assert answer.status_code == 200
    assert await states() == ["open"]
    assert 'name="new-name" type="text" value="半个名字"' in answer.text


async def test_an_employer_that_cannot_be_is_said_in_its_box(fang: Browser, desk: Desk) -> None:
    firm = {"new-kind": "firm", "new-name": "厂", "new-phone": "1", "new-licence": "123", "new-contact": "王"}
    answer = await press(fang, desk, "employer", BRICKLAYER, **firm)
    assert answer.status_code == 422
    assert set(wrong_fields(answer.text)) == {"new-licence", "new-phone"}
    assert fields(answer.text)["title-1"] == "瓦工"


async def test_two_firms_of_one_name_are_told_apart_by_their_licence(fang: Browser, desk: Desk) -> None:
    other = await employer(desk.station)
    await rows("UPDATE employer SET licence = '91421202MA49000242' WHERE id = $1", other.id)
    await press(fang, desk, "publish", BRICKLAYER | {"employer": f"{FIRM} 91421202MA49000242"})
    assert [each.employer for each in await listings()] == [other.id]


async def test_staff_of_another_station_post_nothing_here(app: Litestar, desk: Desk) -> None:
    stranger = await staff(await station("永安零工驿站", "421202002"), "+8616000000109", "小余")
    browser = await browser_of(app, stranger)
    assert (await browser.open(path(desk))).status_code == 403
    assert (await press(browser, desk, "publish", BRICKLAYER)).status_code == 403
    assert await states() == []


async def test_who_has_not_signed_in_does_so_first(app: Litestar, desk: Desk) -> None:
    browser = await browser_of(app, None)
    answer = await browser.open(path(desk))
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?next=")
    assert (await press(browser, desk, "publish", BRICKLAYER)).status_code == 303
    assert await states() == []


async def test_a_grid_without_the_token_of_the_page_is_refused(fang: Browser, desk: Desk) -> None:
    answer = await fang.http.post(path(desk), data={"act": "publish"})
    assert answer.status_code == 403
    assert "页面放得太久了" in answer.text
