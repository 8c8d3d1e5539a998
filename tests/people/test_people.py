"""A phone is a person: met once, remembered, and at home where it first said so."""

import asyncio

import pytest

from base.db import rows
from base.work import transaction
from people.people import by_id, by_phone, meet, roles, settle
from people.tables import Role
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, person

PHONE = "+8616000000077"


async def met(language: str = "zh-CN", phone: str = PHONE) -> int:
    async with transaction():
        return int((await meet(phone, language)).id)


async def test_a_phone_never_heard_of_becomes_a_person_without_name_or_home(house: None) -> None:
    found = await by_id(await met("en"))
    assert (found.phone, found.name, found.language, found.area, found.address) == (PHONE, "", "en", None, "")


async def test_whoever_is_met_again_is_the_same_and_keeps_the_language(house: None) -> None:
    assert await met("en") == await met("zh-CN")
    assert (await rows("SELECT language FROM person"))[0]["language"] == "en"


async def test_many_who_meet_the_same_phone_at_once_meet_one_person(house: None) -> None:
    assert len(set(await asyncio.gather(*(met() for _ in range(12))))) == 1
    assert len(await rows("SELECT 1 FROM person")) == 1


@pytest.mark.parametrize("phone", ["", "16000000077", "+861600000007", "+86160000000770", "' OR '1'='1"])
async def test_only_the_whole_number_is_the_phone(house: None, phone: str) -> None:
    await met()
    assert await by_phone(phone) is None


async def test_the_first_place_is_home_and_a_later_one_is_not(house: None) -> None:
    found = await by_id(await met())
    await settle(found, WANXIU)
    await settle(found, HESHENGQIAO)
    assert found.area == (await by_id(found.id)).area == WANXIU


async def test_settling_one_phone_moves_nobody_else(house: None) -> None:
    other = await by_id(await met(phone="+8616000000078"))
    await settle(await by_id(await met()), WANXIU)
    assert (await by_id(other.id)).area is None


async def test_several_roles_of_one_person_are_all_told_once(cast: Cast) -> None:
    for area in (WANXIU, HESHENGQIAO):
        await Role(person=cast.zhou.id, role="steward", area=area).save()
    assert await roles(cast.zhou.id) == {"volunteer", "steward"}
    assert await roles(cast.coordinator.id) == {"coordinator"}
    assert await roles(cast.zhang.id) == set()


async def test_two_people_cannot_share_a_phone(house: None) -> None:
    await person(PHONE, "甲", XIANAN)
    with pytest.raises(Exception, match="unique"):
        await person(PHONE, "乙", WANXIU)
