import pytest

from people.gazetteer import Ambiguous, Found, Gazetteer

WANXIU = "421202104219"
GAOQIAO_VILLAGES = ("421202108224", "421222103215", "421224101202", "421281107202")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def code_of(gazetteer: Gazetteer, text: str, near: str | None = None) -> str | None:
    found = gazetteer.resolve(text, near)
    return found.code if isinstance(found, Found) else None


def test_every_area_is_found_by_its_full_name(gazetteer: Gazetteer) -> None:
    wrong = [code for code in gazetteer.codes() if code_of(gazetteer, gazetteer.full_name(code)) != code]
    assert len(gazetteer.codes()) == 1192
    assert wrong == []


def test_every_village_is_found_by_its_town_and_short_name(gazetteer: Gazetteer) -> None:
    villages = [code for code in gazetteer.codes() if gazetteer.level(code) == "village"]
    wrong = [code for code in villages if code_of(gazetteer, gazetteer.name(code[:9]) + gazetteer.short_name(code)) != code]
    assert wrong == []


def test_a_short_name_alone_is_never_taken_for_another_area(gazetteer: Gazetteer) -> None:
    """143 of 1,192 short names are borne by several areas: for them the answer is a question."""
    found = {code: gazetteer.resolve(gazetteer.short_name(code)) for code in gazetteer.codes()}
    assert [code for code, place in found.items() if isinstance(place, Found) and place.code != code] == []
    assert [code for code, place in found.items() if isinstance(place, Ambiguous) and code not in place.choices] == []
    assert sum(isinstance(place, Ambiguous) for place in found.values()) == 143


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("万秀村", WANXIU),
        ("万秀村委会的灯", WANXIU),
        ("贺胜桥镇万秀村三组", WANXIU),
        ("贺胜桥万秀", WANXIU),
        ("我住咸安区贺胜桥镇万秀村", WANXIU),
        ("咸安", "421202"),
        ("贺胜桥这边", "421202104"),
        ("我在温泉,灯坏了", "421202001"),
        ("灯坏了 温泉", "421202001"),
        ("浮山街道办", "421202002"),
        ("簰洲湾镇", "421221107"),
        ("通城的高桥村", "421222103215"),
        ("高桥村,通城的", "421222103215"),
        ("咸安区高桥镇高桥村", "421202108224"),
        ("高桥镇高桥村", "421202108224"),
        ("通山县开发区", "421224570"),
    ],
)
def test_a_name_is_found_in_the_middle_of_a_text(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert code_of(gazetteer, text) == code


@pytest.mark.parametrize(
    "text",
    [
        "想去温泉泡澡",
        "路口有个坑",
        "桂花开了",
        "交通城管来了",
        "青山绿水",
        "咸安大道",
        "这条大路不好走",
        "永安灯坏了",
        "新建的房子",
        "水库没水",
        "灯坏了",
        "",
    ],
)
def test_a_word_that_is_also_a_name_names_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.resolve(text) is None


def test_a_name_in_four_towns_is_ambiguous(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("高桥村的灯坏了") == Ambiguous(GAOQIAO_VILLAGES, "高桥村")


@pytest.mark.parametrize(
    ("near", "code"),
    [("421202108224", "421202108224"), ("421202108001", "421202108224"), ("421222", "421222103215"), ("421221", None), ("nowhere", None)],
)
def test_the_remembered_area_decides_when_only_one_is_near(gazetteer: Gazetteer, near: str, code: str | None) -> None:
    assert code_of(gazetteer, "高桥村", near) == code


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("2", "421222103215"),
        ("第2个", "421222103215"),
        ("第二个", "421222103215"),
        ("2.", "421222103215"),
        ("咸安区", "421202108224"),
        ("高桥镇的", "421202108224"),
        ("通城", "421222103215"),
        ("赤壁市中伙铺", "421281107202"),
        ("高桥村", None),
        ("5", None),
        ("0", None),
        ("不知道", None),
    ],
)
def test_a_choice_is_made_by_number_or_by_what_tells_it_apart(gazetteer: Gazetteer, answer: str, code: str | None) -> None:
    assert gazetteer.choose(answer, GAOQIAO_VILLAGES) == code


def test_where_somebody_wants_to_go_is_marked(gazetteer: Gazetteer) -> None:
    there, here = gazetteer.resolve("送我去赤壁"), gazetteer.resolve("到万秀村来修灯")
    assert isinstance(there, Found)
    assert there.towards
    assert isinstance(here, Found)
    assert not here.towards


def test_home_is_preferred_to_where_somebody_wants_to_go(gazetteer: Gazetteer) -> None:
    assert code_of(gazetteer, "要去赤壁市神山镇,我住万秀村") == WANXIU


def test_names_and_parents(gazetteer: Gazetteer) -> None:
    assert gazetteer.full_name(WANXIU) == "咸安区贺胜桥镇万秀村委会"
    assert gazetteer.short_name(WANXIU) == "万秀村"
    assert gazetteer.parents(WANXIU) == ("421202104", "421202", "4212")
