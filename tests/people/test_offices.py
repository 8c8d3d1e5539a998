"""Who answers for a matter: an office, whoever holds it now."""

from people.offices import CITY, DESK, Office, answers_for, holders, office_above, office_for
from people.tables import Role
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, officer

TOWN = "421202104"
ELSEWHERE = "421281107202"


async def test_the_steward_of_the_village_is_nearest(cast: Cast) -> None:
    assert await office_for(WANXIU) == Office("steward", WANXIU)


async def test_a_centre_household_belongs_to_its_village(cast: Cast) -> None:
    assert await office_for(f"{WANXIU}-03") == Office("steward", WANXIU)


async def test_a_steward_of_the_town_answers_for_villages_without_one(cast: Cast) -> None:
    await officer("+8616000000021", "镇管家", "steward", TOWN)
    assert await office_for(HESHENGQIAO) == Office("steward", TOWN)
    assert await office_for(WANXIU) == Office("steward", WANXIU)


async def test_a_steward_however_far_above_comes_before_a_coordinator(cast: Cast) -> None:
    await officer("+8616000000021", "镇协调员", "coordinator", TOWN)
    await officer("+8616000000022", "市管家", "steward", CITY)
    assert await office_for(HESHENGQIAO) == Office("steward", CITY)


async def test_without_a_steward_the_nearest_coordinator_does(cast: Cast) -> None:
    assert await office_for(HESHENGQIAO) == Office("coordinator", XIANAN)


async def test_where_nobody_holds_any_office_the_desk_of_the_city_does(cast: Cast) -> None:
    assert await office_for(ELSEWHERE) == DESK


async def test_above_a_steward_stands_the_coordinator(cast: Cast) -> None:
    assert await office_above(Office("steward", WANXIU)) == Office("coordinator", XIANAN)


async def test_the_coordinator_of_the_same_area_comes_first(cast: Cast) -> None:
    await officer("+8616000000021", "村协调员", "coordinator", WANXIU)
    assert await office_above(Office("steward", WANXIU)) == Office("coordinator", WANXIU)


async def test_the_topmost_keeps_it(cast: Cast) -> None:
    assert await office_above(Office("coordinator", XIANAN)) == DESK
    assert await office_above(DESK) == DESK


async def test_all_who_hold_an_office_are_its_holders(cast: Cast) -> None:
    await Role(person=cast.zhou.id, role="steward", area=WANXIU).save()
    assert [holder.id for holder in await holders(Office("steward", WANXIU))] == [cast.zhou.id, cast.steward.id]
    assert await holders(DESK) == []


async def test_an_office_answers_for_its_area_and_all_below_it_and_nothing_beside(cast: Cast) -> None:
    assert await answers_for(cast.coordinator.id, WANXIU)
    assert await answers_for(cast.coordinator.id, HESHENGQIAO)
    assert await answers_for(cast.steward.id, f"{WANXIU}-03")
    assert not await answers_for(cast.steward.id, HESHENGQIAO)
    assert not await answers_for(cast.steward.id, TOWN)
    assert not await answers_for(cast.coordinator.id, ELSEWHERE)


async def test_other_roles_are_no_office(cast: Cast) -> None:
    await Role(person=cast.zhou.id, role="staff", area=WANXIU).save()
    assert not await answers_for(cast.zhou.id, WANXIU)
