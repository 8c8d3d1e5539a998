"""The exact place and the phone of a resident: who may open them, in every state, and what is told."""

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import SWEEP
from people.tables import Person
from tests.cast import WANXIU, Cast, bulb_raised, do
from tests.invariants import assert_the_invariants_hold
from tests.wishes.scenes import Scene, everything_kept, scene, undone, web
from wishes.private import may_open, open_place

ALWAYS = {"resident", "desk"}
OF_THE_AREA = {"steward", "coordinator"}
MAY_OPEN = {
    "asking": {"resident"},  # it has no area yet
    "open": ALWAYS | OF_THE_AREA,
    "matter": ALWAYS | OF_THE_AREA,
    "claimed": ALWAYS | OF_THE_AREA | {"helper"},
    "done": ALWAYS | OF_THE_AREA,
    "closed": ALWAYS | OF_THE_AREA,
    "withdrawn": ALWAYS | OF_THE_AREA,
}


async def opened(seen: Scene, who: str) -> bool:
    async with undone():
        try:
            place = await open_place(seen.wish, web(seen.people[who]))
        except Refused:
            assert await everything_kept() == seen.kept
            return False
        assert place.phone == seen.people["resident"].phone
        event = (await rows("SELECT actor, subject FROM event ORDER BY id DESC LIMIT 1"))[0]
        assert event == {"actor": seen.people[who].id, "subject": "place"}
        return True


@pytest.mark.parametrize("state", MAY_OPEN)
async def test_it_opens_to_these_and_each_opening_is_an_event(cast: Cast, state: str) -> None:
    seen = await scene(state, cast)
    assert {who for who in seen.people if await opened(seen, who)} == MAY_OPEN[state]


async def test_to_look_whether_it_would_open_is_no_event(cast: Cast) -> None:
    seen = await scene("claimed", cast)
    assert await may_open(seen.wish, seen.people["helper"].id)
    assert await everything_kept() == seen.kept


async def test_the_program_itself_never_opens_it(cast: Cast) -> None:
    with pytest.raises(Refused, match="not_yours"):
        await do(open_place, await bulb_raised(cast.zhang), SWEEP)


async def address(resident: Person, place: str, area: str | None) -> tuple[str, str]:
    wish = await bulb_raised(resident, area=area, place=place)
    told = (await do(open_place, wish, web(resident))).address
    assert not isinstance(told, str)
    return told


async def test_what_was_given_with_the_wish_goes_before_the_home(cast: Cast) -> None:
    assert await address(cast.zhang, "卫生室门口", None) == (
        "贺胜桥镇贺胜桥社区 卫生室门口",
        "卫生室门口, Heshengqiao Community, Heshengqiao Town",
    )


async def test_at_home_it_is_the_door(cast: Cast) -> None:
    assert (await address(cast.zhang, "", None))[0] == "贺胜桥镇贺胜桥社区 5栋201"


async def test_away_from_home_the_door_is_not_told(cast: Cast) -> None:
    away = await address(cast.zhang, "", WANXIU)
    assert "5栋" not in away[0] + away[1]
    assert "万秀村" in away[0]
    await assert_the_invariants_hold()
