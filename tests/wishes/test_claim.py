"""接 27: a place on a wish is claimed."""

import asyncio

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from base.phone import shown
from people.tables import Person
from tests.cast import Cast, bulb_raised, bulb_wished_for, do, last_text, offer_state, says, seen_by, the_wish, volunteer
from wishes.actions import claim
from wishes.private import open_place
from wishes.queries import claims
from wishes.states import ClaimState
from wishes.tables import Claim, Wish


async def holders(wish: Wish) -> list[int]:
    return [held.person for held in await claims(wish.id, ClaimState.HELD)]


async def test_it_goes_to_who_says_yes_first(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "claimed"
    assert await holders(wish) == [cast.chen.id]
    assert await offer_state(wish, cast.chen) == "accepted"


async def test_the_second_yes_is_told_at_once_that_it_is_taken(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    assert (await seen_by(cast.zhou))[-1] == "offer_taken"
    assert await offer_state(wish, cast.zhou) == "late"


async def test_who_did_not_answer_hears_no_more_of_it(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert await offer_state(wish, cast.zhou) == "lapsed"
    assert await seen_by(cast.zhou) == ["offer"]


async def test_the_place_and_the_phone_come_in_a_second_text(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert await seen_by(cast.chen) == ["offer", "claim_held", "claim_place"]
    assert shown(cast.zhang.phone) in await last_text(cast.chen)
    assert "5栋201" in await last_text(cast.chen)


async def test_nobody_else_is_ever_told_the_place_or_the_phone(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for who, said in (
        (cast.chen, "接"),
        (cast.zhou, "接"),
        (cast.chen, "不"),
        (cast.zhou, "接"),
        (cast.zhou, "完成"),
        (cast.zhang, "确认"),
    ):
        await says(who, f"{said}{wish.ref}")
    knowing = await rows("SELECT DISTINCT person, kind FROM message WHERE body ~ '5栋|201|160 0000 0006|16000000006' ORDER BY 1")
    assert [(found["person"], found["kind"]) for found in knowing] == [(cast.chen.id, "claim_place"), (cast.zhou.id, "claim_place")]


async def test_the_opening_of_the_place_is_an_event(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    opened = await rows("SELECT actor, matter, via FROM event WHERE subject = 'place'")
    assert opened == [{"actor": cast.chen.id, "matter": wish.id, "via": "sms"}]


async def test_who_came_too_late_cannot_open_the_place(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    with pytest.raises(Refused, match="not_yours"):
        await do(open_place, wish, By(cast.zhou.id, "web"))


async def test_the_claimant_cannot_open_the_place_any_more_when_it_is_done(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    with pytest.raises(Refused, match="not_yours"):
        await do(open_place, wish, By(cast.chen.id, "web"))


async def test_the_office_above_may_open_the_place_and_a_neighbouring_one_may_not(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert (await do(open_place, wish, By(cast.coordinator.id, "web"))).phone == cast.zhang.phone
    with pytest.raises(Refused, match="not_yours"):
        await do(open_place, wish, By(cast.steward.id, "web"))


async def test_the_resident_is_told_who_comes(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref},我下班后来")
    assert "志愿者陈师傅" in await last_text(cast.zhang)
    assert "我下班后来" in await last_text(cast.zhang)


async def test_a_volunteer_who_was_not_asked_may_come_too(cast: Cast) -> None:
    other = await volunteer("+8616010000001", "热心人", ["errand"])
    wish = await bulb_wished_for(cast)
    await says(other, f"接{wish.ref}")
    assert await holders(wish) == [other.id]


async def test_nobody_claims_his_own_wish(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"接{wish.ref}")
    assert (await seen_by(cast.zhang))[-1] == "refused_own_wish"
    assert (await the_wish()).state == "open"


async def test_who_is_no_volunteer_is_told_how_to_become_one(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.liu, f"接{wish.ref}")
    assert await seen_by(cast.liu) == ["refused_not_volunteer"]


async def test_a_volunteer_does_not_take_a_public_matter(cast: Cast) -> None:
    await says(cast.zhang, "路灯坏了三天了,请修一下")
    await says(cast.chen, f"接{(await the_wish()).ref}")
    assert (await the_wish()).state == "open"
    assert (await seen_by(cast.chen)) == ["refused_not_yours"]


async def test_a_volunteer_does_not_take_what_the_office_must_read(cast: Cast) -> None:
    await says(cast.zhang, "找活 瓦工 250以上")
    await says(cast.chen, f"接{(await the_wish()).ref}")
    assert (await the_wish()).state == "open"
    assert (await seen_by(cast.chen)) == ["refused_not_yours"]


async def test_the_steward_takes_a_matter_of_his_area(cast: Cast) -> None:
    await says(cast.liu, "路灯坏了三天了,请修一下")
    await says(cast.steward, f"接{(await the_wish()).ref}")
    assert "工作人员王管家" in await last_text(cast.liu)


@pytest.mark.parametrize("number", ["9", "999999999"])
async def test_a_number_that_nobody_gave_is_said_to_be_unknown(cast: Cast, number: str) -> None:
    await says(cast.chen, f"接{number}")
    assert await seen_by(cast.chen) == ["refused_unknown_ref"]


async def test_a_wish_that_still_asks_its_resident_is_nobodys_to_claim(cast: Cast) -> None:
    await says("+8616000000007", "灯泡坏了,想请会电工的帮忙换一下")
    await says(cast.chen, f"接{(await the_wish()).ref}")
    assert await seen_by(cast.chen) == ["refused_unknown_ref"]


async def test_an_ended_wish_is_not_claimed(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"取消{wish.ref}")
    await says(cast.chen, f"接{wish.ref}")
    assert (await seen_by(cast.chen))[-1] == "refused_ended"


async def test_the_same_yes_twice_holds_one_place(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"接{wish.ref}")
    assert (await seen_by(cast.chen))[-1] == "refused_already_held"
    assert await holders(wish) == [cast.chen.id]


async def test_with_several_places_it_is_taken_when_all_are_held(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "open"
    await says(cast.zhou, f"接{wish.ref}")
    assert ((await the_wish()).state, (await the_wish()).held) == ("claimed", 2)
    assert (await seen_by(cast.zhang)).count("wish_claimed") == 2


async def test_of_twenty_at_once_one_wins(cast: Cast) -> None:
    crowd = [await volunteer(f"+86160100000{number:02}", "", ["electrician"], weekly_limit=50) for number in range(20)]
    for _ in range(8):
        wish = await bulb_raised(cast.zhang)
        won = await asyncio.gather(*(do(claim, wish.id, By(who.id, "sms")) for who in crowd))
        assert sum(isinstance(held, Claim) for held in won) == 1
        assert len(await holders(wish)) == 1


async def test_of_twenty_at_once_as_many_win_as_are_needed(cast: Cast) -> None:
    crowd: list[Person] = [await volunteer(f"+86160100000{number:02}", "", ["electrician"]) for number in range(20)]
    wish = await bulb_raised(cast.zhang, places=7)
    won = await asyncio.gather(*(do(claim, wish.id, By(who.id, "sms")) for who in crowd))
    assert sum(isinstance(held, Claim) for held in won) == len(await holders(wish)) == 7
