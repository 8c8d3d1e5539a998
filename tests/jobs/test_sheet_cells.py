"""What people and spreadsheets write, and what is meant."""

from datetime import date, datetime, time

import pytest

from base.errors import Unreadable
from jobs import sheet_cells as cells
from jobs.typed import Hours, heads_of, hours_of, pay_of

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("7:00-17:00", Hours(time(7), time(17), False)),
        ("7：00—17：00", Hours(time(7), time(17), False)),
        ("7点到17点", Hours(time(7), time(17), False)),
        ("7点半至17点", Hours(time(7, 30), time(17), False)),
        ("07:30 ~ 11:45", Hours(time(7, 30), time(11, 45), False)),
        ("上午8点-下午5点半", Hours(time(8), time(17, 30), False)),
        ("下午1点-5点", Hours(time(13), time(17), False)),
        ("中午12点到下午6点", Hours(time(12), time(18), False)),
        ("早6点-晚9点", Hours(time(6), time(21), False)),
        ("7am-5:30pm", Hours(time(7), time(17, 30), False)),
        ("7:00 to 17:00", Hours(time(7), time(17), False)),
        ("22:00-次日6:00", Hours(time(22), time(6), True)),
        ("22:00–6:00 next day", Hours(time(22), time(6), True)),
        ("晚10点到第二天早6点", Hours(time(22), time(6), True)),
        ("16:00-24:00", Hours(time(16), time(0), True)),
        ("22:00-6:00", Hours(time(22), time(6), False)),
    ],
)
def test_hours(written: str, hours: Hours) -> None:
    assert hours_of(written) == hours


@pytest.mark.parametrize("written", ["七点", "7", "25:00-30:00", "7:75-9:00", "7:00", "全天"])
def test_what_are_no_hours(written: str) -> None:
    with pytest.raises(Unreadable):
        hours_of(written)


@pytest.mark.parametrize(
    ("written", "pay"),
    [
        ("250元/天", (25_000, "day")),
        ("250/天", (25_000, "day")),
        ("250 yuan a day", (25_000, "day")),
        ("250/day", (25_000, "day")),
        ("25/小时", (2_500, "hour")),
        ("21.5元每小时", (2_150, "hour")),
        ("25 yuan an hour", (2_500, "hour")),
    ],
)
def test_pay(written: str, pay: tuple[int, str]) -> None:
    assert pay_of(written) == pay


@pytest.mark.parametrize("written", ["面议", "200-250元/天", "250元/月"])
def test_what_is_no_pay(written: str) -> None:
    with pytest.raises(Unreadable):
        pay_of(written)


@pytest.mark.parametrize(("written", "heads"), [("3", 3), ("３人", 3), ("0", 0), ("10000", 10_000)])
def test_heads(written: str, heads: int) -> None:
    assert heads_of(written) == heads


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2026, 11, 25), date(2026, 11, 25)),
        (datetime(2026, 11, 25), date(2026, 11, 25)),  # noqa: DTZ001  # as a spreadsheet has it
        ("2026-11-25", date(2026, 11, 25)),
        ("2026/11/5", date(2026, 11, 5)),
        ("2026年11月25日", date(2026, 11, 25)),
        ("11月25日", date(2026, 11, 25)),
        ("11月25日周三", date(2026, 11, 25)),
        ("11.25", date(2026, 11, 25)),
        ("1月3日", date(2027, 1, 3)),
        ("11月23日", date(2026, 11, 23)),
        ("今天", TODAY),
        ("明天", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 25)),
    ],
)
def test_days(cell: object, day: date) -> None:
    assert cells.day(cell, TODAY) == day


@pytest.mark.parametrize("cell", ["", None, "周三", "2026-02-30", "13月1日", "星期八", 45_000])
def test_what_is_no_day(cell: object) -> None:
    with pytest.raises(Unreadable):
        cells.day(cell, TODAY)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "421202001"),
        ("421202104", "421202104"),
        ("贺胜桥镇", "421202104"),
        ("咸安区贺胜桥镇万秀村", "421202104219"),
        ("Heshengqiao Town", "421202104"),
        ("Wanxiu Village, Heshengqiao Town", "421202104219"),
    ],
)
def test_areas(cell: str, code: str) -> None:
    assert cells.area(cell, "421202001") == code


def test_a_name_that_several_areas_bear_is_asked_about() -> None:
    with pytest.raises(Unreadable) as unreadable:
        cells.area("高桥村委会", "421221")
    assert unreadable.value.reason.zh.startswith("“高桥村委会”有4个：")
    assert unreadable.value.reason.zh.endswith("；请写清楚")


def test_an_area_that_is_nowhere_is_refused() -> None:
    with pytest.raises(Unreadable, match="没有找到区域“火星”"):
        cells.area("火星", "421202001")


@pytest.mark.parametrize(
    ("cell", "kind", "title"),
    [("瓦工", "bricklayer", "瓦工"), ("bricklaying", "bricklayer", "瓦工"), ("贴砖师傅", "bricklayer", "贴砖师傅")],
)
def test_occupations(cell: str, kind: str, title: str) -> None:
    found = cells.occupation(cell)
    assert found is not None
    assert (found.kind, found.title) == (kind, title)
    assert found.code is not None


@pytest.mark.parametrize(("cell", "certificate"), [("", None), ("健康证", "health"), ("heights", "heights"), ("要有叉车证", "forklift")])
def test_certificates(cell: str, certificate: str | None) -> None:
    assert cells.certificate(cell) == certificate


@pytest.mark.parametrize("cell", ["魔法证", "健康证和叉车证"])
def test_what_is_no_certificate(cell: str) -> None:
    with pytest.raises(Unreadable):
        cells.certificate(cell)


@pytest.mark.parametrize(
    ("cell", "meals"), [("是", True), ("包午餐", True), ("yes", True), (True, True), ("", False), ("不包", False), (0.0, False)]
)
def test_yes_and_no(cell: object, meals: bool) -> None:
    assert cells.yes(cell) is meals


def test_what_is_neither_yes_nor_no() -> None:
    with pytest.raises(Unreadable):
        cells.yes("随便")
