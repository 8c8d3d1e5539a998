"""Which day, and which part of it, a text asks for.

A day ends at midnight and has three parts; noon (中午) opens the afternoon. A weekday named alone is the next one, today included.
What is past (昨晚坏的), lasts (三天没来水), repeats (每周五) or is lunar (初五) is not a day that somebody can be sent on.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from inbox.numerals import CHINESE, NUMBER, value
from inbox.reading import Part

WEEKDAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
WEEKDAYS |= {str(number + 1): number for number in range(6)}
ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_DAY_NUMBER = rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})"
_WEEKDAY_EN = r"(?P<weekday_en>mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_MONTH_EN = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PART_OF_PAST = r"(?:的?(?:早上|上午|中午|下午|傍晚|晚上|夜里|半夜|晚|夜))?"

NOT_A_DAY = re.compile(
    rf"(?:大?前[天日]|昨[天日晚夜]|昨儿|上个?(?:周|星期|礼拜)[一二三四五六日天末]?){_PART_OF_PAST}"
    r"|(?:每个?|逢)(?:周|星期|礼拜)(?:[一二三四五六日天末][、和到至]?)*"
    r"|(?:每|天)天(?:早上|上午|下午|晚上|夜里)?|以后天天|[\d一二两三四五六七八九十几半]+个(?:多)?(?:星期|礼拜)(?!后|之后)"
    r"|(?<!帮)(?<!帮忙)(?:一|整|整个|大)(?:个)?(?:早上|上午|下午|晚上|晚|夜)(?!点)"
    r"|从(?:早上|上午|中午|下午|晚上|夜里|半夜)(?:到现在|起|开始)?"
    r"|(?:腊月|正月|农历)\S{0,4}"
    r"|\byesterday(?: (?:morning|afternoon|evening|night))?|\blast (?:night|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|\bevery (?:day|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?"
)

TODAY = r"(?P<today>今[天日晚早夜儿]|今个|当天|\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b)"
AFTER_TOMORROW = r"(?P<third>大后[天日])|(?P<second>(?<![然以之今往最])后[天日儿](?!气)|\b(?:the )?day after tomorrow\b)"
TOMORROW = r"(?P<tomorrow>明[天日晚早儿](?!白)|明个|明后[天日]|\b(?:tomorrow|tmrw?|tomorow|2moro)\b)"
IN_DAYS = rf"(?:再?过)?(?P<in_days>{NUMBER})天(?:之?后|以后)|\bin (?P<in_days_en>\d{{1,2}}) days\b"
IN_WEEKS = rf"(?P<in_weeks>{NUMBER})(?:周|个(?:星期|礼拜))(?:之?后|以后)"
WEEKDAY = r"(?P<which>下下个?|下个?|这个?|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末]|[1-6](?!\d|个|次|天))"
WEEKDAY_EN = rf"\b(?:(?P<which_en>next|this|coming|on) )?(?:{_WEEKDAY_EN})\b(?!['’]s)|\b(?P<weekend>(?:(?:this|the|next) )?weekend)\b"
FULL_DATE = r"(?P<year>20\d\d)[年./-](?P<full_month>\d{1,2})[月./-](?P<full_day>\d{1,2})[日号]?"
MONTH_AND_DAY = rf"(?P<month>{_DAY_NUMBER})(?:月(?:份)?|[./](?=\d{{1,2}}[日号]))(?P<day>{_DAY_NUMBER})[日号]?"
MONTH_EN = rf"\b(?P<month_en>{_MONTH_EN}) (?P<day_en>\d{{1,2}})(?:st|nd|rd|th)?\b|\b(?P<day_en2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month_en2>{_MONTH_EN})\b"
DAY_OF_MONTH = rf"(?P<next_month>下个?月)?(?<![\d第.])(?P<day_of_month>{_DAY_NUMBER})[号日](?![楼线门房院铺单元池井机店厅库桌床码仓桩家栋])"
END_OF_MONTH = r"(?P<end_of_next>下个?)?(?P<end_of_month>月底|月末)"

DAY = re.compile(
    "|".join(
        f"(?:{pattern})"
        for pattern in (
            AFTER_TOMORROW, IN_DAYS, IN_WEEKS, TODAY, TOMORROW, WEEKDAY, WEEKDAY_EN, FULL_DATE, MONTH_AND_DAY, MONTH_EN, DAY_OF_MONTH, END_OF_MONTH,
        )
    )
)  # fmt: skip

# 晚上 that says how things are (晚上睡不着, 晚上黑漆漆的) asks for nobody at that hour.
_DESCRIBED = r"(?!(?:(?![来修换帮教陪送看]).){0,6}(?:睡不着|睡不好|黑|看不[见清]|不亮|没灯|不敢|怕|吵|摔|冷|起夜|咳|疼|痛|滴))"
PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("evening", re.compile(
        rf"晚上{_DESCRIBED}|晚间|今晚|明晚|当晚|傍晚|夜班|晚班|夜里{_DESCRIBED}|夜间{_DESCRIBED}|今夜|天黑后|晚饭后|晚饭以后|小夜|大夜|通宵|守夜"
        r"|(?:后[天日]|[周期拜][一二三四五六日天末]|[号日])晚(?![点些])|(?:1[89]|2[0-3])(?:点|:\d\d|时)|\b(?:evenings?|tonight|night(?: shift)?s?)\b"
        r"|\b(?:[6-9]|1[01])(?::\d\d)? ?p\.?m\b")),
    ("afternoon", re.compile(
        r"下午|午后|中午|正午|晌午|午饭后|(?:1[2-7])(?:点|:\d\d|时)|\b(?:afternoons?|noon|midday)\b|\b(?:12|[1-5])(?::\d\d)? ?p\.?m\b")),
    ("morning", re.compile(
        r"上午|早上|早晨|清早|清晨|大早|一早(?!就)|今早|明早|早班|凌晨|早饭后|天亮|午前|(?:后[天日]|[周期拜][一二三四五六日天末]|[号日])早(?![点些])"
        r"|\b(?:mornings?)\b|\b(?:[5-9]|1[01])(?::\d\d)? ?a\.?m\b")),
)  # fmt: skip


def without_other_times(text: str) -> str:
    return NOT_A_DAY.sub(" ", text)


def part_of_day(text: str) -> Part | None:
    """The first part that is named."""
    first = [(found.start(), part) for part, pattern in PARTS if (found := pattern.search(text))]
    return min(first)[1] if first else None


def day_asked_for(text: str, today: date) -> date | None:
    return next(days_asked_for(text, today), None)


def days_asked_for(text: str, today: date) -> Iterator[date]:
    for found in DAY.finditer(text):
        day = _day_of({name: said for name, said in found.groupdict().items() if said}, today)
        if day:
            yield day


def _day_of(said: dict[str, str], today: date) -> date | None:
    for name, days in (("today", 0), ("tomorrow", 1), ("second", 2), ("third", 3)):
        if name in said:
            return today + timedelta(days)
    reading = next((read for name, read in READINGS.items() if name in said), None)
    return reading(said, today) if reading else None


def _in_days(said: dict[str, str], today: date) -> date | None:
    days = value(said.get("in_days") or said["in_days_en"])
    return today + timedelta(days) if days is not None and days <= 60 else None


def _in_weeks(said: dict[str, str], today: date) -> date | None:
    weeks = value(said["in_weeks"])
    return today + timedelta(weeks=weeks) if weeks is not None and weeks <= 8 else None


def _weekday(said: dict[str, str], today: date) -> date:
    return _nth_weekday(WEEKDAYS[said["weekday"]], said.get("which", "").count("下"), today, is_weekend=said["weekday"] == "末")


def _weekday_en(said: dict[str, str], today: date) -> date:
    return _nth_weekday(ENGLISH_WEEKDAYS.index(said["weekday_en"][:3]), int(said.get("which_en") == "next"), today)


def _weekend(said: dict[str, str], today: date) -> date:
    return _nth_weekday(5, int(said["weekend"].startswith("next")), today, is_weekend=True)


def _nth_weekday(weekday: int, weeks: int, today: date, *, is_weekend: bool = False) -> date:
    if weeks:
        return today + timedelta(weekday - today.weekday(), weeks=weeks)
    if is_weekend and today.weekday() == 6:
        return today
    return today + timedelta((weekday - today.weekday()) % 7)


def _full_date(said: dict[str, str], _today: date) -> date | None:
    return _date(int(said["year"]), int(said["full_month"]), int(said["full_day"]))


def _month_and_day(said: dict[str, str], today: date) -> date | None:
    return _next_date(value(said["month"]), value(said["day"]), today)


def _month_en(said: dict[str, str], today: date) -> date | None:
    month = said.get("month_en") or said["month_en2"]
    return _next_date(MONTHS.index(month[:3]) + 1, value(said.get("day_en") or said["day_en2"]), today)


def _day_of_month(said: dict[str, str], today: date) -> date | None:
    day = value(said["day_of_month"])
    if day is None or not 1 <= day <= 31:
        return None
    month = _first_of_next_month(today) if "next_month" in said or day < today.day else today
    return _date(month.year, month.month, day)


def _end_of_month(said: dict[str, str], today: date) -> date:
    month = _first_of_next_month(today) if "end_of_next" in said else today
    return month.replace(day=monthrange(month.year, month.month)[1])


def _next_date(month: int | None, day: int | None, today: date) -> date | None:
    if month is None or day is None:
        return None
    this_year = _date(today.year, month, day)
    return _date(today.year + 1, month, day) if this_year and this_year < today else this_year


def _first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(32)).replace(day=1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


READINGS: dict[str, Callable[[dict[str, str], date], date | None]] = {
    "in_days": _in_days,
    "in_days_en": _in_days,
    "in_weeks": _in_weeks,
    "weekday": _weekday,
    "weekday_en": _weekday_en,
    "weekend": _weekend,
    "year": _full_date,
    "month": _month_and_day,
    "month_en": _month_en,
    "month_en2": _month_en,
    "day_of_month": _day_of_month,
    "end_of_month": _end_of_month,
}
