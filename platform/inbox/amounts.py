"""The least pay that a worker names, and how many helpers a resident asks for."""

import re

from inbox.numerals import CHINESE, value

LEAST, MOST = 8, 50_000
_SUM = rf"(?P<sum>\d{{1,5}}|[{CHINESE}]{{2,6}})(?!\d)"
_UNIT = r"\s*(?:元钱?|块钱?|圆|rmb|yuan|¥)?\s*"
_TO = r"(?:\s*(?:-|~|至|到|—)\s*\d{2,5})?"
_PER = r"(?:一天|每天|一日|每日|/\s*(?:天|日|工|day|d\b)|(?<=[元块\s\d百十])(?:天|日)(?!后|内|前)|一个工|一工|(?:per|a|each|every) ?day|daily|(?:per|an|a) ?hour|一(?:个)?小时|每小时|/\s*(?:小时|h\b|hour)|一个月|每月|/月|(?:per|a) ?month)"
_NAMED = (
    r"(?:日薪|日结|时薪|月薪|日工资|工资|工钱|工价|每人|每个人|薪资|薪水|待遇|报酬|底薪|每天|一天|每日|一日|一个工|每小时|一小时|一个小时"
    r"|\b(?:pay|paid|wage|rate|salary|daily rate)\b)"
)
_AT_LEAST = r"(?:不低于|不少于|至少|最少|最低|起码|要|得|给|有|大概|大约|想要|能|开|是|\bat least\b|\bmin(?:imum)?\b|\bof\b|\babove\b|\bover\b|>=?|[::,,]|\s)*"
_NOT_PAY = r"(?!\d|\s*(?:岁|斤|公斤|里|公里|米|平|楼|栋|号|人|个|名|年|月|点|小时|亩|码|周|kg|km|years?|yo\b|o'?clock))"
_MORE = r"(?:以上|起(?!来|床)|往上|\+|\bor more\b|\band up\b|\bup\b)"

PAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAMED}{_AT_LEAST}¥?{_SUM}{_TO}{_NOT_PAY}",
        rf"{_SUM}{_TO}{_UNIT}{_MORE}?\s*{_PER}",
        rf"(?:不低于|不少于|至少|最低|起码|最少|\bat least\b|\bminimum\b|\bmin\b|\babove\b|\bover\b)\s*¥?{_SUM}{_NOT_PAY}",
        rf"{_SUM}{_TO}{_UNIT}{_MORE}",
        rf"¥\s*{_SUM}",
        rf"{_SUM}{_TO}\s*(?:元|块|rmb|yuan)",
    )
)
BARE_PAY = re.compile(r"(?:^|[\s,,;;、])(?P<sum>\d{2,4}|[一两二三四五六七八九]百[一二三四五六七八九]?十?)(?=$|[\s,,;;、。.])")
BARE_LEAST = 60

HELPERS = re.compile(
    rf"(?:要|需要|需|来|找|派|请|求|差|缺|得|有没有)\s*(?P<count>\d{{1,2}}|[{CHINESE}俩]{{1,2}})\s*(?:个|名|位)?"
    r"(?:人(?!民|家)|志愿者|小伙子?|男的|壮劳力|劳力|帮手|年轻人|师傅|大学生|帮忙的)"
    r"|\b(?P<count_en>\d{1,2}|two|three|four|five) (?:people|volunteers|helpers|men|persons)\b"
)
ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5}


def least_pay(text: str) -> int | None:
    for pattern in PAYS:
        for found in pattern.finditer(text):
            pay = value(found["sum"])
            if pay is not None and LEAST <= pay <= MOST:
                return pay
    bare = [value(found["sum"]) for found in BARE_PAY.finditer(text)]
    return next((pay for pay in bare if pay and pay >= BARE_LEAST), None)


def helpers_asked_for(text: str) -> int | None:
    if not (found := HELPERS.search(text)):
        return None
    if said := found["count_en"]:
        return ENGLISH.get(said) or int(said)
    count = 2 if found["count"] == "俩" else value(found["count"])
    return count if count and 1 <= count <= 20 else None
