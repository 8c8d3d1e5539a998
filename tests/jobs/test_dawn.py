"""The morning's share: places kept, one message each, a draw that can be checked."""

import asyncio
from datetime import time, timedelta
from itertools import count
from typing import Any

import pytest

from base.clock import at
from base.db import objects, row, rows
from base.errors import Refused
from base.ledger import SWEEP, By
from jobs.dawn import draw_today, publish_when_due, verify
from jobs.needs import Seek, pause_need
from jobs.places import Held, apply, cancel_place
from jobs.sharing import last_morning, mornings_of
from jobs.states import LotteryState
from jobs.tables import Lottery, Station
from jobs.tend import tend_due
from jobs.when import moment
from matching.lottery import commitment
from messages.consent import opt_out
from tests.cast import do, last_text, seen_by
from tests.jobs.mornings import AFTER_DAWN, AT_DAWN, DAY, EVENING_BEFORE, NIGHT, Desk, again, need_of, referral, seeker
from tests.jobs.scene import station, web

pytestmark = pytest.mark.usefixtures("house")


async def drawn(**progress: Any) -> Lottery:
    with at(AT_DAWN):
        return await do(draw_today, SWEEP, **progress)


async def kept(listing: Any, *persons: Any) -> list[int]:
    found = [await referral(listing, person) for person in persons]
    return [each.kept if each else 0 for each in found]


async def test_a_place_is_kept_until_he_answers_and_he_is_told_with_two_others() -> None:
    desk = await Desk.open()
    li = await seeker("李师傅")
    first = await desk.listing(heads=1, pay_fen=26_000)
    others = [await desk.listing(pay_fen=25_000 - number) for number in range(3)]
    await drawn()
    asked = await referral(first, li)
    assert asked is not None
    assert (asked.state, asked.kept, asked.due_at) == ("sent", 1, AT_DAWN + timedelta(minutes=40))
    assert [each.kept if (each := await referral(other, li)) else None for other in others] == [0, 0, None]
    assert (await again(first)).kept == 1
    text = await last_text(li)
    assert text.index(f"{first.ref} ") < text.index(f"{others[0].ref} ")
    assert f"{first.ref}号给您留到今天6:30" in text


async def test_the_place_that_is_kept_can_be_taken_and_by_nobody_else() -> None:
    desk = await Desk.open()
    li, late = await seeker(), await seeker(said=Seek(occupations=("cook",)))
    listing = await desk.listing(heads=1)
    await drawn()
    with at(AT_DAWN):
        assert not isinstance(await do(apply, listing.id, late.id, web(late)), Held)
        assert isinstance(await do(apply, listing.id, li.id, web(li)), Held)


async def test_who_has_waited_longest_comes_first() -> None:
    desk = await Desk.open()
    people = [await seeker(waited_days=days) for days in (0, 3, 1)]
    listing = await desk.listing(heads=1)
    await drawn()
    assert await kept(listing, *people) == [0, 1, 0]


async def test_who_gets_nothing_is_told_nothing() -> None:
    desk = await Desk.open()
    people = [await seeker(waited_days=days) for days in (0, 3)]
    await desk.listing(heads=1)
    await drawn()
    assert [await seen_by(person) for person in people] == [[], ["job_morning"]]


async def test_a_party_is_kept_places_for_all() -> None:
    desk = await Desk.open()
    three = await seeker(said=Seek(occupations=("bricklayer",), people=3))
    small, large = await desk.listing(heads=2, pay_fen=30_000), await desk.listing(heads=4)
    await drawn()
    assert (await kept(small, three), await kept(large, three)) == ([0], [3])
    assert (await again(large)).kept == 3


async def test_who_said_no_stopped_paused_or_works_then_is_left_out() -> None:
    desk = await Desk.open()
    declined, stopped, paused, busy, free = [await seeker(waited_days=7 - number) for number in range(5)]
    listing, same_hours = await desk.listing(heads=5), await desk.listing(heads=1, occupation="cook", starts=time(12), ends=time(20))
    with at(EVENING_BEFORE):
        await do(apply, listing.id, declined.id, web(declined))
        await do(cancel_place, listing.id, declined.id, web(declined))
        await do(opt_out, stopped.phone, stopped.id, web(stopped))
        await do(pause_need, paused.id, web(paused))
        await do(apply, same_hours.id, busy.id, web(busy))
        await rows("UPDATE job_need SET state = 'open' WHERE person = $1", busy.id)
    await drawn()
    assert await kept(listing, declined, stopped, paused, busy, free) == [0, 0, 0, 0, 1]


async def test_who_was_asked_and_has_not_answered_may_be_given_the_place() -> None:
    desk = await Desk.open()
    listing = await desk.listing()
    li = await seeker()
    before = await referral(listing, li)
    assert before is not None
    await drawn()
    after = await referral(listing, li)
    assert after is not None
    assert (before.kept, after.kept, after.id) == (0, 1, before.id)


async def test_only_listings_of_the_day_that_have_room_and_have_not_begun_are_shared() -> None:
    desk = await Desk.open()
    li = await seeker()
    await desk.listing(day=DAY + timedelta(days=1))
    await desk.listing(starts=time(5), ends=time(12))
    await desk.listing(state="filled", taken=2)
    await desk.listing(state="draft")
    await desk.training()
    lottery = await drawn()
    assert (lottery.needs, lottery.places, lottery.placed) == (0, 0, 0)
    assert await seen_by(li) == []


async def test_the_message_waits_for_the_hours_of_the_station_and_the_place_with_it() -> None:
    desk = await Desk.open()
    await rows("UPDATE station SET opens = '06:30'")
    li, listing = await seeker(), await desk.listing()
    await drawn()
    message = await row("SELECT next_at FROM message WHERE person = $1", li.id)
    asked = await referral(listing, li)
    assert message is not None
    assert asked is not None
    assert (message["next_at"], asked.due_at) == (moment(DAY, time(6, 30)), moment(DAY, time(7, 10)))


async def test_a_station_that_opens_too_late_holds_no_message_up() -> None:
    desk = await Desk.open()
    await rows("UPDATE station SET opens = '09:00'")
    li, _ = await seeker(), await desk.listing()
    await drawn()
    message = await row("SELECT next_at FROM message WHERE person = $1", li.id)
    assert message is not None
    assert message["next_at"] == AT_DAWN


async def seals() -> list[Lottery]:
    return await objects(Lottery, "true ORDER BY day")


async def test_the_seal_is_published_the_evening_before_and_the_seed_is_the_one_drawn_with() -> None:
    with at(EVENING_BEFORE):
        await publish_when_due()
        assert await seals() == []
    with at(EVENING_BEFORE + timedelta(hours=1)):
        await asyncio.gather(*(publish_when_due() for _ in range(3)))
    [sealed] = await seals()
    assert (sealed.day, sealed.state, sealed.due_at) == (DAY, LotteryState.PUBLISHED, AT_DAWN)
    assert sealed.commitment == commitment(sealed.seed)
    lottery = await drawn()
    assert (lottery.id, lottery.seed, lottery.state) == (sealed.id, sealed.seed, LotteryState.DRAWN)
    assert lottery.due_at is None


async def test_a_seal_that_is_missing_is_published_in_the_night_and_none_after_dawn() -> None:
    with at(AFTER_DAWN):
        await publish_when_due()
        assert await seals() == []
    with at(NIGHT):
        await publish_when_due()
    assert [sealed.day for sealed in await seals()] == [DAY]


async def test_the_sweep_publishes_and_draws_at_their_hours() -> None:
    desk = await Desk.open()
    li = await seeker()
    await desk.listing()
    for moment_, state, seen in (
        (EVENING_BEFORE + timedelta(hours=2), "published", []),
        (AT_DAWN - timedelta(minutes=1), "published", []),
        (AT_DAWN + timedelta(minutes=1), "drawn", ["job_morning"]),
        (AFTER_DAWN, "drawn", ["job_morning"]),
    ):
        with at(moment_):
            await tend_due()
        assert ([sealed.state for sealed in await seals()], await seen_by(li)) == ([state], seen)


async def test_a_morning_is_drawn_once() -> None:
    await drawn()
    with pytest.raises(Refused, match="already_drawn"):
        await drawn()


async def test_anybody_can_check_the_order() -> None:
    desk = await Desk.open()
    people = [await seeker() for _ in range(5)]
    listing = await desk.listing(heads=2)
    lottery = await drawn()
    assert await verify(DAY) == (True, True, 5)
    tickets = await rows("SELECT need, position, listing FROM ticket ORDER BY position")
    assert [ticket["position"] for ticket in tickets] == [1, 2, 3, 4, 5]
    assert {ticket["need"] for ticket in tickets} == {(await need_of(person)).id for person in people}
    assert [ticket["listing"] for ticket in tickets] == [listing.id, listing.id, None, None, None]
    assert (lottery.needs, lottery.places, lottery.placed) == (5, 2, 2)


async def test_a_draw_that_was_bent_is_found_out() -> None:
    desk = await Desk.open()
    for _ in range(3):
        await seeker()
    await desk.listing()
    await drawn()
    await rows("UPDATE ticket SET position = 4 - position")
    assert await verify(DAY) == (True, False, 3)
    await rows("UPDATE lottery SET seed = 'another'")
    assert not (await verify(DAY)).sealed


async def test_nothing_is_checked_before_the_draw() -> None:
    with at(NIGHT):
        await publish_when_due()
    with pytest.raises(Refused, match="not_drawn"):
        await verify(DAY)


async def test_every_referral_and_message_has_its_event() -> None:
    desk = await Desk.open()
    for _ in range(3):
        await seeker()
    await desk.listing()
    with at(AT_DAWN):
        await do(draw_today, By(None, "worker"))
    events = await rows("SELECT subject, subject_id, matter, from_state, to_state FROM event WHERE at = $1 ORDER BY id", AT_DAWN)
    referrals = await rows("SELECT 'referral' AS subject, id AS subject_id, listing AS matter FROM referral")
    for each in referrals:
        assert [event["to_state"] for event in events if each.items() <= event.items()] == ["sent"]
    assert sum(event["subject"] == "message" for event in events) == 2


async def insists(station: Station) -> None:
    await rows("UPDATE station SET sharing = 'stable' WHERE id = $1", station.id)


async def test_a_station_that_insists_gives_its_work_to_its_own_who_know_it_whoever_waited() -> None:
    desk = await Desk.open()
    waited, knows = await seeker(waited_days=7), await seeker(skills=("bricklayer",))
    listing = await desk.listing(heads=1)
    await insists(desk.station)
    await drawn()
    assert await kept(listing, waited, knows) == [0, 1]
    assert await verify(DAY) == (True, True, 2)


async def test_workers_of_another_station_come_after_its_own() -> None:
    desk = await Desk.open()
    await station("南川零工驿站", "421202002")
    strange, own = await seeker(waited_days=7, area="421202002"), await seeker()
    await rows("UPDATE job_need SET radius_km = 50")
    listing = await desk.listing(heads=1)
    await insists(desk.station)
    await drawn()
    assert await kept(listing, strange, own) == [0, 1]
    [(_, its)] = await mornings_of(DAY)
    assert (its.station, its.sharing, its.places, its.placed, its.blocking) == (desk.station.id, "stable", 1, 1, 0)


async def test_a_fair_station_is_told_how_many_would_rather_have_each_other() -> None:
    desk = await Desk.open()
    await seeker(waited_days=7)
    await seeker(skills=("bricklayer",))
    await desk.listing(heads=1)
    await drawn()
    its = await last_morning(desk.station.id)
    assert its is not None
    assert (its.day, its.sharing, its.places, its.placed, its.blocking, its.own_blocking) == (DAY, "fair", 1, 1, 1, 1)


async def test_a_party_counts_whole_in_the_morning_of_its_station() -> None:
    desk = await Desk.open()
    await seeker(said=Seek(occupations=("bricklayer",), people=3))
    await desk.listing(heads=4)
    await drawn()
    its = await last_morning(desk.station.id)
    assert its is not None
    assert (its.places, its.placed) == (4, 3)


async def test_a_station_without_listings_has_no_morning() -> None:
    desk = await Desk.open()
    await seeker()
    await drawn()
    assert (await last_morning(desk.station.id), await mornings_of(DAY)) == (None, [])


async def test_progress_is_told_step_by_step() -> None:
    desk, numbers = await Desk.open(), count()
    await seeker()
    await desk.listing()
    steps: dict[str, int] = {}
    await drawn(progress=lambda step, done, all_: steps.setdefault(step, next(numbers)))
    assert list(steps) == ["weigh", "place", "others", "tell"]
