"""不 27 from who holds a place: it is given back, and others are asked."""

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from tests.cast import Cast, bulb_raised, bulb_wished_for, do, offer_state, says, seen_by, sweeps_after, the_wish
from wishes.actions import release
from wishes.tend import tend_due


@pytest.mark.parametrize("words", ["不{}", "取消{}", "{}去不了"])
async def test_a_place_is_given_back_in_any_words(cast: Cast, words: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, words.format(wish.ref))
    assert ((await the_wish()).state, (await the_wish()).held) == ("open", 0)
    assert (await seen_by(cast.chen))[-1] == "claim_released"


async def test_the_resident_is_told_and_the_others_are_asked_again(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    assert (await seen_by(cast.zhang))[-1] == "wish_released"
    assert await seen_by(cast.zhou) == ["offer", "offer"]


async def test_who_gave_it_back_is_not_asked_again(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    assert (await seen_by(cast.chen)).count("offer") == 1


async def test_but_may_take_it_again_himself(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for said in ("接", "不", "接"):
        await says(cast.chen, f"{said}{wish.ref}")
    assert (await the_wish()).state == "claimed"


async def test_what_one_does_not_hold_is_not_given_back(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    with pytest.raises(Refused, match="not_yours"):
        await do(release, wish.id, By(cast.chen.id, "web"))


async def test_what_is_reported_done_is_not_given_back(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    assert (await seen_by(cast.chen))[-1] == "refused_already_done"


async def test_one_of_two_places_is_given_back_while_others_are_still_asked(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    await tend_due()
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    assert ((await the_wish()).state, (await the_wish()).held) == ("open", 0)
    assert await offer_state(wish, cast.zhou) == "sent"
    assert (await seen_by(cast.zhou)).count("offer") == 1
    assert (await the_wish()).level == "volunteers"


async def test_a_matter_of_the_office_goes_back_to_it_before_it_climbs(cast: Cast) -> None:
    await says(cast.liu, "路灯坏了三天了,请修一下")
    wish = await the_wish()
    await says(cast.steward, f"接{wish.ref}")
    await says(cast.steward, f"不{wish.ref}")
    assert ((await the_wish()).state, (await the_wish()).level) == ("open", "steward")
    assert (await seen_by(cast.steward)).count("matter") == 2
    await sweeps_after(hours=5)
    assert (await the_wish()).level == "coordinator"


async def test_the_giving_back_is_in_the_ledger(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    events = await rows("SELECT from_state, to_state FROM event WHERE subject = 'claim' ORDER BY id")
    assert [tuple(event.values()) for event in events] == [(None, "held"), ("held", "released")]
