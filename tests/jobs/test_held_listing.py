"""What asks the worker for money, or hands him to a private chat, waits for a second person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from base.clock import at, now
from base.db import rows
from base.errors import Refused
from jobs.fields import BadTerms
from jobs.posting import approve, change, draft, held_because, publish, refuse_listing, terms_of
from jobs.queries import board_of
from jobs.queries import listing as listing_of
from jobs.tables import Listing, Station
from jobs.tend import tend_due
from people.tables import Person
from tests.cast import Cast, do, seen_by
from tests.jobs.scene import employer, web
from tests.jobs.terms_of_work import terms


async def drafted(here: Station, by: Person) -> Listing:
    return await do(draft, here.id, terms(await employer(here), note="工具押-金50元，加微 信"), web(by))


async def held(here: Station, by: Person) -> Listing:
    listing = await drafted(here, by)
    await do(publish, listing.id, web(by))
    return await listing_of(listing.id)


async def test_it_stays_a_draft_and_says_why(here: Station, fang: Person, hong: Person) -> None:
    listing = await drafted(here, fang)
    published = await do(publish, listing.id, web(fang))
    assert published.state == "held"
    assert [why.zh for why in published.why] == ["向工人收押金或保证金（“押金”）", "把工人引到私人微信（“加微信”）"]
    listing = await listing_of(listing.id)
    assert (listing.state, held_because(listing)) == ("draft", published.why)
    assert await board_of(here.id, listing.day) == []


async def test_the_others_of_the_station_are_told_and_not_who_posted_it(here: Station, fang: Person, hong: Person) -> None:
    await held(here, fang)
    assert await seen_by(hong) == ["listing_held"]
    assert await seen_by(fang) == []


async def test_publishing_it_again_tells_nobody_twice(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    assert (await do(publish, listing.id, web(fang))).state == "held"
    assert await seen_by(hong) == ["listing_held"]
    assert (await listing_of(listing.id)).due_at == listing.due_at


async def test_a_second_person_lets_it_go_out(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    await do(approve, listing.id, web(hong))
    assert (await listing_of(listing.id)).state == "open"
    moves = await rows("SELECT to_state, actor FROM event WHERE subject IN ('listing', 'hold') AND subject_id = $1 ORDER BY id", listing.id)
    assert [(move["to_state"], move["actor"]) for move in moves] == [("draft", fang.id), ("held", fang.id), ("open", hong.id)]


async def test_who_posted_it_does_not_approve_it(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    for verb, *more in ((approve,), (refuse_listing, "不行")):
        with pytest.raises(Refused, match="same_person"):
            await do(verb, listing.id, web(fang), *more)


async def test_a_coordinator_may_be_the_second_person(cast: Cast, here: Station, fang: Person) -> None:
    listing = await held(here, fang)
    await do(approve, listing.id, web(cast.coordinator))
    assert (await listing_of(listing.id)).state == "open"


async def test_staff_of_another_station_do_not_approve_it(here: Station, fang: Person, stranger: Person) -> None:
    listing = await held(here, fang)
    with pytest.raises(Refused, match="not_staff"):
        await do(approve, listing.id, web(stranger))


async def test_a_second_person_refuses_it_with_a_reason(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    with pytest.raises(BadTerms) as refused:
        await do(refuse_listing, listing.id, web(hong), "")
    assert refused.value.errors["why"].zh == "没有填"
    await do(refuse_listing, listing.id, web(hong), "不许收押金")
    listing = await listing_of(listing.id)
    assert (listing.state, listing.why_cancelled, held_because(listing)) == ("cancelled", "不许收押金", [])


async def test_what_nobody_holds_is_not_approved(here: Station, fang: Person, hong: Person) -> None:
    listing = await drafted(here, fang)
    with pytest.raises(Refused, match="not_held"):
        await do(approve, listing.id, web(hong))


async def test_without_the_words_it_goes_out_at_once(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    await do(change, listing.id, replace(terms_of(listing), note="不收押金，打电话"), web(fang))
    assert (await do(publish, listing.id, web(fang))).state == "open"


async def test_what_was_changed_meanwhile_is_not_approved_as_it_was_read(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    await do(change, listing.id, replace(terms_of(listing), note="培训费200"), web(fang))
    with pytest.raises(Refused, match="not_held"):
        await do(approve, listing.id, web(hong))


async def test_other_wrong_words_are_put_before_the_others_again(here: Station, fang: Person, hong: Person) -> None:
    listing = await held(here, fang)
    await do(change, listing.id, replace(terms_of(listing), note="培训费200"), web(fang))
    await do(publish, listing.id, web(fang))
    assert await seen_by(hong) == ["listing_held", "listing_held"]


async def test_what_nobody_reads_within_the_hour_climbs_to_the_coordinator(cast: Cast, here: Station, fang: Person, hong: Person) -> None:
    await held(here, fang)
    await tend_due()
    assert await seen_by(cast.coordinator) == []
    with at(now() + timedelta(hours=1)):
        await tend_due()
    assert await seen_by(cast.coordinator) == ["listing_held"]


async def test_where_nobody_else_works_the_coordinator_is_told_at_once(cast: Cast, here: Station, fang: Person) -> None:
    await held(here, fang)
    await tend_due()
    assert await seen_by(cast.coordinator) == ["listing_held"]
