"""Our own texts that come back are known as ours: they quote commands, and give none."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from base.settings import settings
from base.words import LANGUAGES, Words
from messages import job_texts, ours
from messages.fit import fitted
from messages.ours import is_ours
from messages.texts import render
from tests.messages.test_texts import LONGEST, every_text
from tests.patience import soon

TEMPLATES = sorted(Path(ours.__file__).with_name("templates").glob("*/*.txt"))
CONTEXT: dict[str, Any] = {
    "ref": 101, "old": 100, "area": "贺胜桥镇万秀村", "who": "志愿者陈师傅", "note": "换了新灯泡\n谢谢", "office": "管家", "kind": "维修",
    "what": "灯泡坏了(客厅)", "when": "明天下午", "why": ["1.2公里", "会电工", "今天有空"], "name": "刘奶奶", "phone": "160 0000 0001", "place": "万秀村3组",
    "items": ["101(维修)", "102(跑腿)"], "choices": ["高桥镇高桥村", "关刀镇高桥村"], "written": "高桥村", "state": "正在找人", "rating": 5,
    "days": 3, "code": "123456", "title": "瓦工", "until": "今天6:40", "whom": "王工", "bring": "安全帽", "overlap": 100, "other": "100 小工 180元/天", "other_ref": 100,
    "position": 3, "matter": 100, "reason": "下雨", "pay": "250元/天", "station": "咸安驿站", "count": 3, "free": 3, "heads": 5, "certificate": "电工证",
}  # fmt: skip
WITHOUT = {"note": "", "when": None, "rating": None, "name": ""}
WITHOUT |= {"until": None, "overlap": None, "other": None, "bring": "", "reason": "", "pay": None}


@pytest.mark.parametrize("context", [CONTEXT, CONTEXT | WITHOUT], ids=["all", "least"])
def test_each_of_our_texts_is_known(context: dict[str, Any]) -> None:
    said = [Environment(autoescape=False).from_string(template.read_text("utf-8")).render(context).strip() for template in TEMPLATES]  # noqa: S701
    assert [text for text in said if not is_ours(f"【亮灯】{text}")] == []


def test_a_resident_may_use_our_name() -> None:
    assert not is_ours("【亮灯】厕所灯不亮了,帮忙换一下")
    assert not is_ours("【亮灯】接101")


def test_without_our_name_it_is_somebody_elses() -> None:
    assert not is_ours(f"【电信】{render('help', 'zh-CN', {})}")


def test_a_hostile_imitation_takes_no_time() -> None:
    for imitation in ("您的事项\uff1a" + "1" * 290, "您的事项\uff1a" + "1\uff1b" * 140, "1号求助\uff1a" + "\uff0c“”\uff0c离您" * 45 + "x"):
        with soon():
            assert not is_ours("【亮灯】" + imitation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_whose_words_were_cut_is_known_too(language: str) -> None:
    for text in every_text(LONGEST):
        assert is_ours(fitted(text, language, "【亮灯】")), text.kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_to_a_need_for_which_there_is_nothing_yet_is_known(language: str) -> None:
    text = job_texts.need_open(Words("瓦工", "bricklayer"), Words("咸安区", "Xianan District"), [])
    assert is_ours(fitted(text, language, "【亮灯】"))


@pytest.mark.parametrize("around", ["{}\n", "  {}", "\t{} \r\n"])
def test_what_a_phone_puts_around_it_does_not_hide_it(around: str) -> None:
    assert is_ours(around.format("【亮灯】" + render("help", "zh-CN", {})))


@pytest.mark.parametrize("around", ["转发\uff1a{}", "{}接101", "{0}{0}", "> {}"])
def test_with_words_of_his_own_it_is_the_residents(around: str) -> None:
    assert not is_ours(around.format("【亮灯】" + render("help", "zh-CN", {})))


@pytest.mark.parametrize(("signature", "known"), [("【咸安微心愿】", True), ("", False)])
def test_a_city_that_signs_otherwise_knows_its_own(signature: str, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    city = replace(settings(), sms_signature_text=signature)
    monkeypatch.setattr(ours, "settings", lambda: city)
    said = render("help", "zh-CN", {})
    assert is_ours(signature + said) is known
    assert not is_ours("【亮灯】" + said)
