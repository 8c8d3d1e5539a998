"""As yesterday: the listings of the last day, as drafts."""

from datetime import date, time, timedelta

import pytest

from base.clock import city_now
from base.db import rows
from base.errors import Refused
from jobs.fields import BadTerms
from jobs.posting import copy_day, remove_draft, terms_of
from jobs.queries import listings_of
from jobs.tables import Employer, Station
from jobs.when import here as local
from people.tables import Person
from tests.cast import do
from tests.jobs.desk import applies
from tests.jobs.scene import listing, web, worker


def today() -> date:
    return city_now().date()


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


async def test_what_was_posted_is_copied_with_its_terms(here: Station, fang: Person, firm: Employer) -> None:
    before = await listing(here, fang, firm, day=days_ago(1), state="over", heads=7, bring="手套", meals=True, certificate="heights")
    [copy] = await do(copy_day, here.id, days_ago(1), today(), web(fang))
    assert vars(terms_of(copy)) == {**vars(terms_of(before)), "day": today()}
    assert (copy.state, copy.taken, copy.kept, copy.posted_by) == ("draft", 0, 0, fang.id)
    assert copy.ref > before.ref


@pytest.mark.parametrize(("state", "copied"), [("open", 1), ("over", 1), ("cancelled", 0), ("draft", 0)])
async def test_what_was_called_off_or_never_posted_is_not_copied(
    here: Station, fang: Person, firm: Employer, state: str, copied: int
) -> None:
    await listing(here, fang, firm, day=days_ago(1), state=state)
    assert len(await do(copy_day, here.id, days_ago(1), today(), web(fang))) == copied


async def test_of_what_was_filled_every_place_is_free_in_the_copy(here: Station, fang: Person, firm: Employer) -> None:
    before = await listing(here, fang, firm, heads=1)
    await applies(await worker(), before)
    [copy] = await do(copy_day, here.id, before.day, before.day + timedelta(days=1), web(fang))
    assert (copy.heads, copy.taken, copy.state) == (1, 0, "draft")


async def test_without_a_day_it_is_the_last_one_that_had_any(here: Station, fang: Person, firm: Employer) -> None:
    for ago, title in ((5, "早"), (3, "近"), (1, "取消")):
        await listing(here, fang, firm, day=days_ago(ago), state="cancelled" if ago == 1 else "over", title=title)
    assert [each.title for each in await do(copy_day, here.id, None, today(), web(fang))] == ["近"]


async def test_where_there_was_none_there_is_nothing_to_copy(here: Station, fang: Person) -> None:
    assert await do(copy_day, here.id, None, today(), web(fang)) == []


async def test_copying_twice_copies_once(here: Station, fang: Person, firm: Employer) -> None:
    for title in ("瓦工", "小工"):
        await listing(here, fang, firm, day=days_ago(1), state="over", title=title)
    assert len(await do(copy_day, here.id, None, today(), web(fang))) == 2
    assert await do(copy_day, here.id, None, today(), web(fang)) == []
    assert len(await listings_of(here.id, today())) == 2


async def test_what_was_thrown_away_comes_back(here: Station, fang: Person, firm: Employer) -> None:
    await listing(here, fang, firm, day=days_ago(1), state="over")
    [copy] = await do(copy_day, here.id, None, today(), web(fang))
    await do(remove_draft, copy.id, web(fang))
    assert len(await do(copy_day, here.id, None, today(), web(fang))) == 1


async def test_the_same_work_at_other_hours_is_another_listing(here: Station, fang: Person, firm: Employer) -> None:
    for starts in (time(7), time(9)):
        await listing(here, fang, firm, day=days_ago(1), state="over", starts=starts)
    await listing(here, fang, firm, day=today(), starts=time(7), state="draft")
    [copy] = await do(copy_day, here.id, None, today(), web(fang))
    assert local(copy.starts_at).time() == time(9)


async def test_a_night_shift_stays_one(here: Station, fang: Person, firm: Employer) -> None:
    await listing(here, fang, firm, day=days_ago(1), state="over", starts=time(22), ends=time(6))
    [copy] = await do(copy_day, here.id, None, today(), web(fang))
    assert local(copy.ends_at).date() == today() + timedelta(days=1)


async def test_trainings_are_copied_too(here: Station, fang: Person) -> None:
    await listing(here, fang, day=days_ago(1), state="over", teaches="bricklayer")
    [copy] = await do(copy_day, here.id, None, today(), web(fang))
    assert (copy.kind, copy.teaches) == ("training", "bricklayer")


async def test_nothing_is_copied_into_the_past(here: Station, fang: Person) -> None:
    with pytest.raises(BadTerms) as refused:
        await do(copy_day, here.id, None, days_ago(1), web(fang))
    assert refused.value.errors["day"].zh.endswith("已经过去")


async def test_staff_of_another_station_are_refused(here: Station, fang: Person, firm: Employer, stranger: Person) -> None:
    await listing(here, fang, firm, day=days_ago(1), state="over")
    with pytest.raises(Refused, match="not_staff"):
        await do(copy_day, here.id, None, today(), web(stranger))
    assert await rows("SELECT 1 FROM listing WHERE state = 'draft'") == []
