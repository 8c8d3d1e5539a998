"""What somebody who looks for work says of it: which work, when, for how much, how far, and how many come along. Pure."""

import re
from dataclasses import replace
from datetime import date, timedelta

from inbox.amounts import ENGLISH
from inbox.dates import days_asked_for, without_other_times
from inbox.numerals import CHINESE, NUMBER, value
from inbox.reading import Reading
from inbox.understanding import trades_beside
from jobs.needs import Seek
from jobs.occupations import certificates_in
from people.areas import named_in_english
from people.gazetteer import Found

HOURLY_UP_TO, MONTHLY_FROM = 60, 1500
WORKDAYS_A_MONTH = 26
NEARBY_KM = 5.0
MOST_COMING_ALONG = 50

_HOURLY = re.compile(r"时薪|(?:一|每|/)\s*个?小时|(?:per|an|a) ?hour|/ ?h")
_MONTHLY = re.compile(r"月薪|月工资|(?:一|每)个?月|/月|(?:per|a) ?month")

_COUNT = r"(?<![\d第])(?P<{}>\d{{1,2}}|[两俩二三四五六七八九十]{{1,3}})"
_EN_COUNT = rf"(?P<{{}}>\d{{{{1,2}}}}|{'|'.join(ENGLISH)})"
PARTY = re.compile(
    rf"{_COUNT.format('people')}\s*(?:个|名|位)?\s*(?:人(?!民|家)|工友|老乡|伙计|兄弟|姐妹|男的|女的|妇女|小伙子|劳力)"
    rf"|{_COUNT.format('heads')}\s*(?:名|位|个(?=\s*(?:$|[,.;。]|一起|找)))"
    rf"|(?:我们|俺们?|咱们?)\s*{_COUNT.format('us')}\s*(?:个|名|位)?(?![\d点号月楼])"
    rf"|(?:兄弟|姐妹|老乡|工友)\s*{_COUNT.format('kin')}\s*个?"
    rf"|\b{_EN_COUNT.format('of_us')} (?:of us|people|workers|persons|men|women|friends)\b|\bwe are {_EN_COUNT.format('we')}\b"
)
PAIR = re.compile(
    r"夫妻|夫妇|两口子|父子|母女|俩人|[我咱]俩|我[和跟同与](?:我?的?)?(?:老公|老婆|爱人|媳妇|妻子|丈夫|弟|哥|姐|妹|儿子|女儿|爸|妈|朋友|同学|邻居|老乡|工友|同村)"
    r"|\bmy \w+ and (?:i|me)\b|\bme and my \w+\b|\bi and my \w+\b"
)

_WHOLE_KM = re.compile(rf"(?P<km>{NUMBER})\s*(?:公里|千米|km\b|kilomet)")
_HALF_KM = re.compile(rf"(?P<li>{NUMBER})\s*里(?:路|地)?(?:之内|以内|内|范围)")
_NEARBY = re.compile(r"附近|就近|周边|离家近|家门口|nearby|near me|near home|close by|close to home")

_THESE_DAYS = re.compile(r"[这近](?:几|两|些)[天日]|最近几[天日]|these days|(?:next|coming) few days")
_THIS_WEEK = re.compile(rf"(?:这个?|本)(?:周|星期|礼拜)(?![{CHINESE}日天末\d])|\bthis week\b")
_NEXT_WEEK = re.compile(rf"(?<!下)下个?(?:周|星期|礼拜)(?![{CHINESE}日天末\d])|\bnext week\b(?!end)")
_THIS_MONTH = re.compile(r"这个月|本月|this month")
_WEEKEND = re.compile(r"[周星期礼拜]末|weekend")
_DAY_AFTER_TOO = re.compile(r"明后[天日两]")
_ON = re.compile(r"[日天号一二三四五六][以]?(?:开始|起(?!床)|以后|之后|往后)|\bfrom\b|\bstarting\b|\bonwards?\b")


def seek_in(text: str, reading: Reading, today: date) -> Seek:
    """`text` is the one in which the spans of the reading lie."""
    about = _without_place(text, reading)
    pay_fen, pay_per = _pay(reading.min_pay, about)
    from_day, to_day = days_in(about, today)
    return Seek(
        occupations=occupations_in(about, reading.kind),
        pay_fen=pay_fen, pay_per=pay_per,
        from_day=from_day, to_day=to_day, part=reading.part,
        radius_km=radius_in(about),
        certificates=tuple(sorted(certificates_in(about))),
        people=party_in(about),
        area=reading.place.code if isinstance(reading.place, Found) else english_area(about),
    )  # fmt: skip


def from_today(seek: Seek, today: date) -> Seek:
    """What was said some days ago, without the days that are over."""
    if seek.to_day and seek.to_day < today:
        return replace(seek, from_day=None, to_day=None)
    return replace(seek, from_day=max(seek.from_day, today)) if seek.from_day else seek


def english_area(text: str) -> str | None:
    """The one area that an English text ends with: …, Xianan; … in Wanxiu Village, Heshengqiao."""
    for found in re.finditer(r"(?:^|,| in | at | near )\s*(?=[a-z])", text):
        codes = named_in_english(text[found.end() :])
        if len(codes) == 1:
            return codes[0]
    return None


def _without_place(text: str, reading: Reading) -> str:
    if not isinstance(reading.place, Found):
        return text
    start, end = reading.place.span
    return f"{text[:start]} {text[end:]}"


def occupations_in(text: str, first: str | None) -> tuple[str, ...]:
    """The one that most is said of, and those named beside it: 瓦工或者小工. None means any."""
    if first is None or first == "other":
        return ()
    return tuple(trades_beside(first, text))


def _pay(yuan: int | None, text: str) -> tuple[int | None, str | None]:
    if yuan is None:
        return None, None
    if yuan <= HOURLY_UP_TO or _HOURLY.search(text):
        return yuan * 100, "hour"
    if yuan >= MONTHLY_FROM or _MONTHLY.search(text):
        yuan //= WORKDAYS_A_MONTH
    return yuan * 100, "day"


def party_in(text: str) -> int:
    """How many come, the one who writes among them."""
    if found := PARTY.search(text):
        said = next(count for count in found.groupdict().values() if count)
        count = ENGLISH.get(said) or value(said.replace("俩", "两"))
        if count and 1 <= count <= MOST_COMING_ALONG:
            return count
    return 2 if PAIR.search(text) else 1


def radius_in(text: str) -> float | None:
    if found := _WHOLE_KM.search(text):
        return _number(found["km"])
    if found := _HALF_KM.search(text):
        return _number(found["li"], 0.5)
    return NEARBY_KM if _NEARBY.search(text) else None


def _number(written: str, unit: float = 1.0) -> float | None:
    whole = value(written)
    return whole * unit if whole else None


def days_in(text: str, today: date) -> tuple[date | None, date | None]:
    """From which day to which; without a last day he looks on."""
    if spell := _spell(text, today):
        return spell
    timed = without_other_times(text)
    days = list(days_asked_for(timed, today))
    if not days:
        return None, None
    if len(days) == 1 and _ON.search(timed):
        return days[0], None
    last = max(days) + timedelta(days=bool(_DAY_AFTER_TOO.search(timed)))
    if _WEEKEND.search(timed) and last.weekday() == 5:
        last += timedelta(days=1)
    return min(days), last


def _spell(text: str, today: date) -> tuple[date, date] | None:
    if _THESE_DAYS.search(text):
        return today, today + timedelta(days=3)
    sunday = today + timedelta(days=6 - today.weekday())
    if _THIS_WEEK.search(text):
        return today, sunday
    if _NEXT_WEEK.search(text):
        return sunday + timedelta(days=1), sunday + timedelta(days=7)
    if _THIS_MONTH.search(text):
        return today, (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return None
