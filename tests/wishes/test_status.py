"""查询 27: how it stands."""

import pytest

from base.clock import at, city_now
from tests.cast import Cast, bulb_raised, bulb_wished_for, electricians, last_text, says, seen_by, the_wish


@pytest.mark.parametrize("words", ["查询{}", "{}怎么样了", "status {}", "{}"])
async def test_with_a_number_the_state_is_said_in_words(cast: Cast, words: str) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, words.format(wish.ref))
    assert (await seen_by(cast.zhang))[-1] == "status"
    assert "正在找人" in await last_text(cast.zhang)


async def test_who_raised_it_is_told_again_when_somebody_will_have_said_yes(cast: Cast) -> None:
    await electricians(8)
    with at(city_now().replace(hour=10)):
        wish = await bulb_wished_for(cast)
        await says(cast.zhang, f"查询{wish.ref}")
        assert "前有人接" in await last_text(cast.zhang)
        await says(cast.liu, f"查询{wish.ref}")
        assert "有人接" not in await last_text(cast.liu)
        await says(cast.chen, f"接{wish.ref}")
        await says(cast.zhang, f"查询{wish.ref}")
        assert "前有人接" not in await last_text(cast.zhang)


async def test_the_states_are_told_apart(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    said = []
    for who, word in ((cast.chen, "接"), (cast.chen, "完成"), (cast.zhang, "确认")):
        await says(who, f"{word}{wish.ref}")
        await says(cast.zhang, f"查询{wish.ref}")
        said.append((await last_text(cast.zhang)).partition("：")[2])
    assert said == ["已有人接，等待上门。", "已办好，等待确认。", "已办结。"]


async def test_without_a_number_everything_of_ones_own_is_listed(cast: Cast) -> None:
    mine, held = await bulb_raised(cast.chen), await bulb_raised(cast.zhang)
    await says(cast.chen, f"接{held.ref}")
    await says(cast.chen, "查询")
    told = await last_text(cast.chen)
    assert all(str(wish.ref) in told for wish in (mine, held))


async def test_with_nothing_open_that_is_said(cast: Cast) -> None:
    await says(cast.liu, "查询")
    assert await seen_by(cast.liu) == ["status_none"]


async def test_a_number_that_nobody_gave_is_said_to_be_unknown(cast: Cast) -> None:
    await says(cast.liu, "查询4711")
    assert await seen_by(cast.liu) == ["refused_unknown_ref"]


async def test_who_asks_learns_no_name_place_or_phone(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.liu, f"查询{wish.ref}")
    assert "张大爷" not in await last_text(cast.liu)
    assert "5栋" not in await last_text(cast.liu)


async def test_what_is_still_being_asked_back_is_nobody_elses_business(cast: Cast) -> None:
    await says("+8616000000007", "灯泡坏了,想请会电工的帮忙换一下")
    await says(cast.liu, f"查询{(await the_wish()).ref}")
    assert await seen_by(cast.liu) == ["refused_unknown_ref"]
