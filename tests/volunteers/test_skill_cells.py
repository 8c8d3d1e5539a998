"""Whatever changes a volunteer, the rows by which he is found are those that his terms, his place and his standing say."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from people.areas import positions
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, Cast, bulb_raised, do, person, says, volunteer
from tests.invariants import assert_the_invariants_hold
from volunteers import roster_store, skill_cells
from volunteers.actions import Terms, change, enrol, pause, settle
from volunteers.hours import ANY
from volunteers.roster import Entry
from volunteers.skills import NUMBERS, WISHES, able, sought
from wishes.actions import claim, release, report_done

ENTRY = Entry("+8616010000009", "吴师傅", "zh-CN", WANXIU, frozenset({"volunteer"}), ("plumber",), ANY, None, None, 5.0, 3)


async def found_as(who: Person) -> set[str]:
    words = {number: word for word, number in NUMBERS.items()}
    return {words[each["skill"]] for each in await rows("SELECT skill FROM volunteer_skill_cell WHERE person = $1", who.id)}


async def row(who: Person) -> dict[str, Any]:
    return (await rows("SELECT * FROM volunteer_skill_cell WHERE person = $1 ORDER BY skill LIMIT 1", who.id))[0]


@pytest.mark.parametrize("skills", [(), ("repair",), ("electrician",), ("carer", "courier"), ("guard",), ("other", "health")])
async def test_he_is_found_for_every_wish_for_which_he_is_able(house: None, skills: tuple[str, ...]) -> None:
    who = await volunteer("+8616010000001", "", skills)
    assert await found_as(who) == {sought(*wish) for wish in WISHES if not able(*wish) or set(able(*wish)) & set(skills)}


async def test_the_rows_follow_whatever_is_done_with_a_volunteer(cast: Cast) -> None:
    chen, by = cast.chen, By(cast.chen.id, "web")
    await do(change, chen, Terms(("repair", "cook"), 0b1111, 2.3, 5), by)
    await assert_the_invariants_hold()
    wish = await bulb_raised(cast.zhang)
    for verb in (claim, release):
        await do(verb, wish.id, by)
        await assert_the_invariants_hold()
    await do(claim, wish.id, By(cast.zhou.id, "web"))
    await do(report_done, wish.id, By(cast.zhou.id, "web"))
    await do(pause, chen.id, timedelta(days=2), by)
    await assert_the_invariants_hold()
    for said in ("退订", "恢复"):
        await says(chen, said)
        await assert_the_invariants_hold()
    await do(enrol, cast.liu, Terms(("company",)), by)
    await assert_the_invariants_hold()
    assert (await row(chen))["known"] == 2


async def test_a_roster_moves_those_it_names(house: None) -> None:
    for entry in (ENTRY, replace(ENTRY, area=HESHENGQIAO), replace(ENTRY, lat=30.1, lon=114.2), replace(ENTRY, skills=("cook", "driver"))):
        await do(roster_store.put, [entry], await positions(), By(None, "import"))
        await assert_the_invariants_hold()
    [found] = await rows("SELECT DISTINCT lat, lon, area, known FROM volunteer_skill_cell")
    assert found == {"lat": 30.1, "lon": 114.2, "area": WANXIU, "known": 2}


async def test_who_is_learned_to_live_here_is_from_the_same_village(house: None) -> None:
    somewhere = await person("+8616010000001", "", None)
    somewhere.lat, somewhere.lon = 29.9, 114.1
    await somewhere.save()
    await do(enrol, somewhere, Terms(("repair",)), By(None, "web"))
    assert (await row(somewhere))["area"] is None
    await do(settle, somewhere, WANXIU)
    assert (await row(somewhere))["area"] == WANXIU


async def test_a_refused_change_changes_no_row(cast: Cast) -> None:
    before = await row(cast.chen)
    with pytest.raises(Refused):
        await do(change, cast.chen, Terms(radius_km=500), By(None, "web"))
    assert await row(cast.chen) == before


@pytest.mark.parametrize(("lat", "lon"), [(float("nan"), 114.0), (30.0, float("nan")), (91.0, 114.0), (None, None)])
async def test_who_lives_nowhere_is_not_looked_for(cast: Cast, lat: float | None, lon: float | None) -> None:
    await Person.update({Person.lat: lat, Person.lon: lon}).where(Person.id == cast.chen.id)
    await do(skill_cells.put, [cast.chen.id])
    assert await found_as(cast.chen) == set()


@pytest.mark.parametrize(("radius_km", "bucket"), [(0.1, 0), (3.0, 0), (3.1, 1), (5.0, 1), (20.0, 4), (50.0, 5)])
async def test_the_bucket_is_the_first_that_holds_the_radius(cast: Cast, radius_km: float, bucket: int) -> None:
    await do(change, cast.chen, Terms(("repair",), radius_km=radius_km), By(None, "web"))
    assert (await row(cast.chen))["bucket"] == bucket


async def test_who_is_no_volunteer_has_no_rows(cast: Cast) -> None:
    await do(skill_cells.put, [cast.liu.id])
    assert await found_as(cast.liu) == set()
    assert await rows("SELECT 1 FROM volunteer_standing WHERE person = $1", cast.liu.id) == []
