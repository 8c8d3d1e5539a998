"""A yes that comes too late is answered with the best other wish that is still open, claimable by the same reply."""

import asyncio

from base.db import rows
from base.ledger import By
from tests.cast import WANXIU, Cast, bulb_raised, bulb_wished_for, do, last_text, offer_state, says, seen_by, the_wish, volunteer
from tests.invariants import assert_the_invariants_hold
from wishes.actions import TooLate, claim
from wishes.queries import by_ref


async def test_who_comes_too_late_is_offered_another_that_he_can_take_by_the_same_reply(cast: Cast) -> None:
    other = await bulb_raised(cast.zhang)
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    said = await last_text(cast.zhou)
    assert f"{wish.ref}号已经有人接了" in said
    assert f"接{other.ref}" in said
    await says(cast.zhou, "接")
    found = await by_ref(other.ref)
    assert found is not None
    assert found.state == "claimed"
    await assert_the_invariants_hold()


async def test_without_another_he_is_only_thanked(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    assert (await seen_by(cast.zhou))[-1] == "offer_taken"


async def test_no_wish_that_he_cannot_do_or_reach_is_put_to_him(cast: Cast) -> None:
    await volunteer("+8616010000001", "焊工", ["welder"])
    wish = await bulb_wished_for(cast)
    await bulb_raised(cast.liu, area=WANXIU)
    tutor = await volunteer("+8616010000002", "", ["tutoring"])
    await says(cast.chen, f"接{wish.ref}")
    late = await do(claim, wish.id, By(tutor.id, "sms"))
    assert late == TooLate(None)


async def test_what_he_has_refused_is_not_put_to_him_again(cast: Cast) -> None:
    other = await bulb_wished_for(cast)
    await says(cast.zhou, f"不{other.ref}")
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    assert (await offer_state(other, cast.zhou), (await seen_by(cast.zhou))[-1]) == ("declined", "offer_taken")


async def test_ten_at_once_are_not_all_sent_to_the_one_that_is_left(cast: Cast) -> None:
    crowd = [await volunteer(f"+86160100000{number:02}", "", ["electrician"]) for number in range(10)]
    wish = await bulb_raised(cast.zhang)
    other = await bulb_raised(cast.zhang, places=2)
    await asyncio.gather(*(do(claim, wish.id, By(who.id, "sms")) for who in crowd))
    offered = await rows("SELECT person FROM offer WHERE wish = $1", other.id)
    assert 1 <= len(offered) <= 4
    assert (await the_wish()).held == 0
    await assert_the_invariants_hold()
