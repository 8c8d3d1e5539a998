import pytest

from base.errors import Refused, Unreadable
from base.words import LANGUAGES, Words

LIGHT = Words("灯", "light")


@pytest.mark.parametrize(("language", "word"), [("zh-CN", "灯"), ("en", "light"), ("fr", "灯"), ("", "灯"), ("EN", "灯")])
def test_who_does_not_read_english_reads_chinese(language: str, word: str) -> None:
    assert LIGHT.in_(language) == word


def test_each_language_has_its_own_words() -> None:
    assert [LIGHT.in_(language) for language in LANGUAGES] == list(LIGHT)


def test_a_number_stands_before_the_words_of_every_language() -> None:
    assert LIGHT.prefixed("27 ") == Words("27 灯", "27 light")


def test_a_refusal_carries_its_reason_and_what_its_sentence_needs() -> None:
    refusal = Refused("not_done", state=LIGHT)
    assert (str(refusal), refusal.reason, refusal.context) == ("not_done", "not_done", {"state": LIGHT})


def test_what_a_person_wrote_wrongly_is_said_in_his_language() -> None:
    error = Unreadable("电话不对", "not a phone")
    assert isinstance(error, ValueError)
    assert [error.reason.in_(language) for language in LANGUAGES] == ["电话不对", "not a phone"]
