"""Why him, why not her: the points of everybody term by term, what stands against somebody, and who may look."""

import pytest
from litestar import Litestar

from base.clock import at, later
from base.db import rows
from matching.weights import TERMS
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, XIANAN, Cast, bulb_raised, bulb_wished_for, electricians, officer, says, volunteer
from tests.web.browser import Browser, text_of
from tests.web.stage import LANGUAGES, browser_of, strange_words
from wishes import overview, why
from wishes.candidates import candidates
from wishes.tables import Wish
from wishes.tend import tend_due
from wishes.why import Verdict


async def page_for(app: Litestar, who: Person, wish: Wish, find: str = "") -> str:
    answer = await (await browser_of(app, who)).open(f"/dispatch/wishes/{wish.ref}?find={find}")
    assert answer.status_code == 200
    return answer.text


async def verdict_on(wish: Wish, who: Person) -> Verdict:
    [found] = await why.verdicts(wish, [who.id], await why.asked(wish))
    return found


async def against(wish: Wish, who: Person) -> list[str]:
    return [words.zh for words in (await verdict_on(wish, who)).against]


async def test_who_has_not_signed_in_is_asked_who_he_is(browser: Browser) -> None:
    answer = await browser.open("/dispatch/wishes/7")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/dispatch/wishes/7")


@pytest.mark.parametrize(("role", "area", "status"), [
    ("steward", HESHENGQIAO, 200), ("coordinator", XIANAN, 200), ("coordinator", "4212", 200),
    ("steward", WANXIU, 403), ("coordinator", "421221", 403),
])  # fmt: skip
async def test_only_who_answers_for_the_wish_may_look(app: Litestar, cast: Cast, role: str, area: str, status: int) -> None:
    wish = await bulb_wished_for(cast)
    browser = await browser_of(app, await officer("+8616000000041", "某某", role, area))
    assert (await browser.open(f"/dispatch/wishes/{wish.ref}")).status_code == status
    link = f'href="/dispatch/wishes/{wish.ref}"'
    assert (link in (await browser.open(f"/wishes/{wish.ref}")).text) is (status == 200)


async def test_who_holds_no_office_is_turned_away_and_told_no_number(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for who in (cast.zhang, cast.chen):
        browser = await browser_of(app, who)
        assert (await browser.open(f"/dispatch/wishes/{wish.ref}")).status_code == 403
        assert (await browser.open("/dispatch/wishes/999")).status_code == 403
        assert "/dispatch/" not in (await browser.open(f"/wishes/{wish.ref}")).text
    assert (await (await browser_of(app, cast.coordinator)).open("/dispatch/wishes/999")).status_code == 404


async def test_the_best_stand_with_the_very_points_by_which_they_are_asked(app: Litestar, cast: Cast) -> None:
    await electricians(3, radius_km=9.0)
    wish = await bulb_raised(cast.zhang)
    found = await why.verdicts(wish, await why.best(wish), {})
    ranked = await candidates(wish, why.BEST)
    assert [(each.id, each.judged) for each in found] == [(one.id, one.judged) for one in ranked]
    said = text_of(await page_for(app, cast.coordinator, wish))
    for one in ranked[:3]:
        assert f"{one.judged.score} " + " ".join(str(one.judged.points[term.code]) for term in TERMS) in said


async def test_who_would_be_asked_next_is_marked_and_who_was_asked_has_his_answer(app: Litestar, cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    assert set((await overview.outlook(wish)).ask) == {cast.chen.id, cast.zhou.id}
    assert (await page_for(app, cast.coordinator, wish)).count("下一批") == 2
    asked = await bulb_wished_for(cast)
    await says(cast.chen, f"不 {asked.ref}")
    html = await page_for(app, cast.coordinator, asked)
    assert "下一批" not in html
    assert (html.count("说去不了"), html.count("还没回")) == (1, 1)
    assert "问过的其他人" not in html  # they are still the best


async def test_nobody_is_asked_next_for_what_is_taken(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接 {wish.ref}")
    html = await page_for(app, cast.coordinator, wish)
    assert "答应了" in html
    assert "下一批" not in html


async def test_the_chance_is_the_one_that_the_dispatcher_reckons_with(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    before = await verdict_on(wish, cast.chen)
    await tend_due()
    [offered] = await rows("SELECT chance FROM offer WHERE person = $1", cast.chen.id)
    assert offered["chance"] == pytest.approx(before.chance)
    after = await verdict_on(wish, cast.chen)
    assert after.chance is not None
    assert before.chance is not None
    assert after.chance < before.chance
    assert after.fatigue == pytest.approx(1, abs=0.01)


async def test_what_stands_against_somebody_is_said_in_words(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    far = await volunteer("+8616000000051", "吴远", ["tutoring"], "421221102207", radius_km=2.0)
    refused = await against(wish, far)
    assert refused[0].startswith("太远：")
    assert refused[0].endswith("半径2公里")
    assert refused[1:] == ["不会做这个"]
    assert await against(wish, cast.chen) == []
    await rows("UPDATE volunteer_standing SET load = 9 WHERE person = $1", cast.chen.id)
    assert [said[:5] for said in await against(wish, cast.chen)] == ["本周已满："]


async def test_pause_stop_and_caps_stand_against_somebody_too(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    await rows("UPDATE volunteer SET paused_until = $2 WHERE person = $1", cast.chen.id, later(days=3))
    await rows("INSERT INTO opt_out (phone, at, source) VALUES ($1, $2, 'sms')", cast.chen.phone, later())
    assert await against(wish, cast.chen) == ["自己暂停了", "已退订短信"]
    for number in range(8):
        other = await bulb_raised(cast.zhang)
        await rows(
            "INSERT INTO offer (wish, person, state, round, wave, distance_km, sent_at) VALUES ($1, $2, 'lapsed', 0, 0, 1, $3)",
            other.id, cast.zhou.id, later(hours=-number * 10),
        )  # fmt: skip
    await rows("UPDATE volunteer_standing SET fatigue = 4.6 WHERE person = $1", cast.zhou.id)
    assert await against(wish, cast.zhou) == ["一天内已问3次，上限3次", "七天内已问8次，上限8次", "近日短信太多：4.6，上限4"]


@pytest.mark.parametrize("looked_for", ["周", "周晓", "0003"])
async def test_somebody_is_found_by_name_or_by_the_end_of_the_phone(app: Litestar, cast: Cast, looked_for: str) -> None:
    wish = await bulb_raised(cast.zhang)
    assert await why.find([XIANAN], looked_for) == [cast.zhou.id]
    html = await page_for(app, cast.coordinator, wish, looked_for)
    assert "您的区域里没有这样的志愿者" not in html
    assert html.count("周晓</bdi>") == 2


@pytest.mark.parametrize("looked_for", ["张大爷", "0006", "03", "%", "王五"])
async def test_residents_short_ends_and_patterns_find_nobody(app: Litestar, cast: Cast, looked_for: str) -> None:
    wish = await bulb_raised(cast.zhang)
    assert await why.find([XIANAN], looked_for) == []
    assert "您的区域里没有这样的志愿者" in await page_for(app, cast.coordinator, wish, looked_for.replace("%", "%25"))


async def test_nobody_is_found_outside_the_area(app: Litestar, cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    await volunteer("+8616000000051", "吴远", ["electrician"], "421221102207")
    assert "吴远" not in text_of(await page_for(app, cast.coordinator, wish, "吴远"))
    city = await officer("+8616000000041", "市协调员", "coordinator", "4212")
    assert "吴远" in text_of(await page_for(app, city, wish, "吴远"))


async def test_who_was_asked_and_is_no_longer_among_the_best_still_stands_there(app: Litestar, cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await rows("UPDATE volunteer_skill_cell SET points = -1 WHERE person = $1", cast.chen.id)
    await rows("UPDATE volunteer SET paused_until = $2 WHERE person = $1", cast.chen.id, later(days=3))
    html = await page_for(app, cast.coordinator, wish)
    assert "问过的其他人" in html
    assert "自己暂停了" in html


async def test_a_public_matter_compares_nobody(app: Litestar, cast: Cast) -> None:
    await says(cast.liu, "万秀村村口的路灯坏了")
    wish = await Wish.objects().get(Wish.for_office.eq(True))
    assert wish is not None
    assert "不问志愿者" in await page_for(app, cast.steward, wish)
    assert "/dispatch/wishes" not in (await (await browser_of(app, cast.steward)).open(f"/wishes/{wish.ref}")).text


async def test_no_name_no_phone_and_no_door_of_the_resident_stands_there(app: Litestar, cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang, place="7巷66号")
    await rows("UPDATE wish SET text = '灯泡坏了，我叫金丝雀，住7巷66号，打16077553311' WHERE id = $1", wish.id)
    await rows("UPDATE person SET name = '金丝雀', address = '91栋8765' WHERE id = $1", cast.zhang.id)
    for path in ("/dispatch", f"/dispatch/wishes/{wish.ref}?find=金丝雀"):
        html = (await (await browser_of(app, cast.coordinator)).open(path)).text.replace('value="金丝雀"', "")
        assert [secret for secret in ("金丝雀", "16077553311", "7巷", "91栋", cast.zhang.phone) if secret in html] == []
        assert cast.chen.phone not in html


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_in_one_language(app: Litestar, cast: Cast, language: str) -> None:
    wish = await bulb_wished_for(cast)
    await volunteer("+8616000000051", "吴远", ["tutoring"], radius_km=1.0, weekly_limit=1)
    browser = await browser_of(app, cast.coordinator, language)
    own = ("陈师傅", "周晓", "吴远", "客厅的灯泡坏了,够不着,想请会电工的帮忙换一下")
    with at(later(minutes=30)):
        for find in ("", "吴远", "zzz"):
            html = (await browser.open(f"/dispatch/wishes/{wish.ref}?find={find}")).text
            assert strange_words(html, language, *own) == []
