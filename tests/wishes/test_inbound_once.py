"""An inbound text is acted on once, in its phone's order, and is never lost: invariant 6."""

import asyncio
import logging
from collections.abc import Iterator

import pytest

from base.db import rows
from inbox import handle
from inbox.answer import answer
from inbox.handle import handle_new
from inbox.talk import Talk
from tests.cast import Cast, bulb_wished_for, last_text, seen_by, texts_in, the_wish

BULB = "客厅的灯泡坏了,想请会电工的帮忙换一下"
NEWCOMER = "+8616000000007"


@pytest.fixture(autouse=True)
def crashes_are_expected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.CRITICAL, "inbox.handle"):
        yield


class Crashing:
    """An answer that does everything, and then crashes, so many times."""

    def __init__(self, times: int, phone: str) -> None:
        self.left, self.phone = times, phone

    async def __call__(self, talk: Talk) -> int | None:
        matter = await answer(talk)
        if self.left and talk.person.phone == self.phone:
            self.left -= 1
            raise RuntimeError("crashed")
        return matter


async def wishes() -> int:
    return len(await rows("SELECT id FROM wish"))


async def test_the_same_message_delivered_twice_is_one_wish(cast: Cast) -> None:
    for _ in range(2):
        await texts_in(cast.zhang.phone, BULB, sid="SM1")
        await handle_new()
    assert (await wishes(), await seen_by(cast.zhang)) == (1, ["wish_opened"])


async def test_delivered_ten_times_at_once_it_is_one_wish(cast: Cast) -> None:
    await asyncio.gather(*(texts_in(cast.zhang.phone, BULB, sid="SM1") for _ in range(10)))
    await asyncio.gather(*(handle_new() for _ in range(4)))
    assert await wishes() == 1


async def test_the_same_words_sent_twice_are_two_messages(cast: Cast) -> None:
    for _ in range(2):
        await texts_in(cast.zhang.phone, BULB)
    await handle_new()
    assert await wishes() == 2


async def test_several_workers_keep_the_order_of_a_phone(house: None) -> None:
    for number in range(5):
        phone = f"+8616010000{number:03}"
        for body in (BULB, "万秀村", "查询", "不用了"):
            await texts_in(phone, body)
    await asyncio.gather(*(handle_new() for _ in range(4)))
    await handle_new()
    assert await rows("SELECT state, area, count(*) AS n FROM wish GROUP BY 1, 2") == [
        {"state": "withdrawn", "area": "421202104219", "n": 5}
    ]


async def test_a_text_waits_for_the_one_before_it_of_the_same_phone(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    async def slow_at_first(talk: Talk) -> None:
        await asyncio.sleep(0.3 if talk.body == "1" else 0)
        said.append(talk.person.name + talk.body)

    monkeypatch.setattr(handle, "answer", slow_at_first)
    for phone, body in ((cast.liu.phone, "1"), (cast.liu.phone, "2"), (cast.zhang.phone, "3")):
        await texts_in(phone, body)
    await asyncio.gather(handle_new(), handle_new())
    await handle_new()
    assert said == ["张大爷3", "刘奶奶1", "刘奶奶2"]


async def test_what_crashes_is_tried_again_and_leaves_nothing_half_done(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handle, "answer", Crashing(2, cast.zhang.phone))
    await texts_in(cast.zhang.phone, BULB)
    await handle_new()
    assert (await wishes(), await seen_by(cast.zhang)) == (1, ["wish_opened"])
    assert await rows("SELECT state, attempts FROM inbound") == [{"state": "handled", "attempts": 2}]


async def test_what_always_crashes_is_put_before_a_person(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handle, "answer", Crashing(99, cast.liu.phone))
    await texts_in(cast.liu.phone, BULB)
    await handle_new()
    wish = await the_wish()
    assert (await wishes(), wish.text, wish.level) == (1, BULB, "steward")
    assert "灯泡坏了" in await last_text(cast.steward)
    assert await rows("SELECT state, attempts, matter FROM inbound") == [{"state": "kept", "attempts": 3, "matter": wish.id}]


async def test_it_does_not_keep_other_phones_waiting(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handle, "answer", Crashing(99, cast.liu.phone))
    await texts_in(cast.liu.phone, "查询")
    await texts_in(cast.zhang.phone, BULB)
    await handle_new()
    assert await seen_by(cast.zhang) == ["wish_opened"]


async def test_the_claim_of_a_worker_that_crashed_is_not_held(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    wish = await bulb_wished_for(cast)
    monkeypatch.setattr(handle, "answer", Crashing(99, cast.chen.phone))
    await texts_in(cast.chen.phone, f"接{wish.ref}")
    await handle_new()
    assert await rows("SELECT id FROM claim") == []
    assert "claim_place" not in await seen_by(cast.chen)


async def test_what_was_read_is_kept_with_the_text(cast: Cast) -> None:
    await texts_in(cast.zhang.phone, BULB)
    await handle_new()
    found = await rows("SELECT body, reading->>'intent' AS intent, reading->>'kind' AS kind, matter FROM inbound")
    assert found == [{"body": BULB, "intent": "wish", "kind": "repair", "matter": (await the_wish()).id}]
