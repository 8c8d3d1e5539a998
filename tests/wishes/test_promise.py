"""What is told of how long it will take: rounded up, in words, and kept with the wish."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from base.clock import at
from tests.cast import Cast, bulb_raised, electricians, last_text, says, the_wish
from wishes.promise import promise

SHANGHAI = ZoneInfo("Asia/Shanghai")
TEN = datetime(2026, 11, 23, 10, 20, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("minutes", "zh", "en", "by"),
    [
        (3, "10分钟内", "within 10 minutes", TEN + timedelta(minutes=10)),
        (31, "40分钟内", "within 40 minutes", TEN + timedelta(minutes=40)),
        (60, "1小时内", "within an hour", TEN + timedelta(hours=1)),
        (61, "90分钟内", "within 90 minutes", TEN + timedelta(minutes=90)),
        (150, "3小时内", "within 3 hours", TEN + timedelta(hours=3)),
        (181, "今天15点前", "by 15:00 today", TEN.replace(hour=15, minute=0)),
        (1300, "明天9点前", "by 9:00 tomorrow", (TEN + timedelta(days=1)).replace(hour=9, minute=0)),
    ],
)
def test_in_words_and_never_sooner_than_reckoned(minutes: float, zh: str, en: str, by: datetime) -> None:
    with at(TEN):
        told = promise(minutes)
    assert told is not None
    assert (told.words, told.by) == ((zh, en), by)
    assert told.by >= TEN + timedelta(minutes=minutes)


def test_nothing_is_promised_for_a_later_day() -> None:
    with at(TEN):
        assert promise(3000) is None


async def test_the_resident_is_told_with_the_number_and_the_wish_keeps_it(cast: Cast) -> None:
    await electricians(8)
    with at(TEN):
        await says(cast.zhang, "客厅的灯泡坏了,想请会电工的帮忙换一下")
    wish = await the_wish()
    assert "一般" in await last_text(cast.zhang)
    assert wish.expected_by is not None
    assert TEN < wish.expected_by <= TEN + timedelta(hours=3)


async def test_where_nobody_is_near_nothing_is_promised(cast: Cast) -> None:
    with at(TEN):
        wish = await bulb_raised(cast.zhang, area="421281107202")
    assert wish.expected_by is None
    assert "一般" not in await last_text(cast.zhang)
