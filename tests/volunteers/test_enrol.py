import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from people.areas import near_point
from people.people import meet, roles
from people.tables import Person
from tests.cast import WANXIU, person
from volunteers.actions import Terms, change, enrol
from volunteers.hours import ANY
from volunteers.tables import Volunteer

BY = By(None, "web")


async def _enrolled(terms: Terms = Terms(("electrician",))) -> Person:  # noqa: B008
    found = await person("+8616000000011", "赵姐", WANXIU)
    async with transaction():
        await enrol(found, terms, BY)
    return found


async def _events(subject: str) -> list[tuple[str, str]]:
    return [(each["to_state"], each["note"]) for each in await rows("SELECT * FROM event WHERE subject = $1 ORDER BY id", subject)]


async def test_a_person_becomes_a_volunteer_with_a_role_and_events(house: None) -> None:
    volunteer = await _enrolled()
    assert await roles(volunteer.id) == {"volunteer"}
    assert await _events("volunteer") == [("enrolled", "")]
    assert await _events("role") == [("held", "volunteer")]


async def test_what_is_not_said_has_a_default(house: None) -> None:
    volunteer = await _enrolled()
    found = await Volunteer.objects().get(Volunteer.person == volunteer.id)
    assert found is not None
    assert (found.skills, found.hours, found.radius_km, found.weekly_limit) == (["electrician"], ANY, 5, 3)


async def test_enrolling_twice_is_refused(house: None) -> None:
    volunteer = await _enrolled()
    with pytest.raises(Refused, match="already_volunteer"):
        async with transaction():
            await enrol(volunteer, Terms(), BY)


async def test_who_has_no_position_is_found_where_the_home_area_lies(house: None) -> None:
    async with transaction():
        found = await meet("+8616000000012", "zh-CN")
        found.area = WANXIU
        await enrol(found, Terms(), BY)
    stored = await rows("SELECT lat, lon FROM person WHERE id = $1", found.id)
    assert tuple(stored[0].values()) == await near_point(WANXIU)


async def test_who_lives_nowhere_cannot_be_found_and_is_refused(house: None) -> None:
    with pytest.raises(Refused, match="no_place"):
        async with transaction():
            await enrol(await meet("+8616000000012", "zh-CN"), Terms(), BY)
    assert await rows("SELECT * FROM volunteer") == []


async def test_changed_terms_are_set_and_recorded_by_name(house: None) -> None:
    volunteer = await _enrolled()
    async with transaction():
        assert await change(volunteer, Terms(("electrician", "plumber"), radius_km=8.5), BY) == ["skills", "radius_km"]
    assert (await _events("volunteer"))[-1] == ("changed", "skills, radius_km")


async def test_the_same_terms_leave_no_trace(house: None) -> None:
    terms = Terms(("electrician",), radius_km=2.3)
    volunteer = await _enrolled(terms)
    async with transaction():
        assert await change(volunteer, terms, BY) == []
    assert len(await _events("volunteer")) == 1


async def test_who_is_no_volunteer_has_no_terms_to_change(house: None) -> None:
    nobody = await person("+8616000000013", "钱叔", WANXIU)
    with pytest.raises(Refused, match="no_volunteer"):
        async with transaction():
            await change(nobody, Terms(), BY)


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (Terms(("flying",)), "skill"),
        (Terms(hours=0), "hours"),
        (Terms(hours=ANY + 1), "hours"),
        (Terms(radius_km=0), "radius"),
        (Terms(radius_km=50.1), "radius"),
        (Terms(radius_km=float("nan")), "radius"),
        (Terms(weekly_limit=0), "weekly_limit"),
        (Terms(weekly_limit=51), "weekly_limit"),
    ],
)
async def test_terms_out_of_bounds_are_refused(house: None, terms: Terms, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        await _enrolled(terms)
    assert await rows("SELECT * FROM volunteer") == []
