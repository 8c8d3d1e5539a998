import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox.parse import to_json
from tests.inbox.reading_of import collected, read
from tests.patience import soon

WORDS = [word for name in ("commands", "residents", "workers", "others") for example in collected(name) for word in example["text"].split()]


@given(st.text(max_size=400))
@settings(deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    to_json(read(text))


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(deadline=None)
def test_words_in_any_order_are_read_the_same_way_twice(text: str) -> None:
    assert read(text) == read(text)


@given(st.text(alphabet="接不完成确认取消0123456789零一二十百 ,。号分星", max_size=60))
@settings(deadline=None)
def test_a_ref_has_one_to_nine_digits_and_a_rating_one_to_five(text: str) -> None:
    reading = read(text)
    assert reading.ref is None or 1 <= reading.ref <= 999_999_999
    assert reading.rating is None or (reading.intent == "confirm" and 1 <= reading.rating <= 5)


@pytest.mark.parametrize(
    "piece", ["灯坏了", "接27 ", "一", "1", "a", "不", "找活 ", "高桥", "一百", "下", "不 27 ", "住在 ", "\ufdfa", "【", "é"]
)
def test_a_long_text_holds_nobody_up(piece: str) -> None:
    with soon():
        read((piece * 2000)[:2000])
