"""找活 瓦工 250以上: what a worker looks for, one need for each person, until it is paused, placed or over."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.errors import Refused
from jobs.needs import MOST_FEN, MOST_PEOPLE, RADIUS_KM, WIDEST_RADIUS_KM, Seek, Sought, end_need, pause_need, seek
from jobs.queries import need_of, worker
from jobs.states import PlacementState
from people.people import by_id, roles
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, do, person
from tests.jobs import scene
from tests.jobs.desk import MONDAY, NOON, TUESDAY, Desk, applies, cancels, clock, marked, need, shown, tended, told, why
from tests.jobs.scene import WENQUAN, web

TONGSHAN = "421224"

BRICKS = Seek(("bricklayer",), 25_000, "day", text="找活 瓦工 250以上")


async def seeks(who: Person, said: Seek = BRICKS) -> Sought:
    return await do(seek, who, said, web(who))


async def test_it_is_kept_as_it_was_said(desk: Desk) -> None:
    chen = await scene.worker()
    found = (await seeks(chen, Seek(("bricklayer", "labourer"), 25_000, "day", TUESDAY, TUESDAY, "morning", 10.0, people=3))).need
    assert (found.state, found.occupations, found.pay_fen, found.pay_per) == ("open", ["bricklayer", "labourer"], 25_000, "day")
    assert (found.from_day, found.to_day, found.part, found.radius_km, found.people) == (TUESDAY, TUESDAY, "morning", 10.0, 3)


async def test_what_was_not_said_has_its_usual_value(desk: Desk) -> None:
    found = (await seeks(await scene.worker(), Seek())).need
    assert shown(found, "occupations", "pay_fen", "pay_per", "part") == ([], None, None, None)
    assert shown(found, "from_day", "to_day", "radius_km", "people") == (MONDAY, None, RADIUS_KM, 1)


async def test_who_looks_for_work_is_a_worker_from_then_on(desk: Desk) -> None:
    chen = await scene.worker()
    for _ in range(2):
        await seeks(chen)
    assert await roles(chen.id) == {"worker"}
    assert len(await rows("SELECT id FROM role WHERE person = $1", chen.id)) == 1


async def test_again_renews_the_one_that_lives(desk: Desk) -> None:
    chen = await scene.worker()
    first = (await seeks(chen)).need
    with at(NOON + timedelta(days=3)):
        again = (await seeks(chen, Seek(("cook",)))).need
    assert shown(again, "id", "occupations", "pay_fen") == (first.id, ["cook"], None)
    assert (again.renewed_at, again.waiting_since) == (NOON + timedelta(days=3), MONDAY)


async def test_the_bare_word_looks_for_the_same_from_today(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen, Seek(("bricklayer",), 25_000, "day", TUESDAY, TUESDAY, "morning", people=2))
    with at(NOON + timedelta(days=4)):
        again = (await seeks(chen, Seek(text="找活"))).need
    assert (again.occupations, again.pay_fen, again.pay_per, again.part, again.people) == (["bricklayer"], 25_000, "day", "morning", 2)
    assert shown(again, "from_day", "to_day") == (MONDAY + timedelta(days=4), None)


async def test_the_bare_word_brings_back_what_had_ended(desk: Desk) -> None:
    chen = await scene.worker()
    first = (await seeks(chen)).need
    await do(end_need, chen.id, web(chen))
    again = (await seeks(chen, Seek(text="找活"))).need
    assert (again.id != first.id, again.occupations, again.state) == (True, ["bricklayer"], "open")


async def test_a_renewal_is_an_event_and_no_move(desk: Desk) -> None:
    chen = await scene.worker()
    found = (await seeks(chen)).need
    await seeks(chen)
    events = await rows(
        "SELECT subject, to_state FROM event WHERE subject_id = $1 AND subject IN ('job_need', 'renewal') ORDER BY id", found.id
    )
    assert [(event["subject"], event["to_state"]) for event in events] == [("job_need", "open"), ("renewal", "said")]


async def test_said_twice_at_once_it_is_one_need(desk: Desk) -> None:
    chen = await scene.worker()
    await asyncio.gather(*(seeks(chen) for _ in range(4)))
    assert len(await rows("SELECT id FROM job_need")) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"occupations": ("astronaut",)}, {"certificates": ("king",)},
        {"pay_fen": 0, "pay_per": "day"}, {"pay_fen": -1, "pay_per": "day"}, {"pay_fen": 25_000},
        {"pay_fen": 25_000, "pay_per": "month"}, {"pay_fen": MOST_FEN["day"] + 1, "pay_per": "day"}, {"pay_fen": MOST_FEN["hour"] + 1, "pay_per": "hour"},
        {"part": "night"}, {"radius_km": 0.0}, {"radius_km": WIDEST_RADIUS_KM + 1}, {"people": 0}, {"people": MOST_PEOPLE + 1},
        {"from_day": MONDAY - timedelta(days=1)}, {"to_day": MONDAY - timedelta(days=1)}, {"from_day": MONDAY + timedelta(days=91)},
        {"from_day": TUESDAY, "to_day": MONDAY},
    ],
    ids=str,
)  # fmt: skip
async def test_absurd_terms_are_refused_before_anything_is_kept(desk: Desk, said: dict[str, Any]) -> None:
    chen = await scene.worker()
    assert await why(seek, chen, Seek(**said), web(chen)) == "need_terms"
    assert (await rows("SELECT id FROM job_need"), await roles(chen.id)) == ([], set())


@pytest.mark.parametrize(
    "said",
    [
        {"pay_fen": MOST_FEN["day"], "pay_per": "day"}, {"radius_km": WIDEST_RADIUS_KM}, {"people": MOST_PEOPLE},
        {"from_day": MONDAY, "to_day": MONDAY}, {"from_day": MONDAY + timedelta(days=90)},
    ],
    ids=str,
)  # fmt: skip
async def test_what_is_just_possible_is_taken(desk: Desk, said: dict[str, Any]) -> None:
    assert (await seeks(await scene.worker(), Seek(**said))).need.state == "open"


async def test_who_is_at_home_nowhere_and_names_no_place_is_asked_for_one(desk: Desk) -> None:
    stranger = await person("+8616010000001", "", None)
    assert await why(seek, stranger, BRICKS, web(stranger)) == "no_place"


async def test_the_place_that_he_names_is_remembered_as_his_home(desk: Desk) -> None:
    stranger = await person("+8616010000001", "", None)
    found = (await seeks(stranger, Seek(area=WENQUAN))).need
    assert (found.area, (await by_id(stranger.id)).area) == (WENQUAN, WENQUAN)


@pytest.mark.parametrize(("named", "kept"), [("421202", WANXIU), ("4212", WANXIU), (HESHENGQIAO, HESHENGQIAO), (None, WANXIU)])
async def test_a_place_around_his_home_means_his_home(desk: Desk, named: str | None, kept: str) -> None:
    assert (await seeks(await scene.worker(area=WANXIU), Seek(area=named))).need.area == kept


async def test_the_nearest_station_answers_for_it(desk: Desk) -> None:
    far = await scene.station("通山零工驿站", TONGSHAN)
    near_by, far_away = await scene.worker(), await scene.worker(area=TONGSHAN)
    assert ((await seeks(near_by)).need.station, (await seeks(far_away)).need.station) == (desk.station.id, far.id)


async def test_a_city_without_stations_says_so(house: None, noon: None) -> None:
    chen = await scene.worker()
    with pytest.raises(Refused, match="no_station"):
        await seeks(chen)


async def test_a_certificate_that_he_names_stays_with_him(desk: Desk) -> None:
    chen = await scene.worker(skills=("electrician",))
    for certificate in ("electrician", "heights", "heights"):
        await seeks(chen, Seek(certificates=(certificate,)))
    shown = await worker(chen.id)
    assert shown
    assert (shown.skills, sorted(shown.certificates)) == (["electrician"], ["electrician", "heights"])
    assert len(await rows("SELECT id FROM event WHERE subject = 'worker'")) == 2


async def test_who_may_drive_a_lorry_may_drive_a_car(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen, Seek(("driver",), certificates=("driver_b2",)))
    shown = await worker(chen.id)
    assert shown is not None
    assert sorted(shown.certificates) == ["driver_b2", "driver_c1"]


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        (Seek(), NOON + timedelta(days=14)),
        (Seek(to_day=TUESDAY), clock("00:00", TUESDAY + timedelta(days=1))),
        (Seek(from_day=TUESDAY + timedelta(days=30)), clock("00:00", TUESDAY + timedelta(days=44))),
    ],
    ids=["no day", "until a day", "from a far day"],
)
async def test_it_lives_until_its_last_day_or_two_weeks(desk: Desk, said: Seek, ends: Any) -> None:
    assert (await seeks(await scene.worker(), said)).need.due_at == ends


async def test_when_it_expires_he_is_told_once_how_to_renew_it(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen)
    await tended(NOON + timedelta(days=14, minutes=-1))
    assert (await need(chen)).state == "open"
    await tended(NOON + timedelta(days=14))
    await tended(NOON + timedelta(days=15))
    assert ((await need(chen)).state, await told("need_expired")) == ("over", [chen.id])


async def test_a_paused_one_expires_without_a_word(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen)
    await do(pause_need, chen.id, web(chen))
    await tended(NOON + timedelta(days=14))
    assert ((await need(chen)).state, await told("need_expired")) == ("over", [])


async def test_it_is_paused_and_looked_for_again(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen)
    for _ in range(2):
        await do(pause_need, chen.id, web(chen))
    assert (await need(chen)).state == "paused"
    assert (await seeks(chen, Seek(text="找活"))).need.state == "open"


async def test_it_ends_when_he_says_so(desk: Desk) -> None:
    chen = await scene.worker()
    await seeks(chen)
    await do(end_need, chen.id, web(chen))
    assert await need_of(chen.id) is None
    assert shown(await need(chen), "state", "due_at") == ("over", None)


@pytest.mark.parametrize("verb", [pause_need, end_need])
async def test_who_looks_for_nothing_has_nothing_to_stop(desk: Desk, verb: Any) -> None:
    chen = await scene.worker()
    assert await why(verb, chen.id, web(chen)) == "no_need"


async def test_with_a_place_it_rests_and_without_one_it_looks_again(desk: Desk) -> None:
    chen, job = await scene.worker(), await desk.job()
    await seeks(chen)
    await applies(chen, job)
    assert (await need(chen)).state == "placed"
    await cancels(chen, job)
    assert ((await need(chen)).state, (await need(chen)).waiting_since) == ("open", MONDAY)


async def test_one_place_of_two_given_back_leaves_it_at_rest(desk: Desk) -> None:
    chen = await scene.worker()
    first, second = await desk.job(), await desk.job(day=TUESDAY + timedelta(days=1))
    await seeks(chen)
    for job in (first, second):
        await applies(chen, job)
    await cancels(chen, first)
    assert (await need(chen)).state == "placed"


@pytest.mark.parametrize("_", range(5))
async def test_two_places_given_back_at_once_make_him_look_again(desk: Desk, _: int) -> None:
    chen = await scene.worker()
    jobs = [await desk.job(), await desk.job(day=TUESDAY + timedelta(days=1))]
    await seeks(chen)
    for job in jobs:
        await applies(chen, job)
    await asyncio.gather(*(cancels(chen, job) for job in jobs))
    assert (await need(chen)).state == "open"


async def test_who_has_paused_stays_so_through_a_place_of_his_own_choice(desk: Desk) -> None:
    chen, job = await scene.worker(), await desk.job()
    await seeks(chen)
    await do(pause_need, chen.id, web(chen))
    await applies(chen, job)
    await cancels(chen, job)
    assert (await need(chen)).state == "paused"


async def test_a_training_is_no_work_and_leaves_him_looking(desk: Desk) -> None:
    chen, course, job = await scene.worker(), await desk.training(), await desk.job(day=TUESDAY + timedelta(days=1))
    await seeks(chen)
    await applies(chen, course)
    assert (await need(chen)).state == "open"
    await applies(chen, job)
    await cancels(chen, job)
    assert (await need(chen)).state == "open"


@pytest.mark.parametrize(("to_day", "comes_to"), [(None, "placed"), (TUESDAY, "placed"), (TUESDAY + timedelta(days=1), "open")])
async def test_a_day_of_work_ends_the_waiting_and_whoever_named_more_days_looks_on(desk: Desk, to_day: date | None, comes_to: str) -> None:
    chen, job = await scene.worker(), await desk.job()
    await seeks(chen, Seek(to_day=to_day))
    await applies(chen, job)
    with at(clock("08:00")):
        await marked(desk, chen, job, PlacementState.ATTENDED)
    assert ((await need(chen)).state, (await need(chen)).waiting_since) == (comes_to, TUESDAY)


@pytest.mark.parametrize("to", [PlacementState.ABSENT, PlacementState.SENT_HOME])
async def test_who_did_not_work_has_waited_as_long_as_before(desk: Desk, to: PlacementState) -> None:
    chen, job = await scene.worker(), await desk.job()
    await seeks(chen)
    await applies(chen, job)
    with at(clock("08:00")):
        await marked(desk, chen, job, to)
        assert ((await need(chen)).state, (await need(chen)).waiting_since) == ("open", MONDAY)
        await marked(desk, chen, job, PlacementState.CONFIRMED)
        assert (await need(chen)).state == "placed"
