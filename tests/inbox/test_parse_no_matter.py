import pytest

from tests.inbox.reading_of import read


@pytest.mark.parametrize(
    "text",
    [
        "【中国移动】您的话费余额不足10元",
        "您的验证码是482913,请勿告诉他人",
        "低息贷款,额度30万,加微信",
        "我正在开会,稍后联系您",
        "【亮灯】陈师傅认领了您的心愿(编号27)。取消请回复取消 27",
    ],
)
def test_a_machine_starts_no_conversation(text: str) -> None:
    assert (read(text).intent, read(text).why) == ("other", "machine")


@pytest.mark.parametrize(
    ("text", "why"), [("谢谢你们!", "thanks"), ("在吗", "greeting"), ("早上好!", "greeting"), ("灯修好了,别再给我发短信", "pause")]
)
def test_small_talk_and_a_wish_for_silence_are_told_apart(text: str, why: str) -> None:
    assert (read(text).intent, read(text).why) == ("other", why)


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "...", "\x00\x01", "今天天气真好"])
def test_what_says_nothing_is_unclear(text: str) -> None:
    assert (read(text).intent, read(text).why) == ("other", "unclear")


def test_somebody_cheated_by_an_advert_is_no_machine() -> None:
    assert read("被骗贷款了,对方叫我加微信转账,怎么办").intent == "wish"


def test_our_signature_in_front_is_not_part_of_what_is_said() -> None:
    assert read("【亮灯】厕所灯不亮了,帮忙换一下").kind == "repair"
