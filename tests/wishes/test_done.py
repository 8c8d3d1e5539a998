"""完成 27: who holds a place says that it is done, and the resident is asked."""

from tests.cast import Cast, bulb_raised, bulb_wished_for, last_text, says, seen_by, the_wish

PUBLIC = "路灯坏了三天了,请修一下"


async def test_the_resident_is_asked_whether_he_is_content(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref} 换了新灯泡")
    assert (await the_wish()).state == "done"
    assert (await seen_by(cast.chen))[-1] == "claim_reported"
    assert (await seen_by(cast.zhang))[-1] == "wish_done"
    assert "换了新灯泡" in await last_text(cast.zhang)


async def test_who_holds_nothing_cannot_say_so(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"完成{wish.ref}")
    assert (await the_wish()).state == "claimed"
    assert (await seen_by(cast.zhou))[-1] == "refused_not_yours"


async def test_twice_is_once(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for said in ("接", "完成", "完成"):
        await says(cast.chen, f"{said}{wish.ref}")
    assert (await seen_by(cast.chen))[-1] == "refused_already_done"
    assert (await seen_by(cast.zhang)).count("wish_done") == 1


async def test_of_two_helpers_both_must_have_said_so(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    for who in (cast.chen, cast.zhou):
        await says(who, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    assert (await the_wish()).state == "claimed"
    await says(cast.zhou, f"完成{wish.ref}")
    assert (await the_wish()).state == "done"


async def test_a_done_wish_is_nobodys_to_claim(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    assert (await seen_by(cast.zhou))[-1] == "offer_taken"


async def test_the_office_may_say_so_without_having_claimed(cast: Cast) -> None:
    await says(cast.liu, PUBLIC)
    await says(cast.steward, f"完成{(await the_wish()).ref},水车下午3点到")
    assert (await the_wish()).state == "done"
    assert "水车下午3点到" in await last_text(cast.liu)


async def test_another_office_may_not(cast: Cast) -> None:
    await says(cast.zhang, PUBLIC)
    await says(cast.steward, f"完成{(await the_wish()).ref}")
    assert (await the_wish()).state == "open"
    assert await seen_by(cast.steward) == ["refused_not_yours"]


async def test_what_has_ended_is_not_done_again(cast: Cast) -> None:
    await says(cast.liu, PUBLIC)
    wish = await the_wish()
    await says(cast.liu, f"取消{wish.ref}")
    await says(cast.steward, f"完成{wish.ref}")
    assert (await seen_by(cast.steward))[-1] == "refused_ended"
