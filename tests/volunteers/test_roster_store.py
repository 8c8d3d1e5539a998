from dataclasses import replace
from typing import Any

import pytest

from base.db import rows
from base.ledger import By
from base.work import transaction
from people.areas import positions
from people.offices import Office, holders
from tests.cast import HESHENGQIAO, WANXIU, person
from volunteers.hours import ANY, day_blocks
from volunteers.roster import Entry
from volunteers.roster_store import Tally, put

CHEN = Entry("+8616000000002", "陈师傅", None, WANXIU, frozenset({"volunteer"}), ("electrician",), None, None, None, 2.3, None)
WANG = Entry("+8616000000004", "王管家", "zh-CN", WANXIU, frozenset({"steward"}), None, None, None, None, None, None)


async def _put(*entries: Entry) -> Tally:
    async with transaction():
        return await put(entries, await positions(), By(None, "import"))


async def _person(phone: str) -> dict[str, Any]:
    return (await rows("SELECT * FROM person WHERE phone = $1", phone))[0]


async def _volunteer() -> dict[str, Any]:
    return (await rows("SELECT * FROM volunteer"))[0]


async def _events() -> list[tuple[str, str, str]]:
    found = await rows("SELECT subject, to_state, note FROM event WHERE via = 'import' ORDER BY id")
    return [(each["subject"], each["to_state"], each["note"]) for each in found]


async def test_new_people_are_met_and_each_step_is_recorded(house: None) -> None:
    assert await _put(CHEN, WANG) == Tally(2, 0, 0)
    assert sorted(await _events()) == [
        ("person", "known", ""),
        ("person", "known", ""),
        ("role", "held", f"steward {WANXIU}"),
        ("role", "held", "volunteer"),
        ("volunteer", "enrolled", ""),
    ]


async def test_the_same_rows_twice_change_nothing(house: None) -> None:
    await _put(CHEN, WANG)
    before = await _events()
    assert await _put(CHEN, WANG) == Tally(0, 0, 2)
    assert await _events() == before


async def test_a_new_name_changes_the_person(house: None) -> None:
    await _put(CHEN, WANG)
    assert await _put(replace(CHEN, name="陈工"), WANG) == Tally(0, 1, 1)
    assert (await _person(CHEN.phone))["name"] == "陈工"
    assert (await _events())[-1] == ("person", "changed", "name")


async def test_who_texted_us_before_is_the_same_person(house: None) -> None:
    known = await person(CHEN.phone, "", None, language="en")
    assert await _put(CHEN) == Tally(0, 1, 0)
    found = await _person(CHEN.phone)
    assert (found["id"], found["language"], found["area"]) == (known.id, "en", WANXIU)


async def test_empty_cells_keep_what_is_known(house: None) -> None:
    await _put(replace(CHEN, language="en", hours=day_blocks(9, 12), weekly_limit=7))
    assert await _put(replace(CHEN, skills=None, radius_km=None)) == Tally(0, 0, 1)
    found = await _volunteer()
    assert (found["skills"], found["hours"], found["weekly_limit"]) == (["electrician"], day_blocks(9, 12), 7)


async def test_a_volunteer_with_nothing_said_has_the_defaults(house: None) -> None:
    await _put(replace(CHEN, skills=None, radius_km=None))
    found = await _volunteer()
    assert (found["skills"], found["hours"], found["radius_km"], found["weekly_limit"]) == ([], ANY, 5, 3)


async def test_changed_terms_are_recorded_by_name(house: None) -> None:
    await _put(CHEN)
    assert await _put(replace(CHEN, skills=("plumber",), weekly_limit=1)) == Tally(0, 1, 0)
    assert (await _events())[-1] == ("volunteer", "changed", "skills, weekly_limit")


async def test_a_volunteer_without_a_position_is_where_the_area_lies(house: None) -> None:
    await _put(CHEN)
    places = await positions()
    found = await _person(CHEN.phone)
    assert (found["lat"], found["lon"]) == places[WANXIU]
    await _put(replace(CHEN, area=HESHENGQIAO))
    found = await _person(CHEN.phone)
    assert (found["lat"], found["lon"]) == places[HESHENGQIAO]


async def test_a_given_position_stays_when_the_next_file_is_silent(house: None) -> None:
    await _put(replace(CHEN, lat=29.9, lon=114.3))
    assert await _put(CHEN) == Tally(0, 0, 1)


async def test_a_steward_who_moves_leaves_the_old_area(house: None) -> None:
    await _put(WANG)
    assert await _put(replace(WANG, area=HESHENGQIAO)) == Tally(0, 1, 0)
    assert await holders(Office("steward", WANXIU)) == []
    assert [holder.name for holder in await holders(Office("steward", HESHENGQIAO))] == ["王管家"]
    assert ("role", "ended", f"steward {WANXIU}") in await _events()


async def test_roles_that_a_file_does_not_name_are_kept(house: None) -> None:
    await _put(WANG)
    await _put(replace(WANG, roles=frozenset({"resident"})))
    assert {each["role"] for each in await rows("SELECT role FROM role")} == {"steward", "resident"}


async def test_a_failure_leaves_nothing_behind(house: None) -> None:
    with pytest.raises(KeyError):
        # The second is of an area that is nowhere.
        await _put(CHEN, replace(CHEN, phone="+8616000000003", area="999"))
    assert await rows("SELECT * FROM person") == []
    assert await rows("SELECT * FROM event") == []
