"""Phone numbers: E.164 inside, grouped or masked where people see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.phone import e164, masked, shown

LIU = "+8616000000001"


@pytest.mark.parametrize(
    "written",
    [
        "+8616000000001",
        "16000000001",
        "160 0000 0001",
        "160-0000-0001",
        "0086 160 0000 0001",
        "+86 (160) 0000-0001",
        "１６０００００００01",
    ],
)
def test_one_phone_however_it_is_written(written: str) -> None:
    assert e164(written) == LIU


@pytest.mark.parametrize(("written", "number"), [("0715-8255123", "+867158255123"), ("+1 415 555 2671", "+14155552671")])
def test_land_lines_and_phones_abroad(written: str, number: str) -> None:
    assert e164(written) == number


@pytest.mark.parametrize("written", ["", "   ", "10086", "12345", "LIANGDENG", "not a phone", "+861600000000123456", "+", "1" * 500, "\0"])
def test_what_is_no_phone(written: str) -> None:
    assert e164(written) is None


@given(st.text())
def test_whatever_is_written_there_is_an_answer(written: str) -> None:
    number = e164(written)
    assert number is None or (e164(number) == number and len(number) <= 16 and number[1:].isdigit())


def test_it_is_shown_as_people_read_it_out() -> None:
    assert shown(LIU) == "160 0000 0001"
    assert shown("+14155552671") == "+1 415-555-2671"
    assert shown("10086") == "10086"


def test_lists_and_logs_show_the_end_only() -> None:
    assert masked(LIU) == "…0001"
