import pytest

from base.db import row, rows
from base.geo import distance_km
from people import areas
from people.areas import chain, full_words, named_in_english, near_point, parent, synthetic_point, tree, under, village_of, words


def test_the_city_has_1192_areas() -> None:
    levels = [node.level for node in tree().values()]
    assert [levels.count(level) for level in ("city", "county", "town", "village")] == [1, 6, 89, 1096]


def test_a_village_is_said_with_its_town_in_either_language() -> None:
    assert words("421202104219") == ("贺胜桥镇万秀村", "Wanxiu Village, Heshengqiao Town")


def test_towns_and_counties_are_said_by_themselves() -> None:
    assert words("421202104") == ("贺胜桥镇", "Heshengqiao Town")
    assert words("421202") == ("咸安区", "Xian'an District")
    assert words("4212") == ("咸宁市", "Xianning City")


def test_what_everybody_reads_is_never_closer_than_the_village() -> None:
    assert words("421202104219-03") == words("421202104219")
    assert village_of("421202104219-03") == "421202104219"
    assert full_words("421202104219-03").zh == "贺胜桥镇万秀村3号中心户"
    assert full_words("421202104219-03").en == "Centre Household 3, Wanxiu Village, Heshengqiao Town"
    assert full_words("421202104219") == words("421202104219")


def test_an_area_nobody_knows_is_said_as_it_is_written() -> None:
    assert words("99") == ("99", "99")


def test_the_chain_leads_up_to_the_city() -> None:
    assert chain("421202104219-03") == ["421202104219-03", "421202104219", "421202104", "421202", "4212"]
    assert parent("4212") is None


def test_an_area_lies_under_itself_and_all_above_it() -> None:
    assert under("421202104219-03", "421202")
    assert under("421202", "421202")
    assert not under("421202", "421202104219")
    assert not under("421202104219", "421221")


def test_positions_are_the_same_each_time_and_near_the_area_above() -> None:
    for code, node in tree().items():
        if node.level == "village":
            town = synthetic_point(str(node.parent))
            assert distance_km(*synthetic_point(code), *town) <= areas.VILLAGE_REACH_KM + 0.01
    assert synthetic_point("421202104219") == synthetic_point("421202104219")


def test_no_position_without_an_area() -> None:
    with pytest.raises(ValueError, match="unknown area"):
        synthetic_point("nowhere")


async def test_the_reference_data_is_in_the_database(house: None) -> None:
    found = await row("SELECT count(*) AS n, count(parent) AS parents, count(DISTINCT name_en) AS names FROM area")
    assert found is not None
    assert (found["n"], found["parents"]) == (1192, 1191)


async def test_loading_again_changes_nothing_and_keeps_a_corrected_position(house: None) -> None:
    before = await rows("SELECT * FROM area ORDER BY code")
    await rows("UPDATE area SET lat = 30, lon = 114 WHERE code = '421202104219'")
    try:
        await areas.load_areas()
        assert await near_point("421202104219") == (30, 114)
    finally:
        was = synthetic_point("421202104219")
        await rows("UPDATE area SET lat = $1, lon = $2 WHERE code = '421202104219'", was.lat, was.lon)
    assert await rows("SELECT * FROM area ORDER BY code") == before


async def test_near_point_refuses_an_unknown_area(house: None) -> None:
    with pytest.raises(ValueError, match="unknown area"):
        await near_point("999")


async def test_positions_knows_every_area(house: None) -> None:
    assert (await areas.positions()).keys() == tree().keys()


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Wanxiu Village", ["421202104219"]),
        ("wanxiu", ["421202104219"]),
        ("Wanxiu, Heshengqiao", ["421202104219"]),
        ("Wanxiu, Chibi", []),
        ("the bulb is broken", []),
        ("", []),
    ],
)
def test_a_name_in_english_is_found(said: str, means: list[str]) -> None:
    assert named_in_english(said) == means


def test_a_name_in_english_may_mean_several() -> None:
    assert len(named_in_english("Gaoqiao Village")) > 1
