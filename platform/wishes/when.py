"""When a wish wants somebody, in words."""

from datetime import date

from base.clock import city_now
from base.words import Words

PARTS = {
    "morning": Words("上午", "morning"),
    "afternoon": Words("下午", "afternoon"),
    "evening": Words("晚上", "evening"),
}
WEEKDAYS = (
    Words("周一", "Mon"), Words("周二", "Tue"), Words("周三", "Wed"), Words("周四", "Thu"), Words("周五", "Fri"),
    Words("周六", "Sat"), Words("周日", "Sun"),
)  # fmt: skip
NEAR = {0: Words("今天", "today"), 1: Words("明天", "tomorrow"), 2: Words("后天", "in two days")}


def when_words(day: date | None, part: str | None) -> Words | None:
    """今天下午 / today, afternoon. None when the wish does not say."""
    if day is None:
        return PARTS[part] if part else None
    said = _day(day)
    if part is None:
        return said
    return Words(said.zh + PARTS[part].zh, f"{said.en}, {PARTS[part].en}")


def _day(day: date) -> Words:
    near = NEAR.get((day - city_now().date()).days)
    if near:
        return near
    weekday = WEEKDAYS[day.weekday()]
    return Words(f"{day.month}月{day.day}日{weekday.zh}", f"{weekday.en} {day:%d %b}")
