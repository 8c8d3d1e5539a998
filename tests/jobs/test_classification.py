import pytest

from jobs.classification import by_code, search
from jobs.everyday import EVERYDAY, kind_of
from jobs.job_titles import core
from jobs.occupations import OCCUPATIONS


@pytest.mark.parametrize(
    ("title", "code", "kind"),
    [
        ("贴砖师傅", "6-29-04-01", "bricklayer"),
        ("镶贴工", "6-29-04-01", "bricklayer"),
        ("刷墙的", "6-29-04-01", "painter"),
        ("瓦匠", "6-29-01-01", "bricklayer"),
        ("扎钢筋的", "6-29-01-04", "labourer"),
        ("木匠", "6-06-03-01", "carpenter"),
        ("水电工", "6-29-03-04", "plumber"),
        ("装空调", "6-29-03-05", "electrician"),
        ("月嫂", "4-10-01-06", "carer"),
        ("烧饭阿姨", "4-10-01-06", "housekeeper"),
        ("医院护工", "4-14-01-02", "carer"),
        ("跑腿", "4-10-08-01", "courier"),
        ("开挖机的", "6-30-05-05", "driver"),
        ("叉车司机", "6-30-05-01", "driver"),
        ("收银员", "4-01-02-04", "waiter"),
        ("后厨洗碗阿姨", "4-03-02-05", "cleaner"),
        ("保洁阿姨", "4-09-08-01", "cleaner"),
        ("摘茶", "5-01-02-02", "farmhand"),
        ("挖藕", "5-04-02-02", "farmhand"),
        ("看大门", "4-07-05-01", "guard"),
        ("发传单", "4-01-02-01", "promoter"),
        ("快递分拣", "4-02-07-09", "packer"),
        ("踩机子", "6-05-01-03", "sewer"),
        ("电子厂普工", "6-00-00-00", "factory"),
        ("会计", "2-06-03-00", "other"),
        ("cleaner", "4-09-08-01", "cleaner"),
    ],
)
def test_a_title_finds_what_a_person_expects(title: str, code: str, kind: str) -> None:
    first = search(title)[0].occupation
    assert (first.code, first.kind) == (code, kind)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("急招收银员2名(包吃住)", "收银员"),
        ("贴砖师傅 400-450元/天 日结", "贴砖师傅"),
        ("温泉好日子酒店招聘服务员", "服务员"),
        ("招聘专员", "招聘专员"),
        ("开挖机的", "开挖机"),
        ("C1司机 月薪6000", "c1司机"),
        ("高薪日结", "高薪日结"),
        ("!?", ""),
    ],
)
def test_advertisement_is_taken_away(title: str, left: str) -> None:
    assert core(title) == left


def test_it_finds_while_one_types() -> None:
    assert [any(found.occupation.code == "4-01-02-04" for found in search(typed)) for typed in ("收", "收银", "收银员")] == [True] * 3


def test_it_says_by_which_words_it_found() -> None:
    assert search("招贴砖师傅")[0].words == ("贴砖",)


def test_the_best_comes_first_and_no_more_than_asked_for() -> None:
    found = search("司机", 3)
    assert len(found) == 3
    assert found == sorted(found, key=lambda one: -one.score)


@pytest.mark.parametrize("title", ["", "  ", "!!!", "xyzzy", "ⓧ" * 3, "\U0001f600"])
def test_nothing_is_found_where_nothing_is_said(title: str) -> None:
    assert search(title) == []


def test_the_words_of_the_short_list_find_their_own_kind() -> None:
    for kind in EVERYDAY:
        assert {search(word)[0].occupation.kind for word in (kind, *OCCUPATIONS[kind])} == {kind}


def test_an_everyday_word_is_said_for_one_occupation_only_and_its_code_exists() -> None:
    words = [word for codes in EVERYDAY.values() for said in codes.values() for word in said.split()]
    assert len(words) == len({*words})
    assert all(by_code(code) for codes in EVERYDAY.values() for code in codes)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("4-03-02-05", "waiter"),
        ("6-29-04-01", "bricklayer"),
        ("6-29-02-16", "labourer"),
        ("6-04-02-01", "factory"),
        ("5-04-03-02", "farmhand"),
        ("2-06-03-00", "other"),
        ("6-28-01-11", "other"),
        ("nonsense", "other"),
    ],
)
def test_a_code_belongs_to_a_kind_of_work(code: str, kind: str) -> None:
    assert kind_of(code) == kind


def test_every_kind_of_the_short_list_has_its_codes() -> None:
    assert [*EVERYDAY, "other"] == list(OCCUPATIONS)


def test_an_unknown_code_is_no_occupation() -> None:
    assert by_code("9-99-99-99") is None
