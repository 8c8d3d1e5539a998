"""The buttons of a wish reach the very verbs that the SMS reaches."""

import asyncio

import pytest
from litestar import Litestar

from base.db import rows
from tests.cast import Cast, bulb_wished_for, says, seen_by, the_wish, volunteer
from tests.web.browser import Browser
from wishes.tables import Wish

BUTTONS = ("claim", "refusal", "claim/release", "claim/done", "confirmation", "reopening", "withdrawal", "place")


async def by(app: Litestar, phone: str) -> Browser:
    browser = Browser(app)
    await browser.sign_in(phone)
    return browser


async def state() -> str:
    return str((await the_wish()).state)


async def claimed(cast: Cast) -> Wish:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    return wish


async def done(cast: Cast) -> Wish:
    wish = await claimed(cast)
    await says(cast.chen, f"完成{wish.ref}")
    return wish


async def test_the_whole_way_by_buttons(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    chen, zhang = await by(app, cast.chen.phone), await by(app, cast.zhang.phone)
    assert (await chen.press(f"/wishes/{wish.ref}/claim", note="我下午到")).headers["location"] == f"/wishes/{wish.ref}?said=claimed"
    assert await state() == "claimed"
    assert (await chen.press(f"/wishes/{wish.ref}/claim/done", note="换好了")).status_code == 303
    assert await state() == "done"
    assert (await zhang.press(f"/wishes/{wish.ref}/confirmation", rating="5")).status_code == 303
    closed = await the_wish()
    assert (closed.state, closed.confirmed, closed.rating) == ("closed", True, 5)
    assert {found["via"] for found in await rows("SELECT via FROM event WHERE actor = $1 AND subject = 'claim'", cast.chen.id)} == {"web"}


async def test_the_claimant_gets_the_place_by_sms_too(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await (await by(app, cast.chen.phone)).press(f"/wishes/{wish.ref}/claim")
    assert {"claim_held", "claim_place"} <= set(await seen_by(cast.chen))


async def test_a_late_claim_says_so_and_leads_to_the_board(app: Litestar, cast: Cast) -> None:
    wish = await claimed(cast)
    answer = await (await by(app, cast.zhou.phone)).press(f"/wishes/{wish.ref}/claim")
    assert answer.status_code == 409
    assert "来晚了一步" in answer.text
    assert 'href="/wishes"' in answer.text.split("<main")[1]


async def test_of_many_who_press_at_once_one_wins(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    people = [await volunteer(f"+861600000010{number}", f"志愿者{number}", ["electrician"]) for number in range(8)]
    browsers = [await by(app, person.phone) for person in people]
    answers = await asyncio.gather(*(browser.press(f"/wishes/{wish.ref}/claim") for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [303] + [409] * 7
    assert len(await rows("SELECT 1 FROM claim WHERE state = 'held'")) == 1


async def test_who_is_asked_may_say_no(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    chen = await by(app, cast.chen.phone)
    assert "去不了" in (await chen.open(f"/wishes/{wish.ref}")).text
    assert (await chen.press(f"/wishes/{wish.ref}/refusal")).status_code == 303
    assert (await rows("SELECT state FROM offer WHERE person = $1", cast.chen.id))[0]["state"] == "declined"


async def test_a_claim_is_given_back(app: Litestar, cast: Cast) -> None:
    wish = await claimed(cast)
    assert (await (await by(app, cast.chen.phone)).press(f"/wishes/{wish.ref}/claim/release")).status_code == 303
    assert await state() == "open"


async def test_not_fixed_opens_it_again(app: Litestar, cast: Cast) -> None:
    wish = await done(cast)
    assert (await (await by(app, cast.zhang.phone)).press(f"/wishes/{wish.ref}/reopening", note="还是不亮")).status_code == 303
    assert await state() == "open"


async def test_not_fixed_after_the_end_leads_to_the_wish_that_follows(app: Litestar, cast: Cast) -> None:
    wish = await done(cast)
    zhang = await by(app, cast.zhang.phone)
    await zhang.press(f"/wishes/{wish.ref}/confirmation")
    answer = await zhang.press(f"/wishes/{wish.ref}/reopening")
    follow_up = await the_wish()
    assert follow_up.follows == wish.id
    assert answer.headers["location"] == f"/wishes/{follow_up.ref}?said=reopened"


@pytest.mark.parametrize("rating", ["", "0", "6", "x", "５", "5.0", "-1"])
async def test_a_rating_that_is_none_is_left_out(app: Litestar, cast: Cast, rating: str) -> None:
    wish = await done(cast)
    await (await by(app, cast.zhang.phone)).press(f"/wishes/{wish.ref}/confirmation", rating=rating)
    closed = await the_wish()
    assert closed.state == "closed"
    assert closed.rating is None


async def test_it_is_asked_before_a_wish_is_cancelled(app: Litestar, cast: Cast) -> None:
    wish = await claimed(cast)
    zhang = await by(app, cast.zhang.phone)
    assert "真的取消吗" in (await zhang.open(f"/wishes/{wish.ref}")).text
    assert (await zhang.press(f"/wishes/{wish.ref}/withdrawal")).status_code == 303
    assert await state() == "withdrawn"
    assert (await seen_by(cast.chen))[-1] == "claim_cancelled"


async def test_the_office_reports_done_without_having_claimed(app: Litestar, cast: Cast) -> None:
    await says(cast.liu, "很久没下雨,绿化树、草皮都快干死了,能否安排洒水车来救救急?")
    wish = await the_wish()
    steward = await by(app, cast.steward.phone)
    assert "办好了" in (await steward.open(f"/wishes/{wish.ref}")).text
    assert (await steward.press(f"/wishes/{wish.ref}/claim/done", note="明早洒水车来")).status_code == 303
    assert await state() == "done"


@pytest.mark.parametrize("button", BUTTONS)
async def test_a_stranger_is_asked_who_he_is_and_nothing_happens(browser: Browser, cast: Cast, button: str) -> None:
    wish = await bulb_wished_for(cast)
    answer = await browser.press(f"/wishes/{wish.ref}/{button}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next=/wishes/{wish.ref}")
    assert await state() == "open"


@pytest.mark.parametrize("button", sorted(set(BUTTONS) - {"place"}))
async def test_a_neighbour_is_refused_in_words(app: Litestar, cast: Cast, button: str) -> None:
    wish = await done(cast)
    answer = await (await by(app, cast.liu.phone)).press(f"/wishes/{wish.ref}/{button}")
    assert answer.status_code == 409
    assert 'class="refused" role="alert"' in answer.text
    assert await state() == "done"


@pytest.mark.parametrize("button", BUTTONS)
async def test_a_number_that_is_no_wish_is_not_found(app: Litestar, cast: Cast, button: str) -> None:
    assert (await (await by(app, cast.liu.phone)).press(f"/wishes/999999/{button}")).status_code == 404


async def test_pressed_twice_it_is_done_once(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    chen = await by(app, cast.chen.phone)
    answers = await asyncio.gather(*(chen.press(f"/wishes/{wish.ref}/claim") for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409, 409]
    assert len(await rows("SELECT 1 FROM claim")) == 1


async def test_a_note_is_cut_to_what_a_text_can_carry(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await (await by(app, cast.chen.phone)).press(f"/wishes/{wish.ref}/claim", note="好" * 5000)
    assert len((await rows("SELECT note FROM claim"))[0]["note"]) == 200


@pytest.mark.parametrize(
    ("who", "shown", "hidden"),
    [
        ("zhang", {"withdrawal", "confirmation"}, {"claim", "claim/done", "reopening"}),
        ("chen", {"claim/done", "claim/release", "place"}, {"claim", "confirmation", "withdrawal"}),
        ("zhou", set(), {"claim", "claim/done", "claim/release", "place", "confirmation", "withdrawal"}),
        ("coordinator", {"withdrawal", "place"}, {"claim", "confirmation", "claim/release"}),
        ("liu", set(), set(BUTTONS)),
    ],
)
async def test_each_sees_only_the_buttons_that_are_his(app: Litestar, cast: Cast, who: str, shown: set[str], hidden: set[str]) -> None:
    wish = await claimed(cast)
    html = (await (await by(app, getattr(cast, who).phone)).open(f"/wishes/{wish.ref}")).text
    there = {button for button in BUTTONS if f'action="/wishes/{wish.ref}/{button}"' in html}
    assert shown <= there
    assert not hidden & there
