"""取消 27: it is no longer wanted, and everybody whom that concerns is told."""

from base.db import rows
from tests.cast import Cast, bulb_raised, bulb_wished_for, offer_state, says, seen_by, sweeps_after, the_wish

PUBLIC = "路灯坏了三天了,请修一下"


async def test_an_open_wish_is_called_off(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"取消{wish.ref}")
    assert (await the_wish()).state == "withdrawn"
    assert (await seen_by(cast.zhang))[-1] == "wish_withdrawn"
    assert await offer_state(wish, cast.chen) == "lapsed"


async def test_nobody_is_asked_any_more(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"取消{wish.ref}")
    await sweeps_after(days=9)
    assert await seen_by(cast.chen) == ["offer"]


async def test_who_was_to_come_is_told(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhang, f"取消{wish.ref}")
    assert ((await the_wish()).state, (await the_wish()).held) == ("withdrawn", 0)
    assert (await seen_by(cast.chen))[-1] == "claim_cancelled"


async def test_a_wish_that_still_asks_its_resident_is_called_off_without_a_number(house: None) -> None:
    await says("+8616000000007", "灯泡坏了,想请会电工的帮忙换一下")
    await says("+8616000000007", "不用了")
    assert (await the_wish()).state == "withdrawn"


async def test_a_done_wish_is_confirmed_or_disputed_not_called_off(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    await says(cast.zhang, f"取消{wish.ref}")
    assert (await the_wish()).state == "done"
    assert (await seen_by(cast.zhang))[-1] == "refused_already_done"


async def test_twice_is_once(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"取消{wish.ref}")
    await says(cast.zhang, f"取消{wish.ref}")
    assert (await seen_by(cast.zhang))[-1] == "refused_ended"


async def test_a_stranger_cannot_call_it_off(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.liu, f"取消{wish.ref}")
    assert (await the_wish()).state == "open"
    assert await seen_by(cast.liu) == ["refused_not_yours"]


async def test_the_office_that_was_asked_is_told(cast: Cast) -> None:
    await says(cast.liu, PUBLIC)
    await says(cast.liu, f"取消{(await the_wish()).ref}")
    assert await seen_by(cast.steward) == ["matter", "claim_cancelled"]


async def test_the_steward_who_was_to_come_is_told_once(cast: Cast) -> None:
    await says(cast.liu, PUBLIC)
    wish = await the_wish()
    await says(cast.steward, f"接{wish.ref}")
    await says(cast.liu, f"取消{wish.ref}")
    assert (await seen_by(cast.steward)).count("claim_cancelled") == 1


async def test_the_resident_is_told_when_the_office_calls_it_off(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.coordinator, f"取消{wish.ref}")
    assert (await seen_by(cast.zhang))[-1] == "wish_withdrawn"
    assert await rows("SELECT any_hour FROM message WHERE phone = $1 AND kind = 'wish_withdrawn'", cast.zhang.phone) == [
        {"any_hour": False}
    ]


async def test_who_has_already_helped_keeps_the_credit(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    for who in (cast.chen, cast.zhou):
        await says(who, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    await says(cast.zhang, f"取消{wish.ref}")
    states = await rows("SELECT state FROM claim ORDER BY id")
    assert [claim["state"] for claim in states] == ["confirmed", "released"]
