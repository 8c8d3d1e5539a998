"""What cannot be understood is kept word for word and put before a person."""

import pytest

from base.db import rows
from tests.cast import Cast, bulb_wished_for, last_text, says, seen_by, the_wish

BABBLE = "啥子搞的哦那个啥呢"


async def wishes() -> int:
    return len(await rows("SELECT id FROM wish"))


async def test_it_is_put_before_the_steward_word_for_word(cast: Cast) -> None:
    await says(cast.liu, BABBLE)
    wish = await the_wish()
    assert (wish.text, wish.state, wish.level) == (BABBLE, "open", "steward")
    assert BABBLE in await last_text(cast.steward)


async def test_the_phone_is_told_who_reads_it(cast: Cast) -> None:
    await says(cast.liu, BABBLE)
    assert await seen_by(cast.liu) == ["unclear"]
    assert "已请管家看" in await last_text(cast.liu)


async def test_a_stranger_is_looked_after_by_the_desk_of_the_city(house: None) -> None:
    await says("+8616000000007", BABBLE)
    assert ((await the_wish()).owner_role, (await the_wish()).owner_area) == ("coordinator", "4212")


async def test_a_second_one_joins_the_first_and_the_steward_reads_it_too(cast: Cast) -> None:
    await says(cast.liu, BABBLE)
    await says(cast.liu, "就那个嘛,上次讲的")
    assert (await the_wish()).text == f"{BABBLE}\n就那个嘛,上次讲的"
    assert await wishes() == 1
    assert "上次讲的" in await last_text(cast.steward)
    assert await seen_by(cast.liu) == ["unclear", "unclear"]


async def test_when_the_first_is_done_with_a_second_is_a_new_one(cast: Cast) -> None:
    await says(cast.liu, BABBLE)
    await says(cast.steward, f"完成{(await the_wish()).ref}")
    await says(cast.liu, "就那个嘛,上次讲的")
    assert await wishes() == 2


@pytest.mark.parametrize("text", ["谢谢", "谢谢师傅", "多谢了", "辛苦了"])
async def test_thanks_start_nothing(cast: Cast, text: str) -> None:
    await says(cast.liu, text)
    assert (await wishes(), await seen_by(cast.liu)) == (0, [])


@pytest.mark.parametrize("text", ["您的验证码是123456", "【中国移动】您的话费余额不足,请及时充值"])
async def test_texts_of_machines_start_nothing(cast: Cast, text: str) -> None:
    await says(cast.liu, text)
    assert (await wishes(), await seen_by(cast.liu)) == (0, [])
    assert await rows("SELECT state FROM inbound") == [{"state": "kept"}]


async def test_our_own_text_sent_back_does_nothing_that_it_quotes(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.chen, "完成")
    asked = await last_text(cast.zhang)
    assert f"{wish.ref}没修好" in asked
    await says(cast.zhang, asked)
    assert (await the_wish()).state == "done"


@pytest.mark.parametrize("sender", ["10086", "LIANGDENG", "", "+861069000012345", "not a phone"])
async def test_what_comes_from_no_phone_is_kept_and_starts_nothing(cast: Cast, sender: str) -> None:
    await says(sender, "灯泡坏了,想请会电工的帮忙换一下")
    assert await wishes() == 0
    assert await rows("SELECT state, body FROM inbound") == [{"state": "kept", "body": "灯泡坏了,想请会电工的帮忙换一下"}]


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e"])
async def test_an_empty_text_is_told_how_it_works(cast: Cast, text: str) -> None:
    await says(cast.liu, text)
    assert (await wishes(), await seen_by(cast.liu)) == (0, ["help"])


async def test_two_machines_that_answer_each_other_come_to_an_end(cast: Cast) -> None:
    for _ in range(14):
        await says(cast.liu, "帮助")
    assert len(await seen_by(cast.liu)) == 10


async def test_a_newcomer_who_only_names_his_village_is_asked_what_he_needs(house: None) -> None:
    await says("+8616000000007", "万秀村")
    assert await seen_by("+8616000000007") == ["ask_what"]
    await says("+8616000000007", "灯泡坏了,想请会电工的帮忙换一下")
    assert (await the_wish()).area == "421202104219"
