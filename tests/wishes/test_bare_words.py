"""好 / 完成 / 取消 without a number: the one open question to that phone, never a guess among several."""

import pytest

from tests.cast import Cast, bulb_raised, bulb_wished_for, last_text, says, seen_by, the_wish
from wishes.queries import by_ref
from wishes.tables import Wish
from wishes.tend import tend_due


async def state_of(wish: Wish) -> str:
    found = await by_ref(wish.ref)
    assert found is not None
    return str(found.state)


@pytest.mark.parametrize("word", ["好", "不", "完成", "确认", "没修好", "取消", "报名", "yes"])
async def test_with_nothing_open_that_is_said(cast: Cast, word: str) -> None:
    await says(cast.chen, word)
    assert await seen_by(cast.chen) == ["nothing_open"]


@pytest.mark.parametrize("word", ["好", "好的", "可以", "Y", "OK", "我来", "报名"])
async def test_a_yes_claims_the_one_that_is_offered(cast: Cast, word: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, word)
    assert await state_of(wish) == "claimed"


async def test_a_no_declines_the_one_that_is_offered(cast: Cast) -> None:
    await bulb_wished_for(cast)
    await says(cast.chen, "不行")
    assert (await seen_by(cast.chen))[-1] == "offer_declined"


async def test_a_no_gives_back_the_one_that_is_held(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.chen, "去不了")
    assert await state_of(wish) == "open"


@pytest.mark.parametrize("word", ["好", "不"])
async def test_with_several_offered_it_is_asked_which(cast: Cast, word: str) -> None:
    wishes = [await bulb_raised(who) for who in (cast.zhang, cast.liu)]
    await tend_due()
    await says(cast.chen, word)
    assert (await seen_by(cast.chen))[-1] == "which"
    told = await last_text(cast.chen)
    assert all(str(wish.ref) in told for wish in wishes)
    assert [await state_of(wish) for wish in wishes] == ["open", "open"]


async def test_an_offer_and_a_wish_of_ones_own_to_confirm_are_two_questions(cast: Cast) -> None:
    own = await bulb_raised(cast.chen)
    await says(cast.zhou, f"接{own.ref}")
    await says(cast.zhou, f"完成{own.ref}")
    await bulb_wished_for(cast)
    await says(cast.chen, "好")
    assert (await seen_by(cast.chen))[-1] == "which"


async def test_done_means_the_one_that_is_held(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.chen, "修好了")
    assert await state_of(wish) == "done"


async def test_done_with_two_held_is_asked_about(cast: Cast) -> None:
    for who in (cast.zhang, cast.liu):
        await says(cast.chen, f"接{(await bulb_raised(who)).ref}")
    await says(cast.chen, "完成")
    assert (await seen_by(cast.chen))[-1] == "which"


@pytest.mark.parametrize("word", ["好", "好了", "满意", "5", "5分"])
async def test_from_the_resident_it_confirms_what_is_done(cast: Cast, word: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.chen, "完成")
    await says(cast.zhang, word)
    assert await state_of(wish) == "closed"


async def test_not_done_means_what_waits_to_be_confirmed(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.chen, "完成")
    await says(cast.zhang, "没修好")
    assert await state_of(wish) == "open"


async def test_a_bare_number_never_confirms_what_nobody_has_reported(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "好")
    await says(cast.zhang, "1")
    assert await state_of(wish) == "claimed"


async def test_cancel_calls_off_the_one_wish(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, "不用了")
    assert await state_of(wish) == "withdrawn"


async def test_cancel_with_two_wishes_is_asked_about(cast: Cast) -> None:
    wishes = [await bulb_raised(cast.zhang) for _ in range(2)]
    await says(cast.zhang, "取消")
    assert (await seen_by(cast.zhang))[-1] == "which"
    assert [await state_of(wish) for wish in wishes] == ["open", "open"]


@pytest.mark.parametrize(("word", "state"), [("接", "claimed"), ("好", "claimed"), ("完成", "done")])
async def test_from_the_steward_it_means_the_one_matter_before_him(cast: Cast, word: str, state: str) -> None:
    await says(cast.liu, "路灯坏了三天了,请修一下")
    await says(cast.steward, word)
    assert (await the_wish()).state == state
