import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.errors import Unreadable
from volunteers.skills import NUMBERS, SKILLS, WISHES, able, by_mask, label_words, mask, parse_skills, reason_words, skill_for, sought

KINDS = {
    "repair", "errand", "company", "transport", "tutoring", "digital", "goods", "cleaning", "farm", "public", "health", "advice", "other",
}  # fmt: skip
WORK = {
    "cleaner", "mover", "labourer", "bricklayer", "carpenter", "electrician", "plumber", "painter", "welder", "housekeeper", "carer",
    "cook", "waiter", "courier", "driver", "factory", "packer", "farmhand", "gardener", "guard", "promoter", "sewer", "other",
}  # fmt: skip


def test_the_vocabulary_is_the_kinds_of_wish_and_the_kinds_of_work() -> None:
    assert set(SKILLS) == KINDS | WORK


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("电工;维修、陪伴", ["electrician", "repair", "company"]),
        ("Electrician, driver | phones and computers", ["electrician", "driver", "digital"]),
        ("electrician", ["electrician"]),
        ("electrician plumber", ["electrician", "plumber"]),
        ("水电工", ["electrician", "plumber"]),
        ("电工/电工,electrician", ["electrician"]),
        ("法律咨询", ["advice"]),
        ("", []),
        (" ; ", []),
    ],
)
def test_skills_are_read_as_codes_or_labels_of_either_language(written: str, codes: list[str]) -> None:
    assert parse_skills(written) == codes


@given(st.sampled_from(sorted(SKILLS)))
def test_every_code_and_label_is_read_back(code: str) -> None:
    for written in (code, label_words(code).zh, label_words(code).en.upper()):
        assert code in parse_skills(written)


def test_an_unknown_skill_is_refused_and_what_is_near_is_named() -> None:
    with pytest.raises(Unreadable) as refused:
        parse_skills("电工;elektrician")
    assert "elektrician" in refused.value.reason.zh
    assert "electrician" in refused.value.reason.en
    assert "电工" in refused.value.reason.zh


def test_a_skill_like_nothing_we_know_is_refused_with_examples() -> None:
    with pytest.raises(Unreadable, match="维修"):
        parse_skills("xyzzy")


def test_labels_and_reasons_do_not_mix_languages() -> None:
    for code in SKILLS:
        for words in (label_words(code), reason_words(code)):
            assert words.en.isascii()
            assert not any(sign.isascii() for sign in words.zh)
    assert reason_words("electrician") == ("会电工", "knows electrics")


def test_the_finer_skill_fits_best_and_the_kind_does_too() -> None:
    assert able("repair", "electrician") == ("electrician", "repair")
    assert able("transport") == ("transport", "driver")
    assert able("company") == ("company", "carer")


def test_any_handy_person_is_able_when_nothing_finer_is_known() -> None:
    assert {"repair", "electrician", "plumber"} <= set(able("repair"))


def test_everybody_is_able_for_other_wishes() -> None:
    assert able("other") == ()


def test_the_word_is_the_skill_that_fits_best() -> None:
    assert [wish for wish in WISHES if able(*wish)[:1] not in ((), (sought(*wish),))] == []


@given(st.frozensets(st.sampled_from(sorted(SKILLS))))
def test_skills_are_read_back_from_the_mask_of_their_numbers(skills: frozenset[str]) -> None:
    assert by_mask(mask(skills)) == skills


def test_no_two_wishes_seek_the_same_word() -> None:
    assert len({sought(*wish) for wish in WISHES}) == len(WISHES)


def test_the_numbers_of_skills_never_change() -> None:
    """They stand in the database: whoever adds a skill adds it at the end."""
    assert list(NUMBERS)[:35] == [
        "repair", "errand", "company", "transport", "tutoring", "digital", "goods", "cleaning", "farm", "public", "health", "advice",
        "cleaner", "mover", "labourer", "bricklayer", "carpenter", "electrician", "plumber", "painter", "welder", "housekeeper", "carer",
        "cook", "waiter", "courier", "driver", "factory", "packer", "farmhand", "gardener", "guard", "promoter", "sewer", "other",
    ]  # fmt: skip


def test_every_kind_has_an_answer_within_the_vocabulary() -> None:
    for kind in sorted(KINDS):
        assert set(able(kind)) <= set(SKILLS)


@pytest.mark.parametrize(
    ("kind", "text", "skill"),
    [
        ("repair", "客厅的灯泡坏了,够不着", "electrician"),
        ("repair", "家里跳闸了", "electrician"),
        ("repair", "厕所漏水", "plumber"),
        ("repair", "马桶堵了", "plumber"),
        ("repair", "屋顶漏雨", "bricklayer"),
        ("repair", "衣柜门掉了", "carpenter"),
        ("repair", "铁门锈断了要焊", "welder"),
        ("repair", "墙皮掉了想粉刷", "painter"),
        ("repair", "电饭煲坏了,能上门修吗", None),
        ("repair", "My light is broken", "electrician"),
        ("repair", "The tap leaks", "plumber"),
        ("repair", "cupboard door fell off", "carpenter"),
        ("errand", "想请人做顿饭", "cook"),
        ("company", "母亲卧床,请照看半天", "carer"),
        ("goods", "棉裤要缝一缝", "sewer"),
        ("transport", "门口等我,送我去医院", None),
        ("other", "灯会想去看", None),
    ],
)
def test_the_words_of_a_wish_name_the_finer_skill(kind: str, text: str, skill: str | None) -> None:
    assert skill_for(kind, text) == skill
