"""What points are given for: tried on the wishes of yesterday, saved by who coordinates the city, and put back by a button."""

import httpx
import pytest
from litestar import Litestar
from markupsafe import escape

from base.db import rows
from matching.weights import DEFAULT, MOST, TERMS, Weights
from people.offices import CITY
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, electricians, officer
from tests.web.browser import Browser, text_of
from tests.web.stage import LANGUAGES, browser_of, strange_words
from volunteers import standing

PATH = "/dispatch/weights"
TIRED_TOO = DEFAULT._replace(rested=0)


async def of_the_city() -> Person:
    return await officer("+8616000000041", "市协调员", "coordinator", CITY)


async def tries(browser: Browser, weights: Weights) -> httpx.Response:
    return await browser.http.get(PATH, params=weights._asdict())


async def somebody_tired(cast: Cast) -> None:
    """Of six who can help, the last because he had many messages."""
    await electricians(4)
    await bulb_raised(cast.zhang)
    await rows("UPDATE volunteer_standing SET fatigue = 5 WHERE person = $1", cast.chen.id)


async def test_who_has_not_signed_in_is_asked_who_he_is(browser: Browser) -> None:
    answer = await browser.open(PATH)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={PATH}")


async def test_who_holds_no_office_neither_looks_nor_saves(app: Litestar, cast: Cast) -> None:
    for who in (cast.liu, cast.chen):
        browser = await browser_of(app, who)
        assert (await browser.open(PATH)).status_code == 403
        assert (await browser.press(PATH, **TIRED_TOO._asdict())).status_code == 403


@pytest.mark.parametrize(("role", "area"), [("steward", WANXIU), ("coordinator", XIANAN), ("steward", CITY)])
async def test_other_offices_may_try_but_not_save(app: Litestar, cast: Cast, role: str, area: str) -> None:
    browser = await browser_of(app, await officer("+8616000000041", "", role, area))
    html = (await tries(browser, TIRED_TOO)).text
    assert "只有全市的协调员能保存" in html
    assert f'method="post" action="{PATH}"' not in html
    assert (await browser.press(PATH, **TIRED_TOO._asdict())).status_code == 403
    assert await standing.weights() == DEFAULT


async def test_every_term_stands_there_with_its_points_unit_and_reason(app: Litestar, cast: Cast) -> None:
    for language in LANGUAGES:
        html = (await (await browser_of(app, cast.coordinator, language)).open(PATH)).text
        for term in TERMS:
            assert f'name="{term.code}" type="text" value="{term.points}"' in html
            assert all(str(escape(words.in_(language))) in html for words in (term.label, term.unit, term.why))


async def test_the_effect_is_seen_before_anything_is_saved(app: Litestar, cast: Cast) -> None:
    await somebody_tired(cast)
    said = text_of((await tries(await browser_of(app, cast.coordinator), TIRED_TOO)).text)
    assert "看了 1 件：1 件的前 5 名会换人" in said
    before, after = said.split("换了以后")
    assert "周晓 …0003" in before
    assert "会掉出去" in before.split("周晓 …0003")[1]
    assert "陈师傅 …0002" not in before
    assert "会进来" in after.split("陈师傅 …0002")[1]
    assert await standing.weights() == DEFAULT


async def test_an_office_sees_the_effect_on_the_wishes_of_its_area_only(app: Litestar, cast: Cast) -> None:
    await somebody_tired(cast)
    elsewhere = await browser_of(app, await officer("+8616000000041", "", "steward", WANXIU))
    said = text_of((await tries(elsewhere, TIRED_TOO)).text)
    assert "没有开始找志愿者的心愿" in said
    assert "陈师傅" not in said


async def test_what_changes_nothing_is_said_to_change_nothing(app: Litestar, cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    browser = await browser_of(app, cast.coordinator)
    assert "没有不同" in (await tries(browser, DEFAULT)).text
    assert "0 件的前 5 名会换人" in text_of((await tries(browser, DEFAULT._replace(distance=349))).text)


async def test_what_was_tried_is_what_the_button_saves(app: Litestar, cast: Cast) -> None:
    mayor = await of_the_city()
    browser = await browser_of(app, mayor)
    html = (await tries(browser, TIRED_TOO)).text
    assert '<input type="hidden" name="rested" value="0">' in html
    answer = await browser.press(PATH, **TIRED_TOO._asdict())
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PATH}?said=saved")
    assert await standing.weights() == TIRED_TOO
    assert [tuple(each.values()) for each in await rows("SELECT actor, via FROM event WHERE subject = 'weights'")] == [(mayor.id, "web")]
    assert "保存好了" in (await browser.open(answer.headers["location"])).text


async def test_those_of_before_and_the_default_are_a_button_away(app: Litestar, cast: Cast) -> None:
    browser = await browser_of(app, await of_the_city())
    assert "现在用的就是默认的分数" in (await browser.open(PATH)).text
    for weights in (TIRED_TOO, DEFAULT._replace(load=0)):
        await browser.press(PATH, **weights._asdict())
    html = (await browser.open(PATH)).text
    assert "换回之前的分数" in html
    assert "换回默认的分数" in html
    await browser.press(PATH, **TIRED_TOO._asdict())
    assert (await standing.weights(), await standing.weights_before()) == (TIRED_TOO, DEFAULT._replace(load=0))


async def test_to_save_what_counts_already_changes_nothing(app: Litestar, cast: Cast) -> None:
    await (await browser_of(app, await of_the_city())).press(PATH, **DEFAULT._asdict())
    assert await rows("SELECT 1 FROM city_weights") == []


@pytest.mark.parametrize("written", ["-1", "", "abc", "3.5", "9999999", "²", "<b>"])
async def test_what_is_no_number_is_marked_and_all_that_was_written_stays(app: Litestar, cast: Cast, written: str) -> None:
    browser = await browser_of(app, await of_the_city())
    for answer in (
        await browser.http.get(PATH, params={"distance": written, "skill": "149"}),
        await browser.press(PATH, **{**DEFAULT._asdict(), "distance": written, "skill": "149"}),
    ):
        assert answer.status_code == 422
        assert 'id="distance-error"' in answer.text
        assert 'id="skill-error"' not in answer.text
        assert f'name="distance" type="text" value="{escape(written)}"' in answer.text
        assert 'name="skill" type="text" value="149"' in answer.text
    assert await standing.weights() == DEFAULT


async def test_too_many_points_together_are_refused_in_the_reader_s_language(app: Litestar, cast: Cast) -> None:
    for language, said in zip(LANGUAGES, ("各项加起来是1001分", "the points add up to 1001"), strict=True):
        browser = await browser_of(app, cast.coordinator, language)
        answer = await tries(browser, DEFAULT._replace(distance=DEFAULT.distance + MOST - sum(DEFAULT) + 1))
        assert answer.status_code == 422
        assert said in answer.text


async def test_full_width_digits_are_digits(app: Litestar, cast: Cast) -> None:
    await (await browser_of(app, await of_the_city())).press(PATH, **{**DEFAULT._asdict(), "load": "\uff17\uff10"})
    assert (await standing.weights()).load == 70


async def test_a_page_speaks_one_language_and_shows_no_phone_and_no_words_of_the_resident(app: Litestar, cast: Cast) -> None:
    await somebody_tired(cast)
    await bulb_wished_for(cast)
    steward = await officer("+8616000000042", "", "steward", HESHENGQIAO)
    for language in LANGUAGES:
        html = (await tries(await browser_of(app, steward, language), TIRED_TOO)).text
        assert strange_words(html, language, "陈师傅", "周晓", *(f"电工{n}" for n in range(4))) == []
        assert [each for each in ("0000 0002", "16000000002", "灯泡", "5栋201", "张大爷") if each in html] == []
