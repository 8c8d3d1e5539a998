"""Every page, for every reader, in either language: the right status, one language, and no page that breaks."""

import pytest
from litestar import Litestar

from tests.cast import Cast
from tests.web.stage import LANGUAGES, READERS, STATES, Stage, browser_of, strange_words
from wishes import board

EVERYBODY = ("/", "/wishes", "/wishes?order=newest&kind=repair", "/wishes/new", "/nothing")
WORDS = "客厅的灯泡坏了"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["stranger", *READERS])
async def test_a_page_says_and_keeps_its_language(app: Litestar, cast: Cast, who: str, language: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish("claimed")
    browser = await browser_of(app, getattr(stage, who, None), language)
    for path in (*EVERYBODY, f"/wishes/{wish.ref}", "/sign-in", "/mine"):
        answer = await browser.open(path)
        known = who != "stranger"
        expected = {"/nothing": 404, "/sign-in": 303 if known else 200, "/mine": 200 if known else 303}
        assert answer.status_code == expected.get(path, 200), path
        if answer.status_code != 303:
            assert f'<html lang="{language}">' in answer.text, path
            assert strange_words(answer.text, language, WORDS) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
async def test_a_wish_in_any_state_is_told_in_one_language(app: Litestar, cast: Cast, state: str, language: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish(state)
    for who in ("resident", "steward"):
        browser = await browser_of(app, getattr(stage, who), language)
        for path in (f"/wishes/{wish.ref}", "/mine"):
            answer = await browser.open(path)
            assert answer.status_code == 200
            assert strange_words(answer.text, language, WORDS) == [], (who, path)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_opened_place_is_told_in_the_reader_s_language(app: Litestar, cast: Cast, language: str) -> None:
    stage = await Stage.of(cast)
    wish = await stage.wish("claimed")
    answer = await (await browser_of(app, stage.claimant, language)).press(f"/wishes/{wish.ref}/place")
    assert strange_words(answer.text, language, WORDS, "张大爷", "5栋201") == []


@pytest.mark.parametrize(("language", "sentence"), [("zh-CN", "一共 21 件"), ("en", "21 wishes")])
async def test_a_board_of_several_pages_counts_in_the_reader_s_language(
    app: Litestar, cast: Cast, language: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def many(area: str, kind: str) -> int:
        return 21

    monkeypatch.setattr(board, "count_open", many)
    html = (await (await browser_of(app, None, language)).open("/wishes?page=2")).text
    assert sentence in html
    assert strange_words(html, language) == []
