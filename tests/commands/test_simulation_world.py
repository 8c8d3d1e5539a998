"""The same seed makes the same city, and under every policy and load the same people live in it."""

from datetime import UTC, datetime, timedelta

from commands.simulation_world import HOURS, draw, found
from people.areas import chain

START = datetime(2026, 3, 1, 16, tzinfo=UTC)


def test_the_same_seed_makes_the_same_city() -> None:
    assert draw(1, 30, 5, START, 3) == draw(1, 30, 5, START, 3)
    assert draw(1, 30, 5, START, 3) != draw(2, 30, 5, START, 3)


def test_people_are_the_same_whatever_the_load() -> None:
    few, many, settled = draw(1, 30, 2, START, 3), draw(1, 30, 9, START, 3), found(1, 30)
    assert few.volunteers == many.volunteers == settled.volunteers
    assert few.offices == many.offices == settled.offices


def test_each_wish_is_another_residents_and_comes_on_one_of_the_days() -> None:
    calls = draw(1, 30, 20, START, 3).calls
    assert len({call.resident.phone for call in calls}) == len(calls) == 60
    assert START <= calls[0].moment <= calls[-1].moment < START + timedelta(days=3)
    assert calls == sorted(calls, key=lambda call: call.moment)


def test_every_wish_lies_where_offices_answer_for_it() -> None:
    world = draw(1, 400, 20, START, 3)
    offices = {office.area for office in world.offices}
    assert all(set(chain(call.resident.area or "")) <= offices for call in world.calls)


def test_a_larger_crowd_lives_in_more_towns() -> None:
    towns = [len({str(each.area)[:9] for each in found(1, volunteers).volunteers}) for volunteers in (40, 800)]
    assert towns == [1, 2]


def test_nobody_wishes_at_three_in_the_morning() -> None:
    assert len(HOURS) == 24
    assert {call.moment.hour for call in draw(1, 10, 100, START, 3).calls}.isdisjoint({17, 18, 19})  # UTC
