import pytest

from messages.redact import plain, redacted
from tests.patience import soon


@pytest.mark.parametrize(
    ("said", "private"),
    [
        ("灯坏了\uff0c打13812345678", "13812345678"),
        ("灯坏了\uff0c电话 138 1234 5678", "1234"),
        ("灯坏了\uff0c+86 (160) 0000-0001", "0000"),
        ("灯坏了\uff0c座机0715\uff088888888\uff09", "8888"),
        ("灯坏了\uff0c\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "\uff11\uff13\uff18"),
        ("灯坏了\uff0c身份证42120219500101123X", "123X"),
        ("灯坏了\uff0c微信abc_12345", "abc_12345"),
        ("灯坏了\uff0c发到liu@example.org", "liu"),
        ("我叫刘桂兰\uff0c灯坏了", "刘桂兰"),
        ("我叫刘桂兰家里灯坏了", "刘桂兰"),
        ("姓名\uff1a刘桂兰\uff0c灯坏了", "刘桂兰"),
        ("我是欧阳桂兰\u3002灯坏了", "欧阳"),
        ("5栋2单元501灯坏了", "501"),
        ("5栋201的灯坏了", "201"),
        ("三组十二号的灯坏了", "十二"),
        ("3组12号灯坏了", "12"),
        ("B座1203灯坏了", "1203"),
        ("Room 301, building 5, 灯坏了", "301"),
        ("灯坏了 flat 3b", "3b"),
        ("灯坏了, my name is Mary Smith", "Smith"),
        ("I'm Mary, 灯坏了", "Mary"),
    ],
)
def test_hides_who_and_where_and_keeps_what(said: str, private: str) -> None:
    shown = redacted(said, 60)
    assert private not in shown
    assert "灯坏了" in shown


@pytest.mark.parametrize(
    "said",
    [
        "我是想请人换灯泡的",
        "我是张大爷家的灯泡坏了想请人换一下",
        "11月23日上午九点去县医院",
        "买2斤米和3斤面\uff0c十一点前要",
        "I am looking for a lift to the hospital",
        "miami am radio is broken",
    ],
)
def test_leaves_alone_what_is_not_private(said: str) -> None:
    assert redacted(said, 60) == said


def test_control_bidi_and_invisible_characters_are_gone() -> None:
    assert plain("换\u202e灯\u200b泡\x00\x1b好\ue000\ud800\n吗\t\r ?") == "换灯泡好 吗 ?"


def test_what_is_long_is_cut() -> None:
    assert redacted("灯" * 24) == "灯" * 24
    assert redacted("灯" * 25) == "灯" * 23 + "…"
    assert redacted("") == ""


@pytest.mark.parametrize("piece", ["1-", "1 ", "一", "a", "I'm A", "1号", "a@"])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    with soon():
        redacted((piece * 1600)[:1600])
