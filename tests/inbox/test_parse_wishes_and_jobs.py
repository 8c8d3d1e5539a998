import pytest

from people.gazetteer import Ambiguous, Found
from tests.inbox.reading_of import read


def test_a_wish_knows_its_place_its_day_and_how_many_must_come() -> None:
    reading = read("贺胜桥镇万秀村,周六上午来两个人帮我抬柜子")
    assert (reading.intent, reading.kind, reading.part, reading.places) == ("wish", "errand", "morning", 2)
    assert isinstance(reading.place, Found)
    assert reading.place.code == "421202104219"
    assert reading.area == "万秀村委会"


def test_a_name_that_several_villages_bear_is_given_back_as_written() -> None:
    reading = read("高桥村的灯坏了")
    assert isinstance(reading.place, Ambiguous)
    assert len(reading.place.choices) == 4
    assert reading.area == "高桥村"


def test_the_hospital_that_somebody_wants_to_go_to_is_not_where_he_lives() -> None:
    assert read("想搭车去通城县人民医院").place is None
    assert read("送我去赤壁火车站").area is None


def test_the_name_of_a_place_is_not_what_is_asked_for() -> None:
    assert read("桂花镇,灯泡坏了").kind == "repair"
    assert read("官塘驿林场的水管漏了").kind == "repair"


@pytest.mark.parametrize(
    ("text", "intent", "kind"),
    [
        ("想请会电工的帮忙看看灯", "wish", "repair"),
        ("会电工,找活", "job_need", "electrician"),
        ("想请人帮忙摘橘子", "wish", "farm"),
        ("摘橘子的活还要人吗", "job_need", "farmhand"),
        ("教我视频通话,想看看在广东打工的儿子", "wish", "digital"),
        ("帮我儿子找个工作,会开挖机", "job_need", "driver"),
    ],
)
def test_who_needs_a_hand_is_told_from_who_offers_his(text: str, intent: str, kind: str) -> None:
    assert (read(text).intent, read(text).kind) == (intent, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("收音机坏了", "repair"),
        ("想要一台旧收音机", "goods"),
        ("门口路灯坏了", "public"),
        ("客厅灯坏了", "repair"),
        ("陪我去医院", "company"),
        ("送我去医院", "transport"),
        ("去医院帮我拿药", "errand"),
        ("手机屏幕不会调", "digital"),
        ("院子里除草", "cleaning"),
        ("田里除草", "farm"),
    ],
)
def test_the_same_thing_is_another_wish_in_other_words(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_what_happened_counts_less_than_what_is_asked() -> None:
    assert read("我发烧了出不了门,谁帮忙买个饭").kind == "errand"


def test_work_that_is_offered_is_put_before_a_person() -> None:
    assert (read("招两个瓦工,一天300").intent, read("招两个瓦工,一天300").why) == ("other", "unclear")


def test_haste_is_heard() -> None:
    assert read("水管爆了,马上来人").urgent
    assert not read("水管坏了").urgent
