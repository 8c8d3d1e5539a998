"""The places of a day add up, whatever happened; and they agree with the listing's own count."""

import random
from datetime import datetime, time

import pytest

from base.clock import at, city_now
from base.db import rows
from base.errors import Refused
from jobs import counter
from jobs.attendance import Sheet, Tally, coming_trainings, day_sheets, tally
from jobs.places import Held, apply, cancel_place
from jobs.states import PlacementState
from jobs.tables import Listing, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do
from tests.jobs import scene

MARKS = (PlacementState.ATTENDED, PlacementState.ABSENT, PlacementState.SENT_HOME, PlacementState.CONFIRMED)


def at_dawn() -> datetime:
    return moment(city_now().date(), time(6, 40))


def adds_up(sum_of: Tally) -> bool:
    return sum_of.heads == sum_of.attended + sum_of.sent_home + sum_of.unmarked + sum_of.missing + sum_of.empty


def agrees(sheet: Sheet) -> bool:
    """The people of the placements are those whom the listing counts."""
    one = tally([sheet])
    return bool(one.attended + one.sent_home + one.unmarked == sheet.listing.taken) and min(vars(one).values()) >= 0


async def opened(heads: int) -> tuple[Station, Person, Listing]:
    station = await scene.station()
    clerk = await scene.staff(station)
    job = await scene.listing(station, clerk, await scene.employer(station), day=city_now().date(), heads=heads)
    return station, clerk, job


async def test_an_empty_day_is_nothing_and_adds_up(house: None) -> None:
    assert tally([]) == Tally()
    assert adds_up(Tally())


async def test_who_was_absent_and_replaced_is_not_missing(house: None) -> None:
    with at(at_dawn()):
        station, clerk, job = await opened(heads=2)
        one, two, three = [await scene.worker() for _ in range(3)]
        for worker in (one, two):
            await do(apply, job.id, worker.id, scene.web(worker))
        for row in await rows("SELECT id FROM placement"):
            await do(counter.mark, row["id"], PlacementState.ABSENT, scene.web(clerk))
        assert tally(await day_sheets(station.id, job.day)) == Tally(listings=1, heads=2, missing=2, absent=2)
        held = await do(counter.walk_in, job.id, three.phone, "", scene.web(clerk))
        assert isinstance(held, Held)
        await do(counter.mark, held.placement.id, PlacementState.ATTENDED, scene.web(clerk))
        await do(counter.pay, held.placement.id, 26_000, scene.web(clerk))
        expected = Tally(listings=1, heads=2, attended=1, missing=1, absent=2, paid=1, paid_fen=26_000)
        assert tally(await day_sheets(station.id, job.day)) == expected


@pytest.mark.parametrize("seed", range(4))
async def test_it_adds_up_after_whatever_happens_at_the_counter(house: None, seed: int) -> None:
    chance = random.Random(seed)
    with at(at_dawn()):
        station, clerk, job = await opened(heads=5)
        workers = [await scene.worker() for _ in range(6)]
        for _ in range(30):
            await _something(chance, job, clerk, chance.choice(workers))
            [sheet] = await day_sheets(station.id, job.day)
            assert adds_up(tally([sheet]))
            assert agrees(sheet)


async def _something(chance: random.Random, job: Listing, clerk: Person, worker: Person) -> None:
    placements = [row["id"] for row in await rows("SELECT id FROM placement")]
    try:
        match chance.randrange(4):
            case 0:
                await do(counter.walk_in, job.id, worker.phone, "", scene.web(clerk), chance.randint(1, 3))
            case 1 if placements:
                await do(counter.mark, chance.choice(placements), chance.choice(MARKS), scene.web(clerk))
            case 2 if placements:
                await do(counter.pay, chance.choice(placements), 25_000, scene.web(clerk))
            case _:
                await do(cancel_place, job.id, worker.id, scene.web(clerk))
    except Refused:
        pass


async def test_drafts_and_what_was_cancelled_are_not_of_the_day(house: None) -> None:
    station, clerk, job = await opened(heads=2)
    for state in ("draft", "cancelled"):
        await scene.listing(station, clerk, await scene.employer(station, f"咸宁{state}有限公司"), day=job.day, state=state)
    assert [sheet.listing.id for sheet in await day_sheets(station.id, job.day)] == [job.id]


async def test_coming_trainings_are_those_of_the_station_from_today_on(house: None) -> None:
    station, clerk, job = await opened(heads=2)
    training = await scene.listing(station, clerk, day=job.day)
    later = await scene.listing(station, clerk)
    elsewhere = await scene.station("横沟桥零工驿站")
    await scene.listing(elsewhere, clerk)
    assert [sheet.listing.id for sheet in await coming_trainings(station.id, job.day)] == [training.id, later.id]
    assert [sheet.listing.id for sheet in await coming_trainings(station.id, later.day)] == [later.id]
