"""A listing is drafted, and goes out."""

from datetime import time, timedelta
from typing import Any

import pytest

from base.clock import at, city_now
from base.db import rows
from base.errors import Refused
from jobs.fields import BadTerms
from jobs.posting import Published, draft, publish, remove_draft, terms_of
from jobs.queries import board_of
from jobs.queries import listing as listing_of
from jobs.states import EmployerState
from jobs.tables import Employer, Listing, Station
from jobs.tend import tend_due
from jobs.when import hours_words, moment
from people.tables import Person
from tests.cast import do
from tests.jobs.scene import employer, listing, tomorrow, web
from tests.jobs.terms_of_work import terms


async def drafted(here: Station, fang: Person, firm: Employer | None, **changed: Any) -> Listing:
    return await do(draft, here.id, terms(firm, **changed), web(fang))


async def test_a_draft_has_a_number_at_once_and_is_seen_by_nobody(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    assert (listing.state, listing.ref) == ("draft", 101)
    assert await board_of(here.id, listing.day) == []


async def test_what_was_published_is_on_the_board(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    assert await do(publish, listing.id, web(fang)) == Published("open", [])
    assert [each.ref for each in await board_of(here.id, listing.day)] == [listing.ref]


async def test_a_listing_says_what_its_terms_said(here: Station, fang: Person, firm: Employer) -> None:
    said = terms(firm, bring="手套", meals=True, note="包午餐", certificate="heights", transport="有车接")
    listing = await do(draft, here.id, said, web(fang))
    assert terms_of(await listing_of(listing.id)) == terms(
        firm, bring="手套", meals=True, note="包午餐", certificate="heights", transport="有车接", phone="+8616000000201",
        lat=listing.lat, lon=listing.lon,
    )  # fmt: skip


async def test_a_night_shift_ends_on_the_next_day(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm, starts=time(22), ends=time(6), overnight=True)
    assert hours_words(listing).zh == "22:00–次日6:00"
    assert terms_of(listing).overnight


async def test_a_draft_that_cannot_be_is_refused(here: Station, fang: Person, firm: Employer) -> None:
    with pytest.raises(BadTerms) as refused:
        await drafted(here, fang, firm, heads=0)
    assert refused.value.errors["heads"].zh == "人数0不行，应为1到500"
    assert await rows("SELECT 1 FROM listing") == []


async def test_an_employer_that_the_station_does_not_know_is_refused(here: Station, elsewhere: Station, fang: Person) -> None:
    stranger = await employer(elsewhere, state=EmployerState.NEW)
    with pytest.raises(BadTerms) as refused:
        await drafted(here, fang, stranger)
    assert refused.value.errors["employer"].zh == "不在本驿站可用的用人单位里"


async def test_staff_of_another_station_are_refused(here: Station, stranger: Person, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    for verb, *args in ((draft, here.id, terms(firm)), (publish, listing.id), (remove_draft, listing.id)):
        with pytest.raises(Refused, match="not_staff"):
            await do(verb, *args, web(stranger))


@pytest.mark.parametrize(("state", "reason"), [(EmployerState.NEW, "employer_unchecked"), (EmployerState.BARRED, "employer_barred")])
async def test_nothing_goes_out_before_the_employer_was_checked(here: Station, fang: Person, state: EmployerState, reason: str) -> None:
    firm = await employer(here, state=state)
    posted = await listing(here, fang, firm, state="draft")
    with pytest.raises(Refused, match=reason) as refused:
        await do(publish, posted.id, web(fang))
    assert refused.value.context == {"employer": firm.name}


async def test_a_training_needs_no_employer(here: Station, fang: Person) -> None:
    training = await drafted(here, fang, None)
    assert (await do(publish, training.id, web(fang))).state == "open"


async def test_what_has_begun_is_no_longer_published(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    with at(moment(tomorrow(), time(7, 1))), pytest.raises(BadTerms) as refused:
        await do(publish, listing.id, web(fang))
    assert refused.value.errors["starts"] == ("7:00已过，不能再发布", "7:00 has passed; it can no longer be published")


async def test_a_wage_that_has_become_too_little_is_refused_when_it_is_published(here: Station, fang: Person, firm: Employer) -> None:
    posted = await listing(here, fang, firm, state="draft", pay_fen=10_000)
    with pytest.raises(BadTerms) as refused:
        await do(publish, posted.id, web(fang))
    assert "低于咸安区最低小时工资21.5元" in refused.value.errors["pay_fen"].zh


async def test_nothing_is_published_twice(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    await do(publish, listing.id, web(fang))
    with pytest.raises(Refused, match="not_draft"):
        await do(publish, listing.id, web(fang))


async def test_a_draft_is_thrown_away(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    await do(remove_draft, listing.id, web(fang))
    assert (await listing_of(listing.id)).state == "cancelled"
    with pytest.raises(Refused, match="not_draft"):
        await do(remove_draft, listing.id, web(fang))


async def test_a_draft_that_nobody_published_is_over_with_its_day(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    assert listing.due_at == moment(tomorrow() + timedelta(days=1), time())
    with at(listing.due_at):
        await tend_due()
    assert (await listing_of(listing.id)).state == "over"


async def test_the_sweep_finds_workers_for_it_at_once(here: Station, fang: Person, firm: Employer) -> None:
    listing = await drafted(here, fang, firm)
    await do(publish, listing.id, web(fang))
    due = (await listing_of(listing.id)).due_at
    assert due is not None
    assert due <= city_now()
