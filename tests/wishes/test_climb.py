"""What nobody takes climbs to somebody who must: volunteers, the steward, the coordinator."""

import logging
from datetime import timedelta

import pytest

from base.db import rows
from people.tables import Role
from tests.cast import Cast, bulb_raised, bulb_wished_for, last_text, says, seen_by, sweeps_after, the_wish
from wishes import dispatching
from wishes.queries import matters_of, timeline
from wishes.tables import Wish
from wishes.tend import tend_due

REMOTE = "421281107202"


async def owner() -> tuple[str, str, str]:
    wish = await the_wish()
    return wish.level, wish.owner_role, wish.owner_area


async def test_from_the_volunteers_to_the_steward_to_the_coordinator(cast: Cast) -> None:
    await bulb_raised(cast.liu, area=None)
    await tend_due()
    assert (await owner())[0] == "volunteers"
    await sweeps_after(hours=2)
    assert await owner() == ("steward", "steward", "421202104219")
    await sweeps_after(hours=7)
    assert await owner() == ("coordinator", "coordinator", "421202")


async def test_a_public_matter_that_the_steward_does_not_take_climbs_after_his_hours(cast: Cast) -> None:
    await says(cast.liu, "路灯坏了三天了,请修一下")
    await sweeps_after(hours=3)
    assert (await owner())[0] == "steward"
    await sweeps_after(hours=5)
    assert (await owner())[0] == "coordinator"


async def test_the_office_and_the_resident_are_told_at_each_step(cast: Cast) -> None:
    await bulb_raised(cast.liu, area=None)
    for hours in (0.0, 2.0, 7.0):
        await sweeps_after(hours=hours)
    assert [await seen_by(who) for who in (cast.steward, cast.coordinator)] == [["matter_climbed"], ["matter_climbed"]]
    assert await seen_by(cast.liu) == ["wish_opened", "wish_climbed", "wish_climbed"]
    assert "协调员" in await last_text(cast.liu)


async def test_each_step_is_an_event(cast: Cast) -> None:
    wish = await bulb_raised(cast.liu, area=None)
    for hours in (0.0, 2.0, 7.0):
        await sweeps_after(hours=hours)
    assert [event.to_state for event in await timeline(wish.id) if event.subject == "level"] == ["steward", "coordinator"]


async def test_the_coordinator_keeps_it_and_is_reminded_every_day(cast: Cast) -> None:
    await bulb_wished_for(cast)
    await sweeps_after(hours=2)
    for day in (1, 2, 3):
        await sweeps_after(days=day, hours=3 + day)
    assert await seen_by(cast.coordinator) == ["matter_climbed", "matter_waits", "matter_waits", "matter_waits"]
    assert "已经3天" in await last_text(cast.coordinator)


async def test_a_volunteer_may_still_take_what_has_climbed(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await sweeps_after(hours=2)
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "claimed"


async def test_with_nobody_in_any_office_it_still_has_an_owner_and_a_due_time(cast: Cast) -> None:
    await Role.delete(force=True)
    await bulb_wished_for(cast)
    for hours in (1.0, 30.0, 60.0):
        await sweeps_after(hours=hours)
    assert await owner() == ("coordinator", "coordinator", "4212")
    assert (await the_wish()).due_at is not None


async def test_a_new_holder_inherits_the_matters_of_the_office(cast: Cast) -> None:
    await Role.delete(force=True)
    wish = await bulb_raised(cast.zhang, area=REMOTE)
    await tend_due()
    await Role(person=cast.liu.id, role="coordinator", area="4212").save()
    assert [matter.id for matter in await matters_of(cast.liu.id)] == [wish.id]
    await sweeps_after(hours=25)
    assert await seen_by(cast.liu) == ["matter_waits"]


async def test_all_who_hold_the_office_are_told(cast: Cast) -> None:
    await Role(person=cast.zhou.id, role="coordinator", area="421202").save()
    await says(cast.zhang, "路灯坏了三天了,请修一下")
    assert [await seen_by(who) for who in (cast.coordinator, cast.zhou)] == [["matter"], ["matter"]]


async def test_one_that_cannot_be_tended_does_not_keep_the_others_waiting(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    ask_some = dispatching.ask_some

    async def ask_unless_broken(wish: Wish) -> timedelta | None:
        if wish.id == broken.id:
            raise RuntimeError("broken")
        return await ask_some(wish)

    monkeypatch.setattr(dispatching, "ask_some", ask_unless_broken)
    with caplog.at_level(logging.CRITICAL, "base.sweep"):
        await tend_due()
    asked = await rows("SELECT DISTINCT wish FROM offer")
    assert asked == [{"wish": sound.id}]


async def test_and_is_tried_again_a_little_later(cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    wish = await bulb_raised(cast.zhang)
    with monkeypatch.context() as broken, caplog.at_level(logging.CRITICAL, "base.sweep"):
        broken.setattr(dispatching, "ask_some", None)
        await tend_due()
    await sweeps_after(minutes=11)
    assert await rows("SELECT DISTINCT wish FROM offer") == [{"wish": wish.id}]
