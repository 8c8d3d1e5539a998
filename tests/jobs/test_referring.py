"""Listings put to workers at once, when a listing or a need appears."""

from datetime import time, timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.ledger import SWEEP
from jobs.dawn import draw_today
from jobs.needs import Seek, seek
from jobs.places import Waiting, apply, cancel_place
from jobs.queries import referred_to
from jobs.referring import best_other, refer_listing, refer_need
from jobs.tables import Listing
from jobs.when import moment
from messages.consent import opt_out
from people.areas import near_point
from people.tables import Person
from tests.cast import do, last_text, seen_by
from tests.jobs import scene
from tests.jobs.mornings import AFTER_DAWN, DAY, EVENING_BEFORE, NIGHT, Desk, need_of, referral, seeker
from tests.jobs.scene import web

pytestmark = pytest.mark.usefixtures("house")
MASON = Seek(occupations=("bricklayer",))


async def asked_for(listing: Listing, *persons: Person) -> list[bool]:
    return [await referral(listing, person) is not None for person in persons]


# A new listing.


async def test_a_listing_after_dawn_is_put_to_the_best_at_once_two_for_each_place() -> None:
    desk = await Desk.open()
    people = [await seeker(waited_days=days) for days in (0, 2, 1)]
    with at(AFTER_DAWN):
        listing = await desk.listing(starts=time(13), heads=1)
        assert await do(refer_listing, listing) == 2
        assert await asked_for(listing, *people) == [False, True, True]
        assert f"{listing.ref} 瓦工" in await last_text(people[1])


async def test_nothing_is_kept_for_who_is_asked_like_that() -> None:
    desk = await Desk.open()
    li = await seeker()
    with at(AFTER_DAWN):
        listing = await desk.listing(starts=time(13))
        await do(refer_listing, listing)
        asked = await referral(listing, li)
    assert asked is not None
    assert (asked.state, asked.kept) == ("sent", 0)
    assert asked.due_at is None
    assert asked.distance_km is not None
    assert "您找的瓦工" in asked.reasons


async def test_before_the_dawn_of_its_day_a_listing_waits_for_the_fair_share() -> None:
    desk = await Desk.open()
    li = await seeker()
    with at(NIGHT):
        listing = await desk.listing()
        assert await do(refer_listing, listing) == 0
        assert await seen_by(li) == []
        await do(draw_today, SWEEP)
        other = await seeker()
        assert await do(refer_listing, await desk.listing()) == 1
    assert await seen_by(li) == await seen_by(other) == ["job_morning"]


async def test_what_begins_before_any_dawn_does_not_wait_for_it() -> None:
    desk = await Desk.open()
    await seeker()
    with at(EVENING_BEFORE):
        assert await do(refer_listing, await desk.listing(starts=time(5, 55), ends=time(12))) == 1


async def test_nobody_is_written_to_twice_on_one_day() -> None:
    desk = await Desk.open()
    li = await seeker()
    with at(AFTER_DAWN):
        first, second = [await desk.listing(starts=time(13)) for _ in range(2)]
        assert [await do(refer_listing, each) for each in (first, second)] == [1, 0]
    assert await seen_by(li) == ["job_morning"]


async def test_after_the_hours_of_the_station_the_message_waits_for_the_morning_unless_that_is_too_late() -> None:
    desk = await Desk.open()
    await seeker(), await seeker()
    await rows("UPDATE station SET closes = '07:00'")
    with at(AFTER_DAWN):
        await do(refer_listing, await desk.listing(heads=1, starts=time(5, 55), day=DAY + timedelta(days=1)))
        await do(refer_listing, await desk.listing(heads=1, starts=time(9)))
    told = [message["next_at"] for message in await rows("SELECT next_at FROM message ORDER BY id")]
    assert told == [moment(DAY + timedelta(days=1), time(5, 30))] * 2 + [AFTER_DAWN] * 2


@pytest.mark.parametrize(
    "terms",
    [
        {"state": "filled", "taken": 2},
        {"kept": 2},
        {"starts": time(8, 5)},
        {"starts": time(7)},
    ],
)
async def test_nobody_is_asked_for_what_has_no_place_or_no_time_left(terms: dict[str, Any]) -> None:
    desk = await Desk.open()
    await seeker()
    with at(AFTER_DAWN):
        assert await do(refer_listing, await desk.listing(**{"starts": time(13), **terms})) == 0


async def test_who_was_asked_or_cannot_or_stopped_is_not_asked() -> None:
    desk = await Desk.open()
    cook, other_day, stopped, busy, asked = [
        await seeker(said=said) for said in (Seek(occupations=("cook",)), Seek(from_day=DAY + timedelta(days=1)), MASON, MASON, MASON)
    ]
    with at(AFTER_DAWN):
        await do(opt_out, stopped.phone, stopped.id, web(stopped))
        elsewhere = await desk.listing(occupation="cook", starts=time(12))
        await do(apply, elsewhere.id, busy.id, web(busy))
        await rows("UPDATE job_need SET state = 'open' WHERE person = $1", busy.id)
        listing = await desk.listing(starts=time(13))
        await do(apply, listing.id, asked.id, web(asked))
        await do(cancel_place, listing.id, asked.id, web(asked))
        await rows("UPDATE job_need SET state = 'open'")
        assert await do(refer_listing, listing) == 0
    assert await asked_for(listing, cook, other_day, stopped, busy) == [False] * 4


async def test_a_trade_is_put_to_those_who_named_or_know_it() -> None:
    desk = await Desk.open()
    anything, knows = await seeker(said=Seek()), await seeker(said=Seek(), skills=("bricklayer",))
    with at(AFTER_DAWN):
        listing = await desk.listing(starts=time(13))
        await do(refer_listing, listing)
        simple = await desk.listing(starts=time(13), occupation="mover")
        await do(refer_listing, simple)
    assert await asked_for(listing, anything, knows) == [False, True]
    assert await asked_for(simple, anything, knows) == [True, False]


async def test_a_certificate_that_the_job_requires_must_be_known() -> None:
    desk = await Desk.open()
    without, holder = await seeker(), await seeker(certificates=("heights",))
    with at(AFTER_DAWN):
        listing = await desk.listing(starts=time(13), certificate="heights")
        await do(refer_listing, listing)
    assert await asked_for(listing, without, holder) == [False, True]


async def test_a_training_is_put_to_nobody() -> None:
    desk = await Desk.open()
    await seeker(said=Seek())
    with at(AFTER_DAWN):
        training = await desk.training()
        assert await do(refer_listing, training) == 0
        assert await do(best_other, (await scene.worker()).id, training) is None


# A new need.


async def test_who_begins_to_look_sees_at_most_three_that_fit_the_soonest_first() -> None:
    desk = await Desk.open()
    later = await desk.listing(day=DAY + timedelta(days=1), pay_fen=40_000)
    today = [await desk.listing(pay_fen=25_000) for _ in range(3)]
    await desk.listing(occupation="cook")
    li = await scene.worker()
    with at(AFTER_DAWN - timedelta(hours=3)):
        found = await do(seek, li, Seek(occupations=("bricklayer",)), web(li))
    assert [listing.id for listing in found.referred] == [listing.id for listing in today]
    assert [listing.id for listing in await referred_to(li.id)] == [listing.id for listing in today]
    assert later.id not in [listing.id for listing in found.referred]
    assert await seen_by(li) == []


async def test_least_pay_counts_in_the_unit_that_he_named() -> None:
    desk = await Desk.open()
    by_hour = await desk.listing(starts=time(9), ends=time(17), pay_fen=3_200, pay_per="hour")  # 256 yuan for the day
    by_day = await desk.listing(starts=time(9), ends=time(17), pay_fen=26_000)  # 32.5 yuan for an hour
    for fen, per, fitting in (
        (25_600, "day", [by_day, by_hour]),
        (25_700, "day", [by_day]),
        (3_250, "hour", [by_day]),
        (3_300, "hour", []),
    ):
        li = await seeker(said=Seek(occupations=("bricklayer",), pay_fen=fen, pay_per=per))
        assert {listing.id for listing in await referred_to(li.id)} == {listing.id for listing in fitting}


async def test_the_part_of_the_day_counts_and_half_an_hour_of_another_does_not() -> None:
    desk = await Desk.open()
    morning, evening = await desk.listing(starts=time(7), ends=time(12, 30)), await desk.listing(starts=time(20), ends=time(2))
    for part, fitting in (("morning", [morning]), ("afternoon", []), ("evening", [evening])):
        li = await seeker(said=Seek(occupations=("bricklayer",), part=part))
        assert [listing.id for listing in await referred_to(li.id)] == [listing.id for listing in fitting]


async def test_what_is_too_far_away_is_not_shown() -> None:
    desk = await Desk.open()
    li = await seeker(said=Seek(occupations=("bricklayer",), radius_km=3.0))
    lat, lon = await near_point("421202104001")
    await desk.listing(lat=lat, lon=lon)
    with at(NIGHT):
        assert await do(refer_need, await need_of(li)) == []


async def test_who_looks_again_sees_what_he_has_not_answered() -> None:
    desk = await Desk.open()
    declined, unanswered, lapsed = [await desk.listing() for _ in range(3)]
    li = await seeker()
    with at(NIGHT):
        await do(cancel_place, declined.id, li.id, web(li))
        await rows("UPDATE referral SET state = 'lapsed' WHERE listing = $1", lapsed.id)
        shown = await do(refer_need, await need_of(li))
    assert [listing.id for listing in shown] == [unanswered.id, lapsed.id]
    again = await referral(lapsed, li)
    assert again is not None
    assert (again.state, again.round) == ("sent", 1)
    moves = await rows("SELECT from_state, to_state FROM event WHERE subject = 'referral' AND subject_id = $1 ORDER BY id", again.id)
    assert [tuple(move.values()) for move in moves] == [(None, "sent"), ("lapsed", "sent")]


# The best other listing.


async def test_who_comes_too_late_is_shown_the_best_other_of_that_day() -> None:
    desk = await Desk.open()
    full = await desk.listing(heads=1)
    await desk.listing(day=DAY + timedelta(days=1), pay_fen=40_000)
    await desk.listing(occupation="cook", pay_fen=40_000)
    other = await desk.listing()
    first, second = await scene.worker(), await scene.worker()
    with at(NIGHT):
        await do(apply, full.id, first.id, web(first))
        found = await do(apply, full.id, second.id, web(second))
    assert isinstance(found, Waiting)
    assert found.other is not None
    assert found.other.id == other.id


async def test_the_other_fits_the_need_of_who_has_one() -> None:
    desk = await Desk.open()
    cook = await desk.listing(occupation="cook")
    like_it = await desk.listing()
    li = await seeker(said=Seek(occupations=("cook",)))
    with at(NIGHT):
        found = await do(best_other, li.id, await desk.listing())
        assert found is not None
        assert found.id == cook.id
        await do(cancel_place, cook.id, li.id, web(li))
        assert await do(best_other, li.id, like_it) is None
