"""An office is not a person: who holds it sees its matters and acts for it, and who leaves it does not."""

import pytest
from litestar import Litestar

from base.clock import at, later
from base.db import rows
from base.ledger import By
from people.tables import Person, Role
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, do, officer, seen_by, sweeps_after, the_wish
from tests.web.stage import browser_of
from wishes.actions import Draft, raise_wish
from wishes.tables import Wish


async def lamp(cast: Cast, area: str = WANXIU) -> Wish:
    return await do(raise_wish, cast.liu, Draft("public", "村口的路灯坏了", area), By(cast.liu.id, "web"))


async def leaves(who: Person) -> None:
    await rows("DELETE FROM role WHERE person = $1", who.id)


async def works_on(app: Litestar, who: Person, wish: Wish) -> bool:
    """Whether it stands among the matters of this person's office, with its button."""
    browser = await browser_of(app, who)
    is_listed = f"/wishes/{wish.ref}" in (await browser.open("/mine")).text
    has_button = f'action="/wishes/{wish.ref}/claim/done"' in (await browser.open(f"/wishes/{wish.ref}")).text
    assert is_listed == has_button
    return is_listed


async def test_each_of_several_holders_is_told_and_may_act(app: Litestar, cast: Cast) -> None:
    second = await officer("+8616000000041", "副管家", "steward", WANXIU)
    wish = await lamp(cast)
    for who in (cast.steward, second):
        assert await seen_by(who) == ["matter"]
        assert await works_on(app, who, wish)


async def test_of_two_holders_the_second_is_told_that_it_is_taken(app: Litestar, cast: Cast) -> None:
    second = await officer("+8616000000041", "副管家", "steward", WANXIU)
    wish = await lamp(cast)
    assert (await (await browser_of(app, cast.steward)).press(f"/wishes/{wish.ref}/claim")).status_code == 303
    late = await (await browser_of(app, second)).press(f"/wishes/{wish.ref}/claim")
    assert late.status_code == 409
    assert "来晚了一步" in late.text


async def test_who_leaves_the_office_no_longer_sees_its_matters(app: Litestar, cast: Cast) -> None:
    wish = await lamp(cast)
    browser = await browser_of(app, cast.steward)
    await leaves(cast.steward)
    assert "归我负责的" not in (await browser.open("/mine")).text
    assert "路灯坏了" not in (await browser.open(f"/wishes/{wish.ref}")).text
    assert (await browser.press(f"/wishes/{wish.ref}/place")).status_code == 403


async def test_a_new_holder_inherits_the_matters_and_finishes_them(app: Litestar, cast: Cast) -> None:
    wish = await lamp(cast)
    await leaves(cast.steward)
    heir = await officer("+8616000000042", "新管家", "steward", WANXIU)
    assert await works_on(app, heir, wish)
    assert (await (await browser_of(app, heir)).press(f"/wishes/{wish.ref}/claim/done", note="换好了")).status_code == 303
    assert (await the_wish()).state == "done"


async def test_the_matter_of_a_vacant_office_climbs_to_who_is_there(app: Litestar, cast: Cast) -> None:
    wish = await lamp(cast)
    await leaves(cast.steward)
    await sweeps_after(days=1)
    climbed = await the_wish()
    assert (climbed.level, climbed.owner_area) == ("coordinator", XIANAN)
    assert await seen_by(cast.coordinator) == ["matter_climbed"]
    assert await works_on(app, cast.coordinator, wish)


async def test_where_all_offices_are_vacant_the_matter_waits_for_the_next_holder(app: Litestar, cast: Cast) -> None:
    await leaves(cast.steward)
    await leaves(cast.coordinator)
    wish = await lamp(cast)
    assert (wish.owner_role, wish.owner_area) == ("coordinator", "4212")
    mayor = await officer("+8616000000043", "市协调员", "coordinator", "4212")
    assert await works_on(app, mayor, wish)


async def test_an_office_sees_only_what_it_answers_for(app: Litestar, cast: Cast) -> None:
    """Who stands above may act, but it is the steward's matter until it climbs."""
    wish = await lamp(cast)
    assert f"/wishes/{wish.ref}" not in (await (await browser_of(app, cast.coordinator)).open("/mine")).text
    assert await works_on(app, cast.steward, wish)


async def test_a_steward_of_two_villages_sees_both_with_their_number(app: Litestar, cast: Cast) -> None:
    await Role(person=cast.steward.id, role="steward", area=HESHENGQIAO).save()
    both = [await lamp(cast), await lamp(cast, HESHENGQIAO)]
    html = (await (await browser_of(app, cast.steward)).open("/mine")).text
    assert '归我负责的 <span class="ref">2</span>' in html
    assert all(f'href="/wishes/{wish.ref}"' in html for wish in both)


async def test_an_office_without_matters_says_so(app: Litestar, cast: Cast) -> None:
    html = (await (await browser_of(app, cast.steward)).open("/mine")).text
    assert "现在没有等您处理的事" in html


@pytest.mark.parametrize(("hours", "said"), [(0, "前处理"), (9, "已经到时间了")])
async def test_the_time_that_the_office_has_is_told_and_its_end_too(app: Litestar, cast: Cast, hours: int, said: str) -> None:
    await lamp(cast)
    browser = await browser_of(app, cast.steward)
    with at(later(hours=hours)):
        assert said in (await browser.open("/mine")).text


async def test_a_holder_who_is_himself_the_resident_gets_no_button_of_his_office(app: Litestar, cast: Cast) -> None:
    wish = await do(raise_wish, cast.steward, Draft("public", "村口的路灯坏了", WANXIU), By(cast.steward.id, "web"))
    browser = await browser_of(app, cast.steward)
    html = (await browser.open(f"/wishes/{wish.ref}")).text
    assert f'action="/wishes/{wish.ref}/claim"' not in html
    assert f'action="/wishes/{wish.ref}/withdrawal"' in html
    assert (await browser.press(f"/wishes/{wish.ref}/claim")).status_code == 409
