"""Hours, pay and heads as staff type them, in a form or in a spreadsheet: 7-17, 22:00-次日6点, 250, 25/小时, 3人."""

import re
import unicodedata
from datetime import time
from typing import NamedTuple

from base.errors import Unreadable

DAY_MINUTES = 24 * 60

_EARLY, _LATE = "凌晨|早上|早|上午", "下午|傍晚|晚上|晚|夜里"
_CLOCK = rf"({_EARLY}|中午|{_LATE})?(\d{{1,2}})(?:[:点时](\d{{1,2}}|半)?分?)?(am|pm)?"
_NEXT = "次日|第二天|隔天|翌日"
_HOURS = re.compile(rf"{_CLOCK}(?:[-–—~至到]|to)({_NEXT})?{_CLOCK}(nextday)?", re.ASCII)
_PAY = re.compile(
    r"(?:日薪|(时薪))?¥?(\d{1,6})(?:\.(\d{1,2}))?(?:元|块钱?|yuan|rmb)?(?:/|每|一|per|an?)?(?:天|日|工日|day|(小时|钟头|时|hour|h))?",
    re.ASCII,
)
_HEADS = re.compile(r"(-?\d{1,9})[人名]?", re.ASCII)


class Hours(NamedTuple):
    starts: time
    ends: time
    overnight: bool


class Pay(NamedTuple):
    fen: int
    per: str


def hours_of(written: str) -> Hours:
    found = _HOURS.fullmatch(folded(written))
    if found is None:
        raise _no_hours(written)
    first, second = found.group(1, 2, 3, 4), found.group(6, 7, 8, 9)
    starts, ends = _minutes(*first), _minutes(*second)
    overnight = bool(found[5] or found[10]) or ends == DAY_MINUTES
    # 下午2点到6点: what is said of the first holds for the second.
    if _is_late(first[0], first[3]) and second[0] is None and second[3] is None and ends < starts and not overnight:
        ends += DAY_MINUTES // 2
    if starts >= DAY_MINUTES or ends > DAY_MINUTES:
        raise _no_hours(written)
    return Hours(_time(starts), _time(ends % DAY_MINUTES), overnight)


def pay_of(written: str) -> Pay:
    """In a hurry one writes 250, and means a day."""
    found = _PAY.fullmatch(folded(written))
    if found is None:
        raise Unreadable(
            f"“{written[:20]}”看不懂，请写成 250元/天 或 25元/小时", f'"{written[:20]}" cannot be read; write 250/day or 25/hour'
        )
    return Pay(int(found[2]) * 100 + int((found[3] or "0").ljust(2, "0")), "hour" if found[1] or found[4] else "day")


def heads_of(written: str) -> int:
    found = _HEADS.fullmatch(folded(written).replace(",", ""))
    if found is None:
        raise Unreadable(f"“{written[:20]}”不是整数", f'"{written[:20]}" is no whole number')
    return int(found[1])


def _no_hours(written: str) -> Unreadable:
    return Unreadable(
        f"“{written[:24]}”看不懂，请写成 7:00-17:00；做到第二天的写 22:00-次日6:00",
        f'"{written[:24]}" cannot be read; write 7:00-17:00, or 22:00-6:00 next day',
    )


def _minutes(part: str | None, hour: str, minute: str | None, half: str | None) -> int:
    """Past any day when the minutes are none."""
    at = int(hour)
    if at < 12 and (_is_late(part, half) or (part == "中午" and at <= 3)):
        at += 12
    if half == "am" and at == 12:
        at = 0
    minutes = 30 if minute == "半" else int(minute or 0)
    return at * 60 + minutes if minutes < 60 else 2 * DAY_MINUTES


def _is_late(part: str | None, half: str | None) -> bool:
    return half == "pm" or bool(part and re.fullmatch(_LATE, part))


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def folded(written: str) -> str:
    return "".join(unicodedata.normalize("NFKC", written).lower().split())
