"""STOP and START, however often and in whatever order they are said."""

import asyncio

import pytest

from base.clock import at, later, now
from base.db import row, rows
from base.ledger import By, Via
from messages.consent import opt_in, opt_out, opted_out
from tests.cast import do
from tests.messages.letters import LIU, ZHANG

PERSON = 27
BY_PHONE = By(PERSON, "sms")


async def said_in_the_ledger() -> list[str]:
    return [each["to_state"] for each in await rows("SELECT to_state FROM event WHERE subject = 'consent' ORDER BY id")]


async def test_nobody_is_stopped_who_did_not_say_so(house: None) -> None:
    await do(opt_out, LIU, PERSON, BY_PHONE)
    assert (await opted_out(LIU), await opted_out(ZHANG)) == (True, False)


async def test_stop_said_twice_is_one_event_and_keeps_its_first_moment(house: None) -> None:
    with at(now()):
        began = now()
        await do(opt_out, LIU, PERSON, BY_PHONE)
        with at(later(hours=1)):
            await do(opt_out, LIU, PERSON, By(PERSON, "web"))
    assert await rows("SELECT at, source FROM opt_out") == [{"at": began, "source": "sms"}]
    assert await said_in_the_ledger() == ["stopped"]


async def test_start_of_who_never_stopped_is_no_event(house: None) -> None:
    await do(opt_in, LIU, PERSON, BY_PHONE)
    assert await said_in_the_ledger() == []


async def test_one_start_undoes_any_number_of_stops(house: None) -> None:
    for verb in (opt_out, opt_out, opt_in, opt_in, opt_out, opt_in):
        await do(verb, LIU, PERSON, BY_PHONE)
    assert not await opted_out(LIU)
    assert await said_in_the_ledger() == ["stopped", "started"] * 2


async def test_start_of_one_phone_leaves_another_stopped(house: None) -> None:
    for phone in (LIU, ZHANG):
        await do(opt_out, phone, PERSON, BY_PHONE)
    await do(opt_in, LIU, PERSON, BY_PHONE)
    assert (await opted_out(LIU), await opted_out(ZHANG)) == (False, True)


@pytest.mark.parametrize("via", ["sms", "web", "gateway", "import"])
async def test_it_is_known_where_it_was_said(house: None, via: Via) -> None:
    await do(opt_out, LIU, PERSON, By(None, via))
    event = await row("SELECT subject_id, from_state, via FROM event WHERE subject = 'consent'")
    assert event == {"subject_id": PERSON, "from_state": "started", "via": via}


async def test_said_twice_at_once_it_is_one_event(house: None) -> None:
    await asyncio.gather(*(do(opt_out, LIU, PERSON, BY_PHONE) for _ in range(6)))
    await asyncio.gather(*(do(opt_in, LIU, PERSON, BY_PHONE) for _ in range(6)))
    assert await said_in_the_ledger() == ["stopped", "started"]
