import asyncio

import pytest

from base.clock import at, now
from base.db import rows
from base.work import transaction
from messages import texts
from messages.outbox import Stranger, put
from messages.texts import CODE_LIFE
from tests.cast import Cast
from tests.messages.letters import LIU, ZHANG, message, queue


async def test_a_text_waits_with_all_that_the_sender_needs(cast: Cast) -> None:
    async with transaction():
        assert await put(texts.wish_closed(27), cast.liu, "wish:1")
    (found,) = await rows("SELECT * FROM message")
    assert found["body"].startswith("【亮灯】")
    assert "27" in found["body"]
    assert (found["phone"], found["person"], found["kind"], found["subject"]) == (LIU, cast.liu.id, "wish_closed", "wish:1")
    assert (found["state"], found["attempts"], found["any_hour"], found["segments"]) == ("queued", 0, True, 1)


async def test_it_is_put_once_for_each_kind_subject_recipient_and_round(house: None) -> None:
    async with transaction():
        liu, zhang = Stranger(LIU, "zh-CN"), Stranger(ZHANG, "zh-CN")
        assert await put(texts.wish_closed(27), liu, "wish:1")
        assert not await put(texts.wish_closed(27), liu, "wish:1")
        assert await put(texts.wish_reopened(27), liu, "wish:1")
        assert await put(texts.wish_closed(27), liu, "wish:2")
        assert await put(texts.wish_closed(27), zhang, "wish:1")
        assert await put(texts.wish_closed(27), liu, "wish:1", round=1)
    assert len(await rows("SELECT 1 FROM message")) == 5


async def test_of_many_at_once_one_is_put(house: None) -> None:
    async def try_to_put() -> bool:
        async with transaction():
            return await put(texts.wish_closed(27), Stranger(LIU, "zh-CN"), "wish:1")

    assert sum(await asyncio.gather(*(try_to_put() for _ in range(10)))) == 1


async def test_what_a_rolled_back_transaction_put_is_not_there(house: None) -> None:
    async def failing_verb() -> None:
        async with transaction():
            await put(texts.wish_closed(27), Stranger(LIU, "zh-CN"), "wish:1")
            raise RuntimeError("the verb failed")

    with pytest.raises(RuntimeError, match="the verb failed"):
        await failing_verb()
    assert await rows("SELECT 1 FROM message UNION ALL SELECT 1 FROM event WHERE subject = 'message'") == []


async def test_each_reads_his_own_language(house: None) -> None:
    chinese, english = await queue(texts.wish_closed(27)), await queue(texts.wish_closed(27), ZHANG, language="en")
    assert "27号" in (await message(chinese))["body"]
    assert "Number 27 is closed" in (await message(english))["body"]


async def test_a_code_goes_first_and_dies_after_ten_minutes(house: None) -> None:
    with at(now()):
        found = await message(await queue(texts.code("123456")))
        assert (found["priority"], found["expires_at"]) == (0, now() + CODE_LIFE)
