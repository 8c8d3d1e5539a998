"""找活: what is looked for, where, until when; renewed, paused, ended, and never lost for want of a place."""

from datetime import timedelta

import pytest

from base.clock import city_now
from base.db import rows
from tests.cast import WANXIU, last_text, says, seen_by, sweeps_after, the_wish
from tests.inbox.gigs import Gigs, need
from tests.jobs import scene

NEWCOMER = "+8616000000007"
BULB = "灯泡坏了,想请会电工的帮忙换一下"


@pytest.fixture(autouse=True)
async def gigs(house: None) -> Gigs:
    return await Gigs.open()


async def test_it_is_noted_as_it_was_said_and_told_back() -> None:
    worker = await scene.worker()
    await says(worker, "我们两个人找活 瓦工或者小工 250以上 明天 10公里内 有登高证")
    noted, tomorrow = await need(worker), city_now().date() + timedelta(days=1)
    assert (noted["occupations"], noted["pay_fen"], noted["pay_per"], noted["people"]) == (["bricklayer", "labourer"], 25_000, "day", 2)
    assert (noted["from_day"], noted["to_day"], noted["radius_km"]) == (tomorrow, tomorrow, 10)
    assert await rows("SELECT certificates FROM worker WHERE person = $1", worker.id) == [{"certificates": ["heights"]}]
    told = await last_text(worker)
    assert all(words in told for words in ("瓦工、小工", "250元/天以上", "明天", "2人", "温泉街道", "不找了"))


async def test_what_fits_is_named_at_once_and_how_to_take_it(gigs: Gigs) -> None:
    job, worker = await gigs.job(), await scene.worker()
    await says(worker, "找活 瓦工")
    assert (await seen_by(worker), f"报名{job.ref}" in await last_text(worker)) == (["need_open"], True)


@pytest.mark.parametrize("word", ["找活", "还有活吗", "继续找活", "find work"])
async def test_looked_for_again_it_is_the_same(word: str) -> None:
    worker = await scene.worker()
    await says(worker, "找活 瓦工 260以上")
    await says(worker, "不找了")
    assert ((await need(worker))["state"], (await seen_by(worker))[-1]) == ("over", "need_ended")
    await says(worker, word)
    again = await need(worker)
    assert (again["state"], again["occupations"], again["pay_fen"], again["text"]) == ("open", ["bricklayer"], 26_000, "找活 瓦工 260以上")


@pytest.mark.parametrize("word", ["这周不找活", "暂停找活", "先不找活了"])
async def test_a_pause_lasts_until_he_looks_again(word: str) -> None:
    worker = await scene.worker()
    await says(worker, "找活 保洁")
    await says(worker, word)
    assert ((await need(worker))["state"], (await seen_by(worker))[-1]) == ("paused", "need_paused")
    await says(worker, "查询")
    assert "找活暂停中" in await last_text(worker)
    await says(worker, "找活")
    assert (await need(worker))["state"] == "open"


@pytest.mark.parametrize("word", ["不找了", "找到活了", "停止找活", "暂停找活"])
async def test_who_does_not_look_is_told_how_to(word: str) -> None:
    worker = await scene.worker()
    await says(worker, word)
    assert await seen_by(worker) == ["refused_no_need"]


async def test_a_figure_beyond_belief_is_asked_for_again() -> None:
    worker = await scene.worker()
    await says(worker, "我们40个人找活 瓦工")
    assert (await seen_by(worker), await need(worker)) == (["refused_need_terms"], {})


# Where: asked for, and what was said is kept.


async def test_without_a_place_it_is_asked_for_and_then_sought_there() -> None:
    await says(NEWCOMER, "找活 瓦工 250以上")
    assert (await seen_by(NEWCOMER), await need(NEWCOMER)) == (["ask_area"], {})
    await says(NEWCOMER, "万秀村")
    noted = await need(NEWCOMER)
    assert (noted["area"], noted["occupations"], noted["pay_fen"], noted["text"]) == (WANXIU, ["bricklayer"], 25_000, "找活 瓦工 250以上")
    assert await seen_by(NEWCOMER) == ["ask_area", "need_open"]


async def test_of_four_villages_of_one_name_it_is_asked_which() -> None:
    await says(NEWCOMER, "高桥村 找活 小工")
    assert await seen_by(NEWCOMER) == ["ask_choice"]
    await says(NEWCOMER, "2")
    assert ((await need(NEWCOMER))["occupations"], (await seen_by(NEWCOMER))[-1]) == (["labourer"], "need_open")


async def test_never_answered_it_comes_before_a_person() -> None:
    await says(NEWCOMER, "找活 瓦工 250以上")
    await sweeps_after(hours=5)
    await sweeps_after(hours=48)
    left = await the_wish()
    assert (left.state, left.for_office, left.text) == ("open", True, "找活 瓦工 250以上")


async def test_said_anew_with_its_place_nothing_is_left_waiting() -> None:
    await says(NEWCOMER, "找活 瓦工")
    await says(NEWCOMER, "找活 小工 贺胜桥镇")
    assert (await need(NEWCOMER))["occupations"] == ["labourer"]
    assert await rows("SELECT id FROM wish WHERE state = 'asking'") == []


@pytest.mark.parametrize("said", [("找活 瓦工", BULB), (BULB, "找活 瓦工")], ids=["need first", "wish first"])
async def test_a_wish_and_a_need_that_wait_for_one_place_are_both_answered_by_it(said: tuple[str, str]) -> None:
    for body in said:
        await says(NEWCOMER, body)
    await says(NEWCOMER, "万秀村")
    assert (await need(NEWCOMER))["area"] == WANXIU
    assert await rows("SELECT state FROM wish WHERE text = $1", BULB) == [{"state": "open"}]
    assert await rows("SELECT id FROM wish WHERE state = 'asking'") == []


async def test_a_need_that_names_little_more_than_its_place_is_no_answer_to_the_question_of_a_wish() -> None:
    await says(NEWCOMER, BULB)
    await says(NEWCOMER, "找活 瓦工 咸安")
    assert ((await the_wish()).state, (await need(NEWCOMER))["occupations"]) == ("asking", ["bricklayer"])


async def test_an_english_speaker_is_led_through_in_english() -> None:
    await says(NEWCOMER, "looking for work, bricklayer, 250 a day")
    await says(NEWCOMER, "Wanxiu Village")
    assert (await need(NEWCOMER))["area"] == WANXIU
    assert "bricklaying, from 250 yuan a day" in await last_text(NEWCOMER)


async def test_his_own_home_is_where_he_looks_when_it_lies_in_what_he_names() -> None:
    worker = await scene.worker(area=WANXIU)
    await says(worker, "找活 保安 贺胜桥镇")
    assert (await need(worker))["area"] == WANXIU


async def test_where_there_is_no_station_a_person_at_the_desk_follows_it() -> None:
    await rows("TRUNCATE station CASCADE")
    await says(NEWCOMER, "找活 瓦工 贺胜桥镇")
    assert ((await the_wish()).for_office, (await the_wish()).state) == (True, "open")
