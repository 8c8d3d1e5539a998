"""What gives way in a text that would cost more than two SMS."""

from hypothesis import given
from hypothesis import strategies as st

from base.words import Words
from messages import texts
from messages.fit import SHORTEST, fitted
from messages.segments import segments
from tests.messages.test_texts import LONGEST, SIGNATURE, every_text

WORDS = st.text(st.sampled_from("灯坏了abc 😀€…,1"), max_size=250)


def placed(zh: str, en: str = "") -> texts.Text:
    return texts.claim_place(27, "刘奶奶", "+8616000000001", Words(zh, en))


def test_what_fits_is_left_alone() -> None:
    assert "万秀村3组12号" in fitted(placed("万秀村3组12号"), "zh-CN", SIGNATURE)


def test_no_more_gives_way_than_must() -> None:
    body = fitted(placed("很" * 200 + "5栋201"), "zh-CN", SIGNATURE)
    assert (segments(body), segments(body + "很")) == (2, 3)


def test_an_english_address_keeps_its_beginning() -> None:
    body = fitted(placed("", "Flat 201, block 5, " + "a very long lane, " * 30), "en", SIGNATURE)
    assert "Flat 201, block 5" in body
    assert "…" in body


def test_the_longest_gives_way_first() -> None:
    body = fitted(placed("贺胜桥镇" + "很" * 200), "zh-CN", SIGNATURE)
    assert "刘奶奶" in body
    assert "160 0000 0001" in body


def test_of_a_list_only_the_longest_item_gives_way() -> None:
    short = Words("101 正在找人", "")
    body = fitted(texts.status_list([short, Words("102 " + "很" * 200, "")]), "zh-CN", SIGNATURE)
    assert short.zh in body
    assert "102 很很" in body
    assert segments(body) == 2


def test_two_items_of_one_length_are_shortened_in_turn() -> None:
    items = [Words(f"{ref} " + "很" * 80, "") for ref in (101, 102)]
    body = fitted(texts.status_list(items), "zh-CN", SIGNATURE)
    assert abs(body.count("很", 0, body.index("102")) - body.count("很", body.index("102"))) <= 1


def test_a_longer_signature_costs_words_and_no_third_sms() -> None:
    for text in every_text(LONGEST):
        assert segments(fitted(text, "zh-CN", "【咸安微心愿】")) <= 2, text.kind


@given(WORDS, WORDS, st.lists(WORDS.map(lambda said: Words(said, said)), max_size=6), st.sampled_from(["zh-CN", "en"]))
def test_whatever_is_quoted_it_ends_and_fits(place: str, name: str, items: list[Words], language: str) -> None:
    for text in (texts.claim_place(27, name, "+8616000000001", Words(place, place)), texts.status_list(items)):
        body = fitted(text, language, SIGNATURE)
        assert segments(body) <= 2


def test_what_can_no_longer_be_understood_is_not_shortened_further() -> None:
    items = [Words(f"{ref} 灯坏了", "") for ref in range(100, 140)]
    body = fitted(texts.status_list(items), "zh-CN", SIGNATURE)
    assert all(f"{item.zh[: SHORTEST - 1]}" in body for item in items)
