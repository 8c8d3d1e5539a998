"""All open wishes at once: shown before it is done, and what is confirmed stays."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from base.clock import at, now
from base.db import rows
from base.ledger import By
from base.settings import settings
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, do, electricians, offer_state, says
from tests.invariants import assert_the_invariants_hold
from wishes.actions import claim
from wishes.batch import carry_out, count_open, plan
from wishes.tend import tend_due


async def test_nothing_is_done_by_planning(cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    batch = await plan()
    assert batch.messages > 0
    assert await rows("SELECT id FROM offer") == []


async def test_nobody_is_asked_for_two_at_once_and_nothing_better_exists(cast: Cast) -> None:
    await electricians(6, weekly_limit=9)
    for _ in range(3):
        await bulb_raised(cast.zhang)
    batch = await plan()
    people = [one.id for share in batch.shares for one in share.people]
    assert len(people) == len(set(people)) == batch.messages
    assert all(share.ask for share in batch.shares)
    assert (batch.wanted_twice > 0, batch.gap) == (True, 0)
    assert all(share.after > share.before for share in batch.shares)


async def test_wishes_that_are_alike_get_their_share(cast: Cast) -> None:
    """Four for two of them and none for the third would find fewer."""
    await electricians(6)
    for _ in range(3):
        await bulb_raised(cast.zhang)
    assert sorted(len(share.ask) for share in (await plan()).shares) == [2, 3, 3]


async def test_those_who_were_shown_are_asked(cast: Cast) -> None:
    await electricians(6, weekly_limit=9)
    wishes = [await bulb_raised(cast.zhang) for _ in range(2)]
    planned = {share.wish.id: [one.id for one in share.people] for share in (await plan()).shares}
    assert await carry_out(planned) == []
    offered = await rows("SELECT wish, array_agg(person ORDER BY id) AS people FROM offer GROUP BY wish ORDER BY wish")
    assert {each["wish"]: set(each["people"]) for each in offered} == {wish.id: set(planned[wish.id]) for wish in wishes}
    await assert_the_invariants_hold()


async def test_what_has_changed_meanwhile_is_left_out_and_said(cast: Cast) -> None:
    first, second = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    planned = {first.id: [cast.chen.id], second.id: [cast.zhou.id, cast.liu.id]}
    await do(claim, first.id, By(cast.zhou.id, "web"))
    assert await carry_out(planned) == [(first.id, cast.chen.id), (second.id, cast.liu.id)]
    assert (await offer_state(first, cast.chen), await offer_state(second, cast.zhou)) == (None, "sent")
    await assert_the_invariants_hold()


async def test_what_is_held_is_not_touched(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert (await plan()).shares == []


async def test_without_wishes_or_volunteers_nothing_is_planned(cast: Cast) -> None:
    assert (await plan()).messages == 0
    await bulb_raised(cast.zhang, area="421281107202")
    assert (await plan()).messages == 0
    assert (await plan(["421202"])).shares == []


async def test_of_an_area_and_all_below_it_those_that_wait_longest(cast: Cast) -> None:
    wishes = [await bulb_raised(cast.zhang) for _ in range(3)]
    assert [share.wish.id for share in (await plan([XIANAN], most=2)).shares] == [wish.id for wish in wishes[:2]]
    assert (await plan([])).shares == []
    assert [await count_open(areas) for areas in ([XIANAN], [HESHENGQIAO], [WANXIU], [])] == [3, 3, 0, 0]


async def test_at_night_it_is_too_late_for_everybody(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    wish = await bulb_raised(cast.zhang)
    monkeypatch.setattr("messages.quiet.settings", lambda: replace(settings(), quiet_hours=True))
    with at(datetime(2026, 11, 23, 22, 30, tzinfo=ZoneInfo("Asia/Shanghai"))):
        assert await carry_out({wish.id: [cast.chen.id]}) == [(wish.id, cast.chen.id)]
    assert await offer_state(wish, cast.chen) is None


async def test_what_came_at_night_is_shared_out_at_once_in_the_morning(cast: Cast) -> None:
    await electricians(28, weekly_limit=9)
    for _ in range(5):
        await bulb_raised(cast.zhang)
    await tend_due()
    asked = await rows("SELECT person FROM offer")
    assert len(asked) == len({each["person"] for each in asked})
    assert len(await rows("SELECT DISTINCT wish FROM offer")) == 5
    await assert_the_invariants_hold()


async def test_what_another_sweep_has_shared_out_is_left_to_it(cast: Cast) -> None:
    await electricians(28, weekly_limit=9)
    for _ in range(5):
        await bulb_raised(cast.zhang)
    moment = now()
    planned = {share.wish.id: [one.id for one in share.people] for share in (await plan(due_by=moment)).shares}
    await tend_due()
    asked = await rows("SELECT id FROM offer")
    late = {wish: [person for others in planned.values() for person in others] for wish in planned}
    assert len(await carry_out(late, due_by=moment)) == sum(map(len, late.values()))
    assert await rows("SELECT id FROM offer") == asked
