"""A listing is called off: everybody who was to come, or waits, is told and offered another."""

from datetime import time

import pytest

from base.clock import at
from base.db import rows
from base.errors import Refused
from jobs.fields import BadTerms
from jobs.needs import Seek, seek
from jobs.posting import cancel_listing
from jobs.queries import listing as listing_of
from jobs.queries import need_of, placements
from jobs.tables import Employer, Listing, Station
from jobs.when import moment
from people.tables import Person
from tests.cast import do, last_text, seen_by
from tests.jobs.desk import applies, cancels, workers
from tests.jobs.scene import listing, tomorrow, web, worker


@pytest.fixture
async def job(here: Station, fang: Person, firm: Employer) -> Listing:
    return await listing(here, fang, firm)


async def test_it_is_cancelled_with_its_reason(job: Listing, fang: Person) -> None:
    await do(cancel_listing, job.id, web(fang), "下雨 停工")
    stored = await listing_of(job.id)
    assert (stored.state, stored.why_cancelled, stored.taken, stored.kept) == ("cancelled", "下雨 停工", 0, 0)


async def test_who_was_to_come_and_who_waits_are_told(job: Listing, fang: Person) -> None:
    crowd = await workers(4)
    for who in crowd:
        await applies(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    assert [(await seen_by(who))[-1] for who in crowd] == ["listing_cancelled"] * 4
    assert "下雨停工" in await last_text(crowd[0])


async def test_who_was_asked_for_a_freed_place_is_told_too(job: Listing, fang: Person) -> None:
    first, second, next_one = await workers(3)
    for who in (first, second, next_one):
        await applies(who, job)
    await cancels(first, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    assert await seen_by(next_one) == ["place_freed", "listing_cancelled"]


async def test_who_gave_his_place_back_hears_no_more_of_it(job: Listing, fang: Person) -> None:
    who = await worker()
    await applies(who, job)
    await cancels(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    assert await seen_by(who) == []


async def test_nothing_of_it_stays_open(job: Listing, fang: Person) -> None:
    for who in await workers(4):
        await applies(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    assert [each.state for each in await placements(job.id)] == ["released"] * 2
    assert await rows("SELECT DISTINCT state FROM referral ORDER BY state DESC") == [{"state": "lapsed"}, {"state": "accepted"}]
    assert await rows("SELECT id FROM placement WHERE due_at IS NOT NULL UNION ALL SELECT id FROM referral WHERE due_at IS NOT NULL") == []


async def test_the_best_other_listing_is_offered(here: Station, fang: Person, firm: Employer, job: Listing) -> None:
    other, who = await listing(here, fang, firm, title="砌墙"), await worker()
    await applies(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    assert f"{other.ref} 砌墙" in await last_text(who)


async def test_who_was_to_come_looks_for_work_again(job: Listing, fang: Person) -> None:
    who = await worker()
    await do(seek, who, Seek(occupations=("bricklayer",)), web(who))
    await applies(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    need = await need_of(who.id)
    assert need is not None
    assert need.state == "open"


async def test_his_hours_are_free_again(here: Station, fang: Person, firm: Employer, job: Listing) -> None:
    who, other = await worker(), await listing(here, fang, firm, title="砌墙")
    await applies(who, job)
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    await applies(who, other)
    assert len(await placements(other.id)) == 1


async def test_a_reason_is_needed(job: Listing, fang: Person) -> None:
    for why, said in (("", "没有填"), ("雨" * 201, "有201个字，最多200个")):
        with pytest.raises(BadTerms) as refused:
            await do(cancel_listing, job.id, web(fang), why)
        assert refused.value.errors["why"].zh == said


async def test_what_has_begun_is_no_longer_called_off(job: Listing, fang: Person) -> None:
    with at(moment(tomorrow(), time(7))), pytest.raises(Refused, match="started"):
        await do(cancel_listing, job.id, web(fang), "下雨停工")


async def test_nobody_cancels_twice(job: Listing, fang: Person) -> None:
    await do(cancel_listing, job.id, web(fang), "下雨停工")
    with pytest.raises(Refused, match="listing_cancelled"):
        await do(cancel_listing, job.id, web(fang), "下雨停工")


async def test_staff_of_another_station_are_refused(job: Listing, stranger: Person) -> None:
    with pytest.raises(Refused, match="not_staff"):
        await do(cancel_listing, job.id, web(stranger), "下雨停工")
