"""Volunteers are asked: a few at a time, the best first, and only those who can."""

from dataclasses import replace
from datetime import timedelta

import pytest

from base.clock import at, city_now, now
from base.db import rows
from base.ledger import By
from base.settings import settings
from matching.score import Judged
from people.tables import Person
from tests.cast import (
    WANXIU,
    Cast,
    bulb_raised,
    bulb_wished_for,
    do,
    electricians,
    last_text,
    offer_state,
    says,
    seen_by,
    sweeps_after,
    the_wish,
    volunteer,
)
from volunteers import skill_cells
from volunteers.actions import pause
from volunteers.hours import ANY, WHOLE_DAY, on_days
from wishes import situation
from wishes.candidates import reasons
from wishes.tend import tend_due

ELECTRICIAN = ["electrician"]


async def asked() -> int:
    return len(await rows("SELECT id FROM message WHERE kind = 'offer'"))


async def test_both_electricians_are_asked(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert [await seen_by(who) for who in (cast.chen, cast.zhou)] == [["offer"], ["offer"]]
    assert f"接{wish.ref}" in await last_text(cast.chen)


async def test_only_as_many_are_asked_as_are_needed_and_more_while_they_are_silent(cast: Cast) -> None:
    await electricians(15)
    await bulb_wished_for(cast)
    first = await asked()
    assert 1 < first < 8
    await sweeps_after(minutes=5)
    assert await asked() == first
    await sweeps_after(hours=1)
    assert await asked() > first


async def test_nobody_is_asked_any_more_who_could_not_answer_in_time(cast: Cast) -> None:
    await electricians(40)
    await bulb_wished_for(cast)
    await sweeps_after(hours=25)
    assert (await the_wish()).level == "coordinator"


async def test_no_more_are_asked_than_the_city_has_set(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(situation, "settings", lambda: replace(settings(), ask_at_once=2, ask_in_all=3))
    await electricians(15)
    await bulb_wished_for(cast)
    assert await asked() == 2
    await sweeps_after(hours=1)
    assert await asked() == 3


async def test_nobody_is_asked_more_often_in_a_day_than_the_city_has_set(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(situation, "settings", lambda: replace(settings(), ask_person_day=2))
    for _ in range(4):
        await bulb_wished_for(cast)
    assert (await seen_by(cast.chen)).count("offer") == 2


async def test_a_wave_is_larger_when_more_are_needed(cast: Cast) -> None:
    await electricians(8)
    await bulb_raised(cast.zhang)
    await tend_due()
    one = await asked()
    await bulb_raised(cast.zhang, places=2)
    await tend_due()
    assert await asked() - one > one


async def test_the_nearest_is_asked_first(cast: Cast) -> None:
    far, near = [await volunteer(f"+861601000000{n}", "", ["plumber"], radius_km=40.0) for n in (1, 2)]
    assert cast.zhang.lat is not None
    await Person.update({Person.lat: cast.zhang.lat + 0.05}).where(Person.id == far.id)
    await do(skill_cells.put, [far.id])
    await says(cast.zhang, "水龙头漏水了,想请人来修一下")
    asked = await rows("SELECT person FROM offer ORDER BY id")
    assert [found["person"] for found in asked] == [near.id, far.id]


def test_why_somebody_is_asked_is_said_in_words() -> None:
    said = reasons(Judged(1, 900, {}, {}, 1.23, "electrician", "today", same_village=False, helped=False))
    assert " · ".join(words.zh for words in said) == "1.2公里 · 会电工 · 今天有空"
    assert " · ".join(words.en for words in said) == "1.2 km · knows electrics · free today"


async def test_the_reasons_stand_with_the_offer(cast: Cast) -> None:
    await bulb_wished_for(cast)
    found = await rows("SELECT reasons->0->>0 AS first, reasons->1->>0 AS second FROM offer LIMIT 1")
    assert found == [{"first": "0.0公里", "second": "会电工"}]


async def test_who_has_paused_is_not_asked(cast: Cast) -> None:
    await do(pause, cast.chen.id, timedelta(days=30), By(cast.chen.id, "sms"))
    wish = await bulb_wished_for(cast)
    assert await offer_state(wish, cast.chen) is None


async def test_a_pause_ends_by_itself(cast: Cast) -> None:
    await do(pause, cast.chen.id, timedelta(days=30), By(cast.chen.id, "sms"))
    with at(now() + timedelta(days=31)):
        wish = await bulb_wished_for(cast)
    assert await offer_state(wish, cast.chen) == "sent"


async def test_who_said_stop_is_not_asked(cast: Cast) -> None:
    await says(cast.chen, "退订")
    wish = await bulb_wished_for(cast)
    assert await offer_state(wish, cast.chen) is None


async def test_who_lives_too_far_away_for_his_radius_is_not_asked(cast: Cast) -> None:
    far = await volunteer("+8616010000001", "远", ELECTRICIAN, area=WANXIU, radius_km=0.1)
    wish = await bulb_wished_for(cast)
    assert await offer_state(wish, far) is None


async def test_who_has_done_enough_this_week_is_not_asked(cast: Cast) -> None:
    once = await volunteer("+8616010000001", "一周一次", ELECTRICIAN, weekly_limit=1)
    first = await bulb_wished_for(cast)
    await says(once, f"接{first.ref}")
    second = await bulb_wished_for(cast)
    assert await offer_state(first, once) == "accepted"
    assert await offer_state(second, once) is None


async def test_who_is_never_free_then_is_not_asked(cast: Cast) -> None:
    tomorrow = {(city_now() + timedelta(days=1)).weekday()}
    busy = await volunteer("+8616010000001", "明天没空", ELECTRICIAN, hours=ANY & ~on_days(tomorrow, WHOLE_DAY))
    free = await volunteer("+8616010000002", "明天有空", ELECTRICIAN, hours=on_days(tomorrow, WHOLE_DAY))
    wish = await bulb_raised(cast.zhang, day=(city_now() + timedelta(days=1)).date(), part="afternoon", places=3)
    await tend_due()
    assert (await offer_state(wish, busy), await offer_state(wish, free)) == (None, "sent")


@pytest.mark.parametrize("skills", [[], ["errand"], ["plumber", "tutoring"]])
async def test_who_lacks_the_skill_is_not_asked(cast: Cast, skills: list[str]) -> None:
    other = await volunteer("+8616010000001", "不会", skills)
    wish = await bulb_wished_for(cast)
    assert await offer_state(wish, other) is None


async def test_nobody_is_asked_to_help_himself(cast: Cast) -> None:
    wish = await bulb_raised(cast.chen)
    await tend_due()
    assert (await offer_state(wish, cast.chen), await offer_state(wish, cast.zhou)) == (None, "sent")


async def test_a_no_asks_others_at_once(cast: Cast) -> None:
    await electricians(12)
    wish = await bulb_wished_for(cast)
    first = await asked()
    await says(cast.chen, f"不{wish.ref}")
    assert (await seen_by(cast.chen))[-1] == "offer_declined"
    assert await asked() > first
    assert (await the_wish()).level == "volunteers"


async def test_when_the_last_one_says_no_the_office_gets_it_at_once(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"不{wish.ref}")
    assert (await the_wish()).level == "volunteers"
    await says(cast.zhou, f"不{wish.ref}")
    assert (await the_wish()).level == "coordinator"


async def test_who_said_no_may_still_change_his_mind(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"不{wish.ref}")
    await says(cast.chen, f"接{wish.ref}")
    assert (await offer_state(wish, cast.chen), (await the_wish()).state) == ("accepted", "claimed")


async def test_a_no_to_what_was_never_offered_is_refused(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.liu, f"不{wish.ref}")
    assert (await seen_by(cast.liu)) == ["refused_not_yours"]


async def test_an_offer_tells_no_name_phone_or_door(cast: Cast) -> None:
    await says(cast.zhang, "我是张大爷,电话13812345678,住5栋201,灯泡坏了想请会电工的帮忙换")
    body = await last_text(cast.chen)
    assert "灯泡坏了" in body
    assert not [private for private in ("张大爷", "1381", "5栋", "201", "160 0000", "16000000006") if private in body]


async def test_an_offer_says_where_when_and_how_far(cast: Cast) -> None:
    await says(cast.zhang, "明天下午想请会电工的来换灯泡")
    assert [said for said in ("贺胜桥社区", "维修", "明天下午", "0.0公里") if said not in await last_text(cast.chen)] == []


async def test_where_nobody_is_near_the_office_gets_it_at_once(cast: Cast) -> None:
    await bulb_raised(cast.zhang, area="421281107202")
    await tend_due()
    assert (await the_wish()).level == "coordinator"
