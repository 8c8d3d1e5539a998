"""The two alphabets of SMS, and what holds for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.segments import GSM, GSM_ESCAPED, segments, units

MIXED = st.text(st.sampled_from("abc €^\n灯坏了😀"), max_size=400)


def test_the_alphabet_has_the_128_places_of_gsm_03_38() -> None:
    assert len(GSM) == 127  # and ESC
    assert len(GSM_ESCAPED) == 10
    assert not GSM & GSM_ESCAPED


@pytest.mark.parametrize("char", "ç`ÁÊáíóú’“”–…\u00a0\t中Я😀")
def test_what_looks_like_latin_may_cost_a_whole_alphabet(char: str) -> None:
    assert not units(f"hello {char}")[0]


@pytest.mark.parametrize("char", "@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\n\r")
def test_what_looks_foreign_may_cost_nothing(char: str) -> None:
    assert units(char) == (True, [1])


@given(MIXED, MIXED)
def test_more_words_never_cost_less(text: str, more: str) -> None:
    assert segments(text) <= segments(text + more)


@given(MIXED)
def test_a_text_costs_what_its_units_fill(text: str) -> None:
    gsm, sizes = units(text)
    least = -(-sum(sizes) // (160 if gsm else 70))
    most = -(-sum(sizes) // (152 if gsm else 66)) or 1
    assert max(1, least) <= segments(text) <= most
