import re

import pytest

from commands.demo_people import SEED, STATIONS, City, Maker, centre_households
from people.areas import synthetic_point, tree
from sandbox.cast import RESIDENT_OF_HESHENGQIAO


@pytest.fixture(scope="module")
def city() -> City:
    return _make()


def _make() -> City:
    codes = [*tree(), *(node.code for node in centre_households())]
    return Maker(SEED, {code: synthetic_point(code) for code in codes}).city()


def test_the_same_seed_makes_the_same_city(city: City) -> None:
    assert _make() == city


def test_centre_households_stand_below_the_villages_of_the_town() -> None:
    nodes = centre_households()
    assert len({node.code for node in nodes}) == 211
    assert all(re.fullmatch(r"421202104\d{3}-\d\d", node.code) and node.code.startswith(str(node.parent)) for node in nodes)
    assert {nodes[2].name, nodes[2].name_en} == {"3号中心户", "Centre Household 3"}


def test_a_centre_household_has_about_17_households(city: City) -> None:
    homes = [entry.area for entry in city.entries if "resident" in entry.roles and "-" in str(entry.area)]
    assert {homes.count(code) for code in set(homes)} == {16, 17}


def test_every_phone_is_used_once(city: City) -> None:
    phones = [entry.phone for entry in city.entries]
    assert len(set(phones)) == len(phones)
    assert all(re.fullmatch(r"\+861601\d{7}", phone) for phone in phones)


def test_names_are_two_or_three_characters_but_for_a_few_foreigners(city: City) -> None:
    names = [entry.name for entry in city.entries if entry.language == "zh-CN"]
    assert all(re.fullmatch(r"[\u4e00-\u9fff]{2,3}", name) for name in names)
    assert len(set(names)) > 3000
    assert {entry.name for entry in city.entries if entry.language == "en"} == {"Anna Meyer", "David Okoro", "Maria Silva", "Tom Becker"}


def test_nobody_of_the_crowd_is_nearer_to_the_bulb_than_the_electricians_of_the_story(city: City) -> None:
    near = [entry for entry in city.entries if entry.area == RESIDENT_OF_HESHENGQIAO.area_code and "volunteer" in entry.roles]
    assert near
    assert all(entry.skills and not {"electrician", "repair"} & set(entry.skills) for entry in near)


def test_stations_are_in_towns_that_exist() -> None:
    assert all(tree()[area].level == "town" for area, _, _ in STATIONS)
