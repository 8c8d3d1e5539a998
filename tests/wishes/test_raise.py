"""A wish comes in by SMS: it gets a number and opens, or asks back for what is missing."""

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from people.areas import Node, put_areas
from people.people import by_phone
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, Cast, bulb_wished_for, do, last_text, says, seen_by, the_wish
from wishes.actions import locate
from wishes.raising import LONGEST_TEXT, choices_of

NEWCOMER = "+8616000000007"
BULB = "客厅的灯泡坏了,想请会电工的帮忙换一下"
DROUGHT = "很久没下雨,绿化树、草皮都快干死了,能否安排洒水车来救救急?"
GAOQIAO = ["421202108224", "421222103215", "421224101202", "421281107202"]


async def test_it_opens_with_a_number_that_the_resident_is_told(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert (wish.state, wish.kind, wish.area) == ("open", "repair", HESHENGQIAO)
    assert await seen_by(cast.zhang) == ["wish_opened"]
    assert f"编号{wish.ref}" in await last_text(cast.zhang)


async def test_numbers_begin_where_none_can_be_taken_for_a_rating(cast: Cast) -> None:
    assert (await bulb_wished_for(cast)).ref > 100


async def test_who_says_no_place_is_asked_for_it(house: None) -> None:
    await says(NEWCOMER, BULB)
    assert (await the_wish()).state == "asking"
    assert await seen_by(NEWCOMER) == ["ask_area"]


async def test_the_answer_opens_the_wish(house: None) -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "我家在万秀村3组")
    wish = await the_wish()
    assert (wish.state, wish.area, wish.place) == ("open", WANXIU, "3组")
    assert (await seen_by(NEWCOMER))[1] == "wish_opened"


async def test_the_place_is_remembered_for_the_phone(house: None) -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "万秀村")
    await says(NEWCOMER, "水龙头漏水了,想请人修一下")
    assert (await the_wish()).area == WANXIU
    assert (await seen_by(NEWCOMER)).count("ask_area") == 1


async def test_what_is_asked_for_in_another_village_does_not_move_the_home(cast: Cast) -> None:
    await says(cast.liu, "贺胜桥社区我妈家的灯泡坏了,想请人换一下")
    found = await by_phone(cast.liu.phone)
    assert found is not None
    assert ((await the_wish()).area, found.area) == (HESHENGQIAO, WANXIU)


async def test_a_name_that_stands_in_four_towns_is_asked_about_never_guessed(house: None) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    wish = await the_wish()
    assert (wish.state, wish.area, choices_of(wish)) == ("asking", None, GAOQIAO)
    assert "1 高桥镇高桥村" in await last_text(NEWCOMER)


@pytest.mark.parametrize("answer", ["2", "2。", "第2个", "2号", "关刀镇", "关刀镇的那个", "关刀镇高桥村"])
async def test_which_of_the_four_is_answered_by_its_number_or_its_town(house: None, answer: str) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    await says(NEWCOMER, answer)
    wish = await the_wish()
    assert (wish.state, wish.area) == ("open", GAOQIAO[1])


async def test_the_chosen_village_is_meant_the_next_time(house: None) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    await says(NEWCOMER, "2")
    await says(NEWCOMER, "高桥村的水龙头漏水,请人来修")
    wish = await the_wish()
    assert (wish.kind, wish.state, wish.area) == ("repair", "open", GAOQIAO[1])
    assert (await seen_by(NEWCOMER)).count("ask_choice") == 1


async def test_a_home_near_none_of_the_four_does_not_help(cast: Cast) -> None:
    await Person.update({Person.area: "421223"}).where(Person.id == cast.liu.id)
    await says(cast.liu, "高桥村的灯泡坏了,请电工来换")
    assert (await the_wish()).state == "asking"
    assert await seen_by(cast.liu) == ["ask_choice"]


async def test_nobody_else_answers_for_the_resident(cast: Cast) -> None:
    await says(NEWCOMER, BULB)
    with pytest.raises(Refused, match="not_yours"):
        await do(locate, (await the_wish()).id, WANXIU, By(cast.liu.id, "web"))


async def test_a_number_that_is_no_choice_is_asked_about_again(house: None) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    await says(NEWCOMER, "7")
    assert (await the_wish()).state == "asking"
    assert await seen_by(NEWCOMER) == ["ask_choice", "ask_choice"]
    assert "“高桥村”有4个" in await last_text(NEWCOMER)


async def test_a_bare_name_that_stands_in_four_towns_is_asked_about_too(house: None) -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "高桥村3组")
    await says(NEWCOMER, "关刀镇")
    assert await seen_by(NEWCOMER) == ["ask_area", "ask_choice", "wish_opened", "wish_climbed"]
    assert (await the_wish()).area == GAOQIAO[1]


async def test_a_new_wish_is_not_taken_for_the_answer_to_an_old_question(house: None) -> None:
    await says(NEWCOMER, "高桥村的灯泡坏了,请电工来换")
    await says(NEWCOMER, "我在关刀镇老街,家里的水龙头漏水了,想请人来修一下")
    states = await rows("SELECT state FROM wish ORDER BY id")
    assert [found["state"] for found in states] == ["asking", "open"]


async def test_an_answer_that_we_cannot_place_takes_the_wish_to_a_person(cast: Cast) -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "就在老屋湾那棵大樟树边上")
    wish = await the_wish()
    assert (wish.state, wish.level) == ("open", "coordinator")
    assert wish.text.endswith("大樟树边上")
    assert await rows("SELECT count(*) AS n FROM wish") == [{"n": 1}]


async def test_who_writes_english_is_answered_in_english(house: None) -> None:
    await says(NEWCOMER, "The bulb in my kitchen is broken, could an electrician help me change it?")
    assert "Which village" in await last_text(NEWCOMER)
    await says(NEWCOMER, "万秀村")
    body = (await rows("SELECT body FROM message WHERE kind = 'wish_opened'"))[0]["body"]
    assert "Wanxiu Village" in body


async def test_a_public_matter_goes_to_the_steward_at_once_and_to_no_volunteer(cast: Cast) -> None:
    await says(cast.liu, DROUGHT)
    wish = await the_wish()
    assert (wish.state, wish.level, wish.owner_role, wish.owner_area) == ("open", "steward", "steward", WANXIU)
    assert await seen_by(cast.liu) == ["wish_opened_office"]
    assert await seen_by(cast.steward) == ["matter"]
    assert await rows("SELECT id FROM offer") == []


async def test_a_public_matter_where_there_is_no_steward_goes_to_the_coordinator(cast: Cast) -> None:
    await says(cast.zhang, "路灯坏了三天了,请修一下")
    assert (await the_wish()).level == "coordinator"
    assert await seen_by(cast.coordinator) == ["matter"]


@pytest.mark.parametrize(
    "text",
    [
        BULB * 90,
        "💡灯泡坏了🙏想请会电工的帮忙换一下👴🏻👨‍👩‍👧",
        "灯泡\u202e坏了\u2066\u0007\u200b,想请会电工的帮忙换一下\ufeff",
        "想请会电工的帮忙换灯泡 '); DROP TABLE wish; --",
        "<script>alert(1)</script>{{ 7*7 }}灯泡坏了,想请人换一下",
        "灯泡坏了\0,想请会电工的帮忙换一下",
    ],
    ids=["1,600 characters and more", "emoji", "control and bidi", "SQL", "HTML", "NUL"],
)
async def test_strange_characters_do_no_harm(cast: Cast, text: str) -> None:
    await says(cast.zhang, text)
    wish = await the_wish()
    assert (wish.state, wish.kind) == ("open", "repair")
    assert wish.text == text.replace("\0", "")[:LONGEST_TEXT]
    assert "offer" in await seen_by(cast.chen)
    assert not set(await last_text(cast.chen)) & set("\0\u202e\u2066\u0007\u200b\ufeff")


async def test_a_home_below_the_village_is_named_as_its_village(cast: Cast) -> None:
    code = f"{WANXIU}-03"
    await put_areas([Node(code, "3号中心户", "Centre Household 3", WANXIU, "centre_household")])
    await Person.update({Person.area: code}).where(Person.id == cast.liu.id)
    await says(cast.liu, "万秀村的灯泡坏了,想请会电工的帮忙换一下")
    assert ((await the_wish()).area, (await the_wish()).owner_role) == (code, "steward")
    assert "（贺胜桥镇万秀村）" in (await rows("SELECT body FROM message WHERE kind = 'wish_opened'"))[0]["body"]


async def test_a_home_below_the_village_tells_same_names_apart(cast: Cast) -> None:
    code = f"{GAOQIAO[2]}-01"
    await put_areas([Node(code, "1号中心户", "Centre Household 1", GAOQIAO[2], "centre_household")])
    await Person.update({Person.area: code}).where(Person.id == cast.liu.id)
    await says(cast.liu, "高桥村的灯泡坏了,请电工来换")
    assert (await the_wish()).area == code


async def test_more_helpers_may_be_asked_for(cast: Cast) -> None:
    await says(cast.zhang, "想请3个人帮我搬柜子")
    assert (await the_wish()).places == 3


async def test_a_job_need_is_followed_by_the_office(cast: Cast) -> None:
    await says(cast.zhang, "找活 瓦工 250以上 咸安")
    assert (await the_wish()).level == "coordinator"
    assert await seen_by(cast.coordinator) == ["matter"]


async def test_a_village_may_be_named_in_english(cast: Cast) -> None:
    await says(NEWCOMER, "The bulb in my kitchen is broken, could somebody change it?")
    await says(NEWCOMER, "Wanxiu Village")
    assert ((await the_wish()).state, (await the_wish()).area) == ("open", WANXIU)


async def test_one_answer_opens_all_that_waited_for_it(cast: Cast) -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "马桶也堵了,请人通一下")
    await says(NEWCOMER, "万秀村")
    assert (await seen_by(NEWCOMER)).count("wish_opened") == 2
