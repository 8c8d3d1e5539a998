"""A station is opened and staffed by the coordinator of its area, and by nobody else."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from base.db import rows
from base.errors import Refused
from jobs.fields import BadTerms
from jobs.queries import staff_of
from jobs.rights import is_staff, stations_of
from jobs.sharing import insisting
from jobs.stations import StationTerms, add_staff, change_station, open_station, remove_staff
from people.people import by_id, roles
from people.tables import Person
from tests.cast import Cast, do, officer
from tests.jobs.scene import WENQUAN, station, web

TERMS = StationTerms("温泉零工驿站", "Wenquan Gig Station", WENQUAN, "桂花路8号", "07158000001", time(5, 30), time(18))


@pytest.fixture
def coordinator(cast: Cast) -> Person:
    return cast.coordinator


async def test_the_coordinator_opens_it(coordinator: Person) -> None:
    opened = await do(open_station, TERMS, web(coordinator))
    assert (opened.name, opened.phone, opened.opens) == ("温泉零工驿站", "+867158000001", time(5, 30))
    assert await is_staff(coordinator.id, opened.id)


async def test_it_lies_where_its_area_lies_unless_somebody_says_where(coordinator: Person) -> None:
    near = await do(open_station, TERMS, web(coordinator))
    exact = await do(open_station, replace(TERMS, lat=29.8, lon=114.3), web(coordinator))
    assert near.lat
    assert (exact.lat, exact.lon) == (29.8, 114.3)


async def test_the_coordinator_of_another_county_does_not(cast: Cast) -> None:
    other = await officer("+8616000000007", "外县主任", "coordinator", "421223")
    with pytest.raises(Refused, match="not_coordinator"):
        await do(open_station, TERMS, web(other))


@pytest.mark.parametrize(
    ("changed", "field", "zh"),
    [
        ({"name": ""}, "name", "没有填"),
        ({"name_en": ""}, "name_en", "没有填"),
        ({"phone": "八八八"}, "phone", "不是电话号码"),
        ({"area": "1"}, "area", "没有代码为“1”的区域"),
        ({"closes": time(5, 30)}, "closes", "关门要晚于开门"),
        ({"sharing": "unfair"}, "sharing", "选一种分法"),
        ({"lat": 29.8}, "lat", "纬度和经度要么都填，要么都不填"),
    ],
)
async def test_what_cannot_be_is_refused(coordinator: Person, changed: dict[str, Any], field: str, zh: str) -> None:
    with pytest.raises(BadTerms) as refused:
        await do(open_station, replace(TERMS, **changed), web(coordinator))
    assert {name: words.zh for name, words in refused.value.errors.items()} == {field: zh}


async def test_it_is_changed(coordinator: Person) -> None:
    opened = await do(open_station, TERMS, web(coordinator))
    await do(change_station, opened.id, replace(TERMS, closes=time(20)), web(coordinator))
    assert await rows("SELECT closes, name FROM station") == [{"closes": time(20), "name": "温泉零工驿站"}]
    assert [event["to_state"] for event in await rows("SELECT to_state FROM event WHERE subject = 'station' ORDER BY id")] == [
        "opened",
        "changed",
    ]


async def test_how_it_shares_out_its_morning_is_changed_and_recorded(coordinator: Person) -> None:
    opened = await do(open_station, TERMS, web(coordinator))
    assert opened.sharing == "fair"
    for _ in range(2):
        await do(change_station, opened.id, replace(TERMS, sharing="stable"), web(coordinator))
    assert [each.id for each in await insisting()] == [opened.id]
    moved = await rows("SELECT from_state, to_state, actor FROM event WHERE subject = 'station' AND from_state IS NOT NULL")
    assert moved == [{"from_state": "fair", "to_state": "stable", "actor": coordinator.id}]


async def test_nobody_moves_it_out_of_or_into_an_area_that_is_not_his(cast: Cast) -> None:
    other = await officer("+8616000000007", "外县主任", "coordinator", "421223")
    opened = await do(open_station, TERMS, web(cast.coordinator))
    for who in (other, cast.coordinator):
        with pytest.raises(Refused, match="not_coordinator"):
            await do(change_station, opened.id, replace(TERMS, area="421223"), web(who))


async def test_staff_are_added_by_phone_and_name(coordinator: Person) -> None:
    at = await station()
    added = await do(add_staff, at.id, "160 0000 0101", "小方", web(coordinator))
    assert (await by_id(added.id)).name == "小方"
    assert await roles(added.id) == {"staff"}
    assert [each.id for each in await stations_of(added.id)] == [at.id]


async def test_nobody_works_there_twice(coordinator: Person) -> None:
    at = await station()
    for _ in range(2):
        await do(add_staff, at.id, "16000000101", "小方", web(coordinator))
    assert len(await staff_of(at.id)) == 1


async def test_the_name_that_somebody_has_stays(cast: Cast) -> None:
    at = await station()
    await do(add_staff, at.id, cast.chen.phone, "另一个名字", web(cast.coordinator))
    assert (await by_id(cast.chen.id)).name == "陈师傅"


async def test_a_phone_that_is_none_is_refused(coordinator: Person) -> None:
    at = await station()
    with pytest.raises(BadTerms) as refused:
        await do(add_staff, at.id, "12", "", web(coordinator))
    assert {name: words.zh for name, words in refused.value.errors.items()} == {"phone": "不是电话号码", "name": "没有填"}


async def test_who_is_removed_may_no_longer_act(coordinator: Person) -> None:
    at = await station()
    added = await do(add_staff, at.id, "16000000101", "小方", web(coordinator))
    await do(remove_staff, at.id, added.id, web(coordinator))
    assert not await is_staff(added.id, at.id)
    assert await roles(added.id) == set()
    with pytest.raises(Refused, match="not_staff_there"):
        await do(remove_staff, at.id, added.id, web(coordinator))


async def test_who_works_at_another_station_there_keeps_the_role(coordinator: Person) -> None:
    first, second = await station(), await station("第二驿站")
    for at in (first, second):
        added = await do(add_staff, at.id, "16000000101", "小方", web(coordinator))
    await do(remove_staff, first.id, added.id, web(coordinator))
    assert await roles(added.id) == {"staff"}


async def test_the_role_moves_with_the_station(coordinator: Person) -> None:
    at = await station()
    added = await do(add_staff, at.id, "16000000101", "小方", web(coordinator))
    await do(change_station, at.id, replace(TERMS, area="421202104"), web(coordinator))
    assert await rows("SELECT area FROM role WHERE person = $1", added.id) == [{"area": "421202104"}]


async def test_staff_do_not_staff_their_own_station(coordinator: Person) -> None:
    at = await station()
    added = await do(add_staff, at.id, "16000000101", "小方", web(coordinator))
    with pytest.raises(Refused, match="not_coordinator"):
        await do(add_staff, at.id, "16000000102", "表弟", web(added))
