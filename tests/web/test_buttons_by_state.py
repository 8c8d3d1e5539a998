"""Every button, pressed by everybody, in every state: either it is done, or it is refused in words and nothing has changed."""

from typing import Any

import pytest
from litestar import Litestar

from base.db import rows
from tests.cast import Cast
from tests.invariants import assert_the_invariants_hold
from tests.web.browser import client
from tests.web.stage import READERS, STATES, Stage, browser_of, strange_words

ASKED, OFFICES = {"asked", "claimant"}, {"steward", "coordinator"}

# noun -> state -> who may; everybody else is refused. No to an offer is heard at any time.
MAY: dict[str, dict[str, set[str]]] = {
    "claim": {"open": ASKED | OFFICES},
    "refusal": {"open": ASKED, "claimed": ASKED, "done": {"asked"}, "closed": ASKED, "withdrawn": ASKED},
    "claim/release": {"claimed": {"claimant"}},
    "claim/done": {"open": OFFICES, "claimed": {"claimant"}},
    "confirmation": {"claimed": {"resident"}, "done": {"resident"}},
    "reopening": {"done": {"resident"}, "closed": {"resident"}},
    "withdrawal": {"asking": {"resident"}, "open": {"resident"} | OFFICES, "claimed": {"resident"} | OFFICES},
    "place": {state: {"resident"} | OFFICES for state in STATES} | {"asking": {"resident"}, "claimed": {"resident", "claimant"} | OFFICES},
}
MOVING = [
    (noun, state, who) for noun, states in MAY.items() if noun != "place" for state, readers in states.items() for who in sorted(readers)
]
# What the wish is after the button, where the button moves it.
LEADS_TO = {
    ("claim", "open"): "claimed", ("claim/release", "claimed"): "open", ("claim/done", "open"): "done", ("claim/done", "claimed"): "done",
    ("confirmation", "claimed"): "closed", ("confirmation", "done"): "closed", ("reopening", "done"): "open",
    ("withdrawal", "asking"): "withdrawn", ("withdrawal", "open"): "withdrawn", ("withdrawal", "claimed"): "withdrawn",
    ("refusal", "claimed"): None,
}  # fmt: skip


async def everything() -> list[Any]:
    """All that a refused button must leave as it was. Who came too late is written down at his offer."""
    tables = [await rows(f"SELECT * FROM {table} ORDER BY id") for table in ("wish", "claim", "message")]  # noqa: S608
    return [*tables, await rows("SELECT * FROM event WHERE subject <> 'offer'")]


@pytest.mark.parametrize("state", STATES)
async def test_who_may_not_is_told_so_in_his_language_and_nothing_changes(app: Litestar, cast: Cast, state: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish(state)
    before = await everything()
    for number, who in enumerate(READERS):
        language = ("zh-CN", "en")[number % 2]
        browser = await browser_of(app, getattr(stage, who), language)
        for noun, states in list(MAY.items())[number // 2 % 2 :: 2]:  # every noun meets half of the readers: it is one rule
            if who in states.get(state, ()):
                continue
            answer = await browser.press(f"/wishes/{wish.ref}/{noun}", note="x", rating="5")
            assert answer.status_code == (403 if noun == "place" else 409), (who, noun)
            assert 'class="refused" role="alert"' in answer.text, (who, noun)
            assert strange_words(answer.text, language, wish.text) == [], (who, noun)
    assert await everything() == before


@pytest.mark.parametrize(("noun", "state", "who"), MOVING)
async def test_who_may_does_it_and_the_wish_moves_where_it_should(app: Litestar, cast: Cast, noun: str, state: str, who: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish(state)
    browser = await browser_of(app, getattr(stage, who))
    answer = await browser.press(f"/wishes/{wish.ref}/{noun}")
    assert answer.status_code == 303
    assert 'class="told" role="status"' in (await browser.open(answer.headers["location"])).text
    expected = LEADS_TO.get((noun, state), state) or ("open" if who == "claimant" else state)
    assert (await rows("SELECT state FROM wish WHERE id = $1", wish.id))[0]["state"] == expected
    await assert_the_invariants_hold()


@pytest.mark.parametrize("state", STATES)
async def test_who_may_opens_the_place_and_each_opening_is_written_down(app: Litestar, cast: Cast, state: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish(state)
    claimed = len(await rows("SELECT 1 FROM event WHERE subject = 'place'"))
    for who in sorted(MAY["place"][state]):
        answer = await (await browser_of(app, getattr(stage, who))).press(f"/wishes/{wish.ref}/place")
        assert answer.status_code == 200, who
        assert "5栋201" in answer.text
    opened = await rows("SELECT actor FROM event WHERE subject = 'place' ORDER BY id OFFSET $1", claimed)
    assert [event["actor"] for event in opened] == [getattr(stage, who).id for who in sorted(MAY["place"][state])]


@pytest.mark.parametrize("noun", MAY)
async def test_a_button_without_the_token_of_its_page_is_refused_whoever_presses(app: Litestar, cast: Cast, noun: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish("claimed")
    before = await everything()
    for who in ("resident", "claimant", "coordinator"):
        browser = await browser_of(app, getattr(stage, who))
        answer = await browser.http.post(f"/wishes/{wish.ref}/{noun}", data={"note": "x"})
        assert answer.status_code == 403, who
        assert "页面放得太久了" in answer.text
    assert await everything() == before


@pytest.mark.parametrize("noun", MAY)
async def test_a_button_is_no_page(app: Litestar, house: None, noun: str) -> None:
    async with client(app) as http:
        answer = await http.get(f"/wishes/1/{noun}")
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


@pytest.mark.parametrize("ref", ["0", "-1", "27x", "1e3", "9" * 18, "9" * 19, "9" * 400, "１２", "%00", "' OR 1=1"])
async def test_a_number_that_no_wish_bears_is_not_found_by_any_button(app: Litestar, cast: Cast, ref: str) -> None:
    browser = await browser_of(app, cast.coordinator)
    for noun in MAY:
        assert (await browser.press(f"/wishes/{ref}/{noun}")).status_code == 404, noun
