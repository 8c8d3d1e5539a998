"""Texts as residents write them: who and where is hidden wherever it stands, and the need stays readable."""

import pytest

from messages.redact import redacted

WRITTEN_PHONES = (
    "13871234567", "138 7123 4567", "138-7123-4567", "+8613871234567", "+86 138 7123 4567", "(0715)8255678", "0715-8255678",
    "１３８７１２３４５６７", "138　7123　4567",
)  # fmt: skip
AROUND = ("{},家里停电了", "家里停电了,{}", "家里停电了,打{}找我", "家里停电了 电话:{}", "家里停电了\n{}\n谢谢")


@pytest.mark.parametrize("phone", WRITTEN_PHONES)
def test_a_phone_is_hidden_however_and_wherever_it_is_written(phone: str) -> None:
    for around in AROUND:
        shown = redacted(around.format(phone), 200)
        assert "停电了" in shown
        assert not any(digits in shown for digits in ("7123", "4567", "825", "5678", "７１２３", "４５６７")), shown


@pytest.mark.parametrize(
    "door", ["5栋201", "3号楼2单元501室", "12幢3单元", "7巷66号", "三组", "十二组8号", "B座1203", "3-2-501号", "2弄15号"]
)
def test_a_door_is_hidden_wherever_it_stands(door: str) -> None:
    for around in AROUND:
        shown = redacted(around.format(door), 200)
        assert "停电了" in shown
        assert door not in shown
        assert not any(part in shown for part in ("201", "501", "66", "1203", "15号", "十二"))


@pytest.mark.parametrize(
    ("text", "need", "private"),
    [
        ("你好,我叫王秀英,住在贺胜桥镇万秀村3组12号,家里的水管漏水了,我的电话13871234567", "水管漏水", ("王秀英", "12号", "13871234567")),
        ("我是李建国。老伴腿脚不便,周三想去县医院复查,请人陪一下。微信:lijianguo_58", "去县医院复查", ("李建国", "lijianguo_58")),
        ("姓名:陈桂花 身份证42232519481203004X 想问高龄补贴怎么办", "高龄补贴怎么办", ("陈桂花", "004X", "422325")),
        ("孙子的作业没人教,五年级数学,晚上七点以后有空,邮箱chen@example.com", "五年级数学", ("chen@example.com", "chen@")),
        ("Hello, my name is Mary Smith, flat 3b, the heater is broken, call 138 7123 4567", "the heater is broken", ("Mary", "3b", "7123")),
        ("I am John Brown from building 7, please help me to carry rice", "carry rice", ("John", "Brown", "building 7")),
    ],
)  # fmt: skip
def test_a_whole_text_keeps_its_need_and_loses_its_sender(text: str, need: str, private: tuple[str, ...]) -> None:
    shown = redacted(text, 400)
    assert need in shown
    assert [part for part in private if part in shown] == []


@pytest.mark.parametrize(
    "text",
    [
        "买10斤米和2桶油,5个人吃", "下午3点半到5点在家", "12月25日请人来", "一个人搬不动,要三个人", "电费交了86.5元还是没电", "2026年修的路又坏了",
        "爷爷85岁,血压160,要量一下", "十个组长开会要搬桌子", "我是新来的,不知道找谁", "The lamp is 2 metres high", "I'm 85 and live alone",
    ],
)  # fmt: skip
def test_amounts_times_and_ages_are_needed_and_stay(text: str) -> None:
    assert redacted(text, 200) == text


@pytest.mark.parametrize("length", [1, 2, 10, 24, 60])
def test_a_cut_never_uncovers_what_is_hidden_and_never_grows(length: int) -> None:
    text = "灯坏了,电话13871234567,住5栋201,我叫王秀英"
    shown = redacted(text, length)
    assert len(shown) <= length
    assert not any(part in shown for part in ("138", "201", "王秀"))


@pytest.mark.parametrize("text", ["灯坏了,打13871234567", "我叫王秀英,5栋201灯坏了", "灯坏了"])
def test_what_is_redacted_once_is_not_changed_by_doing_it_again(text: str) -> None:
    once = redacted(text, 100)
    assert redacted(once, 100) == once
