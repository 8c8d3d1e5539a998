from datetime import date, datetime

import pytest

from inbox.dates import day_asked_for, part_of_day, without_other_times
from tests.inbox.reading_of import CITY, read

MONDAY = date(2026, 11, 23)


def day_of(text: str, today: date = MONDAY) -> str | None:
    day = day_asked_for(without_other_times(text), today)
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-11-23"),
        ("今晚", "2026-11-23"),
        ("明早", "2026-11-24"),
        ("后天", "2026-11-25"),
        ("大后天", "2026-11-26"),
        ("周五", "2026-11-27"),
        ("星期天", "2026-11-29"),
        ("礼拜天", "2026-11-29"),
        ("周一", "2026-11-23"),
        ("这周六", "2026-11-28"),
        ("下周一", "2026-11-30"),
        ("下周三", "2026-12-02"),
        ("下下周一", "2026-12-07"),
        ("周末", "2026-11-28"),
        ("12月3日", "2026-12-03"),
        ("十二月三号", "2026-12-03"),
        ("12.3号", "2026-12-03"),
        ("1月5号", "2027-01-05"),
        ("28号", "2026-11-28"),
        ("3号", "2026-12-03"),
        ("月底", "2026-11-30"),
        ("三天后", "2026-11-26"),
        ("2026-12-01", "2026-12-01"),
        ("tomorrow", "2026-11-24"),
        ("tonight", "2026-11-23"),
        ("on friday", "2026-11-27"),
        ("next monday", "2026-11-30"),
        ("this weekend", "2026-11-28"),
        ("on dec 3", "2026-12-03"),
        ("the day after tomorrow", "2026-11-25"),
    ],
)
def test_a_day_is_found(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "三天没来水了",
        "一个星期没人拉",
        "两个月前",
        "昨天坏的",
        "上周五",
        "每周三",
        "初二孙子",
        "37码",
        "一天200",
        "3号楼",
        "腊月二十八",
        "以后天天",
        "2月30日",
        "last friday",
        "every sunday",
    ],
)
def test_what_is_past_or_lasts_or_repeats_is_no_day(text: str) -> None:
    assert day_of(text) is None


def test_the_day_asked_for_is_found_beside_one_that_is_past() -> None:
    assert day_of("昨天晚上坏的,明天能来吗") == "2026-11-24"


def test_on_a_sunday_the_weekend_is_today_and_the_next_week_begins_tomorrow() -> None:
    sunday = date(2026, 11, 29)
    assert day_of("周末", sunday) == "2026-11-29"
    assert day_of("下周一", sunday) == "2026-11-30"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("上午", "morning"),
        ("明早", "morning"),
        ("早班", "morning"),
        ("下午", "afternoon"),
        ("中午", "afternoon"),
        ("15点", "afternoon"),
        ("今晚", "evening"),
        ("夜班", "evening"),
        ("傍晚", "evening"),
        ("周五晚", "evening"),
        ("3 pm", "afternoon"),
        ("9am", "morning"),
        ("this evening", "evening"),
        ("上午或下午", "morning"),
        ("早点来", None),
        ("太晚了", None),
        ("晚上睡不着", None),
        ("停电一下午了", None),
        ("昨天晚上", None),
    ],
)
def test_part_of_day(text: str, part: str | None) -> None:
    assert part_of_day(without_other_times(text)) == part


def test_the_day_is_counted_from_the_moment_given() -> None:
    assert read("明天来修灯", datetime(2027, 2, 28, tzinfo=CITY)).day == date(2027, 3, 1)
