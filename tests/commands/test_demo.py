"""The demo city, loaded once as `up` loads it, then looked at from all sides."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from base.city import facts, is_demo
from base.db import row, rows
from base.ledger import By
from base.work import transaction
from commands.demo import load
from people.offices import Office, holders, office_for
from people.people import by_phone, roles
from sandbox.cast import (
    BULB,
    CAST,
    COORDINATOR,
    FIRST_VOLUNTEER,
    NEWCOMER,
    RESIDENT_OF_HESHENGQIAO,
    RESIDENT_OF_WANXIU,
    SECOND_VOLUNTEER,
    STEWARD,
)
from tests.demo_city import DemoCity, in_database
from wishes.actions import Draft, raise_wish
from wishes.candidates import candidates, reasons
from wishes.kinds import KINDS
from wishes.states import CLAIM_MOVES, OFFER_MOVES, WISH_MOVES, WishState

IN_TOWN = "LIKE '421202104%'"
LOADED = "(SELECT max(created_at) FROM job_need)"
"""The moment in which the city's past ends: the tests may run much later."""


@pytest.fixture(scope="module", autouse=True)
async def city(demo: DemoCity) -> AsyncIterator[None]:
    async with in_database(demo.to_look_at):
        yield


async def _number(sql: str) -> int:
    found = await row(f"SELECT count(*) AS n FROM {sql}")  # noqa: S608
    assert found is not None
    return int(found["n"])


async def test_progress_only_grows_and_ends_at_the_end(demo: DemoCity) -> None:
    shares = [done / total for done, total in demo.told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


async def test_the_town_has_219_stewards_and_3525_households() -> None:
    assert await _number(f"role WHERE role = 'steward' AND area {IN_TOWN}") == 219
    assert await _number(f"role r JOIN person p ON p.id = r.person WHERE role = 'resident' AND p.area {IN_TOWN}") == 3525
    assert await _number(f"area WHERE level = 'centre_household' AND code {IN_TOWN}") == 211


async def test_every_household_of_the_town_has_a_name_and_an_address() -> None:
    assert await _number(f"person WHERE area {IN_TOWN} AND area LIKE '%-%' AND name <> '' AND address <> ''") == 3523


async def test_every_village_has_a_steward_and_everything_above_a_coordinator() -> None:
    vacant = "area a WHERE level = ANY({}) AND NOT EXISTS (SELECT 1 FROM role r WHERE r.area = a.code AND r.role = '{}')"
    assert await _number(vacant.format("'{village,centre_household}'", "steward")) == 0
    assert await _number(vacant.format("'{city,county,town}'", "coordinator")) == 0


async def test_600_volunteers_live_all_over_the_city_many_of_them_in_the_town() -> None:
    assert await _number("volunteer") == 602
    assert await _number(f"volunteer v JOIN person p ON p.id = v.person WHERE p.area {IN_TOWN}") >= 120
    assert await _number("(SELECT DISTINCT left(area, 6) FROM volunteer v JOIN person p ON p.id = v.person) AS county") == 6
    assert await _number("volunteer WHERE radius_km NOT BETWEEN 2 AND 15") == 0


async def test_all_phones_are_of_a_prefix_that_no_operator_holds() -> None:
    assert await _number("person WHERE phone NOT LIKE '+86160%'") == 0


async def test_the_site_is_told_that_it_is_a_demo_and_with_whom() -> None:
    known = await facts()
    assert await is_demo()
    assert [member["phone"] for member in known["cast"]] == [member.phone for member in CAST]


async def test_the_cast_has_its_roles_and_the_newcomer_is_unknown() -> None:
    for member in CAST:
        person = await by_phone(member.phone)
        if member is NEWCOMER:
            assert person is None
        else:
            assert person is not None
            assert person.name == member.name
            assert await roles(person.id) == {member.role}


async def test_steward_wang_is_the_steward_of_grandma_lius_village() -> None:
    liu = await by_phone(RESIDENT_OF_WANXIU.phone)
    assert liu is not None
    office = await office_for(str(liu.area))
    assert office == Office("steward", str(STEWARD.area_code))
    assert [holder.phone for holder in await holders(office)] == [STEWARD.phone]
    assert [holder.phone for holder in await holders(Office("coordinator", "421202"))] == [COORDINATOR.phone]


class _Undo(Exception):
    pass


async def test_grandpa_zhangs_bulb_is_offered_first_to_the_two_electricians_of_the_story() -> None:
    zhang = await by_phone(RESIDENT_OF_HESHENGQIAO.phone)
    assert zhang is not None
    with pytest.raises(_Undo):
        await _ask_for_the_bulb_and_undo(zhang)


async def _ask_for_the_bulb_and_undo(zhang: Any) -> None:
    async with transaction():
        wish = await raise_wish(zhang, Draft("repair", BULB.zh), By(zhang.id, "sms"))
        ranked = await candidates(wish, 10)
        phones = [found["phone"] for best in ranked[:2] for found in await rows("SELECT phone FROM person WHERE id = $1", best.id)]
        assert set(phones) == {FIRST_VOLUNTEER.phone, SECOND_VOLUNTEER.phone}
        assert "会电工" in [reason.zh for reason in reasons(ranked[0].judged)]
        assert len(ranked) >= 3
        raise _Undo


async def test_nothing_was_offered_to_the_volunteers_of_the_story_before() -> None:
    assert await _number("message m JOIN person p ON p.id = m.person WHERE p.phone LIKE '+86160000%'") == 0


async def test_wishes_of_all_kinds_are_in_all_states() -> None:
    assert await _number("wish") == 247
    assert await _number("(SELECT DISTINCT text FROM wish) AS t") >= 60
    assert {each["kind"] for each in await rows("SELECT DISTINCT kind FROM wish")} == set(KINDS)
    assert {each["state"] for each in await rows("SELECT DISTINCT state FROM wish")} == set(WishState)
    levels = await rows("SELECT DISTINCT level FROM wish WHERE state = 'open'")
    assert {each["level"] for each in levels} == {"volunteers", "steward", "coordinator"}


async def test_offers_and_claims_are_in_all_states() -> None:
    assert {each["state"] for each in await rows("SELECT DISTINCT state FROM offer")} == set(OFFER_MOVES)
    assert {each["state"] for each in await rows("SELECT DISTINCT state FROM claim")} == set(CLAIM_MOVES)


@pytest.mark.parametrize(("subject", "moves"), [("wish", WISH_MOVES), ("offer", OFFER_MOVES), ("claim", CLAIM_MOVES)])
async def test_the_ledger_tells_every_state_by_legal_moves(subject: str, moves: Any) -> None:
    states: dict[int, str] = {}
    for event in await rows("SELECT * FROM event WHERE subject = $1 ORDER BY id", subject):
        before = states.get(event["subject_id"])
        assert event["from_state"] == before
        assert before is None or event["to_state"] in moves[before]
        states[event["subject_id"]] = event["to_state"]
    assert states == {each["id"]: each["state"] for each in await rows(f"SELECT id, state FROM {subject}")}  # noqa: S608


async def test_no_timeline_runs_backwards_or_into_the_future() -> None:
    """A wish and a listing may have the same number."""
    of_work = "subject IN ('listing', 'referral', 'placement', 'wage', 'hold', 'worker')"
    ordered = f"SELECT at, lag(at) OVER (PARTITION BY matter, {of_work} ORDER BY id) AS before FROM event WHERE matter IS NOT NULL"  # noqa: S608
    assert await _number(f"({ordered}) AS e WHERE at < before OR at > now()") == 0


async def test_every_live_wish_has_an_owner_in_office_and_a_time_to_come() -> None:
    assert await _number("wish WHERE (due_at IS NULL) <> (state IN ('closed', 'withdrawn'))") == 0
    assert await _number(f"wish WHERE due_at <= {LOADED} - interval '60 s'") == 0
    unowned = "NOT EXISTS (SELECT 1 FROM role r WHERE r.role = owner_role AND r.area = owner_area)"
    assert await _number(f"wish WHERE due_at IS NOT NULL AND {unowned}") == 0


async def test_starting_the_demo_wakes_few_wishes_at_once() -> None:
    assert await _number(f"wish WHERE due_at < {LOADED} + interval '5 min'") <= 8
    assert await _number(f"wish WHERE due_at < {LOADED} + interval '1 hour'") <= 25


async def test_no_wish_has_more_live_claims_than_places() -> None:
    live = "(SELECT count(*) FROM claim c WHERE c.wish = w.id AND c.state = 'held')"
    assert await _number(f"wish w WHERE {live} > places OR held > places") == 0
    assert await _number(f"wish w WHERE state = 'claimed' AND {live} <> places") == 0


async def test_the_texts_of_the_past_are_kept_and_not_sent() -> None:
    assert await _number("message WHERE state <> 'suppressed' OR reason <> 'history'") == 0
    noted = "event WHERE subject = 'message' AND from_state = 'queued' AND to_state = 'suppressed' AND note = 'history'"
    assert await _number(noted) == await _number("message") > 0


async def test_the_ledger_holds_no_phone_and_no_name() -> None:
    notes = " ".join(each["note"] for each in await rows("SELECT DISTINCT note FROM event"))
    assert "+86" not in notes
    assert not [each["name"] for each in await rows("SELECT name FROM person WHERE length(name) > 2") if each["name"] in notes]


async def test_loading_again_finds_it_there() -> None:
    before = await _number("event")
    assert not await load(lambda done, total: None)
    assert await _number("event") == before


async def test_facts_are_plain_json() -> None:
    assert json.loads(json.dumps(await facts()))["demo"] is True
