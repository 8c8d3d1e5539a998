"""The product's short list of work, and the papers that some of it asks for."""

import re
from collections.abc import Iterable

from base.words import Words

OCCUPATIONS = {
    "cleaner": Words("保洁", "cleaning"),
    "mover": Words("搬运装卸", "loading and moving"),
    "labourer": Words("小工", "labouring"),
    "bricklayer": Words("瓦工", "bricklaying"),
    "carpenter": Words("木工", "carpentry"),
    "electrician": Words("电工", "electrical work"),
    "plumber": Words("水电工", "plumbing"),
    "painter": Words("油漆工", "painting"),
    "welder": Words("焊工", "welding"),
    "housekeeper": Words("家政", "housekeeping"),
    "carer": Words("护工", "care work"),
    "cook": Words("厨师帮厨", "kitchen work"),
    "waiter": Words("服务员", "waiting tables"),
    "courier": Words("快递配送", "delivery"),
    "driver": Words("司机", "driving"),
    "factory": Words("普工", "factory work"),
    "packer": Words("打包分拣", "packing"),
    "farmhand": Words("农活采摘", "farm work"),
    "gardener": Words("绿化养护", "gardening"),
    "guard": Words("保安", "guarding"),
    "promoter": Words("促销导购", "promotion"),
    "sewer": Words("缝纫工", "sewing"),
    "other": Words("其他", "other work"),
}

CERTIFICATES = {
    "electrician": Words("电工证", "electrician's licence"),
    "welder": Words("焊工证", "welder's licence"),
    "heights": Words("登高证", "permit for work at heights"),
    "forklift": Words("叉车证", "forklift licence"),
    "driver_c1": Words("C1驾照", "driving licence C1"),
    "driver_b2": Words("B2驾照", "driving licence B2"),
    "health": Words("健康证", "health certificate"),
    "cook": Words("厨师证", "cook's certificate"),
    "carer": Words("护理员证", "carer's certificate"),
    "guard": Words("保安员证", "guard's certificate"),
}

_PAPER = r"(?:特种|作业|操作|上岗|资格|等级|技能)*(?:证|本(?![人地来市县村镇]))"
_AS_WRITTEN = {
    "electrician": rf"电工{_PAPER}|electrician'?s? (?:licen[cs]e|certificate)",
    "welder": rf"(?:焊工|焊接|焊){_PAPER}|weld(?:er'?s?|ing) (?:licen[cs]e|certificate)",
    "heights": rf"(?:登高|高空|高处){_PAPER}|at heights? (?:permit|licen[cs]e|certificate)|permit for work at heights?",
    "forklift": rf"叉车(?:工|司机)?{_PAPER}|forklift (?:licen[cs]e|certificate)",
    "driver_c1": r"c1(?:驾照|驾驶证|证|本|照| licen[cs]e)?(?![a-z0-9])|(?<![ab]\d)(?:驾照|驾驶证)(?!\s*[ab]\d)|(?:driving|driver'?s?) licen[cs]e(?! [ab]\d)",
    "driver_b2": r"b2(?:驾照|驾驶证|证|本|照| licen[cs]e)?(?![a-z0-9])|(?:驾照|驾驶证)\s*b2|licen[cs]e b2",
    "health": r"健康证|health certificate",
    "cook": rf"厨师{_PAPER}|cook'?s certificate|chef'?s certificate",
    "carer": rf"(?:护理员?|护工){_PAPER}|carer'?s certificate",
    "guard": rf"保安员?{_PAPER}|guard'?s (?:licen[cs]e|certificate)",
}
AS_WRITTEN = {certificate: re.compile(pattern, re.IGNORECASE) for certificate, pattern in _AS_WRITTEN.items()}
NOT_HELD_YET = re.compile(r"\s*(?:都|也|还|暂时|已经?)*(?:没有|没办|没考|没拿|没带|过期|在办|在考|正在|\bexpired)", re.IGNORECASE)
NONE_HELD = re.compile(r"(?:没有?|无|不用|不要|不需要|\bno|\bwithout an?)\s*$", re.IGNORECASE)


def certificates_in(text: str) -> set[str]:
    """The papers that somebody says he has."""
    return {certificate for certificate, pattern in AS_WRITTEN.items() if any(_held(text, found) for found in pattern.finditer(text))}


def _held(text: str, found: re.Match[str]) -> bool:
    return not NONE_HELD.search(text[: found.start()]) and not NOT_HELD_YET.match(text, found.end())


def with_included(certificates: Iterable[str]) -> set[str]:
    """Who may drive a lorry may drive a car."""
    held = {*certificates}
    return held | {"driver_c1"} if "driver_b2" in held else held
