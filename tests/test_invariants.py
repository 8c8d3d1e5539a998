"""Several phones at once, the sweep between them, a gateway that stumbles: whatever they do, the invariants hold."""

import asyncio
import random
from datetime import datetime, timedelta

import asyncpg
import pytest
from redis import ConnectionPool, Redis

from base import bell
from base.bell import connection
from base.clock import at, now
from base.db import DB, rows
from base.ledger import By
from inbox.handle import handle_new
from messages import texts
from messages.drain import drain
from messages.outbox import put
from messages.reconcile import reconcile
from messages.states import MessageState
from messages.transport import Result
from tests.cast import Cast, bulb_raised, bulb_wished_for, do, says, seen_by, texts_in, the_wish
from tests.invariants import assert_the_invariants_hold
from wishes.actions import claim, confirm, decline, reject, release, report_done, withdraw
from wishes.tend import tend_due

NEW_MATTERS = (
    "客厅的灯泡坏了,想请会电工的帮忙换一下", "想请2个人帮我搬柜子", "高桥村的灯泡坏了,请电工来换", "路灯坏了三天了,请修一下",
    "明天下午想请人陪我聊聊天", "那个啥呢", "找活 瓦工 250以上 咸安",
)  # fmt: skip
ABOUT_ONE = ("接{}", "接{}", "接{}", "不{}", "完成{}", "完成{}", "确认{} 4", "{}没修好", "取消{}", "查询{}")
BARE = ("好", "不", "完成", "确认", "取消", "没修好", "2", "5", "万秀村", "谢谢", "退订", "恢复", "帮助")
STEPS = 24


class Gateway:
    """Accepts messages; one that stumbles is busy for some, and leaves us in doubt about others."""

    def __init__(self, dice: random.Random, stumbles: float = 0) -> None:
        self.dice, self.stumbles, self.accepted = dice, stumbles, 0

    async def send(self, message_id: int, to: str, body: str) -> Result:
        if self.dice.random() < self.stumbles:
            return self.dice.choice([Result(MessageState.AMBIGUOUS), Result(MessageState.QUEUED, delay_s=60)])
        self.accepted += 1
        return Result(MessageState.SENT, sid=f"SM{self.accepted}")

    async def find(self, to: str, body: str, since: datetime) -> list[str]:
        return []

    async def close(self) -> None:
        pass


def said_at_random(dice: random.Random, refs: list[int]) -> str:
    wording = dice.choices([NEW_MATTERS, ABOUT_ONE, BARE], weights=[2, 6, 2])[0]
    return dice.choice(wording).format(dice.choice(refs[-6:] or [101]))


async def walk(cast: Cast, seed: int, moment: datetime) -> None:
    """Three texts at each step, all at work at once; some steps are a minute apart, some days."""
    dice, gateway = random.Random(seed), Gateway(random.Random(seed), stumbles=0.3)
    phones = [who.phone for who in vars(cast).values()] + ["+8616000000007", "+8616000000008"]
    for _ in range(STEPS):
        refs = [found["ref"] for found in await rows("SELECT ref FROM wish ORDER BY id")]
        with at(moment):
            for phone in dice.sample(phones, 3):
                await texts_in(phone, said_at_random(dice, refs))
            await asyncio.gather(handle_new(), tend_due(), handle_new(), drain(gateway), reconcile(gateway))
        await assert_the_invariants_hold()
        moment += timedelta(minutes=dice.choice([0, 0, 1, 11, 240, 1500, 4400]))


@pytest.mark.parametrize("seed", [1, 2, 6, 7])
async def test_they_hold_whatever_the_phones_say(cast: Cast, seed: int) -> None:
    for _ in range(3):
        await bulb_wished_for(cast)
    await walk(cast, seed, now())
    much = await rows("SELECT id FROM event WHERE subject IN ('wish', 'offer', 'claim')")
    assert len(much) > STEPS


VERBS = (claim, decline, release, report_done, confirm, reject, withdraw)


@pytest.mark.parametrize("seed", range(2))
async def test_they_hold_when_buttons_are_pressed_at_once(cast: Cast, seed: int) -> None:
    dice = random.Random(seed)
    people = list(vars(cast).values())
    wishes = [await bulb_raised(dice.choice(people), places=dice.choice([1, 1, 2, 3])) for _ in range(4)]
    for _ in range(12):
        pressed = [(dice.choice(VERBS), dice.choice(wishes).id, By(dice.choice(people).id, "web")) for _ in range(8)]
        answers = await asyncio.gather(*(do(*press) for press in pressed), tend_due(), return_exceptions=True)
        assert {type(answer).__name__ for answer in answers if isinstance(answer, BaseException)} <= {"Refused"}
        await assert_the_invariants_hold()


async def test_a_message_is_put_once_for_each_kind_subject_recipient_and_round(cast: Cast) -> None:
    put_it = [await do(put, texts.wish_closed(101), cast.liu, "wish:1", round) for round in (0, 0, 1, 1)]
    assert put_it == [True, False, True, False]
    assert await do(put, texts.wish_closed(101), cast.zhang, "wish:1")
    assert await do(put, texts.wish_closed(101), cast.liu, "wish:2")


@pytest.mark.parametrize("sql", ["UPDATE event SET note = 'x'", "DELETE FROM event", "TRUNCATE event"])
async def test_the_ledger_is_append_only(cast: Cast, sql: str) -> None:
    await bulb_wished_for(cast)
    with pytest.raises(asyncpg.RaiseError, match="append-only"):
        await rows(sql)
    await assert_the_invariants_hold()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE wish SET held = places + 1",
        "UPDATE wish SET due_at = NULL",
        "UPDATE wish SET state = 'closed'",
        "INSERT INTO claim (wish, person, state, held_at, note) SELECT wish, person, 'held', held_at, '' FROM claim",
    ],
)
async def test_the_database_itself_refuses_what_may_never_be(cast: Cast, sql: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await rows(sql)


async def test_bells_that_are_lost_lose_nothing(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for who, said in ((cast.chen, "接"), (cast.chen, "完成"), (cast.zhang, "确认")):
        await texts_in(who.phone, f"{said}{wish.ref}")
        connection().flushdb()
        await handle_new()
        connection().flushdb()
    await drain(Gateway(random.Random(1)))
    assert (await the_wish()).state == "closed"
    assert await rows("SELECT id FROM message WHERE attempts = 0") == []


async def test_without_redis_everything_goes_on(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody_there = connection().connection_pool.connection_kwargs | {"port": 1}
    monkeypatch.setattr(bell, "connection", lambda: Redis(connection_pool=ConnectionPool(**nobody_there)))
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert await seen_by(cast.chen) == ["offer", "claim_held", "claim_place"]


async def breaks(sql: str) -> None:
    """Does what no rule allows, looks, and undoes it."""
    async with DB.transaction():
        await rows(sql)
        await assert_the_invariants_hold()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE wish SET state = 'open'",
        "UPDATE wish SET owner_role = 'nobody'",
        "UPDATE claim SET state = 'released'",
        "UPDATE claim SET state = 'done'",
        "UPDATE offer SET state = 'sent'",
        "UPDATE message SET state = 'sent'",
        "UPDATE message SET person = (SELECT max(id) FROM person) WHERE kind = 'claim_place'",
        "UPDATE message SET kind = 'offer' WHERE kind = 'claim_place'",
        "UPDATE inbound SET state = 'new'",
        "UPDATE volunteer_standing SET done = done + 1",
        "UPDATE volunteer_standing SET points = -1",
        "UPDATE volunteer_skill_cell SET hours = 1",
        "INSERT INTO event (at, subject, subject_id, to_state, via, note) SELECT now(), 'wish', id, 'open', 'web', '' FROM wish",
    ],
)
async def test_the_questions_find_what_is_wrong(cast: Cast, sql: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await assert_the_invariants_hold()
    with pytest.raises(AssertionError):
        await breaks(sql)
