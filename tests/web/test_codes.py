"""The codes themselves: few, short-lived, and exact however many ask at once."""

import asyncio
from datetime import timedelta

import pytest

from base.clock import at, now
from base.errors import Refused
from base.work import transaction
from people import sign_in

PHONE = "+8616000000001"


async def new_code() -> str:
    async with transaction():
        return (await sign_in.new_code(PHONE)).digits


async def is_right(digits: str) -> bool:
    async with transaction():
        return await sign_in.is_right(PHONE, digits)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


async def test_a_code_is_six_digits_and_opens_once(house: None) -> None:
    code = await new_code()
    assert len(code) == 6
    assert code.isdigit()
    assert await is_right(code)
    assert not await is_right(code)


async def test_a_code_belongs_to_its_phone(house: None) -> None:
    code = await new_code()
    async with transaction():
        assert not await sign_in.is_right("+8616000000002", code)


async def test_a_code_dies_after_ten_minutes(house: None) -> None:
    code = await new_code()
    with at(now() + timedelta(minutes=10)):
        assert not await is_right(code)


async def test_the_fifth_guess_may_be_right_and_the_sixth_not(house: None) -> None:
    code = await new_code()
    for _ in range(4):
        assert not await is_right(other_than(code))
    assert await is_right(code)
    with at(now() + timedelta(minutes=2)):
        code = await new_code()
        for _ in range(5):
            assert not await is_right(other_than(code))
        assert not await is_right(code)


async def test_of_many_guesses_at_once_five_are_heard(house: None) -> None:
    code = await new_code()
    wrong = asyncio.gather(*(is_right(other_than(code)) for _ in range(20)))
    assert not any(await wrong)
    assert not await is_right(code)


async def test_a_right_code_sent_twenty_times_at_once_opens_once(house: None) -> None:
    code = await new_code()
    assert sum(await asyncio.gather(*(is_right(code) for _ in range(4)))) == 1


async def test_only_the_newest_code_opens(house: None) -> None:
    first = await new_code()
    with at(now() + timedelta(minutes=2)):
        second = await new_code()
        assert first == second or not await is_right(first)
        assert await is_right(second)


async def test_of_twenty_who_ask_at_once_one_gets_a_code(house: None) -> None:
    asked = await asyncio.gather(*(new_code() for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(answer, str) for answer in asked) == 1
    assert all(isinstance(answer, (str, Refused)) for answer in asked)


@pytest.mark.parametrize(
    ("apart", "most", "within"), [(timedelta(minutes=1), 5, timedelta(hours=1)), (timedelta(minutes=20), 10, timedelta(days=1))]
)
async def test_five_codes_an_hour_and_ten_a_day(house: None, apart: timedelta, most: int, within: timedelta) -> None:
    start = now()
    for number in range(most):
        with at(start + number * apart):
            await new_code()
    with at(start + most * apart), pytest.raises(Refused) as refused:
        await new_code()
    assert refused.value.reason == "code_too_often"
    with at(start + within):
        await new_code()
    assert refused.value.context["seconds"] == int((start + within - (start + most * apart)).total_seconds()) + 1


async def test_a_refused_code_says_how_long_to_wait(house: None) -> None:
    start = now()
    with at(start):
        await new_code()
    with at(start + timedelta(seconds=30)), pytest.raises(Refused) as refused:
        await new_code()
    assert refused.value.context["seconds"] == 31
