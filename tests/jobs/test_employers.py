"""Who gives work is registered, and checked, before anybody works for him."""

import asyncio
import contextvars
from dataclasses import replace
from typing import Any

import pytest

from base.clock import at
from base.db import rows
from base.errors import Refused
from base.work import transaction
from jobs.employers import EmployerTerms, bar_employer, check_employer, employers_of, register_employer
from jobs.fields import BadTerms
from jobs.queries import listing as listing_of
from jobs.states import EmployerState
from jobs.tables import Station
from people.tables import Person
from tests.cast import Cast, do, seen_by
from tests.jobs.desk import applies
from tests.jobs.scene import LICENCE, employer, listing, web, worker

FIRM = EmployerTerms("firm", "咸宁桂花建材有限公司", LICENCE, "周师傅", "16000000201")
FARMER = EmployerTerms("person", "老王", "", "", "16000000202")


async def test_a_firm_is_new_until_somebody_has_seen_its_licence(here: Station, fang: Person) -> None:
    firm = await do(register_employer, here.id, FIRM, web(fang))
    assert (firm.state, firm.licence, firm.phone) == ("new", LICENCE, "+8616000000201")
    checked = await do(check_employer, firm.id, web(fang))
    assert (checked.state, checked.checked_by) == ("checked", fang.id)


async def test_a_person_is_known_by_name_and_phone(here: Station, fang: Person) -> None:
    farmer = await do(register_employer, here.id, FARMER, web(fang))
    assert farmer.licence is None
    assert farmer.contact == "老王"


@pytest.mark.parametrize(
    ("terms", "field", "zh"),
    [
        (replace(FIRM, licence="91421202MA49000162"), "licence", "不是统一社会信用代码（18位，最后一位是校验位，请对照营业执照）"),
        (replace(FIRM, licence="9142"), "licence", "不是统一社会信用代码（18位，最后一位是校验位，请对照营业执照）"),
        (replace(FIRM, licence=""), "licence", "没有填"),
        (replace(FIRM, contact=""), "contact", "没有填"),
        (replace(FIRM, name=" "), "name", "没有填"),
        (replace(FIRM, phone="8"), "phone", "不是电话号码"),
        (replace(FIRM, kind="guild"), "kind", "只能是单位或个人"),
        (replace(FARMER, licence=LICENCE), "licence", "个人不填执照号"),
    ],
)
async def test_what_cannot_be_is_refused(here: Station, fang: Person, terms: EmployerTerms, field: str, zh: str) -> None:
    with pytest.raises(BadTerms) as refused:
        await do(register_employer, here.id, terms, web(fang))
    assert refused.value.errors[field].zh == zh


@pytest.mark.parametrize("written", ["91421202 MA4900016 1", "91421202ma49000161", "９１４２１２０２ＭＡ４９０００１６１"])
async def test_a_licence_may_be_written_with_spaces_and_small_letters(here: Station, fang: Person, written: str) -> None:
    assert (await do(register_employer, here.id, replace(FIRM, licence=written), web(fang))).licence == LICENCE


@pytest.mark.parametrize(("terms", "field"), [(FIRM, "licence"), (FARMER, "phone")])
async def test_nobody_is_registered_twice(here: Station, fang: Person, terms: EmployerTerms, field: str) -> None:
    await do(register_employer, here.id, terms, web(fang))
    with pytest.raises(BadTerms) as refused:
        await do(register_employer, here.id, replace(terms, name="另一个名字"), web(fang))
    assert refused.value.errors == {
        field: (f"已在温泉零工驿站登记：{terms.name}", f"is registered already at Wenquan Gig Station: {terms.name}")
    }


async def test_who_registers_a_firm_waits_for_who_is_about_to(here: Station, fang: Person) -> None:
    async with transaction():
        await register_employer(here.id, FIRM, web(fang))
        # Not a child of this transaction: a task would inherit it.
        other = asyncio.create_task(do(register_employer, here.id, FIRM, web(fang)), context=contextvars.Context())
        while not other.done() and not await rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
            pass
    with pytest.raises(BadTerms):
        await other


async def test_staff_of_another_station_are_refused(here: Station, stranger: Person) -> None:
    firm = await employer(here, state=EmployerState.NEW)
    refused: list[tuple[Any, ...]] = [(register_employer, here.id, FIRM), (check_employer, firm.id), (bar_employer, firm.id)]
    for verb, *args in refused:
        with pytest.raises(Refused, match="not_staff"):
            await do(verb, *args, web(stranger), *(["骗人"] if verb is bar_employer else []))


async def test_a_station_sees_who_was_checked_anywhere_and_its_own_new_ones(here: Station, elsewhere: Station) -> None:
    await employer(here, "甲", EmployerState.NEW)
    await employer(elsewhere, "乙", EmployerState.CHECKED)
    await employer(elsewhere, "丙", EmployerState.NEW)
    await employer(here, "丁", EmployerState.BARRED)
    assert sorted(each.name for each in await employers_of(here.id)) == sorted(["甲", "乙"])


async def test_what_a_barred_employer_has_posted_is_called_off(here: Station, fang: Person) -> None:
    firm, who = await employer(here), await worker()
    posted, draft = await listing(here, fang, firm), await listing(here, fang, firm, state="draft")
    await applies(who, posted)
    await do(bar_employer, firm.id, web(fang), "拖欠工资")
    assert [(await listing_of(each.id)).state for each in (posted, draft)] == ["cancelled", "cancelled"]
    assert (await listing_of(posted.id)).why_cancelled == "拖欠工资"
    assert "listing_cancelled" in await seen_by(who)


async def test_who_works_for_him_already_finishes_the_day(here: Station, fang: Person) -> None:
    firm = await employer(here)
    begun = await listing(here, fang, firm)
    with at(begun.starts_at):
        await do(bar_employer, firm.id, web(fang), "拖欠工资")
    assert (await listing_of(begun.id)).state == "open"


async def test_who_was_barred_is_not_registered_again(here: Station, fang: Person) -> None:
    firm = await do(register_employer, here.id, FIRM, web(fang))
    await do(bar_employer, firm.id, web(fang), "拖欠工资")
    with pytest.raises(Refused, match="employer_barred") as refused:
        await do(register_employer, here.id, FIRM, web(fang))
    assert refused.value.context == {"employer": FIRM.name}


async def test_only_a_coordinator_lifts_a_bar(cast: Cast, here: Station, fang: Person) -> None:
    firm = await employer(here, state=EmployerState.BARRED)
    with pytest.raises(Refused, match="not_coordinator"):
        await do(check_employer, firm.id, web(fang))
    assert (await do(check_employer, firm.id, web(cast.coordinator))).state == "checked"


async def test_a_bar_has_a_reason_that_the_ledger_keeps(here: Station, fang: Person) -> None:
    firm = await employer(here)
    with pytest.raises(BadTerms) as refused:
        await do(bar_employer, firm.id, web(fang), " ")
    assert refused.value.errors["why"].zh == "没有填"
    await do(bar_employer, firm.id, web(fang), "拖欠工资")
    assert await rows("SELECT note FROM event WHERE subject = 'employer' AND to_state = 'barred'") == [{"note": "拖欠工资"}]
