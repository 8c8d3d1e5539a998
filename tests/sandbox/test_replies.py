import pytest

from sandbox.replies import open_replies, replies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("能去请回：接127；去不了请回：不127", ["接 127", "不 127"]),
        ("接手回 接127；办好回 完成127 加一句结果", ["接 127", "完成 127"]),
        ("满意请回：确认127 5（1到5分）；没办好请回：127没修好", ["确认 127 5", "127没修好"]),
        ("打分请回：确认 127 1-5", ["确认 127 5"]),
        ("不需要了请回：取消127", ["取消 127"]),
        ("查进度请回：查询 127", ["查询 127"]),
        ("已退订。想恢复请回：恢复", ["退订", "恢复"]),
        ("Can you go? Reply Y 127 or N 127", ["Y 127", "N 127"]),
        ("If so reply: confirm 127 5 (1 to 5). If not: not done 127", ["confirm 127 5", "not done 127"]),
        ("有4个,您说的是哪个?请回数字：1 咸安区高桥镇；2 通城县", ["1", "2"]),
        ("查进度：查询27。志愿者：接27。（27换成您的编号）", []),
        ("验证码123456，10分钟内有效。", []),
        ("127号：张大爷，电话160 0000 0006", []),
        ("", []),
    ],
)
def test_reads_the_answers_that_a_text_proposes(text: str, expected: list[str]) -> None:
    assert replies(text) == expected


def test_a_proposal_stays_open_while_other_texts_come() -> None:
    assert open_replies([("in", "办好请回：完成127"), ("in", "地址：贺胜桥社区")]) == ["完成 127"]


def test_a_proposal_is_spent_when_its_number_was_answered() -> None:
    thread = [("in", "接127 或 不127"), ("in", "接131 或 不131"), ("out", "接 127")]
    assert open_replies(thread) == ["接 131", "不 131"]


def test_a_choice_is_spent_by_any_answer() -> None:
    question = "请回数字：1 咸安区；2 通城县"
    assert open_replies([("in", question)]) == ["1", "2"]
    assert open_replies([("in", question), ("out", "2")]) == []


def test_the_newest_proposals_come_first_and_not_too_many() -> None:
    thread = [("in", f"接{number} 或 不{number}") for number in range(101, 109)]
    assert open_replies(thread) == ["接 108", "不 108", "接 107", "不 107", "接 106", "不 106"]
