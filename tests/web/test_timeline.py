"""Each thing that can happen to a wish has its sentence, in both languages, without a name."""

from typing import Any

import pytest

from base.clock import now
from base.ledger import By
from base.tables import Event
from people.tables import Role
from tests.cast import Cast, bulb_raised, bulb_wished_for, do, says, sweeps_after, the_wish
from web.reader import Reader
from web.timeline import moments
from wishes import actions, queries
from wishes.states import WISH_MOVES
from wishes.tables import Wish

# (subject, from, to), whether it is confirmed or the office's -> in Chinese, in English.
TOLD: list[tuple[tuple[str, str | None, str], dict[str, Any], str, str]] = [
    (("wish", None, "asking"), {}, "居民说了一个心愿", "A resident made a wish"),
    (("wish", "asking", "open"), {}, "开始找人", "Looking for somebody"),
    (("wish", "asking", "open"), {"for_office": True}, "交给管家处理", "Handed to the steward"),
    (("wish", "claimed", "open"), {}, "又空出位置，重新找人", "A place is free again, looking for somebody else"),
    (("wish", "done", "open"), {}, "居民说还没有办好，接着办", "The resident says that it is not done yet: it goes on"),
    (("wish", "open", "claimed"), {}, "人手齐了", "Enough people will come"),
    (("wish", "claimed", "done"), {}, "等居民确认", "Waiting for the resident to confirm"),
    (("wish", "done", "closed"), {"confirmed": True}, "居民确认办好了", "The resident confirmed that it is done"),
    (("wish", "done", "closed"), {"confirmed": False}, "三天没有回音，按办好了结", "No answer for three days: closed as done"),
    (("wish", "open", "withdrawn"), {}, "心愿取消了", "The wish was cancelled"),
    (("claim", None, "held"), {"actor": 2}, "一位志愿者认领了", "A volunteer took it"),
    (("claim", "held", "released"), {"actor": 2}, "一位志愿者来不了了", "A volunteer cannot come"),
    (("claim", "held", "released"), {}, "认领的人一直没有消息", "No word from the person who had taken it"),
    (("claim", "held", "done"), {"actor": 2}, "一位志愿者说办好了", "A volunteer says that it is done"),
    (("claim", "held", "done"), {"actor": 1}, "居民本人说办好了", "The resident says that it is done"),
    (("level", None, "steward"), {}, "没有人接，交给管家负责", "Nobody took it: the steward answers for it now"),
    (("level", None, "coordinator"), {}, "交给上一级协调员负责", "The coordinator above answers for it now"),
    (("offer", None, "sent"), {}, "问了 1 位志愿者", "Volunteers asked: 1"),
    (("place", None, "opened"), {"actor": 2}, "一位志愿者看了地址和电话", "A volunteer looked at the address and phone"),
]
UNTOLD = [
    ("offer", "sent", "declined"), ("offer", "sent", "accepted"), ("offer", "sent", "lapsed"), ("offer", "sent", "late"),
    ("claim", "done", "confirmed"), ("claim", "done", "disputed"), ("words", None, "added"),
]  # fmt: skip


RESIDENT = 1


async def sentences(
    language: str,
    happened: tuple[str, str | None, str],
    *,
    actor: int | None = None,
    confirmed: bool | None = None,
    for_office: bool = False,
) -> list[str]:
    subject, before, after = happened
    event = Event(at=now(), subject=subject, subject_id=1, from_state=before, to_state=after, actor=actor, via="web", note="密")
    wish = Wish(resident=RESIDENT, owner_area="4212", confirmed=confirmed, for_office=for_office)
    return [moment.sentence for moment in await moments(Reader(language), wish, [event], private=True)]


@pytest.mark.parametrize(("happened", "values", "chinese", "english"), TOLD)
async def test_it_is_told_in_chinese_and_in_english(
    database: None, happened: tuple[str, str | None, str], values: dict[str, Any], chinese: str, english: str
) -> None:
    assert await sentences("zh-CN", happened, **values) == [chinese]
    assert await sentences("en", happened, **values) == [english]


@pytest.mark.parametrize("happened", UNTOLD)
async def test_what_concerns_only_those_who_audit_is_not_told(database: None, happened: tuple[str, str | None, str]) -> None:
    assert await sentences("zh-CN", happened) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_no_move_of_a_wish_is_passed_over_in_silence(database: None, language: str) -> None:
    for before, afters in WISH_MOVES.items():
        for after in afters:
            assert len(await sentences(language, ("wish", before.value, after.value))) == 1, (before, after)


async def test_no_note_is_told(database: None) -> None:
    for happened, values, _, _ in TOLD:
        assert "密" not in "".join(await sentences("zh-CN", happened, **values))


async def story(wish: Wish, *, private: bool = False, language: str = "zh-CN") -> list[str]:
    return [moment.sentence for moment in await moments(Reader(language), wish, await queries.timeline(wish.id), private=private)]


async def test_several_who_are_asked_at_once_are_counted_in_one_sentence(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    assert await story(wish) == ["居民说了一个心愿", "开始找人", "问了 2 位志愿者"]


async def test_a_whole_story_is_told_in_its_order(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    for who, words in ((cast.chen, "接"), (cast.chen, "完成"), (cast.zhang, "没修好"), (cast.zhang, "取消")):
        await says(who, f"{words}{wish.ref}")
    assert (await story(await the_wish()))[3:] == [
        "一位志愿者认领了", "人手齐了", "一位志愿者说办好了", "等居民确认", "居民说还没有办好，接着办", "问了 1 位志愿者", "心愿取消了",
    ]  # fmt: skip


async def test_who_came_is_told_by_his_office(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    await do(actions.report_done, wish.id, By(cast.coordinator.id, "web"))
    assert "协调员说办好了" in await story(await the_wish())


async def test_a_volunteer_who_is_a_steward_elsewhere_comes_as_a_volunteer(cast: Cast) -> None:
    await Role(person=cast.chen.id, role="steward", area="421221").save()
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    assert "一位志愿者认领了" in await story(await the_wish())


async def test_who_went_silent_is_not_said_to_have_given_it_back(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await sweeps_after(days=2)
    await sweeps_after(days=3)
    told = await story(await the_wish())
    assert "认领的人一直没有消息" in told
    assert not any("来不了了" in sentence for sentence in told)


async def test_of_what_was_cancelled_nobody_is_said_to_have_given_it_back(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"不{wish.ref}")
    await says(cast.zhou, f"接{wish.ref}")
    await says(cast.zhang, f"取消{wish.ref}")
    told = await story(await the_wish())
    assert told[-1] == "心愿取消了"
    assert [sentence for sentence in told if "来不了了" in sentence] == ["一位志愿者来不了了"]


async def test_only_the_resident_is_told_who_looked_at_the_address(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    looked = "一位志愿者看了地址和电话"
    assert looked in await story(await the_wish(), private=True)
    assert looked not in await story(await the_wish())


async def test_climbing_is_told_step_by_step(cast: Cast) -> None:
    wish = await do(actions.raise_wish, cast.liu, actions.Draft("advice", "想问问医保怎么办", "421202104219"), By(cast.liu.id, "web"))
    await sweeps_after(minutes=1)
    await sweeps_after(days=1)
    assert (await story(wish))[-2:] == ["没有人接，交给管家负责", "交给上一级协调员负责"]
