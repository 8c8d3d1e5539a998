"""What other weights would have changed, seen before they are chosen: the very people whom they then put first."""

from datetime import timedelta

from base.clock import at, now
from base.db import rows
from base.ledger import By
from matching.weights import DEFAULT, weights_of
from people.offices import CITY
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, do, electricians
from volunteers import standing
from wishes.actions import claim
from wishes.candidates import Candidate, candidates
from wishes.what_if import FIRST, Effect, effects

ONLY_ROOM = weights_of({"load": 900})


def judged(people: list[Candidate]) -> list[tuple[int, dict[str, int]]]:
    return [(one.id, one.judged.points) for one in people]


async def the_effect(**points: int) -> Effect:
    [effect] = (await effects(DEFAULT._replace(**points), [CITY])).effects
    return effect


async def test_the_same_weights_change_nothing(cast: Cast) -> None:
    await electricians(9, weekly_limit=9)
    await bulb_raised(cast.zhang)
    found = await effects(DEFAULT, [CITY])
    assert (found.total, found.with_others, found.with_other_first) == (1, [], 0)
    assert len(found.effects[0].before) == FIRST


async def test_who_would_come_first_does_so_when_the_weights_are_chosen(cast: Cast) -> None:
    for one in (await electricians(9, weekly_limit=9))[:5]:
        await do(claim, (await bulb_raised(cast.liu)).id, By(one.id, "web"))
    wish = await bulb_raised(cast.zhang)
    found = await effects(ONLY_ROOM, [CITY])
    effect = found.effects[0]
    assert (effect.wish.id, bool(effect.coming), found.with_others[0].wish.id) == (wish.id, True, wish.id)
    assert judged(effect.before) == judged(await candidates(wish, FIRST))
    await do(standing.set_weights, ONLY_ROOM._asdict(), By(None, "web"))
    assert judged(effect.after) == judged(await candidates(wish, FIRST))


async def test_who_comes_and_who_goes_is_told(cast: Cast) -> None:
    await electricians(4)
    await bulb_raised(cast.zhang)
    await rows("UPDATE volunteer_standing SET fatigue = 5 WHERE person = $1", cast.chen.id)
    effect = await the_effect(rested=0)
    assert (effect.coming, effect.going) == ({cast.chen.id}, {cast.zhou.id})


async def test_who_was_asked_already_stands_where_he_would_have_stood(cast: Cast) -> None:
    await bulb_wished_for(cast)
    assert {one.id for one in (await the_effect()).before} == {cast.chen.id, cast.zhou.id}


async def test_nothing_is_changed_by_looking(cast: Cast) -> None:
    await bulb_raised(cast.zhang)
    kept = await rows("SELECT person, points FROM volunteer_standing ORDER BY person")
    await effects(ONLY_ROOM, [CITY])
    assert await rows("SELECT person, points FROM volunteer_standing ORDER BY person") == kept
    assert await standing.weights() == DEFAULT


async def test_only_what_was_wished_for_yesterday_and_today_in_these_areas_counts(cast: Cast) -> None:
    with at(now() - timedelta(days=2)):
        await bulb_raised(cast.zhang)
    with at(now() - timedelta(days=1)):
        yesterday = await bulb_raised(cast.zhang)
    today = await bulb_raised(cast.zhang)
    elsewhere = await bulb_raised(cast.liu, area=WANXIU)
    for areas, wishes in (
        ([CITY], [elsewhere, today, yesterday]), ([XIANAN], [elsewhere, today, yesterday]), ([HESHENGQIAO], [today, yesterday]),
        ([WANXIU, HESHENGQIAO], [elsewhere, today, yesterday]), (["421281"], []), ([], []),
    ):  # fmt: skip
        found = await effects(DEFAULT, areas)
        assert ([each.wish.id for each in found.effects], found.total) == ([wish.id for wish in wishes], len(wishes))
