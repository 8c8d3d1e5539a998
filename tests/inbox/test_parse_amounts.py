import pytest

from inbox.amounts import helpers_asked_for, least_pay
from inbox.numerals import value


@pytest.mark.parametrize(
    ("written", "number"),
    [("27", 27), ("二十七", 27), ("十", 10), ("一零八", 108), ("一百零八", 108), ("两百五", 250), ("二百五十", 250), ("一千二", 1200), ("三百", 300), ("二十五", 25), ("一百零五", 105), ("x", None), ("", None)],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(written: str, number: int | None) -> None:
    assert value(written) == number


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("瓦工 250以上", 250),
        ("日薪280", 280),
        ("一天300", 300),
        ("不低于200", 200),
        ("两百五一天", 250),
        ("300 per day", 300),
        ("¥260", 260),
        ("25块一小时", 25),
        ("200-250一天", 200),
        ("280元/天", 280),
        ("一天至少要180块", 180),
        ("at least 300 a day", 300),
        ("找活 瓦工 250 咸安", 250),
        ("45岁 能吃苦", None),
        ("干了10年", None),
        ("电话13971234567", None),
        ("两个人", None),
    ],
)
def test_least_pay(text: str, pay: int | None) -> None:
    assert least_pay(text) == pay


@pytest.mark.parametrize(
    ("text", "helpers"),
    [("要两个人抬", 2), ("来3个志愿者", 3), ("need two people", 2), ("需要俩小伙子", 2), ("一个人害怕", None), ("家里有三个人", None)],
)
def test_how_many_helpers(text: str, helpers: int | None) -> None:
    assert helpers_asked_for(text) == helpers
