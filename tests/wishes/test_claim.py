"""接 27: a place on a wish is claimed."""



from tests.cast import Cast, bulb_wished_for, says, seen_by, the_wish
from wishes.queries import claims, offer_to
from wishes.states import ClaimState


async def test_it_goes_to_who_says_yes_first(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "claimed"
    assert [held.person for held in await claims(wish.id, ClaimState.HELD)] == [cast.chen.id]


async def test_the_second_yes_is_told_at_once_that_it_is_taken(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    assert (await seen_by(cast.zhou))[-1] == "offer_taken"
    offer = await offer_to(wish.id, cast.zhou.id)
    assert offer is not None
    assert offer.state == "late"
