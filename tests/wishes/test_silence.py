"""Nobody says a word: the program itself takes the next step."""

from base.clock import later
from tests.cast import Cast, bulb_raised, bulb_wished_for, last_text, says, seen_by, sweeps_after, the_wish
from wishes.tables import Wish

NEWCOMER = "+8616000000007"


async def done_by_chen(cast: Cast) -> Wish:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    return wish


async def test_after_three_days_of_silence_it_closes_unconfirmed(cast: Cast) -> None:
    await done_by_chen(cast)
    await sweeps_after(days=2, hours=23)
    assert (await the_wish()).state == "done"
    await sweeps_after(days=3, minutes=1)
    assert ((await the_wish()).state, (await the_wish()).confirmed) == ("closed", False)
    assert (await seen_by(cast.zhang))[-1] == "wish_closed_silent"
    assert (await seen_by(cast.chen))[-1] == "claim_reported"


async def test_a_claimant_is_asked_after_a_day_and_let_go_after_half_a_day_more(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await sweeps_after(days=1, minutes=1)
    assert (await seen_by(cast.chen))[-1] == "claim_reminder"
    assert (await the_wish()).state == "claimed"
    await sweeps_after(days=1, hours=12, minutes=2)
    assert (await seen_by(cast.chen))[-1] == "claim_let_go"
    assert (await seen_by(cast.zhang))[-1] == "wish_released"
    assert (await the_wish()).state == "open"


async def test_a_claimant_is_asked_when_the_hour_that_was_wished_for_is_over(cast: Cast) -> None:
    in_five_days = later(days=5).date()
    wish = await bulb_raised(cast.zhang, day=in_five_days, part="evening")
    await says(cast.chen, f"接{wish.ref}")
    await sweeps_after(days=3)
    assert "claim_reminder" not in await seen_by(cast.chen)
    await sweeps_after(days=6)
    assert "claim_reminder" in await seen_by(cast.chen)


async def test_who_does_not_say_where_is_asked_again_and_then_looked_after_by_a_person(cast: Cast) -> None:
    await says(NEWCOMER, "灯泡坏了,想请会电工的帮忙换一下")
    await sweeps_after(hours=5)
    assert await seen_by(NEWCOMER) == ["ask_area", "ask_area"]
    await sweeps_after(days=2)
    assert ((await the_wish()).state, (await the_wish()).level) == ("open", "coordinator")
    assert (await seen_by(NEWCOMER))[-1] == "wish_opened_office"


async def test_who_does_not_say_which_of_the_four_is_asked_again_by_name(house: None) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    await sweeps_after(hours=5)
    assert await seen_by(NEWCOMER) == ["ask_choice", "ask_choice"]
    assert "“高桥村”有4个" in await last_text(NEWCOMER)


async def test_two_helpers_who_say_nothing_are_both_let_go(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    for who in (cast.chen, cast.zhou):
        await says(who, f"接{wish.ref}")
    await sweeps_after(days=1, minutes=1)
    await sweeps_after(days=1, hours=12, minutes=2)
    assert ((await the_wish()).state, (await the_wish()).held) == ("open", 0)
    assert [(await seen_by(who))[-1] for who in (cast.chen, cast.zhou)] == ["claim_let_go", "claim_let_go"]
