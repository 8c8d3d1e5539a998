"""A resident whose name, phone, door and words are like nobody else's: they are found where they belong and nowhere else."""

import logging

import pytest
from litestar import Litestar

from base.bell import connection
from base.db import rows
from base.ledger import By
from people.tables import Person
from tests.cast import HESHENGQIAO, Cast, do, person, says, the_wish
from tests.web.stage import LANGUAGES, Stage, browser_of
from wishes import actions
from wishes.actions import Draft, raise_wish
from wishes.tables import Wish
from wishes.tend import tend_due

NAME, PHONE, HOME, DOOR = "金丝雀", "+8616077553311", "91栋8765", "7巷66号"
WORDS = f"灯泡坏了，我叫{NAME}，住{DOOR}，打16077553311，钥匙在花盆下面"
WHO = (NAME, "16077553311", "160 7755 3311")
WHERE = (HOME, "91栋", DOOR, "7巷")
KEY = "花盆"


async def canary() -> Person:
    return await person(PHONE, NAME, HESHENGQIAO, address=HOME)


async def wished(cast: Cast) -> tuple[Stage, Wish]:
    stage = await Stage.of(cast)
    found = await canary()
    await do(raise_wish, found, Draft("repair", WORDS, HESHENGQIAO, place=DOOR), By(found.id, "web"))
    await tend_due()
    return stage, await the_wish()


async def acts(verb: str, wish: Wish, who: Person, *more: object) -> None:
    await do(getattr(actions, verb), wish.id, By(who.id, "web"), *more)


async def pages(app: Litestar, who: Person | None, wish: Wish) -> str:
    """All that this reader can read without pressing for more."""
    read = ""
    for language in LANGUAGES:
        browser = await browser_of(app, who, language)
        for path in ("/", "/wishes", f"/wishes/{wish.ref}", "/mine", "/wishes/new", f"/wishes/{wish.ref}/x"):
            read += (await browser.open(path)).text
    return read


def told(read: str, *canaries: str) -> list[str]:
    return [each for each in canaries if each in read]


@pytest.mark.parametrize("who", ["stranger", "neighbour", "asked", "other_steward", "resident"])
async def test_whoever_does_not_come_reads_neither_who_nor_where(app: Litestar, cast: Cast, who: str) -> None:
    stage, wish = await wished(cast)
    reader = getattr(stage, who, None)
    for verb in ("claim", "report_done"):
        await acts(verb, wish, stage.claimant)
        assert told(await pages(app, reader, wish), *WHO, *WHERE) == []
    await acts("confirm", wish, await Person.objects().get(Person.phone == PHONE), 5)  # type: ignore[arg-type]
    assert told(await pages(app, reader, wish), *WHO, *WHERE) == []


async def test_who_is_asked_reads_the_need_without_who_and_where(app: Litestar, cast: Cast) -> None:
    stage, wish = await wished(cast)
    read = await pages(app, stage.asked, wish)
    assert "灯泡坏了" in read
    assert told(read, *WHO, *WHERE) == []


@pytest.mark.parametrize("who", ["claimant", "steward", "coordinator"])
async def test_who_comes_and_the_offices_get_the_door_by_the_button_alone(app: Litestar, cast: Cast, who: str) -> None:
    stage, wish = await wished(cast)
    await acts("claim", wish, stage.claimant)
    reader = getattr(stage, who)
    assert told(await pages(app, reader, wish), HOME, "160 7755 3311") == []
    opened = await (await browser_of(app, reader)).press(f"/wishes/{wish.ref}/place")
    assert told(opened.text, NAME, DOOR, "160 7755 3311") == [NAME, DOOR, "160 7755 3311"]


@pytest.mark.parametrize("end", ["released", "done", "confirmed", "disputed", "withdrawn"])
async def test_when_the_claim_has_ended_the_claimant_reads_no_more(app: Litestar, cast: Cast, end: str) -> None:
    stage, wish = await wished(cast)
    resident = await Person.objects().get(Person.phone == PHONE)
    assert resident is not None
    await acts("claim", wish, stage.claimant)
    assert KEY in await pages(app, stage.claimant, wish)
    ways: dict[str, list[tuple[str, Person]]] = {
        "released": [("release", stage.claimant)],
        "done": [("report_done", stage.claimant)],
        "confirmed": [("confirm", resident)],
        "disputed": [("report_done", stage.claimant), ("reject", resident)],
        "withdrawn": [("withdraw", resident)],
    }
    for verb, who in ways[end]:
        await acts(verb, wish, who)
    assert told(await pages(app, stage.claimant, wish), *WHO, *WHERE) == []
    answer = await (await browser_of(app, stage.claimant)).press(f"/wishes/{wish.ref}/place")
    assert answer.status_code == 403
    assert told(answer.text, *WHO, *WHERE) == []


async def test_she_herself_reads_her_words_and_the_board_does_not(app: Litestar, cast: Cast) -> None:
    _, wish = await wished(cast)
    browser = await browser_of(app, await Person.objects().get(Person.phone == PHONE))
    assert KEY in (await browser.open(f"/wishes/{wish.ref}")).text
    assert told((await browser.open("/wishes")).text, *WHO, *WHERE, KEY) == []


@pytest.mark.parametrize("note", ["到了打我电话 13998877665", "我是3组的，微信 abc_98765"])
async def test_notes_between_two_people_are_on_no_page_of_others(app: Litestar, cast: Cast, note: str) -> None:
    stage, wish = await wished(cast)
    await acts("claim", wish, stage.claimant, note)
    await acts("report_done", wish, stage.claimant, note)
    for who in ("stranger", "neighbour", "asked", "other_steward"):
        assert told(await pages(app, getattr(stage, who, None), wish), "13998877665", "abc_98765", note) == [], who


async def whole_life(cast: Cast) -> Wish:
    """By SMS, as most will: asked, claimed, given back, claimed by another, done, disputed, done, confirmed."""
    found = await canary()
    await says(found, WORDS)
    wish = await the_wish()
    for who, words in (
        (cast.chen, "接"), (cast.chen, "不"), (cast.zhou, "接"), (cast.zhou, "完成"), (found, "没修好"), (cast.chen, "接"),
        (cast.chen, "完成"), (found, "确认"),
    ):  # fmt: skip
        await says(who, f"{words}{wish.ref}")
    return await the_wish()


async def test_in_a_whole_life_by_sms_only_the_text_to_who_comes_says_who_and_where(cast: Cast) -> None:
    wish = await whole_life(cast)
    assert wish.state == "closed"
    others = await rows("SELECT kind, body FROM message WHERE phone <> $1 ORDER BY id", PHONE)
    assert {"offer", "claim_held", "claim_place", "claim_disputed", "claim_thanks"} <= {each["kind"] for each in others}
    telling = {each["kind"] for each in others if told(each["body"], *WHO, *WHERE)}
    assert telling == {"claim_place"}


async def test_an_office_is_told_what_is_the_matter_but_not_who_and_where(cast: Cast) -> None:
    found = await canary()
    public = Draft("public", f"路灯坏了，我叫{NAME}，住{DOOR}，打16077553311", HESHENGQIAO, place=DOOR)
    await do(raise_wish, found, public, By(found.id, "web"))
    (matter,) = await rows("SELECT body FROM message WHERE phone = $1", cast.coordinator.phone)
    assert "路灯坏了" in matter["body"]
    assert told(matter["body"], *WHO, *WHERE) == []


async def test_no_log_line_and_no_key_of_redis_holds_anything_of_her(app: Litestar, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    wish = await whole_life(cast)
    browser = await browser_of(app, await Person.objects().get(Person.phone == PHONE))
    await browser.press(f"/wishes/{wish.ref}/place")
    assert told(caplog.text, *WHO, *WHERE, KEY, PHONE) == []
    connection().config_set("rdbcompression", "no")
    dumped = b"".join(connection().dump(key) or b"" for key in connection().scan_iter())
    assert dumped, "the bells have rung"
    assert [each for each in (*WHO, *WHERE, KEY) if each.encode() in dumped] == []


async def test_the_ledger_of_the_wish_holds_no_word_of_hers(cast: Cast) -> None:
    await whole_life(cast)
    events = "\n".join(str(tuple(event.values())) for event in await rows("SELECT * FROM event"))
    assert told(events, *WHO, *WHERE, KEY) == []


@pytest.mark.parametrize("who", ["stranger", "claimant"])
async def test_a_fault_page_tells_nothing_of_her(app: Litestar, cast: Cast, who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stage, wish = await wished(cast)

    async def broken(wish_id: int) -> None:
        raise RuntimeError(WORDS)

    monkeypatch.setattr("web.wishes.queries.timeline", broken)
    answer = await (await browser_of(app, getattr(stage, who, None))).open(f"/wishes/{wish.ref}")
    assert answer.status_code == 500
    assert told(answer.text, *WHO, *WHERE, KEY) == []
