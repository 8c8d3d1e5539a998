"""退订 / STOP, 恢复 / START, 帮助 / HELP."""

import pytest

from base.db import rows
from messages.consent import opted_out
from tests.cast import Cast, bulb_wished_for, last_text, says, seen_by, the_wish


@pytest.mark.parametrize("word", ["退订", "TD", "T", "t", "STOP", "stop", "退订。"])
async def test_who_says_stop_is_told_so_once_and_left_alone(cast: Cast, word: str) -> None:
    await says(cast.chen, word)
    assert await opted_out(cast.chen.phone)
    assert await seen_by(cast.chen) == ["stopped"]


async def test_it_is_in_the_ledger(cast: Cast) -> None:
    await says(cast.chen, "退订")
    await says(cast.chen, "恢复")
    events = await rows("SELECT from_state, to_state, actor FROM event WHERE subject = 'consent' ORDER BY id")
    assert [tuple(event.values()) for event in events] == [
        ("started", "stopped", cast.chen.id),
        ("stopped", "started", cast.chen.id),
    ]


@pytest.mark.parametrize("word", ["恢复", "START", "start"])
async def test_start_undoes_it(cast: Cast, word: str) -> None:
    await says(cast.chen, "退订")
    await says(cast.chen, word)
    assert not await opted_out(cast.chen.phone)
    assert (await seen_by(cast.chen))[-1] == "started"
    await bulb_wished_for(cast)
    assert (await seen_by(cast.chen))[-1] == "offer"


async def test_what_a_stopped_phone_says_is_still_done(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "退订")
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "claimed"


async def test_a_stranger_may_stop_too(house: None) -> None:
    await says("+8616000000007", "STOP")
    assert await opted_out("+8616000000007")


async def test_stop_in_the_middle_of_a_question_is_no_answer_to_it(house: None) -> None:
    await says("+8616000000007", "灯泡坏了,想请会电工的帮忙换一下")
    await says("+8616000000007", "退订")
    assert (await the_wish()).state == "asking"
    assert await opted_out("+8616000000007")


@pytest.mark.parametrize("word", ["帮助", "HELP", "?", "怎么用", "你好"])
async def test_help_says_how_it_works(cast: Cast, word: str) -> None:
    await says(cast.liu, word)
    assert "说出要帮什么" in await last_text(cast.liu)


async def test_a_volunteer_may_pause_instead(cast: Cast) -> None:
    await says(cast.chen, "最近太忙别发了")
    assert await seen_by(cast.chen) == ["paused"]
    assert not await opted_out(cast.chen.phone)
