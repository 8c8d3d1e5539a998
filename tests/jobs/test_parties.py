"""我们三个人: a party comes whole or not at all."""

import pytest

from jobs.needs import MOST_PEOPLE
from jobs.places import Held, Waiting, apply
from tests.jobs.desk import (
    Desk,
    applies,
    cancels,
    holding,
    ids,
    in_line,
    now_of,
    places_of,
    refused,
    the_placement,
    the_referral,
    told,
    workers,
)
from tests.jobs.scene import web, worker


async def test_a_party_takes_as_many_places_as_it_has_people(desk: Desk) -> None:
    job, chen = await desk.job(heads=5), await worker()
    await applies(chen, job, 3)
    assert ((await the_placement(chen, job)).people, await places_of(job)) == (3, ("open", 3, 0))


async def test_a_party_fills_the_listing_and_frees_all_its_places(desk: Desk) -> None:
    job, chen = await desk.job(heads=3), await worker()
    await applies(chen, job, 3)
    assert await places_of(job) == ("filled", 3, 0)
    await cancels(chen, job)
    assert await places_of(job) == ("open", 0, 0)


async def test_it_waits_when_fewer_places_are_free(desk: Desk) -> None:
    job, (one, party) = await desk.job(heads=3), await workers(2)
    await applies(one, job)
    assert await applies(party, job, 3) == Waiting(1, None)
    assert await places_of(job) == ("open", 1, 0)


@pytest.mark.parametrize("people", [0, -1, 3, MOST_PEOPLE + 1])
async def test_a_party_larger_than_the_listing_is_told_how_many_it_takes(desk: Desk, people: int) -> None:
    job, chen = await desk.job(heads=2), await worker()
    refusal = await refused(apply, job.id, chen.id, web(chen), people)
    assert (refusal.reason, refusal.context) == ("party_too_big", {"ref": job.ref, "heads": 2})


async def test_a_party_has_twenty_people_at_most(desk: Desk) -> None:
    job, chen = await desk.job(heads=100), await worker()
    refusal = await refused(apply, job.id, chen.id, web(chen), MOST_PEOPLE + 1)
    assert refusal.context["heads"] == MOST_PEOPLE
    assert isinstance(await applies(chen, job, MOST_PEOPLE), Held)


async def test_of_those_who_wait_the_first_who_fit_are_asked(desk: Desk) -> None:
    job, (one, other) = await holding(2, desk)
    party, single = await workers(2)
    await applies(party, job, 2)
    await applies(single, job)
    await cancels(one, job)
    assert (await told("place_freed"), await in_line(job)) == ([single.id], [party.id])
    await cancels(single, job)
    await cancels(other, job)
    assert await told("place_freed") == [single.id, party.id]
    assert ((await the_referral(party, job)).kept, await places_of(job)) == (2, ("open", 0, 2))


async def test_a_party_that_leaves_makes_room_for_several(desk: Desk) -> None:
    job, party = await desk.job(heads=3), await worker()
    await applies(party, job, 3)
    waiting = await workers(4)
    for who in waiting:
        await applies(who, job)
    await cancels(party, job)
    assert await told("place_freed") == ids(waiting[:3])
    assert await places_of(job) == ("open", 0, 3)


async def test_who_comes_with_fewer_than_asked_leaves_the_rest_to_the_next(desk: Desk) -> None:
    job, first = await desk.job(heads=3), await worker()
    await applies(first, job, 3)
    party, single = await workers(2)
    await applies(party, job, 2)
    await applies(single, job, 2)
    await cancels(first, job)
    assert await applies(party, job, 1) != Waiting(1, None)
    assert await told("place_freed") == [party.id, single.id]
    assert await places_of(job) == ("open", 1, 2)


async def test_who_comes_with_more_than_was_kept_for_him_waits_with_all(desk: Desk) -> None:
    job, (one, other, chen, last) = await holding(2, desk, waiting=2)
    await cancels(one, job)
    assert await applies(chen, job, 2) == Waiting(1, None)
    assert (await told("place_freed"), await places_of(job)) == ([chen.id, last.id], ("open", 1, 1))
    await cancels(last, job)
    await cancels(other, job)
    assert (await the_referral(chen, job)).kept == 2


async def test_who_waits_for_fewer_than_he_said_keeps_his_turn(desk: Desk) -> None:
    job, _ = await holding(2, desk)
    party, single = await workers(2)
    await applies(party, job, 2)
    await applies(single, job)
    assert await applies(party, job) == Waiting(1, None)
    assert await applies(party, job, 2) == Waiting(2, None)
    assert (await now_of(job)).line == 3
