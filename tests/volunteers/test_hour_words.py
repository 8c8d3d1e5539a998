from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.errors import Unreadable
from volunteers.hour_words import parse_hours
from volunteers.hours import ANY, describe


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("周一至周五 18-21; 周末 9-18", "Mon–Fri 18–21; weekends 9–18"),
        ("周一至周五 18-21,周末 9-18", "Mon–Fri 18–21; weekends 9–18"),
        ("mon-fri 18:00-21:00", "Mon–Fri 18–21"),
        ("Monday to Friday 6pm-9pm", "Mon–Fri 18–21"),
        ("weekday evening", "Mon–Fri 18–24"),
        ("weekends", "weekends all day"),
        ("weekends and evenings", "Mon–Fri 18–24; weekends all day"),
        ("周末和晚上", "Mon–Fri 18–24; weekends all day"),
        ("每天 9-12", "every day 9–12"),
        ("早上", "every day 6–12"),
        ("9-12、14-18 周末", "weekends 9–18"),
        ("9am-5pm weekdays, Sat 9-12", "Mon–Fri 9–18; Sat 9–12"),
        ("周一三五晚上", "Mon, Wed, Fri 18–24"),
        ("周一,周三 9:00-11:30", "Mon, Wed 9–12"),
        ("周一晚上和周二下午", "Mon 18–24; Tue 12–18"),
        ("周1-5 18-21", "Mon–Fri 18–21"),
        ("星期六9点到17点", "Sat 9–18"),
        ("礼拜天全天", "Sun all day"),
        ("周六日 9-18", "weekends 9–18"),
        ("周二、周四 下午2点到5点", "Tue, Thu 12–18"),
        ("晚上6点到9点", "every day 18–21"),
        ("晚上6点到12点", "every day 18–24"),
        ("上午9点到下午5点", "every day 9–18"),
        ("8点半到11点", "every day 6–12"),
        ("12pm-3pm", "every day 12–15"),
        ("6-9pm", "every day 18–21"),
        ("工作日晚上有空;周末都可以", "Mon–Fri 18–24; weekends all day"),
        ("周一至周五18-21", "Mon–Fri 18–21"),
        ("周五至周一 9-12", "Mon, Fri–Sun 9–12"),
        ("周六 22-2", "Sat 21–24; Sun 0–3"),
        ("255", "Mon all day"),
    ],
)
def test_hours_are_read_as_people_write_them(written: str, meant: str) -> None:
    assert describe(parse_hours(written), "en") == meant


@pytest.mark.parametrize("written", ["any", "Any time", "每天", "随时", "不限", "0-24", str(ANY), "24/7"])
def test_always_is_always(written: str) -> None:
    assert parse_hours(written) == ANY


@pytest.mark.parametrize("written", ["", "  ", "0", str(ANY + 1), "明天", "周八", "25-30", "18-18", "asap", "周一至", "-5", "9-"])
def test_what_says_no_hours_is_refused_with_a_reason(written: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_hours(written)
    zh, en = refused.value.reason
    assert "时间" in zh
    assert "hours" in en


@given(st.integers(1, ANY), st.sampled_from(["zh-CN", "en"]))
def test_what_is_described_is_read_back_the_same(mask: int, language: str) -> None:
    assert parse_hours(describe(mask, language)) == mask


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(written: str) -> None:
    with suppress(Unreadable):
        assert 0 < parse_hours(written) <= ANY
