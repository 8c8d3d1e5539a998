import pytest

from tests.inbox.reading_of import read


@pytest.mark.parametrize(
    "text", ["接27", "接 27。", "  接  27!", "【亮灯】接 27", "接 27 号", "接二十七", "y27", "27我来", "認領27", "接\u200b27", "接27👌"]
)
def test_a_yes_is_heard_however_it_is_written(text: str) -> None:
    assert (read(text).intent, read(text).ref) == ("accept", 27)


@pytest.mark.parametrize("text", ["不行 27", "27不可以", "不接27", "接不了27", "没空接 27", "不好意思,27去不了", "好是好,27我去不了"])
def test_a_refusal_is_heard_before_the_yes_inside_it(text: str) -> None:
    assert (read(text).intent, read(text).ref) == ("decline", 27)


@pytest.mark.parametrize(
    ("text", "ref", "rating"),
    [
        ("确认 27 5", 27, 5),
        ("确认27 五分", 27, 5),
        ("27满意", 27, None),
        ("27 给五星", 27, 5),
        ("确认 5", 5, None),
        ("确认 27 9", 27, None),
        ("满意", None, None),
    ],
)
def test_a_confirmation_has_a_rating_only_when_one_is_given(text: str, ref: int | None, rating: int | None) -> None:
    reading = read(text)
    assert (reading.intent, reading.ref, reading.rating) == ("confirm", ref, rating)


@pytest.mark.parametrize(
    ("text", "intent", "note"),
    [
        ("完成 27 明早洒水车来", "done", "明早洒水车来"),
        ("接 27 我下午到", "accept", "我下午到"),
        ("27去不了,孩子发烧了", "decline", "孩子发烧了"),
        ("确认 27 5 师傅手艺好", "confirm", "师傅手艺好"),
        ("接 27", "accept", ""),
    ],
)
def test_words_after_a_numbered_command_are_kept_as_a_note(text: str, intent: str, note: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.ref, reading.note) == (intent, 27, note)


@pytest.mark.parametrize(
    "text", ["STOP", "stop.", "TD", "t", "T", "退订", "退訂", "取消订阅", "CANCEL", "end", "QUIT", "unsubscribe", "别再给我发短信了"]
)
def test_every_word_to_leave_is_obeyed(text: str) -> None:
    assert read(text).intent == "stop"


def test_cancel_in_chinese_is_about_the_wish_and_not_the_subscription() -> None:
    assert read("取消").intent == "cancel"
    assert read("cancel 27").intent == "cancel"


@pytest.mark.parametrize(
    "text",
    ["我想取消明天的体检,怎么办", "帮助我修一下灯", "灯好像坏了,能来看看吗", "想完成作业,没人教", "下星期二上午方便来修灯吗"],
)
def test_a_command_word_in_a_sentence_commands_nothing(text: str) -> None:
    assert read(text).intent == "wish"


@pytest.mark.parametrize("text", ["接 13971234567", "接 12月3日", "给娃求一双37码棉鞋", "我今年78岁", "有三个人"])
def test_a_phone_a_date_a_size_and_an_age_are_no_ref(text: str) -> None:
    assert read(text).ref is None


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("第2个", 2), ("二", 2), ("选 3", 3), ("27", 27), ("2。", 2)])
def test_a_bare_number_is_kept_for_the_question_that_was_asked(text: str, number: int) -> None:
    reading = read(text)
    assert (reading.intent, reading.number) == ("other", number)


@pytest.mark.parametrize(("text", "ref"), [("报名 45", 45), ("报45", 45), ("45报名", 45), ("apply 45", 45), ("报名", None)])
def test_applying(text: str, ref: int | None) -> None:
    assert (read(text).intent, read(text).ref) == ("apply", ref)


@pytest.mark.parametrize("text", ["27没修好", "27 还是漏水", "not fixed 27", "27不满意"])
def test_not_done_is_heard_before_done(text: str) -> None:
    assert (read(text).intent, read(text).ref) == ("reject", 27)


@pytest.mark.parametrize("text", ["查询27", "27到哪了", "27 修好了吗", "27还没人接吗", "status 27"])
def test_asking_how_a_wish_stands(text: str) -> None:
    assert (read(text).intent, read(text).ref) == ("status", 27)


@pytest.mark.parametrize("text", ["明天来修灯", "门不行了", "能修水管吗", "来看看我家的锁"])
def test_a_new_wish_made_of_the_words_of_commands_is_still_a_wish(text: str) -> None:
    assert read(text).intent == "wish"


@pytest.mark.parametrize("text", ["可以吗", "满意吗?", "好吗?"])
def test_a_question_answers_nothing(text: str) -> None:
    assert read(text).intent not in ("accept", "confirm")
