"""The board shows what waits, and nobody can be recognised on it."""

from datetime import timedelta

from base.clock import at, now
from base.ledger import By
from base.work import transaction
from people.areas import Node, put_areas
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_wished_for, person, says
from tests.web.browser import Browser, text_of
from wishes.actions import Draft, raise_wish
from wishes.tables import Wish

ELSEWHERE = "421221"


async def wished(resident: Person, kind: str = "repair", area: str = HESHENGQIAO, ago: timedelta = timedelta(), **more: int) -> Wish:
    with at(now() - ago):
        async with transaction():
            return await raise_wish(resident, Draft(kind, "请帮忙", area, **more), By(resident.id, "sms"))  # type: ignore[arg-type]


def refs(html: str) -> list[int]:
    return [int(link.split('"')[0]) for link in html.split('class="card" href="/wishes/')[1:]]


async def test_an_open_wish_stands_on_it_at_village_level(browser: Browser, cast: Cast) -> None:
    await bulb_wished_for(cast)
    said = text_of((await browser.open("/wishes")).text)
    assert "贺胜桥镇贺胜桥社区" in said
    assert "维修" in said
    assert "还要 1 人" in said


async def test_it_tells_no_name_no_phone_no_word_and_no_house(browser: Browser, cast: Cast) -> None:
    await bulb_wished_for(cast)
    html = (await browser.open("/wishes")).text
    for private in ("张大爷", "160 0000 0006", "16000000006", "灯泡坏了", "5栋201"):
        assert private not in html


async def test_a_centre_household_is_not_told(browser: Browser, cast: Cast) -> None:
    await put_areas([Node(f"{WANXIU}-03", "3号中心户", "Centre Household 3", WANXIU, "centre_household")])
    await wished(await person("+8616000000050", "某某", f"{WANXIU}-03"), area=f"{WANXIU}-03")
    html = (await browser.open("/wishes")).text
    assert "万秀村" in html
    assert "中心户" not in html
    assert f"{WANXIU}-03" not in html


async def test_what_is_taken_asked_back_or_cancelled_is_not_on_it(browser: Browser, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert refs((await browser.open("/wishes")).text) == []


async def test_it_filters_by_county_town_and_kind(browser: Browser, cast: Cast) -> None:
    bulb = await wished(cast.zhang)
    visit = await wished(cast.zhang, "company")
    assert refs((await browser.open(f"/wishes?area={XIANAN}")).text) == [bulb.ref, visit.ref]
    assert refs((await browser.open("/wishes?area=421202104&kind=company")).text) == [visit.ref]
    assert refs((await browser.open(f"/wishes?area={ELSEWHERE}")).text) == []


async def test_the_longest_waiting_stands_first_or_the_newest(browser: Browser, cast: Cast) -> None:
    new = await wished(cast.zhang)
    old = await wished(cast.zhang, ago=timedelta(days=2))
    assert refs((await browser.open("/wishes")).text) == [old.ref, new.ref]
    assert refs((await browser.open("/wishes?order=newest")).text) == [new.ref, old.ref]
    assert "等了2天" in (await browser.open("/wishes")).text


async def test_twenty_stand_on_a_page_and_the_filter_is_kept(browser: Browser, cast: Cast) -> None:
    for _ in range(21):
        await wished(cast.zhang)
    first = (await browser.open("/wishes?kind=repair")).text
    assert len(refs(first)) == 20
    assert "page=2" in first
    assert "kind=repair" in first
    assert len(refs((await browser.open("/wishes?kind=repair&page=2")).text)) == 1


async def test_an_empty_board_says_what_to_do(browser: Browser) -> None:
    html = (await browser.open("/wishes")).text
    assert "这里现在没有等人的心愿" in html
    assert 'href="/wishes/new"' in html


async def test_the_place_of_a_page_beyond_the_last_is_empty_not_wrong(browser: Browser) -> None:
    assert (await browser.open("/wishes?page=9999")).status_code == 200
