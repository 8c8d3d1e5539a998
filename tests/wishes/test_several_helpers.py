"""想请3个人: a wish for several helpers, from the first text to the last."""

from base.clock import city_now, later
from base.db import rows
from people.tables import Person
from tests.cast import Cast, bulb_raised, do, last_text, offer_state, says, seen_by, sweeps_after, the_wish, volunteer
from tests.invariants import assert_the_invariants_hold
from tests.wishes.scenes import web
from wishes.actions import claim, confirm, decline, reject, release, report_done, withdraw
from wishes.board import open_wishes
from wishes.queries import claims
from wishes.states import ClaimState
from wishes.tables import Wish
from wishes.tend import tend_due

WARDROBE = "明天下午想请3个人帮我搬柜子"


async def third() -> Person:
    return await volunteer("+8616000000009", "小吴", ["errand", "electrician"])


async def team(cast: Cast) -> tuple[Person, Person, Person]:
    return cast.chen, cast.zhou, await third()


async def held_by_all(cast: Cast) -> tuple[Wish, tuple[Person, Person, Person]]:
    helpers = await team(cast)
    wish = await bulb_raised(cast.zhang, places=3)
    await tend_due()
    for helper in helpers:
        await do(claim, wish.id, web(helper))
    return wish, helpers


async def claim_states(wish: Wish) -> list[str]:
    return [str(found.state) for found in await claims(wish.id, *ClaimState)]


async def test_three_come_three_report_and_all_are_thanked(cast: Cast) -> None:
    helpers = await team(cast)
    await says(cast.zhang, WARDROBE)
    wish = await the_wish()
    assert (wish.places, wish.part) == (3, "afternoon")
    for word in ("接", "完成"):
        for helper in helpers:
            await says(helper, f"{word}{wish.ref}")
    await says(cast.zhang, f"确认{wish.ref} 5")
    assert ((await the_wish()).state, await claim_states(wish)) == ("closed", ["confirmed"] * 3)
    for helper in helpers:
        told = await seen_by(helper)
        assert told[-4:] == ["claim_held", "claim_place", "claim_reported", "claim_thanks"]
    assert (await seen_by(cast.zhang)) == ["wish_opened", *["wish_claimed"] * 3, "wish_done", "wish_closed"]
    await assert_the_invariants_hold()


async def test_the_board_counts_the_places_that_are_left(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=3)
    left = []
    for helper in await team(cast):
        left += [card.places_left for card in await open_wishes("4212", "", newest_first=True, page=1)]
        await do(claim, wish.id, web(helper))
    assert left == [3, 2, 1]
    assert await open_wishes("4212", "", newest_first=True, page=1) == []


async def test_who_has_not_answered_is_still_asked_until_the_last_place_is_taken(cast: Cast) -> None:
    helpers = await team(cast)
    wish = await bulb_raised(cast.zhang, places=2)
    await tend_due()
    await do(claim, wish.id, web(helpers[0]))
    assert await offer_state(wish, helpers[2]) == "sent"
    await do(claim, wish.id, web(helpers[1]))
    assert await offer_state(wish, helpers[2]) == "lapsed"


async def test_a_no_leaves_the_places_of_the_others_alone(cast: Cast) -> None:
    wish, helpers = await bulb_raised(cast.zhang, places=3), await team(cast)
    await tend_due()
    await do(claim, wish.id, web(helpers[0]))
    await do(decline, wish.id, web(helpers[1]))
    assert ((await the_wish()).state, (await the_wish()).held) == ("open", 1)


async def test_one_who_gives_back_reopens_one_place_for_another(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    await do(release, wish.id, web(helpers[1]))
    assert ((await the_wish()).state, (await the_wish()).held) == ("open", 2)
    other = await volunteer("+8616000000012", "小郑", ["electrician"])
    await tend_due()
    assert await seen_by(other) == ["offer"]
    await do(claim, wish.id, web(other))
    assert ((await the_wish()).state, await claim_states(wish)) == ("claimed", ["held", "released", "held", "held"])


async def test_who_reported_first_keeps_his_report_when_another_gives_back(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    await do(report_done, wish.id, web(helpers[0]))
    await do(release, wish.id, web(helpers[1]))
    await do(report_done, wish.id, web(helpers[2]))
    assert await claim_states(wish) == ["done", "released", "done"]
    await assert_the_invariants_hold()


async def test_who_reports_while_a_place_is_free_ends_the_search_when_nobody_else_is_coming(cast: Cast) -> None:
    wish, helpers = await bulb_raised(cast.zhang, places=3), await team(cast)
    await tend_due()
    await do(claim, wish.id, web(helpers[0]))
    await do(report_done, wish.id, web(helpers[0]))
    assert (await the_wish()).state == "done"
    assert [await offer_state(wish, helper) for helper in helpers] == ["accepted", "lapsed", "lapsed"]


async def test_not_done_after_all_disputes_every_report_and_frees_every_place(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    for helper in helpers:
        await do(report_done, wish.id, web(helper))
    await do(reject, wish.id, web(cast.zhang), "柜子还在原地")
    assert ((await the_wish()).held, await claim_states(wish)) == (0, ["disputed"] * 3)
    assert ["柜子还在原地" in await last_text(helper) for helper in helpers] == [True] * 3


async def test_the_resident_may_be_content_before_any_of_them_reports(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    await do(report_done, wish.id, web(helpers[0]))
    await do(confirm, wish.id, web(cast.zhang), 4)
    assert await claim_states(wish) == ["confirmed"] * 3
    assert ["4分" in await last_text(helper) for helper in helpers] == [True] * 3


async def test_called_off_it_is_told_to_each_who_was_to_come_and_to_nobody_else(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    await do(report_done, wish.id, web(helpers[0]))
    await do(withdraw, wish.id, web(cast.zhang))
    assert await claim_states(wish) == ["confirmed", "released", "released"]
    assert ["claim_cancelled" in await seen_by(helper) for helper in helpers] == [False, True, True]


async def test_only_those_who_have_not_reported_are_reminded_and_let_go(cast: Cast) -> None:
    wish, helpers = await held_by_all(cast)
    await do(report_done, wish.id, web(helpers[0]))
    await sweeps_after(days=1, minutes=1)
    await sweeps_after(days=1, hours=12, minutes=2)
    assert await claim_states(wish) == ["done", "released", "released"]
    assert ["claim_reminder" in await seen_by(helper) for helper in helpers] == [False, True, True]


async def test_those_who_hold_a_place_are_asked_after_the_day_that_was_wished_for(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2, day=later(days=3).date())
    await do(claim, wish.id, web(cast.chen))
    await do(claim, wish.id, web(cast.zhou))
    due = (await the_wish()).due_at.astimezone(city_now().tzinfo)
    assert (due.date(), due.hour) == (wish.day, 20)


async def test_volunteers_and_the_office_may_share_it(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, places=2)
    await do(claim, wish.id, web(cast.chen))
    await do(claim, wish.id, web(cast.coordinator))
    assert (await the_wish()).state == "claimed"
    told = await rows("SELECT body FROM message WHERE kind = 'wish_claimed' ORDER BY id")
    assert ["志愿者陈师傅" in told[0]["body"], "工作人员李主任" in told[1]["body"]] == [True, True]
