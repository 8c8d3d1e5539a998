from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from base.city import remember
from base.clock import at
from messages import texts
from messages.drain import drain
from messages.quiet import quiet_until
from tests.messages.letters import Gateway, queue, state

CITY = ZoneInfo("Asia/Shanghai")


def on_monday(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=CITY)


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (on_monday(7, 59), on_monday(8)),
        (on_monday(8), None),
        (on_monday(20, 59), None),
        (on_monday(21), on_monday(8, day=24)),
        (on_monday(0), on_monday(8)),
    ],
)
async def test_the_night_is_from_nine_to_eight(house: None, quiet_hours: None, moment: datetime, until: datetime | None) -> None:
    with at(moment):
        assert await quiet_until() == until


async def test_the_demo_plays_at_any_hour(house: None, quiet_hours: None) -> None:
    await remember("demo", True)
    with at(on_monday(23)):
        assert await quiet_until() is None


async def test_at_night_only_answers_go_and_the_rest_in_the_morning(quiet_hours: None, gateway: Gateway) -> None:
    with at(on_monday(22)):
        notice, answer = await queue(texts.wish_released(27)), await queue(texts.wish_withdrawn(28))
        await drain(gateway.twilio)
    assert (await state(notice), await state(answer)) == ("queued", "sent")
    with at(on_monday(8, day=24)):
        await drain(gateway.twilio)
    assert await state(notice) == "sent"


async def test_an_offer_of_the_evening_does_not_wake_anybody_the_day_after(quiet_hours: None, gateway: Gateway) -> None:
    with at(on_monday(20)):
        code = await queue(texts.code("123456"))
    with at(on_monday(8, day=24)):
        await drain(gateway.twilio)
    assert await state(code) == "suppressed"
