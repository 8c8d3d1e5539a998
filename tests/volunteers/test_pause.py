"""A volunteer may rest: how long, for whom, and what stays as it was."""

from datetime import timedelta

from base.clock import at, now
from base.db import rows
from base.ledger import By
from base.work import transaction
from people.tables import Person
from tests.cast import Cast, bulb_raised, offer_state, says, seen_by
from volunteers.actions import Terms, change, pause
from volunteers.queries import is_volunteer
from volunteers.tables import Volunteer
from wishes.tend import tend_due

MONTH = timedelta(days=30)


async def paused(who: Person, length: timedelta = MONTH) -> bool:
    async with transaction():
        return await pause(who.id, length, By(who.id, "sms"))


async def terms_of(who: Person) -> dict[str, object]:
    (found,) = await rows("SELECT * FROM volunteer WHERE person = $1", who.id)
    return found


async def test_it_lasts_as_long_as_was_said_from_now_on(cast: Cast) -> None:
    start = now()
    with at(start):
        assert await paused(cast.chen)
    assert (await terms_of(cast.chen))["paused_until"] == start + MONTH


async def test_who_is_no_volunteer_has_nothing_to_pause(cast: Cast) -> None:
    assert not await paused(cast.zhang)
    assert await rows("SELECT 1 FROM event WHERE to_state = 'paused'") == []


async def test_it_is_in_the_ledger_with_who_asked_for_it(cast: Cast) -> None:
    await paused(cast.chen)
    (event,) = await rows("SELECT subject, actor, via FROM event WHERE to_state = 'paused'")
    assert tuple(event.values()) == ("volunteer", cast.chen.id, "sms")


async def test_a_second_pause_counts_from_its_own_day(cast: Cast) -> None:
    await paused(cast.chen)
    start = now() + timedelta(days=20)
    with at(start):
        await paused(cast.chen, timedelta(days=1))
    assert (await terms_of(cast.chen))["paused_until"] == start + timedelta(days=1)


async def test_nobody_else_rests_and_nothing_else_changes(cast: Cast) -> None:
    before, other = await terms_of(cast.chen), await terms_of(cast.zhou)
    await paused(cast.chen)
    assert await terms_of(cast.zhou) == other
    assert {**await terms_of(cast.chen), "paused_until": None} == before
    assert await is_volunteer(cast.chen.id)


async def test_changed_terms_do_not_end_the_pause(cast: Cast) -> None:
    await paused(cast.chen)
    async with transaction():
        await change(cast.chen, Terms(("plumber",)), By(cast.chen.id, "web"))
    assert (await terms_of(cast.chen))["paused_until"] is not None


async def test_changed_terms_decide_who_is_asked_next(cast: Cast) -> None:
    async with transaction():
        await change(cast.chen, Terms(("tutoring",), radius_km=15), By(cast.chen.id, "web"))
    wish = await bulb_raised(cast.zhang)
    await tend_due()
    assert (await offer_state(wish, cast.chen), await offer_state(wish, cast.zhou)) == (None, "sent")


async def test_who_rests_may_still_come_of_his_own_accord(cast: Cast) -> None:
    await paused(cast.chen)
    wish = await bulb_raised(cast.zhang)
    await tend_due()
    assert await offer_state(wish, cast.chen) is None
    await says(cast.chen, f"接{wish.ref}")
    assert "claim_place" in await seen_by(cast.chen)


async def test_a_pause_that_the_transaction_undid_never_was(cast: Cast) -> None:
    try:
        async with transaction():
            await pause(cast.chen.id, MONTH, By(cast.chen.id, "sms"))
            raise RuntimeError
    except RuntimeError:
        pass
    assert await Volunteer.exists().where(Volunteer.paused_until.is_not_null()) is False
