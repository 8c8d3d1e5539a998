"""What a listing cannot say, each with the message that says so."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from jobs.fields import NO_PHONE
from jobs.terms import Terms, errors

TODAY = date(2026, 11, 24)
GOOD = Terms(
    title="瓦工", day=TODAY, starts=time(7), ends=time(17), heads=2, area="421202001", place="桂花路8号", contact="老周", phone="16000000201",
    employer=1, occupation="bricklayer", pay_fen=25_000, pay_per="day",
)  # fmt: skip
COURSE = replace(GOOD, kind="training", employer=None, occupation=None, pay_fen=None, pay_per=None, teaches="bricklayer")

BAD: list[tuple[dict[str, Any], str, str, str]] = [
    ({"heads": 0}, "heads", "人数0不行，应为1到500", "0 people cannot be; 1 to 500"),
    ({"heads": 10_000}, "heads", "人数10000不行，应为1到500", "10000 people cannot be; 1 to 500"),
    (
        {"starts": time(17), "ends": time(7)}, "ends", "结束时间7:00不晚于开始时间17:00；做到第二天的，请写17:00-次日7:00",
        "ends at 7:00, not after it starts at 17:00; if it ends on the next day, write 17:00-7:00 next day",
    ),
    ({"ends": time(7)}, "ends", "结束时间7:00不晚于开始时间7:00；做到第二天的，请写7:00-次日7:00",
     "ends at 7:00, not after it starts at 7:00; if it ends on the next day, write 7:00-7:00 next day"),
    ({"starts": time(4), "ends": time(20, 30)}, "ends", "一班16.5小时太长，最多16小时", "a shift of 16.5 hours is too long; at most 16"),
    ({"overnight": True}, "ends", "一班34小时太长，最多16小时", "a shift of 34 hours is too long; at most 16"),
    ({"day": date(2026, 11, 23)}, "day", "2026年11月23日已经过去", "23 November 2026 is over"),
    (
        {"day": date(2027, 1, 24)}, "day", "2027年1月24日太远，最多提前60天（到2027年1月23日）",
        "24 January 2027 is too far ahead; at most 60 days, until 23 January 2027",
    ),
    ({"pay_fen": 3}, "pay_fen", "0.03元不是工资；请填元，例如250", "0.03 yuan is no wage; give yuan, such as 250"),
    ({"pay_fen": -25_000}, "pay_fen", "-250元不是工资；请填元，例如250", "-250 yuan is no wage; give yuan, such as 250"),
    (
        {"pay_fen": 2_500_000}, "pay_fen", "25000元/天太高，最多5000元/天；请填元，例如250",
        "25000 yuan a day is too much; at most 5000 yuan a day; give yuan, such as 250",
    ),
    (
        {"pay_fen": 20_000}, "pay_fen", "200元/天，干10小时，合每小时20元，低于咸安区最低小时工资21.5元；这一天至少215元",
        "200 yuan a day for 10 hours comes to 20 yuan an hour, below the minimum of 21.5 yuan an hour in Xian'an District; for this day at least 215 yuan",
    ),
    (
        {"pay_fen": 2_149, "pay_per": "hour"}, "pay_fen", "21.49元/小时，低于咸安区最低小时工资21.5元",
        "21.49 yuan an hour is below the minimum of 21.5 yuan an hour in Xian'an District",
    ),
    ({"pay_fen": None}, "pay_fen", "没有填", "is missing"),
    ({"pay_per": "month"}, "pay_fen", "请写明按天还是按小时", "say whether by the day or by the hour"),
    ({"title": " "}, "title", "没有填", "is missing"),
    ({"title": "瓦" * 61}, "title", "有61个字，最多60个", "has 61 characters; at most 60"),
    ({"place": ""}, "place", "没有填", "is missing"),
    ({"contact": ""}, "contact", "没有填", "is missing"),
    ({"bring": "锤" * 101}, "bring", "有101个字，最多100个", "has 101 characters; at most 100"),
    ({"note": "好" * 501}, "note", "有501个字，最多500个", "has 501 characters; at most 500"),
    ({"phone": "一二三"}, "phone", *NO_PHONE),
    ({"phone": ""}, "phone", "没有填", "is missing"),
    ({"area": "999"}, "area", "没有代码为“999”的区域", 'there is no area with the code "999"'),
    ({"occupation": "wizard"}, "occupation", "没有“wizard”", 'there is no "wizard"'),
    ({"occupation": None}, "occupation", "没有填", "is missing"),
    ({"certificate": "wand"}, "certificate", "没有“wand”", 'there is no "wand"'),
    ({"employer": None}, "employer", "没有填", "is missing"),
    ({"teaches": "bricklayer"}, "teaches", "招工不填教什么", "a job teaches nothing"),
    ({"lat": 29.8}, "lat", "纬度和经度要么都填，要么都不填", "latitude and longitude: give both or neither"),
    ({"lat": 99.0, "lon": 114.0}, "lat", "99.0，114.0不是地球上的位置", "99.0, 114.0 is no place on earth"),
    ({"kind": "gift"}, "kind", "只能是用工或培训", "is neither a job nor a training"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "field", "zh", "en"), BAD, ids=[f"{field} {zh}" for _, field, zh, _ in BAD])
def test_it_is_refused_with_the_figure(changed: dict[str, Any], field: str, zh: str, en: str) -> None:
    assert errors(replace(GOOD, **changed), TODAY) == {field: (zh, en)}


GOOD_ONES: list[dict[str, Any]] = [
    {},
    {"heads": 1},
    {"heads": 500},
    {"day": date(2027, 1, 23)},
    {"starts": time(4), "ends": time(20), "pay_fen": 34_400},
    {"starts": time(22), "ends": time(6), "overnight": True},
    {"pay_fen": 21_500},
    {"pay_fen": 2_150, "pay_per": "hour"},
    {"pay_fen": 20_000, "area": "421223"},
    {"certificate": "health"},
    {"lat": 29.8, "lon": 114.3},
]


@pytest.mark.parametrize("changed", GOOD_ONES, ids=str)
def test_what_is_just_possible_is_taken(changed: dict[str, Any]) -> None:
    assert errors(replace(GOOD, **changed), TODAY) == {}


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert errors(replace(GOOD, heads=0, title="", phone="1"), TODAY).keys() == {"heads", "title", "phone"}


def test_a_training_needs_neither_employer_nor_pay() -> None:
    assert errors(COURSE, TODAY) == {}


def test_a_training_has_neither_employer_nor_pay() -> None:
    wrong = errors(replace(COURSE, employer=1, pay_fen=25_000), TODAY)
    assert {field: words.zh for field, words in wrong.items()} == {"employer": "培训不填用人单位", "pay_fen": "培训不填工资"}


def test_the_texts_are_stored_on_one_line_without_what_cannot_be_seen() -> None:
    tidied = replace(GOOD, title=" 瓦工\u200b \n 两名\t", phone="160 0000 0201").tidied()
    assert (tidied.title, tidied.phone) == ("瓦工 两名", "+8616000000201")
