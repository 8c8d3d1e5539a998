"""The cells of a sheet of listings: what people and spreadsheets write for a day, a place or a yes, and what is meant."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from base.errors import Unreadable
from base.words import Words
from jobs.meaning import meant, named_kind
from jobs.occupations import CERTIFICATES, OCCUPATIONS, certificates_in
from jobs.typed import folded
from people import areas
from people.gazetteer import Ambiguous, Gazetteer
from volunteers import cells

NEAR_DAYS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2}
YES = frozenset({"是", "包", "有", "包吃", "包餐", "管饭", "管", "包午餐", "√", "yes", "y", "true", "1"})
NO = frozenset({"", "否", "不", "无", "没有", "不包", "不含", "×", "no", "n", "false", "0"})

_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:\(?(?:周|星期).\)?)?")


_CERTIFICATE_OF_WORD = {folded(word): certificate for certificate, words in CERTIFICATES.items() for word in (certificate, *words)}


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
        raise Unreadable("没有填", "is missing")
    return written


def yes(cell: object) -> bool:
    written = folded(plain(cell))
    if written not in YES | NO:
        raise Unreadable(f"“{written[:20]}”看不懂，请写是或否", f'"{written[:20]}" cannot be read; write yes or no')
    return written in YES


def one_of(cell: object, known: Mapping[str, Words]) -> str | None:
    """By its key, or by its words in one of the languages."""
    written = folded(plain(cell))
    found = next((key for key, words in known.items() if written in (key, folded(words.zh), folded(words.en))), None)
    if found is None and written:
        raise _unknown(plain(cell))
    return found


def _unknown(written: str) -> Unreadable:
    return Unreadable(
        f"不认识“{written[:20]}”，可以写的见“可填内容”表", f'"{written[:20]}" is unknown; see the sheet of what can be written'
    )


class Occupation(NamedTuple):
    """`title`: as it was written, when it is more than the name of a kind of work."""

    kind: str
    code: str | None
    title: str


def occupation(cell: object) -> Occupation | None:
    """A word of the short list, or any title that the classification knows: 贴砖师傅 is a bricklayer."""
    written = plain(cell)
    if not written:
        return None
    if (found := meant(written)) is None:
        raise _unknown(written)
    known = named_kind(written)
    return Occupation(*found, OCCUPATIONS[known].zh if known else written)


def certificate(cell: object) -> str | None:
    written = plain(cell)
    named = {_CERTIFICATE_OF_WORD[folded(written)]} if folded(written) in _CERTIFICATE_OF_WORD else certificates_in(written)
    if len(named) > 1:
        raise Unreadable("只能填一种证书", "only one certificate can be required")
    if written and not named:
        raise _unknown(written)
    return next(iter(named), None)


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
