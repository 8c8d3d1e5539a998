"""确认 27 5: the resident is content, and the wish is closed."""

import pytest

from tests.cast import Cast, bulb_raised, bulb_wished_for, last_text, says, seen_by, the_wish
from wishes.queries import claims
from wishes.states import ClaimState
from wishes.tables import Wish


async def done_by_chen(cast: Cast) -> Wish:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    return wish


async def test_it_closes_with_a_rating(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"确认{wish.ref} 5")
    closed = await the_wish()
    assert (closed.state, closed.confirmed, closed.rating) == ("closed", True, 5)
    assert (await seen_by(cast.zhang))[-1] == "wish_closed"


async def test_the_helper_is_thanked(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"确认{wish.ref} 4")
    assert "打了4分" in await last_text(cast.chen)
    assert [done.person for done in await claims(wish.id, ClaimState.CONFIRMED)] == [cast.chen.id]


async def test_a_rating_is_not_needed(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}满意")
    assert (await the_wish()).confirmed
    assert (await the_wish()).rating is None
    assert "分" not in await last_text(cast.chen)


@pytest.mark.parametrize(("said", "rating"), [("确认 4", 4), ("确认4", 4), ("满意", None), ("5分", 5), ("好", None)])
async def test_a_number_is_not_needed_while_one_thing_waits(cast: Cast, said: str, rating: int | None) -> None:
    await done_by_chen(cast)
    await says(cast.zhang, said)
    assert ((await the_wish()).state, (await the_wish()).rating) == ("closed", rating)


async def test_it_counts_before_the_helper_has_said_so(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhang, f"确认{wish.ref} 5")
    assert (await the_wish()).state == "closed"
    assert (await seen_by(cast.chen))[-1] == "claim_thanks"


async def test_there_is_nothing_to_confirm_before_anybody_came(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"确认{wish.ref}")
    assert (await seen_by(cast.zhang))[-1] == "refused_not_done"
    assert "正在找人" in await last_text(cast.zhang)


async def test_a_stranger_cannot_confirm(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    for stranger in (cast.chen, cast.liu):
        await says(stranger, f"确认{wish.ref} 5")
        assert (await seen_by(stranger))[-1] == "refused_not_yours"
    assert (await the_wish()).state == "done"


async def test_twice_is_once(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"确认{wish.ref} 5")
    await says(cast.zhang, f"确认{wish.ref} 1")
    assert (await the_wish()).rating == 5
    assert (await seen_by(cast.zhang))[-1] == "refused_ended"


async def test_every_helper_is_thanked(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    for who in (cast.chen, cast.zhou):
        await says(who, f"接{wish.ref}")
    await says(cast.zhang, f"确认{wish.ref} 5")
    assert [(await seen_by(who))[-1] for who in (cast.chen, cast.zhou)] == ["claim_thanks", "claim_thanks"]
