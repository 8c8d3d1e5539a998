"""The gig stations of the demo city, as it was loaded."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from stdnum.cn import uscc

from base.clock import at, city_now
from base.db import row, rows
from base.ledger import By
from base.work import transaction
from commands.demo_workers import WORKERS
from jobs import draws
from jobs.dawn import verify
from jobs.employers import employers_of
from jobs.needs import Seek, seek
from jobs.posting import copy_day, draft, publish, terms_of
from jobs.queries import board_of, listings_of, need_of, staff_of, stations
from jobs.referring import refer_listing
from jobs.rights import stations_of
from jobs.states import EmployerState, ListingState, NeedState, PlacementState, ReferralState
from jobs.suspicion import reasons_to_hold
from jobs.tables import Listing, Station
from jobs.terms import Terms, errors
from jobs.when import moment
from people.people import by_phone
from sandbox.cast import BRICKLAYER, CLEANER, CLERK, LABOURER
from tests.demo_city import DemoCity, in_database
from tests.invariants import assert_the_invariants_hold

ON_TIME = "interval '60 s'"
DUE = ("listing", "job_need", "referral", "placement", "lottery")


@pytest.fixture(scope="module", autouse=True)
async def city(demo: DemoCity) -> AsyncIterator[None]:
    async with in_database(demo.to_look_at):
        yield


async def _number(sql: str) -> int:
    found = await row(f"SELECT count(*) AS n FROM {sql}")  # noqa: S608
    assert found is not None
    return int(found["n"])


async def _states(table: str) -> set[str]:
    return {found["state"] for found in await rows(f"SELECT DISTINCT state FROM {table}")}  # noqa: S608


async def _today() -> date:
    """Of the city when it was loaded: the run may have passed midnight since."""
    found = await row("SELECT max(day) AS day FROM listing WHERE kind = 'job'")
    assert found is not None
    last: date = found["day"]
    return last - timedelta(days=1)


async def _wenquan() -> Station:
    return next(station for station in await stations() if station.area == CLERK.area_code)


class _Undo(Exception):
    pass


async def _try(what: Callable[[], Awaitable[None]]) -> None:
    """The city stays as it was loaded."""
    with pytest.raises(_Undo):
        await _do_and_undo(what)


async def _do_and_undo(what: Callable[[], Awaitable[None]]) -> None:
    async with transaction():
        await what()
        raise _Undo


async def test_seven_stations_stand_across_all_counties_with_two_at_each_counter() -> None:
    found = await stations()
    assert len(found) == 7
    assert len({station.area[:6] for station in found}) == 6
    assert {(station.opens, station.closes) for station in found} == {(time(5, 30), time(18, 30))}
    assert [len(await staff_of(station.id)) for station in found] == [2] * 7
    assert await _number("role WHERE role = 'staff'") == 14


async def test_xiao_fang_works_at_the_station_of_wenquan() -> None:
    fang = await by_phone(CLERK.phone)
    assert fang is not None
    assert [station.name for station in await stations_of(fang.id)] == [CLERK.note]


async def test_employers_have_licences_that_hold_together() -> None:
    assert await _states("employer") == set(EmployerState)
    licences = [found["licence"] for found in await rows("SELECT licence FROM employer WHERE kind = 'firm'")]
    assert len(set(licences)) == len(licences) > 50
    assert all(uscc.is_valid(licence) for licence in licences)
    assert await _number("employer WHERE kind = 'person' AND licence IS NULL") == 14
    assert len(await employers_of((await _wenquan()).id)) > 50


async def test_a_month_of_listings_stands_behind_every_station() -> None:
    today = await _today()
    counts = await rows(
        "SELECT count(*) AS n FROM listing WHERE kind = 'job' AND day BETWEEN $1 AND $2 GROUP BY station, day",
        today - timedelta(days=30), today - timedelta(days=1),
    )  # fmt: skip
    assert len(counts) == 7 * 30
    assert {found["n"] for found in counts} == {6, 7, 8, 9}
    assert await _states("listing") == set(ListingState)


async def test_every_station_trains_once_a_week_and_what_was_taught_is_known() -> None:
    weeks = await rows("SELECT station, count(*) AS n FROM listing WHERE kind = 'training' GROUP BY station")
    assert len(weeks) == 7
    assert all(found["n"] >= 4 for found in weeks)
    assert await _number("listing WHERE kind = 'training' AND state IN ('open', 'filled') AND taken > 0") >= 3
    assert await _number("event WHERE subject = 'worker' AND to_state = 'learned' AND matter IS NOT NULL") > 20


async def test_800_workers_have_names_and_a_few_read_english() -> None:
    assert await _number("role WHERE role = 'worker'") == WORKERS + 3
    assert await _number("person p JOIN role r ON r.person = p.id WHERE r.role = 'worker' AND name = ''") == 0
    assert 3 <= await _number("person p JOIN role r ON r.person = p.id WHERE r.role = 'worker' AND language = 'en'") <= 20


async def test_needs_referrals_and_placements_are_in_all_states() -> None:
    assert await _states("job_need") == set(NeedState)
    assert await _states("referral") >= set(ReferralState) - {ReferralState.SENT, ReferralState.WAITING}
    assert await _states("placement") >= set(PlacementState) - {PlacementState.HELD, PlacementState.CONFIRMED}
    assert await _number("placement WHERE wage_fen IS NOT NULL") > 2000
    assert await _number("event WHERE subject = 'referral' AND to_state = 'waiting'") > 200
    assert await _number("placement WHERE people > 1") > 20


async def test_all_invariants_hold() -> None:
    await assert_the_invariants_hold()


async def test_nothing_is_overdue_and_starting_the_demo_wakes_few_at_once() -> None:
    loaded = "(SELECT max(created_at) FROM job_need)"
    for table in DUE:
        assert await _number(f"{table} WHERE due_at <= {loaded} - {ON_TIME}") == 0
    soon = [await _number(f"{table} WHERE due_at < {loaded} + interval '5 min'") for table in DUE]
    assert sum(soon) <= 60


async def test_every_draw_of_the_past_can_be_verified_and_the_next_is_sealed() -> None:
    days = [found["day"] for found in await rows("SELECT day FROM lottery WHERE state = 'drawn' ORDER BY day")]
    assert len(days) >= 30
    for day in days:
        verdict = await verify(day)
        assert verdict.sealed
        assert verdict.ordered
        assert verdict.tickets > 50
    coming = await draws.coming()
    assert await _today() + timedelta(days=1) in [draw.day for draw in coming]
    assert {draw.seed for draw in coming} == {None}


async def test_the_boards_of_today_and_tomorrow_are_not_empty() -> None:
    today = await _today()
    assert await board_of(None, today)
    for station in await stations():
        tomorrow = await board_of(station.id, today + timedelta(days=1))
        assert any(listing.taken < listing.heads for listing in tomorrow)
        assert [each for each in await listings_of(station.id, today + timedelta(days=1)) if each.state == ListingState.DRAFT]


async def test_what_stands_on_the_boards_could_have_been_typed_at_the_desk() -> None:
    today = await _today()
    for station in await stations():
        for listing in await listings_of(station.id, today + timedelta(days=1)):
            assert errors(terms_of(listing), today) == {}
            assert bool(reasons_to_hold(*terms_of(listing).texts)) == (listing.held_reasons != "[]")


async def test_there_is_something_to_copy_for_a_day_that_has_nothing() -> None:
    async def copied() -> None:
        fang, station = await _fang(), await _wenquan()
        drafts = await copy_day(station.id, None, city_now().date() + timedelta(days=5), By(fang.id, "web"))
        assert len(drafts) >= 4

    await _try(copied)


async def _fang() -> Any:
    fang = await by_phone(CLERK.phone)
    assert fang is not None
    return fang


async def test_the_workers_of_the_story_come_with_a_clean_slate() -> None:
    for member in (BRICKLAYER, LABOURER, CLEANER):
        person = await by_phone(member.phone)
        assert person is not None
        need = await need_of(person.id)
        assert need is not None
        assert need.state == NeedState.OPEN
        assert await _number(f"referral WHERE person = {person.id}") == 0
        assert await _number(f"placement WHERE person = {person.id}") == 0


async def test_mr_he_finds_work_for_tomorrow_at_once() -> None:
    async def sought() -> None:
        he, tomorrow = await by_phone(BRICKLAYER.phone), await _today() + timedelta(days=1)
        assert he is not None
        said = Seek(("bricklayer",), 25_000, "day", tomorrow, tomorrow, area="421202")
        found = await seek(he, said, By(he.id, "sms"))
        assert {(listing.occupation, listing.day) for listing in found.referred} == {("bricklayer", tomorrow)}

    await _try(sought)


async def test_what_xiao_fang_posts_after_dawn_is_put_to_the_three_workers_of_the_story() -> None:
    async def posted() -> None:
        tomorrow = await _today() + timedelta(days=1)
        with at(moment(tomorrow, time(8))):
            listing = await _afternoon_for_three(tomorrow)
            assert await refer_listing(listing) == 6
        asked = await rows("SELECT phone FROM referral r JOIN person p ON p.id = r.person WHERE listing = $1", listing.id)
        assert {BRICKLAYER.phone, LABOURER.phone, CLEANER.phone} <= {each["phone"] for each in asked}

    await _try(posted)


async def _afternoon_for_three(day: date) -> Listing:
    fang, station = await _fang(), await _wenquan()
    [boss, *_] = [each for each in await employers_of(station.id) if each.state == EmployerState.CHECKED]
    terms = Terms(
        title="工地小工", day=day, starts=time(13), ends=time(18), heads=3, area=station.area, place="体育馆工地", contact="何经理",
        phone="+8616040000001", employer=boss.id, occupation="labourer", pay_fen=24_000, pay_per="day",
    )  # fmt: skip
    listing = await draft(station.id, terms, By(fang.id, "web"))
    await publish(listing.id, By(fang.id, "web"))
    found = await listings_of(station.id, day)
    return next(each for each in found if each.id == listing.id)


async def test_some_who_were_not_paid_have_said_so_and_an_office_owns_it() -> None:
    matters = await rows("SELECT w.* FROM wish w JOIN placement p ON p.dispute = w.id WHERE w.kind = 'wages'")
    assert len(matters) == 7
    assert {matter["owner_role"] for matter in matters} == {"coordinator"}
    assert {matter["state"] for matter in matters} == {"open", "claimed", "done", "closed"}
    assert await _number("event WHERE subject = 'wage' AND to_state = 'disputed'") == 7
