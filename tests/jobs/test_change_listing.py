"""A listing is changed, and those who are to come are told what is new for them."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.errors import Refused
from jobs.deadlines import SHORT_NOTICE, ListingStep, ask_at, busy
from jobs.fields import BadTerms
from jobs.places import confirm_place
from jobs.posting import change, terms_of
from jobs.queries import listing as listing_of
from jobs.queries import placements, position, referral_to
from jobs.tables import Employer, Listing, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do, last_text, seen_by
from tests.jobs.desk import applies, cancels, workers
from tests.jobs.scene import employer, listing, tomorrow, web, worker


async def changed(what: Listing, by: Person, **terms: Any) -> Listing:
    before = terms_of(await listing_of(what.id))
    return await do(change, what.id, replace(before, **terms), web(by))


@pytest.fixture
async def job(here: Station, fang: Person, firm: Employer) -> Listing:
    return await listing(here, fang, firm)


CONCERNING: list[dict[str, Any]] = [
    {"starts": time(8)},
    {"ends": time(18)},
    {"day": tomorrow() + timedelta(days=1)},
    {"place": "南门工地"},
    {"pay_fen": 30_000},
    {"contact": "老李"},
    {"phone": "16000000299"},
    {"bring": "安全帽"},
]


@pytest.mark.parametrize("terms", CONCERNING, ids=lambda terms: next(iter(terms)))
async def test_who_is_to_come_is_told_what_concerns_him(job: Listing, fang: Person, terms: dict[str, Any]) -> None:
    who, waiting = await worker(), await workers(2)
    for each in (who, *waiting):
        await applies(each, job)
    await changed(job, fang, **terms)
    assert [await seen_by(each) for each in (who, waiting[1])] == [["listing_changed"], []]


@pytest.mark.parametrize("terms", [{"note": "有空调"}, {"heads": 3}, {"title": "瓦工师傅"}, {"meals": True}], ids=str)
async def test_of_anything_else_nobody_is_told(job: Listing, fang: Person, terms: dict[str, Any]) -> None:
    who = await worker()
    await applies(who, job)
    await changed(job, fang, **terms)
    assert await seen_by(who) == []


async def test_each_change_is_told_once(job: Listing, fang: Person) -> None:
    who = await worker()
    await applies(who, job)
    for pay in (30_000, 30_000, 35_000):
        await changed(job, fang, pay_fen=pay)
    assert await seen_by(who) == ["listing_changed"] * 2
    assert "350元/天" in await last_text(who)


async def test_the_ledger_says_what_was_changed_and_by_whom(job: Listing, fang: Person) -> None:
    await changed(job, fang, pay_fen=30_000, bring="手套")
    assert await rows("SELECT actor, note FROM event WHERE subject = 'terms'") == [{"actor": fang.id, "note": "bring, pay_fen"}]


async def test_who_is_to_come_is_busy_in_the_new_hours(job: Listing, fang: Person) -> None:
    who = await worker()
    await applies(who, job)
    await changed(job, fang, starts=time(13), ends=time(21))
    [placement] = await placements(job.id)
    assert (placement.busy_from, placement.busy_until) == busy(moment(tomorrow(), time(13)), moment(tomorrow(), time(21)))


async def test_he_is_asked_in_time_for_the_new_hours(job: Listing, fang: Person) -> None:
    who = await worker()
    with at(moment(tomorrow() - timedelta(days=1), time(9))):
        await applies(who, job)
        later = await changed(job, fang, day=tomorrow() + timedelta(days=3))
    [placement] = await placements(job.id)
    assert placement.due_at == ask_at(later.starts_at)


async def test_the_station_is_told_in_time_for_the_new_hours_what_is_free(job: Listing, fang: Person) -> None:
    await Listing.update({"step": ListingStep.END.value, "due_at": job.ends_at}).where(Listing.id == job.id)
    later = await changed(job, fang, day=tomorrow() + timedelta(days=3))
    assert (later.step, later.due_at) == (ListingStep.SHORT, later.starts_at - SHORT_NOTICE)


async def test_who_has_confirmed_stays_confirmed(job: Listing, fang: Person) -> None:
    who = await worker()
    await applies(who, job)
    await do(confirm_place, job.id, who.id, web(who))
    await changed(job, fang, starts=time(8))
    assert [each.state for each in await placements(job.id)] == ["confirmed"]


async def test_hours_in_which_somebody_is_elsewhere_are_refused(here: Station, fang: Person, firm: Employer, job: Listing) -> None:
    who, evening = await worker("刘工"), await listing(here, fang, firm, starts=time(17), ends=time(22))
    await applies(who, job)
    await applies(who, evening)
    with pytest.raises(Refused, match="would_overlap") as refused:
        await changed(job, fang, ends=time(18, 30))
    assert refused.value.context == {"ref": job.ref, "other": evening.ref, "name": "刘工"}
    assert (await listing_of(job.id)).ends_at == job.ends_at


async def test_hours_that_touch_others_by_an_hour_are_allowed(here: Station, fang: Person, firm: Employer, job: Listing) -> None:
    who, evening = await worker(), await listing(here, fang, firm, starts=time(17), ends=time(22))
    await applies(who, job)
    await applies(who, evening)
    await changed(job, fang, ends=time(18))
    assert await seen_by(who) == ["listing_changed"]


async def test_fewer_heads_than_have_a_place_are_refused(job: Listing, fang: Person) -> None:
    for who in await workers(2):
        await applies(who, job)
    with pytest.raises(Refused, match="heads_taken") as refused:
        await changed(job, fang, heads=1)
    assert refused.value.context == {"ref": job.ref, "taken": 2}


async def test_a_place_that_waits_for_an_answer_counts_as_taken(job: Listing, fang: Person) -> None:
    first, second, asked = await workers(3)
    for who in (first, second, asked):
        await applies(who, job)
    await cancels(first, job)
    with pytest.raises(Refused, match="heads_taken"):
        await changed(job, fang, heads=1)


async def test_with_as_many_heads_as_have_a_place_it_is_filled(job: Listing, fang: Person) -> None:
    await applies(await worker(), job)
    assert (await changed(job, fang, heads=1)).state == "filled"


async def test_with_more_heads_the_waiting_list_is_asked(job: Listing, fang: Person) -> None:
    first, second, waiting, last = await workers(4)
    for who in (first, second, waiting, last):
        await applies(who, job)
    await changed(job, fang, heads=3)
    assert await seen_by(waiting) == ["place_freed"]
    assert (await listing_of(job.id)).kept == 1
    referral = await referral_to(job.id, last.id)
    assert referral
    assert await position(referral) == 1


async def test_words_that_a_second_person_must_read_are_refused_on_a_live_listing(job: Listing, fang: Person) -> None:
    with pytest.raises(Refused, match="must_be_read") as refused:
        await changed(job, fang, note="押金100")
    assert [why.en for why in refused.value.context["why"]] == ["asks the worker for a deposit"]


async def test_words_that_a_second_person_has_read_may_stay(here: Station, fang: Person, firm: Employer) -> None:
    job = await listing(here, fang, firm, note="工具押金50元")
    assert (await changed(job, fang, note="工具押金40元", heads=3)).heads == 3


async def test_a_published_listing_keeps_its_employer(here: Station, fang: Person, job: Listing) -> None:
    other = await employer(here, "另一家")
    with pytest.raises(BadTerms) as refused:
        await changed(job, fang, employer=other.id)
    assert refused.value.errors["employer"].zh == "已发布的不能换用人单位，请取消后重新发布"


async def test_a_draft_is_changed_freely(here: Station, fang: Person, firm: Employer) -> None:
    draft, other = await listing(here, fang, firm, state="draft"), await employer(here, "另一家")
    await changed(draft, fang, employer=other.id, heads=9, day=tomorrow() + timedelta(days=2))
    stored = await listing_of(draft.id)
    assert (stored.employer, stored.heads, stored.state) == (other.id, 9, "draft")


async def test_what_cannot_be_is_refused(job: Listing, fang: Person) -> None:
    with pytest.raises(BadTerms) as refused:
        await changed(job, fang, pay_fen=3)
    assert refused.value.errors["pay_fen"].zh == "0.03元不是工资；请填元，例如250"


async def test_what_has_begun_is_no_longer_changed(job: Listing, fang: Person) -> None:
    with at(moment(tomorrow(), time(7))), pytest.raises(Refused, match="started"):
        await changed(job, fang, heads=5)


@pytest.mark.parametrize(("state", "reason"), [("over", "listing_over"), ("cancelled", "listing_cancelled")])
async def test_what_has_ended_is_no_longer_changed(here: Station, fang: Person, firm: Employer, state: str, reason: str) -> None:
    ended = await listing(here, fang, firm, state=state)
    with pytest.raises(Refused, match=reason):
        await changed(ended, fang, heads=5)


async def test_staff_of_another_station_are_refused(job: Listing, stranger: Person) -> None:
    with pytest.raises(Refused, match="not_staff"):
        await changed(job, stranger, heads=5)
