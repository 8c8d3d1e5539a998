"""Saying a wish on the web."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from base.clock import city_now
from base.db import rows
from tests.cast import HESHENGQIAO, WANXIU, Cast, seen_by, the_wish
from tests.web.browser import Browser, code_for
from wishes.queries import by_ref

PHONE = "+8616000000099"
FORM = {
    "text": "客厅的灯泡坏了，够不着，想请会电工的帮忙换一下",
    "where": "贺胜桥镇万秀村",
    "place": "3组12号",
    "day": "",
    "part": "",
    "places": "1",
    "kind": "",
    "phone": "16000000099",
}


async def nothing_stored() -> bool:
    return not await rows("SELECT 1 FROM wish") and not await rows("SELECT 1 FROM person WHERE phone = $1", PHONE)


async def submit(browser: Browser, **changes: Any) -> Any:
    return await browser.press("/wishes", **(FORM | changes))


async def test_a_code_is_asked_for_and_nothing_is_stored_before_it(browser: Browser) -> None:
    answer = await submit(browser)
    assert answer.status_code == 200
    assert 'name="code"' in answer.text
    assert await nothing_stored()
    assert await seen_by(PHONE) == ["code"]


async def test_the_right_code_opens_the_wish_and_remembers_the_browser(browser: Browser) -> None:
    await submit(browser)
    answer = await submit(browser, code=await code_for(PHONE))
    wish = await the_wish()
    assert (wish.kind, wish.area, wish.place, wish.state) == ("repair", WANXIU, "3组12号", "open")
    assert answer.headers["location"] == f"/wishes/{wish.ref}?said=raised"
    page = (await browser.open(answer.headers["location"])).text
    assert "我们收到了" in page
    assert FORM["text"] in page, "the resident reads his own words"
    assert (await browser.open("/mine")).status_code == 200


async def test_the_resident_is_told_by_sms_as_well(browser: Browser) -> None:
    await submit(browser)
    await submit(browser, code=await code_for(PHONE))
    assert await seen_by(PHONE) == ["code", "wish_opened"]


async def test_a_wrong_code_loses_no_word(browser: Browser) -> None:
    await submit(browser)
    wrong = "000000" if await code_for(PHONE) != "000000" else "111111"
    answer = await submit(browser, code=wrong)
    assert answer.status_code == 422
    assert 'id="code-error"' in answer.text
    for value in (FORM["text"], FORM["where"], FORM["place"], FORM["phone"]):
        assert value in answer.text
    assert await nothing_stored()


async def test_an_empty_code_is_said_at_its_field(browser: Browser) -> None:
    await submit(browser)
    answer = await submit(browser, code="")
    assert 'id="code-error"' in answer.text
    assert await seen_by(PHONE) == ["code"]


async def test_another_code_may_be_asked_for(browser: Browser) -> None:
    await submit(browser)
    assert (await submit(browser, code="", again="1")).status_code == 429
    await rows("UPDATE sign_in_code SET created_at = created_at - interval '2 minutes'")
    assert (await submit(browser, code="", again="1")).status_code == 200
    assert await seen_by(PHONE) == ["code", "code"]


async def test_a_draft_changed_after_the_code_is_checked_anew(browser: Browser) -> None:
    await submit(browser)
    answer = await submit(browser, code=await code_for(PHONE), text="")
    assert answer.status_code == 422
    assert 'id="text-error"' in answer.text
    assert await nothing_stored()


async def test_a_code_of_one_phone_does_not_confirm_another(browser: Browser) -> None:
    await submit(browser)
    answer = await submit(browser, code=await code_for(PHONE), phone="16000000098")
    assert 'id="code-error"' in answer.text
    assert await nothing_stored()


async def test_who_has_signed_in_needs_no_code(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    assert 'name="phone"' not in (await browser.open("/wishes/new")).text
    answer = await submit(browser, where="贺胜桥社区", phone="")
    assert answer.status_code == 303
    assert (await the_wish()).resident == cast.zhang.id


async def test_the_home_of_who_is_known_is_filled_in(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    assert 'value="贺胜桥镇贺胜桥社区"' in (await browser.open("/wishes/new")).text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""), ("text", " \n "), ("text", "灯"), ("text", "灯" * 501), ("where", ""), ("where", "月亮上"), ("where", "咸宁市"),
        ("where", "咸安区"), ("place", "路" * 101), ("day", "2020-01-01"), ("day", "tomorrow"), ("day", "2999-01-01"), ("day", "2026-02-31"),
        ("places", "0"), ("places", "-1"), ("places", "21"), ("places", "x"), ("places", "１"), ("places", "9" * 30),
        ("phone", ""), ("phone", "123"), ("phone", "abc"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(browser: Browser, field: str, value: str) -> None:
    answer = await submit(browser, **{field: value})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert answer.text.count('-error" class="wrong"') == 1
    for name, kept in FORM.items():
        assert name == field or kept in answer.text
    assert await nothing_stored()


async def test_all_errors_are_said_at_once(browser: Browser) -> None:
    answer = await browser.press("/wishes")
    assert {name for name in FORM if f'id="{name}-error"' in answer.text} == {"text", "where", "phone"}


@pytest.mark.parametrize(
    "rubbish", ["\0\x1b[31m", "<script>alert(1)</script>", "'; DROP TABLE wish; --", "\u202eabc", "{{ 7*7 }}", "%s%(x)s", "💡" * 100]
)
async def test_no_rubbish_breaks_the_form_and_none_comes_back_raw(browser: Browser, rubbish: str) -> None:
    answer = await browser.press("/wishes", **dict.fromkeys([*FORM, "area", "code", "again"], rubbish))
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "\n49" not in answer.text


async def test_a_name_of_several_places_is_asked_back_and_the_choice_kept(browser: Browser) -> None:
    answer = await submit(browser, where="高桥村")
    assert answer.status_code == 422
    assert answer.text.count('type="radio" name="area"') == 4
    chosen = answer.text.split('name="area" value="')[2].split('"')[0]
    answer = await submit(browser, where="高桥村", area=chosen)
    assert f'value="{chosen}" checked' in answer.text, "still chosen beside the code"
    await submit(browser, where="高桥村", area=chosen, code=await code_for(PHONE))
    assert (await the_wish()).area == chosen


async def test_a_choice_that_was_not_offered_counts_for_nothing(browser: Browser) -> None:
    answer = await submit(browser, where="高桥村", area=HESHENGQIAO)
    assert 'id="where-error"' in answer.text


@pytest.mark.parametrize("where", ["Wanxiu Village, Heshengqiao Town", "wanxiu village heshengqiao town", "万秀村"])
async def test_a_village_has_an_english_name_too(browser: Browser, where: str) -> None:
    await submit(browser, where=where)
    await submit(browser, where=where, code=await code_for(PHONE))
    assert (await the_wish()).area == WANXIU


async def test_the_fields_win_over_what_the_text_was_understood_to_say(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    day = city_now().date() + timedelta(days=3)
    await submit(browser, text="明天上午来帮我看看灯", day=day.isoformat(), part="evening", places="2", kind="other")
    wish = await the_wish()
    assert (wish.day, wish.part, wish.places, wish.kind) == (day, "evening", 2, "other")


async def test_what_the_fields_leave_open_is_read_from_the_text(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    await submit(browser, text="明天上午请人来修一下漏水的水管")
    wish = await the_wish()
    assert (wish.day, wish.part, wish.kind) == (city_now().date() + timedelta(days=1), "morning", "repair")


async def test_a_public_matter_goes_to_the_steward(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.liu.phone)
    await submit(browser, text="村口的路灯坏了，晚上一片黑", kind="public")
    assert (await the_wish()).level == "steward"
    assert await seen_by(cast.steward) == ["matter"]


async def test_the_same_words_pressed_many_times_are_one_wish(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    answers = await asyncio.gather(*(submit(browser) for _ in range(6)))
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert len(await rows("SELECT 1 FROM wish")) == 1


async def test_every_field_has_a_label(browser: Browser) -> None:
    html = (await browser.open("/wishes/new")).text
    for name in FORM:
        assert f'<label for="{name}">' in html


async def test_the_wish_exists_before_the_page_says_so(browser: Browser, cast: Cast) -> None:
    await browser.sign_in(cast.zhang.phone)
    answer = await submit(browser)
    ref = int(answer.headers["location"].split("/")[2].split("?")[0])
    assert await by_ref(ref) is not None
