"""Which phones stand on the page: all of it is in the address, whatever somebody writes there."""

from urllib.parse import parse_qsl

import pytest
from litestar.datastructures import MultiDict

from sandbox.screen import CAST_PHONES, MOST_PHONES, Screen, language, screen

ONE, TWO = "+8616000000051", "+8616000000052"


def seen(*pairs: tuple[str, str]) -> Screen:
    return screen(MultiDict(list(pairs)), "en")


def again(shown: Screen) -> Screen:
    """The page that its own address leads to."""
    return screen(MultiDict(parse_qsl(shown.query)), shown.language)


def test_without_a_wish_the_whole_cast_is_there() -> None:
    assert seen().phones == CAST_PHONES
    assert seen(("phone", " ")).phones == CAST_PHONES


def test_a_phone_stands_once_in_the_order_of_the_address() -> None:
    assert seen(("phone", TWO), ("phone", ONE), ("phone", "160 0000 0052")).phones == (TWO, ONE)


def test_there_are_never_more_than_a_page_can_bear() -> None:
    many = [("phone", f"+86160000{number:05}") for number in range(MOST_PHONES + 10)]
    assert len(seen(*many).phones) == MOST_PHONES


def test_what_is_no_phone_is_said_and_cut_and_the_others_stay() -> None:
    found = seen(("phone", ONE), ("phone", "x" * 500))
    assert found.phones == (ONE,)
    assert found.rejected == "x" * 64


@pytest.mark.parametrize(
    "shown", [Screen("zh-CN"), Screen("en", (ONE, TWO)), Screen("en", (ONE, TWO), TWO), Screen("zh-CN", chosen=CAST_PHONES[2])]
)
def test_the_address_says_all_that_is_on_the_page(shown: Screen) -> None:
    assert again(shown) == shown


def test_taking_a_phone_away_or_choosing_one_changes_nothing_else() -> None:
    shown = Screen("en", (ONE, TWO))
    assert shown.without(ONE) == Screen("en", (TWO,))
    assert shown.choosing(TWO) == Screen("en", (ONE, TWO), TWO)
    assert shown.speaking("zh-CN") == Screen("zh-CN", (ONE, TWO))


def test_a_narrow_page_shows_the_chosen_phone_or_the_first() -> None:
    assert Screen("en", (ONE, TWO), TWO).shown == TWO
    assert Screen("en", (ONE, TWO), "+8616000000099").shown == ONE
    assert Screen("en", (ONE, TWO)).shown == ONE


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "spoken"),
    [
        ("en", "zh-CN", "zh", "en"), (None, "en", "zh", "en"), (None, None, "fr, en;q=0.3, zh;q=0.9", "zh-CN"), ("xx", "yy", "de", "zh-CN"),
        ("EN-gb", None, "", "en"), (None, None, "en;q=oops, zh;q=0.1", "zh-CN"), (None, None, "", "zh-CN"), ("", "", "en", "en"),
    ],
)  # fmt: skip
def test_what_was_asked_for_now_wins_over_what_was_kept_and_liked(asked: str | None, kept: str | None, accepted: str, spoken: str) -> None:
    assert language(asked, kept, accepted) == spoken
