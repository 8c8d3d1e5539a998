"""The form of a wish at its edges: what is just right, what is just wrong, several errors at once, and words that look like code."""

import html as markup
import re
from datetime import timedelta
from itertools import combinations

import pytest
from litestar import Litestar

from base.clock import city_now
from base.db import rows
from tests.cast import HESHENGQIAO, WANXIU, Cast, the_wish
from tests.web.browser import Browser
from tests.web.stage import browser_of, strange_words

GOOD = {
    "text": "请人来换一下灯泡",
    "where": "贺胜桥镇万秀村",
    "place": "3组12号",
    "day": "",
    "part": "evening",
    "places": "2",
    "kind": "repair",
}
WRONG = {"text": "x", "where": "月亮上", "place": "p" * 101, "day": "2020-01-01", "places": "21"}
ENGLISH = {
    "text": "Please write what you need.",
    "where": "We do not know this place.",
    "place": "This is too long: 100 characters at most.",
    "day": "Please choose a day within the next three months.",
    "places": "Please write a number from 1 to 20.",
}


def wrong_fields(page: str) -> set[str]:
    return set(re.findall(r'id="(\w+)-error"', page))


def kept(page: str) -> dict[str, str]:
    """What stands in the fields when the page comes back."""
    values = {name: markup.unescape(value) for name, value in re.findall(r'<input id="\w+" name="(\w+)" type="\w+" value="([^"]*)"', page)}
    text = re.search(r'<textarea id="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    chosen = re.findall(r'<select id="(\w+)".*?<option value="(\w+)" selected>', page, re.DOTALL)
    return values | dict(chosen) | {"text": markup.unescape(text[1]) if text else ""}


@pytest.fixture
async def zhang(app: Litestar, cast: Cast) -> Browser:
    return await browser_of(app, cast.zhang)


@pytest.mark.parametrize(
    "wrong", [set(pair) for size in (2, 5) for pair in combinations(WRONG, size)], ids=lambda wrong: "+".join(sorted(wrong))
)
async def test_of_several_wrong_fields_each_says_so_and_all_stay_as_written(zhang: Browser, wrong: set[str]) -> None:
    written = GOOD | {name: WRONG[name] for name in wrong}
    answer = await zhang.press("/wishes", **written)
    assert answer.status_code == 422
    assert wrong_fields(answer.text) == wrong
    assert kept(answer.text) == written
    assert await rows("SELECT 1 FROM wish") == []


@pytest.mark.parametrize("field", WRONG)
async def test_each_error_has_its_own_words_in_english(app: Litestar, cast: Cast, field: str) -> None:
    browser = await browser_of(app, cast.zhang, "en")
    answer = await browser.press(
        "/wishes", **(GOOD | {"where": "Wanxiu Village", "text": "a light bulb", "place": "no. 12", field: WRONG[field]})
    )
    (said,) = re.findall(rf'id="{field}-error" class="wrong">([^<]+)<', answer.text)
    assert ENGLISH[field] in markup.unescape(said)
    assert strange_words(answer.text.replace("月亮上", ""), "en") == []


@pytest.mark.parametrize(
    ("field", "value", "is_right"),
    [
        ("text", "灯" * 500, True), ("text", "灯" * 501, False), ("text", "灯泡", True), ("text", "灯 ", False), ("text", "💡" * 500, True),
        ("text", "灯" * 1600, False), ("text", "灯" * 1601, False), ("text", "\u200b\u200b灯泡", True),
        ("place", "路" * 100, True), ("place", "路" * 101, False), ("places", "1", True), ("places", "20", True), ("places", "21", False),
        ("places", "51", False), ("places", "0", False), ("places", "two", False), ("places", "两个", False), ("places", "1.5", False),
        ("places", " 3 ", True), ("places", "+3", False), ("kind", "nonsense", True), ("part", "midnight", True),
    ],
)  # fmt: skip
async def test_a_field_is_right_up_to_its_edge(zhang: Browser, field: str, value: str, is_right: bool) -> None:
    answer = await zhang.press("/wishes", **(GOOD | {field: value}))
    assert answer.status_code == (303 if is_right else 422)
    assert wrong_fields(answer.text) == (set() if is_right else {field})


@pytest.mark.parametrize(("days", "is_right"), [(-1, False), (0, True), (90, True), (91, False), (3650, False)])
async def test_a_day_is_from_today_to_ninety_days_on(zhang: Browser, days: int, is_right: bool) -> None:
    day = (city_now().date() + timedelta(days=days)).isoformat()
    answer = await zhang.press("/wishes", **(GOOD | {"day": day}))
    assert wrong_fields(answer.text) == (set() if is_right else {"day"})
    assert is_right or kept(answer.text)["day"] == day


@pytest.mark.parametrize(
    "day", ["0000-00-00", "99999-01-01", "-1-01-01", "2026-02-30", "明天", "01/02/2027", "2027-1-1", "20270101T00", "x" * 999]
)
async def test_a_day_that_is_none_is_said_and_comes_back_as_written(zhang: Browser, day: str) -> None:
    answer = await zhang.press("/wishes", **(GOOD | {"day": day}))
    assert wrong_fields(answer.text) == {"day"}
    assert kept(answer.text)["day"] == day


@pytest.mark.parametrize(
    "words",
    [
        "灯泡坏了 💡👵🏽 谢谢", "灯泡坏了<img src=x onerror=alert(1)>", "灯泡坏了'); DROP TABLE wish; --", "灯泡坏了 {{ 7*7 }} {% raw %}",
        "灯泡坏了 %s %(x)s \\n $1", "灯泡坏了\n第二行\n\n第四行", "灯泡坏了 &lt;b&gt; &amp;", '灯泡坏了 "引号" \'单引号\'', "灯泡坏了 </textarea><script>",
    ],
)  # fmt: skip
async def test_words_that_look_like_code_are_kept_and_shown_as_words(zhang: Browser, words: str) -> None:
    answer = await zhang.press("/wishes", **(GOOD | {"text": words, "place": "</bdi><b>3组"}))
    wish = await the_wish()
    assert (wish.text, wish.place) == (words, "</bdi><b>3组")
    shown = (await zhang.open(answer.headers["location"])).text
    assert f"<bdi>{markup.escape(words, quote=False)}</bdi>" in shown.replace("&#34;", '"').replace("&#39;", "'")
    again = await zhang.press("/wishes", **(GOOD | {"text": words, "places": "0"}))
    assert kept(again.text)["text"] == words


@pytest.mark.parametrize(
    ("where", "area"),
    [
        ("贺胜桥镇万秀村", WANXIU), ("万秀村", WANXIU), ("万秀", WANXIU), ("咸安区贺胜桥镇万秀村委会", WANXIU), ("Wanxiu Village", WANXIU),
        ("WANXIU VILLAGE, HESHENGQIAO TOWN", WANXIU), ("贺胜桥社区", HESHENGQIAO), ("贺胜桥镇", HESHENGQIAO),
    ],
)  # fmt: skip
async def test_a_place_is_found_however_it_is_named(zhang: Browser, where: str, area: str) -> None:
    """Who only names his own town means his home in it."""
    await zhang.press("/wishes", **(GOOD | {"where": where}))
    assert (await the_wish()).area == area


@pytest.mark.parametrize(
    ("where", "said"), [("花园村", "不止一个"), ("月亮上", "没有找到这个地方"), ("咸宁市", "没有找到这个地方"), ("", "请写在哪个村")]
)
async def test_each_way_of_not_knowing_the_place_has_its_own_words(zhang: Browser, where: str, said: str) -> None:
    answer = await zhang.press("/wishes", **(GOOD | {"where": where}))
    (error,) = re.findall(r'id="where-error" class="wrong">([^<]+)<', answer.text)
    assert said in error
    assert kept(answer.text) == GOOD | {"where": where}


async def test_the_choices_of_a_name_are_told_apart_in_english_too(app: Litestar, cast: Cast) -> None:
    page = (await (await browser_of(app, cast.zhang, "en")).press("/wishes", **(GOOD | {"where": "Gaoqiao Village"}))).text
    names = re.findall(r'name="area" value="\d+"> ([^<]+)</label>', page)
    assert len(names) == len(set(names)) > 1
    assert all("Gaoqiao Village, " in name for name in names)
