"""The cells of a sheet of listings: what people and spreadsheets write for a day, a place or a yes, and what is meant."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from base.errors import Unreadable
from base.words import Words
from people import areas
from people.gazetteer import Ambiguous, Gazetteer
from volunteers import cells

EMPTY = Unreadable("没有填", "is missing")
NEAR_DAYS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2}
YES = frozenset({"是", "包", "有", "包吃", "包餐", "管饭", "管", "包午餐", "√", "yes", "y", "true", "1"})
NO = frozenset({"", "否", "不", "无", "没有", "不包", "不含", "×", "no", "n", "false", "0"})

_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\(?(?:周|星期).\)?)?")


def folded(written: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", written)).lower()


def plain(cell: object) -> str:
    """As text; without the mark by which we kept a spreadsheet from taking it for a formula."""
    return re.sub(r"^'(?=[=+\-@])", "", cells.plain(cell))


def day(cell: object, today: date) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = folded(needed(cell))
    if written in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[written])
    match = _DATE.fullmatch(written)
    found = _date(match, today) if match else None
    if found is None:
        raise Unreadable(f"“{written[:20]}”不是日期，请写成 2026-11-24", f'"{written[:20]}" is no date; write it as 2026-11-24')
    return found


def _date(match: re.Match[str], today: date) -> date | None:
    """Without a year it is the next such day; one just past is a mistake, and not the one of next year."""
    year = int(match[1] or today.year)
    try:
        found = date(year, int(match[2]), int(match[3]))
        return found.replace(year=year + 1) if match[1] is None and (today - found).days > 300 else found
    except ValueError:
        return None


def needed(cell: object) -> str:
    written = plain(cell)
    if not written:
        raise EMPTY
    return written


def yes(cell: object) -> bool:
    written = folded(plain(cell))
    if written not in YES | NO:
        raise Unreadable(f"“{written[:20]}”看不懂，请写是或否", f'"{written[:20]}" cannot be read; write yes or no')
    return written in YES


def one_of(cell: object, known: Mapping[str, Words]) -> str | None:
    """By its key, or by its words in one of the languages."""
    written = folded(plain(cell))
    if not written:
        return None
    return next((key for key, words in known.items() if written in (key, folded(words.zh), folded(words.en))), None)


def area(cell: object, near: str) -> str:
    """By its code or its name; without one, where the station is."""
    written = plain(cell)
    if not written:
        return near
    if written in areas.tree():
        return written
    found = Gazetteer.load().resolve(unicodedata.normalize("NFKC", written), near)
    named = [found.code] if found and not isinstance(found, Ambiguous) else areas.named_in_english(written)
    if len(named) == 1:
        return named[0]
    choices = found.choices if isinstance(found, Ambiguous) else tuple(named)
    if not choices:
        raise Unreadable(f"没有找到区域“{written[:24]}”", f'there is no area "{written[:24]}"')
    said = [areas.words(code) for code in choices[:6]]
    raise Unreadable(
        f"“{written[:24]}”有{len(choices)}个：{'、'.join(words.zh for words in said)}；请写清楚",
        f'"{written[:24]}" may be {len(choices)} areas: {"; ".join(words.en for words in said)}; say which',
    )
