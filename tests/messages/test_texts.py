import inspect
import re
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from base.clock import city_now
from base.words import LANGUAGES, Words
from inbox.parse import parse
from messages import job_texts, texts
from messages.fit import fitted
from messages.segments import segments
from messages.texts import Text, render
from people import areas
from people.offices import OFFICE_WORDS
from wishes.kinds import KINDS
from wishes.states import STATE_WORDS

FOLDER = Path(inspect.getfile(texts)).with_name("templates")
KINDS_OF_TEXT = {language: {file.stem for file in (FOLDER / language).iterdir()} for language in LANGUAGES}
REASONS = sorted(kind.removeprefix("refused_") for kind in KINDS_OF_TEXT["zh-CN"] if kind.startswith("refused_"))
SIGNATURE = "【亮灯】"
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")
ASCII_IN_CHINESE = re.compile(r"""[\u4e00-\u9fff][,.:;!?()"']|[,:;!?()"'][\u4e00-\u9fff]""")

ALL_AREAS = [areas.words(code) for code in areas.tree()]
GAOQIAO = [words for words in ALL_AREAS if words.zh.endswith("高桥村")]


def longest(words: list[Words]) -> Words:
    return Words(max((each.zh for each in words), key=len), max((each.en for each in words), key=len))


LONGEST: dict[str, Any] = {
    "ref": 987654, "old": 987653, "other": 987653, "soon": Words("明天10点前", "within 90 minutes"), "rating": 5, "days": 365, "digits": "987654", "phone": "+8616000000001",
    "area": longest(ALL_AREAS), "office": longest([*OFFICE_WORDS.values()]), "written": "高桥村", "choices": GAOQIAO,
    "who": Words("工作人员阿卜杜热西提", "staff member 阿卜杜热西提"), "note": "灯泡换好了一共三个顺便把插座也紧了一下请您晚上再试一试谢谢",
    "kind": longest([*KINDS.values()]), "what": "客厅的灯泡坏了够不着想请会电工的师傅帮忙换一下最好带梯子",
    "when": Words("11月23日周一下午", "Mon 23 Nov, afternoon"), "why": [Words("49.9公里", "49.9 km"), Words("懂手机电脑", "knows phones and computers"), Words("那时有空", "free at that time")], "name": "阿卜杜热西提",
    "place": Words(longest(ALL_AREAS).zh + "老粮站旁边第二个巷子进去左手红门5栋2单元501",
                   "red door, second lane beside the old granary, block 5, flat 501, " + longest(ALL_AREAS).en),
    "state": longest([*STATE_WORDS.values()]), "items": [longest([*STATE_WORDS.values()]).prefixed("987654 ")] * 5,
    "jobs": {
        "title": Words("温泉街道长江产业园电子厂夜班包装工包吃包住" * 2, "housekeeper training"), "when": Words("11月23日周一22:00–次日10:00", "Mon 23 Nov, 22:00–10:00 next day"),
        "until": Words("明天20:00", "20:00 tomorrow"), "place": "长江产业园永安大道188号东门岗亭旁边的蓝色活动板房" * 2, "whom": "阿卜杜热西提班长",
        "overlap": 987653, "position": 32767, "matter": 987653, "heads": 500, "count": 500, "free": 500, "kept": 987654,
        "items": [Words("987654 家政服务员 1200元/小时 22:00 贺胜桥镇", "987654 housekeeper 1200 yuan an hour 22:00 Heshengqiao Town")] * 3,
        "other": Words("987653 家政服务员 1200元/小时 22:00 贺胜桥镇", "987653 housekeeper 1200 yuan an hour 22:00 Heshengqiao Town"),
        "what": Words("家政服务员、养老护理员，250元/小时以上，11月23日周一到11月27日周五上午", "housekeeper, carer, from 250 yuan an hour, Mon 23 Nov to Fri 27 Nov, morning"),
        "bring": "身份证、健康证、安全帽、劳保鞋、手套、水杯" * 4, "pay": Words("1200元/小时", "1200 yuan an hour"),
        "why": "老板说下雨停工一天" * 20, "reasons": Words("向工人收钱" * 12, "asks the worker for money, " * 6), "station": longest(ALL_AREAS),
        "state": Words("招人中，还有500个名额", "open, 500 places left"),
    },
}  # fmt: skip
USUAL: dict[str, Any] = LONGEST | {
    "ref": 2741, "old": 2698, "other": 2698, "area": areas.words("421202104219"), "kind": KINDS["repair"], "what": "客厅的灯泡坏了够不着想请人换",
    "who": Words("志愿者陈师傅", "volunteer 陈师傅"), "note": "灯泡换好了试过没问题", "when": Words("今天下午", "today, afternoon"),
    "why": [Words("1.2公里", "1.2 km"), Words("会电工", "knows electrics"), Words("今天有空", "free today")], "name": "刘奶奶", "place": Words("贺胜桥镇万秀村3组12号", "3组12号, Wanxiu Village, Heshengqiao Town"),
    "days": 12, "items": [words.prefixed(f"{ref} ") for ref, words in zip((2741, 2698), STATE_WORDS.values(), strict=False)],
    "jobs": LONGEST["jobs"] | {
        "title": Words("瓦工", "bricklayer"), "when": Words("明天7:00–17:00", "tomorrow, 7:00–17:00"), "until": Words("今天6:40", "6:40 today"), "place": "永安大道188号", "whom": "王工",
        "overlap": 2698, "position": 3, "matter": 2698, "kept": 2741,
        "items": [Words("2741 瓦工 250元/天 7:00 温泉街道", "2741 bricklayer 250/day 7:00 Wenquan"), Words("2698 小工 180元/天 7:00 永安街道", "2698 labourer 180/day 7:00 Yongan")],
        "other": Words("2698 小工 180元/天 7:00 永安街道", "2698 labourer 180 yuan a day 7:00 Yongan"),
        "what": Words("瓦工，250元/天以上", "bricklayer, from 250 yuan a day"), "bring": "安全帽", "pay": Words("250元/天", "250 yuan a day"),
        "why": "下雨", "reasons": Words("向工人收钱", "asks workers for money"), "station": Words("咸安驿站", "Xianan Station"), "free": 3, "count": 3,
    },
}  # fmt: skip
# No proper name is Chinese here.
LATIN: dict[str, Any] = LONGEST | {
    "written": "Gaoqiao", "who": Words("", "volunteer Mary"), "note": "all fixed", "what": "the bulb is broken", "name": "Mary",
    "jobs": LONGEST["jobs"] | {"place": "188 Yongan Avenue", "whom": "Mary", "bring": "a helmet", "why": "rain"},
}  # fmt: skip

REFUSED_WITH: dict[str, dict[str, Any]] = {
    "not_done": {"state": LONGEST["state"]}, "overlaps": {"other": 987653}, "party_too_big": {"heads": 500},
    "no_certificate": {"certificate": Words("特种作业操作证（高处作业）", "work-at-height certificate")},
}  # fmt: skip

# Answered with a question, or put before a person.
ASKED_BACK = {"no_place", "no_station"}


def every_text(values: dict[str, Any]) -> list[Text]:
    refusals = [texts.refused(reason, ref=values["ref"], **REFUSED_WITH.get(reason, {})) for reason in REASONS]
    return _texts_of(texts, values) + _texts_of(job_texts, values | values["jobs"]) + refusals


def _texts_of(module: ModuleType, values: dict[str, Any]) -> list[Text]:
    made = []
    for function in (found for name, found in vars(module).items() if inspect.isfunction(found) and not name.startswith("_")):
        signature = inspect.signature(function)
        if signature.return_annotation is Text and function is not texts.refused:
            made.append(function(**{name: values[name] for name in signature.parameters}))
    return made


both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_every_template_has_its_function_and_both_languages() -> None:
    assert KINDS_OF_TEXT["zh-CN"] == KINDS_OF_TEXT["en"] == {text.kind for text in every_text(USUAL)}


def test_every_reason_that_a_verb_refuses_with_has_its_sentence() -> None:
    files = [file for name in ("wishes", "inbox") for file in (FOLDER.parents[1] / name).rglob("*.py")]
    files += [FOLDER.parents[1] / "jobs" / name for name in ("places.py", "needs.py")]
    source = "".join(file.read_text("utf-8") for file in files)
    raised = set(re.findall(r'(?:Refused\(|refused\()"(\w+)"', source)) | set(re.findall(r'Refused\("\w+" if .*? else "(\w+)"', source))
    assert raised
    assert raised - ASKED_BACK <= set(REASONS)


@both_languages
def test_the_longest_words_fit_into_two_sms(language: str) -> None:
    for text in every_text(LONGEST):
        body = fitted(text, language, SIGNATURE)
        assert body.startswith(SIGNATURE)
        assert segments(body) <= 2, body
        assert len(body.splitlines()) == 1


@both_languages
def test_only_what_is_quoted_gives_way(language: str) -> None:
    for text in every_text(LONGEST):
        whole, body = render(text.kind, language, text.said_in(language)), fitted(text, language, SIGNATURE)
        if "ref" in text.context:
            assert body.count("987654") == whole.count("987654"), body


@both_languages
def test_usual_words_are_not_cut(language: str) -> None:
    for text in every_text(USUAL):
        assert "…" not in fitted(text, language, SIGNATURE)


def test_no_english_text_speaks_chinese() -> None:
    for text in every_text(LATIN):
        said = render(text.kind, "en", text.said_in("en"))
        assert set(CHINESE.findall(said)) <= {"万秀村"}, said  # the example of how to write a village's name


def test_no_chinese_text_has_english_punctuation() -> None:
    for text in every_text(LONGEST):
        assert not ASCII_IN_CHINESE.findall(fitted(text, "zh-CN", SIGNATURE)), text.kind


# What a text tells people to reply is understood.


ADVERTS = {
    ("wish_opened", "cancel", 2741): ("取消2741", "withdraw 2741"),
    ("wish_opened_office", "status", 2741): ("查询2741", "status 2741"),
    ("wish_done", "confirm", 2741): ("确认2741 5", "confirm 2741 5"),
    ("wish_done", "reject", 2741): ("2741没修好", "not done 2741"),
    ("wish_closed_silent", "reject", 2741): ("2741没修好", "not done 2741"),
    ("offer", "accept", 2741): ("接2741", "Y 2741"),
    ("offer", "decline", 2741): ("不2741", "N 2741"),
    ("offer_instead", "accept", 2698): ("接2698", "Y 2698"),
    ("offer_instead", "decline", 2698): ("不2698", "N 2698"),
    ("claim_held", "done", 2741): ("完成2741", "done 2741"),
    ("claim_held", "decline", 2741): ("不2741", "N 2741"),
    ("claim_reminder", "done", 2741): ("完成2741", "done 2741"),
    ("claim_disputed", "accept", 2741): ("接2741", "Y 2741"),
    ("matter", "accept", 2741): ("接2741", "Y 2741"),
    ("matter", "done", 2741): ("完成2741", "done 2741"),
    ("refused_own_wish", "cancel", 2741): ("取消2741", "withdraw 2741"),
    ("help", "status", 27): ("查询27", "status 27"),
    ("help", "cancel", 27): ("取消27", "withdraw 27"),
    ("help", "stop", None): ("退订", "T"),
    ("nothing_open", "help", None): ("帮助", "HELP"),
    ("stopped", "start", None): ("恢复", "START"),
    ("paused", "stop", None): ("退订", "T"),
    ("need_open", "apply", 2741): ("报名2741", "apply 2741"),
    ("need_paused", "job_need", None): ("找活", "find work"),
    ("job_open", "apply", 2741): ("报名2741", "apply 2741"),
    ("job_morning", "apply", 2741): ("报名2741", "apply 2741"),
    ("place_held", "cancel", 2741): ("取消2741", "withdraw 2741"),
    ("place_freed", "apply", 2741): ("报名2741", "apply 2741"),
    ("place_freed", "decline", 2741): ("不2741", "N 2741"),
    ("line_joined", "apply", 2698): ("报名2698", "apply 2698"),
    ("line_status", "cancel", 2741): ("取消2741", "withdraw 2741"),
    ("ask_confirm", "confirm", 2741): ("确认2741", "confirm 2741"),
    ("ask_confirm", "cancel", 2741): ("取消2741", "withdraw 2741"),
    ("wage_question", "unpaid", 2741): ("没给钱2741", "not paid 2741"),
    ("wage_reported", "status", 2698): ("查询2698", "status 2698"),
}


@pytest.mark.parametrize(("kind", "intent", "ref", "adverts"), [(*key, adverts) for key, adverts in ADVERTS.items()])
def test_what_we_ask_people_to_reply_is_understood(kind: str, intent: str, ref: int | None, adverts: tuple[str, str]) -> None:
    (text,) = [each for each in every_text(USUAL) if each.kind == kind]
    for language, advert in zip(LANGUAGES, adverts, strict=True):
        assert advert in fitted(text, language, SIGNATURE)
        reading = parse(advert, city_now())
        assert (reading.intent, reading.ref) == (intent, ref)


@both_languages
def test_no_text_asks_for_a_word_on_which_carriers_act(language: str) -> None:
    for text in every_text(USUAL):
        assert not re.search(r"\b(?:cancel|end|quit|yes|stop)\b", fitted(text, language, SIGNATURE), re.IGNORECASE), text.kind


# What is shown of whom.


def test_a_chinese_address_that_is_cut_keeps_its_door() -> None:
    body = fitted(texts.claim_place(27, "刘奶奶", "+8616000000001", Words("很" * 200 + "5栋201", "")), "zh-CN", SIGNATURE)
    assert "5栋201" in body
    assert segments(body) == 2


def test_places_of_one_name_are_told_apart_by_their_towns() -> None:
    body = fitted(texts.ask_choice("高桥村", GAOQIAO), "en", SIGNATURE)
    assert len(GAOQIAO) == 4
    assert all(words.en.split(", ")[1] in body for words in GAOQIAO)


def test_all_choices_of_the_city_fit_uncut() -> None:
    names = sorted(((areas.tree()[code].name, areas.words(code)) for code in areas.tree()), key=lambda each: each[0])
    for name, same in groupby(names, key=lambda each: each[0]):
        choices = [words for _, words in same]
        for language in LANGUAGES if len(choices) > 1 else ():
            assert "…" not in fitted(texts.ask_choice(name, choices), language, SIGNATURE)


@both_languages
def test_an_offer_names_nobody(language: str) -> None:
    offer = texts.offer(
        27, KINDS["repair"], "我叫刘桂兰\uff0c住3组12号\uff0c电话13812345678\uff0c灯坏了", USUAL["area"], None, USUAL["why"]
    )
    body = fitted(offer, language, SIGNATURE)
    assert "灯坏了" in body
    assert not re.search("刘桂兰|12号|1381234", body)
