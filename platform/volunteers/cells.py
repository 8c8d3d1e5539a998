"""The cells of a roster: what people and spreadsheets write for a phone, a place or a number, and what is meant."""

import math
import re
import unicodedata
from collections.abc import Container
from datetime import date, time, timedelta

from base.errors import Unreadable
from base.phone import e164

LONGEST_NAME = 64
WIDEST_RADIUS_KM = 50
MOST_A_WEEK = 50

_ROLES = {
    "resident": ("居民", "村民"),
    "volunteer": ("志愿者",),
    "worker": ("工人", "务工者", "务工人员"),
    "staff": ("驿站员工", "驿站工作人员", "员工"),
    "steward": ("管家", "网格员"),
    "coordinator": ("协调员",),
}
_ROLE_OF = {written: role for role, others in _ROLES.items() for written in (role, *others)}
_LANGUAGES = {
    "zh-cn": "zh-CN", "zh": "zh-CN", "zh_cn": "zh-CN", "zh-hans": "zh-CN", "中文": "zh-CN", "汉语": "zh-CN", "chinese": "zh-CN",
    "en": "en", "en-us": "en", "en-gb": "en", "英文": "en", "英语": "en", "english": "en",
}  # fmt: skip


def plain(cell: object) -> str:
    """What stands in a cell, as text: a spreadsheet holds 13800138000 as 13800138000.0."""
    if cell is None:
        return ""
    if isinstance(cell, date | time | timedelta):
        raise Unreadable(
            "表格软件把内容变成了日期或时间，请把这一列设为“文本”再填", "the spreadsheet made it a date or time; set the column to text"
        )
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def text(written: str) -> str:
    if written.startswith(("=", "+", "-", "@")):
        raise Unreadable("以 = + - @ 开头，像公式，不收", "begins with = + - or @, like a formula; not taken")
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co") for sign in written):
        raise Unreadable("含有看不见的控制字符", "holds invisible control characters")
    return written


def name(written: str) -> str:
    if not written:
        raise Unreadable("没有填", "is missing")
    if len(written) > LONGEST_NAME:
        raise Unreadable(f"有{len(written)}个字，最多{LONGEST_NAME}个", f"has {len(written)} characters; at most {LONGEST_NAME}")
    return text(written)


def phone(written: str) -> str:
    if not written:
        raise Unreadable("没有填", "is missing")
    number = _digits(unicodedata.normalize("NFKC", written))
    found = e164(number) if re.fullmatch(r"[+\d ()./-]+", number) else None
    if found is None:
        raise Unreadable(f"“{written[:24]}”不是电话号码", f'"{written[:24]}" is no phone number')
    return found


def _digits(written: str) -> str:
    """1.3800138000E+10 is whole; of 1.38E+10 the spreadsheet has thrown digits away."""
    found = re.fullmatch(r"(\d)(?:\.(\d+))?e\+?(\d{1,2})", written, re.IGNORECASE)
    if not found:
        return written
    decimals, exponent = found[2] or "", int(found[3])
    if len(decimals) < exponent - 1:
        raise Unreadable(f"“{written}”丢了尾数，请把这一列设为“文本”再填", f'"{written}" has lost its last digits; set the column to text')
    return (found[1] + decimals).ljust(exponent + 1, "0")[: exponent + 1]


def language(written: str) -> str | None:
    if not written:
        return None
    found = _LANGUAGES.get(text(written).lower())
    if found is None:
        raise Unreadable(f"没有“{written[:20]}”，可以写 zh-CN 或 en", f'there is no "{written[:20]}"; write zh-CN or en')
    return found


def area(written: str, known: Container[str]) -> str | None:
    if written and written not in known:
        raise Unreadable(f"没有代码为“{written[:24]}”的区域", f'there is no area with the code "{written[:24]}"')
    return written or None


def roles(written: str) -> frozenset[str]:
    parts = [part.strip() for part in re.split(r"[,;、/|\s]+", unicodedata.normalize("NFKC", text(written)).lower()) if part]
    if not parts:
        raise Unreadable("没有填", "is missing")
    for part in parts:
        if part not in _ROLE_OF:
            raise Unreadable(
                f"没有“{part[:20]}”，可以写：{'、'.join(others[0] for others in _ROLES.values())}",
                f'there is no "{part[:20]}"; write: {", ".join(_ROLES)}',
            )
    return frozenset(_ROLE_OF[part] for part in parts)


def degrees(written: str, most: int) -> float | None:
    if not written:
        return None
    value = _number(written)
    if abs(value) > most:
        raise Unreadable(f"{written[:20]}超出范围（-{most}到{most}）", f"{written[:20]} is out of range (-{most} to {most})")
    return value


def radius_km(written: str) -> float | None:
    if not written:
        return None
    value = _number(written)
    if not 0 < value <= WIDEST_RADIUS_KM:
        raise Unreadable(f"应大于0，最多{WIDEST_RADIUS_KM}公里", f"must be above 0 and at most {WIDEST_RADIUS_KM} km")
    return value


def weekly_limit(written: str) -> int | None:
    if not written:
        return None
    value = _number(written)
    if not value.is_integer() or not 1 <= value <= MOST_A_WEEK:
        raise Unreadable(f"应为1到{MOST_A_WEEK}的整数", f"must be a whole number from 1 to {MOST_A_WEEK}")
    return int(value)


def _number(written: str) -> float:
    try:
        value = float(unicodedata.normalize("NFKC", written)) if "_" not in written else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Unreadable(f"“{written[:20]}”不是数字", f'"{written[:20]}" is no number')
    return value
