"""Conversations of several turns: what we asked back, what was said instead, and where the wish comes to stand."""

import pytest

from base.db import rows
from people.people import by_phone
from tests.cast import HESHENGQIAO, WANXIU, Cast, do, last_text, says, seen_by, sweeps_after, the_wish
from tests.invariants import assert_the_invariants_hold
from tests.wishes.scenes import web
from wishes.actions import withdraw
from wishes.raising import choices_of

NEWCOMER = "+8616000000007"
BULB = "灯泡坏了,想请会电工的帮忙换一下"
OF_FOUR = "高桥村的灯泡坏了,请电工来换"
TAP = "万秀村的水龙头漏水了,想请人来修一下"


async def states() -> list[str]:
    return [found["state"] for found in await rows("SELECT state FROM wish ORDER BY id")]


async def hears(*said: str) -> list[str]:
    """What a newcomer is told who says all this, one after the other."""
    for body in said:
        await says(NEWCOMER, body)
    await assert_the_invariants_hold()
    return await seen_by(NEWCOMER)


@pytest.mark.parametrize("aside", ["查询", "帮助", "谢谢", "接101", "好"])
async def test_an_aside_leaves_the_question_open(cast: Cast, aside: str) -> None:
    await hears(BULB, aside)
    assert await states() == ["asking"]
    await hears("万秀村")
    assert ((await the_wish()).state, (await the_wish()).area) == ("open", WANXIU)


async def test_stop_in_the_middle_silences_us_and_the_answer_still_counts(cast: Cast) -> None:
    await hears(BULB, "退订", "万秀村")
    assert (await the_wish()).state == "open"


async def test_a_wish_that_names_its_village_opens_beside_the_one_that_waits(house: None) -> None:
    told = await hears(BULB, TAP)
    assert (await states(), told[:2]) == (["asking", "open"], ["ask_area", "wish_opened"])


async def test_of_two_that_wait_only_the_one_that_lacked_a_village_is_opened_by_a_village(house: None) -> None:
    await hears(OF_FOUR, "想请人陪我去医院", "万秀村")
    assert await states() == ["asking", "open"]
    await hears("2")
    assert await states() == ["open", "open"]


async def test_the_number_of_another_question_cannot_answer_a_question_without_choices(house: None) -> None:
    await hears(BULB, "2")
    assert await states() == ["asking"]


async def test_a_wrong_number_is_asked_about_three_times_and_then_not_again(house: None) -> None:
    told = await hears(OF_FOUR, "7", "8", "9", "6")
    assert told.count("ask_choice") == 4
    assert (await states(), told[-1]) == (["asking"], "refused_unknown_ref")


async def test_a_right_number_after_wrong_ones_still_counts(house: None) -> None:
    await hears(OF_FOUR, "7", "8")
    chosen = choices_of(await the_wish())[2]
    await hears("3")
    assert ((await the_wish()).state, (await the_wish()).area) == ("open", chosen)


async def test_another_village_than_the_four_is_taken_at_its_word(house: None) -> None:
    await hears(OF_FOUR, "我说错了,是万秀村")
    assert ((await the_wish()).area, choices_of(await the_wish())) == (WANXIU, [])


async def test_a_second_question_may_follow_from_the_answer_to_the_first(house: None) -> None:
    told = await hears(BULB, "高桥村", "1")
    assert told[:3] == ["ask_area", "ask_choice", "wish_opened"]
    assert (await states()) == ["open"]


async def test_the_answer_after_the_second_asking_counts_like_one_at_once(house: None) -> None:
    await hears(OF_FOUR)
    await sweeps_after(hours=5)
    await hears("4")
    assert (await the_wish()).state == "open"
    assert (await seen_by(NEWCOMER)).count("ask_choice") == 2


async def test_called_off_the_question_is_closed_and_a_village_alone_is_asked_what_it_needs(house: None) -> None:
    told = await hears(BULB, "不用了", "万秀村")
    assert (await states(), told) == (["withdrawn"], ["ask_area", "wish_withdrawn", "ask_what"])


async def test_called_off_by_a_button_meanwhile_the_answer_raises_nothing(cast: Cast) -> None:
    await hears(BULB)
    wish = await the_wish()
    found = await by_phone(NEWCOMER)
    assert found is not None
    await do(withdraw, wish.id, web(found))
    await hears("万秀村")
    assert await states() == ["withdrawn"]


async def test_the_door_in_the_answer_is_told_to_who_comes_and_to_nobody_before(cast: Cast) -> None:
    await hears(BULB, "我家在贺胜桥社区5栋301")
    wish = await the_wish()
    assert (wish.area, wish.place) == (HESHENGQIAO, "5栋301")
    assert "301" not in await last_text(cast.chen)
    await says(cast.chen, f"接{wish.ref}")
    assert "5栋301" in await last_text(cast.chen)


async def test_an_english_speaker_is_led_through_in_english(house: None) -> None:
    told = await hears("The bulb in my kitchen is broken, could an electrician help me change it?", "Gaoqiao Village", "2")
    assert told[:3] == ["ask_area", "ask_choice", "wish_opened"]
    assert {found["language"] for found in await rows("SELECT language FROM message WHERE phone = $1", NEWCOMER)} == {"en"}
