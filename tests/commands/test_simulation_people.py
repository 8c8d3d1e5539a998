"""How the people of a simulation answer their phones."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from commands.simulation_assumptions import ASSUMED, Assumptions
from commands.simulation_letters import Letter, Matter, Reply
from commands.simulation_people import Crowd
from commands.simulation_world import Call, World
from volunteers.hours import ANY, day_blocks, on_days
from volunteers.roster import Entry

CITY = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
CHEN, LIU, WANG = "+8616000000002", "+8616000000001", "+8616000000004"
WILLING = replace(ASSUMED, yes=99, own=0, distance=0)
UNWILLING = replace(ASSUMED, yes=-99, own=0)
BULB = Matter(101, LIU, "repair", "electrician", 29.85, 114.32, None, None, 1)


def entry(phone: str, role: str, **terms: object) -> Entry:
    known = Entry(phone, "陈", "zh-CN", "421202104001", frozenset({role}), ("electrician",), ANY, 29.85, 114.32, 5.0, 3)
    return replace(known, **terms)  # type: ignore[arg-type]


def crowd(assumed: Assumptions = ASSUMED, seed: int = 1, **terms: object) -> Crowd:
    liu = entry(LIU, "resident")
    world = World([entry(CHEN, "volunteer", **terms)], [entry(WANG, "steward")], [Call(NOON, liu, "灯坏了", True)])
    return Crowd(seed, world, CITY, assumed)


def letter(kind: str, phone: str, matter: Matter | None = BULB, moment: datetime = NOON, invites: bool = False) -> Letter:
    return Letter(kind, phone, matter, moment, invites)


def texts(replies: Iterable[Reply]) -> list[str]:
    return [reply.text for reply in replies]


def chance(people: Crowd, matter: Matter = BULB, moment: datetime = NOON) -> float:
    return people.chance(people.volunteers[CHEN], letter("offer", CHEN, matter, moment), matter)


def test_near_is_likelier_than_far() -> None:
    assert chance(crowd()) > chance(crowd(), replace(BULB, lat=29.89)) > 0


def test_ones_own_trade_is_likelier_than_another() -> None:
    best, also, none = (chance(crowd(skills=(skill,))) for skill in ("electrician", "repair", "cook"))
    assert best > also > none


def test_who_cannot_come_when_he_is_wanted_does_not_say_yes() -> None:
    monday_evenings = on_days({0}, day_blocks(18, 24))
    tuesday = replace(BULB, day=date(2026, 3, 3))
    assert chance(crowd(WILLING, hours=monday_evenings), tuesday) == 0
    assert chance(crowd(WILLING), tuesday) > 0


def test_each_message_makes_a_yes_less_likely_and_days_make_it_good() -> None:
    people, fresh = crowd(), chance(crowd())
    list(people.reads(letter("offer", CHEN)))
    assert chance(people) < fresh
    assert chance(people) < chance(people, moment=NOON + timedelta(days=1)) < fresh


def test_at_night_people_sleep() -> None:
    night = NOON + timedelta(hours=11.5)
    assert chance(crowd(), moment=night) < chance(crowd())
    [yes] = crowd(WILLING).reads(letter("offer", CHEN, moment=night))
    assert yes.moment.astimezone(CITY).hour >= 7
    assert yes.text == "接101"


def test_many_messages_are_enough_in_the_end() -> None:
    people = crowd(replace(UNWILLING, has_enough=1, says_no=0))
    said = [text for _ in range(9) for text in texts(people.reads(letter("offer", CHEN)))]
    assert said[0] in ("退订", "请别再发了")
    assert people.volunteers[CHEN].gone


def test_some_say_that_they_cannot_come() -> None:
    assert texts(crowd(replace(UNWILLING, says_no=1)).reads(letter("offer", CHEN))) == ["不101"]
    assert texts(crowd(replace(UNWILLING, says_no=0)).reads(letter("offer", CHEN))) == []


def test_the_same_question_is_answered_alike_whatever_was_asked_before() -> None:
    asked, other = crowd(), replace(BULB, ref=102, resident="+8616000000009")
    list(asked.reads(letter("offer", CHEN, other, NOON - timedelta(days=99))))
    assert texts(asked.reads(letter("offer", CHEN))) == texts(crowd().reads(letter("offer", CHEN)))


def test_too_late_tires_and_may_lead_to_another_wish() -> None:
    people, other = crowd(replace(WILLING, instead=1)), replace(BULB, ref=102)
    assert texts(people.reads(letter("offer_taken", CHEN))) == []
    assert people.volunteers[CHEN].tired(NOON, ASSUMED.forgets_days) == ASSUMED.too_late_tires
    assert texts(people.reads(letter("offer_instead", CHEN, other, invites=True))) == ["接102"]


def test_who_comes_reports_it_after_the_hour_that_was_wished_for() -> None:
    afternoon = replace(BULB, day=date(2026, 3, 4), part="afternoon")
    [done] = crowd(replace(ASSUMED, gives_back=0)).reads(letter("claim_held", CHEN, afternoon))
    assert done.text == "完成101"
    assert done.moment >= datetime(2026, 3, 4, 14, tzinfo=CITY)


def test_an_office_takes_what_climbs_and_sees_to_it() -> None:
    assert texts(crowd().reads(letter("matter_climbed", WANG))) == ["接101"]
    assert texts(crowd().reads(letter("claim_held", WANG))) == ["完成101"]


def test_a_resident_withdraws_only_while_he_waits() -> None:
    people = crowd(replace(ASSUMED, changes_mind=1))
    [withdrawn] = people.reads(letter("wish_opened", LIU))
    assert (withdrawn.text, people.still_sends(withdrawn)) == ("取消101", True)
    list(people.reads(letter("wish_claimed", LIU)))
    assert not people.still_sends(withdrawn)
    list(people.reads(letter("wish_released", LIU)))
    assert people.still_sends(withdrawn)


def test_a_resident_confirms_or_not() -> None:
    done = letter("wish_done", LIU)
    assert texts(crowd(replace(ASSUMED, confirms=1, rejects=0)).reads(done)) == ["确认101 5"]
    assert texts(crowd(replace(ASSUMED, rejects=1)).reads(done)) == ["101没修好"]
    assert texts(crowd(replace(ASSUMED, confirms=0, rejects=0)).reads(done)) == []


def test_a_resident_says_where_he_lives() -> None:
    assert texts(crowd().reads(letter("ask_area", LIU, None))) == ["贺胜桥镇贺胜桥社区"]
