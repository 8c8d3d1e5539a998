"""Hours as people write them: 周一至周五 18-21; 周末 9-18 · weekday evening · mon-fri 18:00-21:00 · 每天 · any."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from base.errors import Unreadable
from volunteers.hours import ANY, BLOCKS, PARTS, WHOLE_DAY, day_blocks, on_days

_ANY = {"any", "any time", "anytime", "always", "all", "24/7", "任何时候", "任何时间", "随时", "不限", "都可以", "都行", "全部", "任意"}
_EVERY_DAY = set(range(7))
_DAY_SETS = (
    (r"每天|每日|天天|every\s*day|daily", _EVERY_DAY),
    (r"工作日|平日|平时|weekdays?|workdays?", {0, 1, 2, 3, 4}),
    (r"双休日|休息日|(?:周|星期|礼拜)末|weekends?", {5, 6}),
)
_PARTS = (
    (r"早上|早晨|清晨|上午|mornings?", PARTS["morning"]),
    (r"中午|noon", (12, 15)),
    (r"下午|afternoons?", PARTS["afternoon"]),
    (r"晚上|傍晚|晚间|晚|evenings?", PARTS["evening"]),
    (r"深夜|夜里|夜间|nights?", (21, 24)),
    (r"白天|日间|day\s*time", (6, 18)),
    (r"全天|整天|all\s*day", (0, 24)),
)
_ZH_WEEK = {sign: number for signs in ("一二三四五六日", "1234567") for number, sign in enumerate(signs)} | {"天": 6}
_EN_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_TO = r"\s*(?:-|–|—|~|到|至|to|until|till)\s*"
_ZH_DAY = r"(?:周|星期|礼拜)(?:[一二三四五六日天]|[1-7](?!\d))"
_EN_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
_CLOCK = r"\d{1,2}(?::\d{2})?\s*(?:点半|点钟|点|时)?\s*(?:am\b|pm\b)?"
_NOON = 12 * 60
_MORNING = re.compile(r"上午|早|am")
_AFTERNOON = re.compile(r"下午|晚|pm")
_HALF = r"上午|早上|下午|晚上|傍晚|晚"
_TOKEN = re.compile(
    "|".join((
        rf"(?P<zh_range>{_ZH_DAY}{_TO}(?:周|星期|礼拜)?(?:[一二三四五六日天]|[1-7](?![\d:点时])))",
        rf"(?P<zh_list>{_ZH_DAY}(?:[、,]?[一二三四五六日天])*)",
        rf"(?P<en_range>{_EN_DAY}{_TO}{_EN_DAY})",
        rf"(?P<en_list>{_EN_DAY})",
        rf"(?P<day_set>{'|'.join(pattern for pattern, _ in _DAY_SETS)})",
        rf"(?P<hours>(?P<start>(?:{_HALF})?\s*{_CLOCK}){_TO}(?P<end>(?:{_HALF})?\s*{_CLOCK}))",
        rf"(?P<part>{'|'.join(pattern for pattern, _ in _PARTS)})",
        r"(?P<stop>[;\n])",
        r"(?P<comma>[,、])",
        r"(?P<plus>[+&/]|和|及|与|或|and\b|or\b)",
        r"(?P<noise>[\s.。:]+|的|都|有空|可以|方便|from\b|on\b|in\b|the\b)",
    ))
)  # fmt: skip


@dataclass
class _Group:
    """Days and the hours of each of them, in either order: 周末 9-18, evenings on weekdays."""

    days: set[int] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, kind: str, value: Any) -> None:
        self.kinds.append(kind)
        if kind == "days":
            self.days |= value
        else:
            self.spans.append(value)

    def ends_before(self, kind: str) -> bool:
        """Days, hours, and days again: the second days begin a new group."""
        return kind in self.kinds and kind != self.kinds[-1]

    def mask(self) -> int:
        days = self.days or (_EVERY_DAY if self.spans else set())
        if not self.spans:
            return on_days(days, WHOLE_DAY)
        mask = 0
        for start, end in self.spans:
            mask |= on_days(days, day_blocks(start, min(end, 24)))
            if end > 24:
                mask |= on_days({(day + 1) % 7 for day in days}, day_blocks(0, end - 24))
        return mask


def parse_hours(text: str) -> int:
    """The mask of what a person wrote, or of a plain number. Hours count for every block that they touch."""
    written = unicodedata.normalize("NFKC", text).strip().lower()
    if written in _ANY:
        return ANY
    mask = int(written) if written.isascii() and written.isdigit() else _read(list(_tokens(written)))
    if not 0 < mask < 1 << BLOCKS:
        raise Unreadable("没有写可服务的时间", "no hours are given")
    return mask


def _read(tokens: list[tuple[str, Any]]) -> int:
    mask, group = 0, _Group()
    for at, (kind, value) in enumerate(tokens):
        if kind in ("days", "spans") and not group.ends_before(kind):
            group.add(kind, value)
        elif kind in ("days", "spans"):
            mask, group = mask | group.mask(), _Group()
            group.add(kind, value)
        elif _closes(kind, group, tokens[at + 1 :]):
            mask, group = mask | group.mask(), _Group()
    return mask | group.mask()


def _closes(mark: str, group: _Group, after: list[tuple[str, Any]]) -> bool:
    """`;` always. A comma between two clauses that are whole. `and` between days and hours: weekends and evenings."""
    clause = [kind for kind, _ in takewhile(lambda token: token[0] in ("days", "spans"), after)]
    if mark == "comma":
        return len(set(group.kinds)) == 2 and len(set(clause)) == 2
    if mark == "plus":
        return bool(clause and group.kinds) and clause[0] != group.kinds[-1]
    return True


def _tokens(written: str) -> Iterator[tuple[str, Any]]:
    at = 0
    while at < len(written):
        found = _TOKEN.match(written, at)
        if not found:
            rest = written[at : at + 20]
            raise Unreadable(
                f"看不懂时间“{rest}”，可以写：周一至周五 18-21；周末 9-18",
                f'cannot read the hours "{rest}"; write for example: Mon-Fri 18-21; weekends 9-18',
            )
        at = found.end()
        yield from _meaning(found.lastgroup or "", found[0])


def _meaning(kind: str, said: str) -> Iterator[tuple[str, Any]]:
    if kind in ("stop", "comma", "plus"):
        yield kind, None
    elif kind == "hours":
        yield "spans", _span(said)
    elif kind == "part":
        yield "spans", next(span for pattern, span in _PARTS if re.fullmatch(pattern, said))
    elif kind == "day_set":
        yield "days", next(days for pattern, days in _DAY_SETS if re.fullmatch(pattern, said))
    elif kind != "noise":
        days = [_ZH_WEEK[sign] for sign in said if sign in _ZH_WEEK] or [
            _EN_WEEK.index(name) for name in re.findall("|".join(_EN_WEEK), said)
        ]
        yield "days", _through(*days) if kind.endswith("range") else set(days)


def _through(first: int, last: int) -> set[int]:
    """周五至周一 goes over the end of the week."""
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def _span(said: str) -> tuple[int, int]:
    """Whole hours, rounded outwards; an end beyond 24 lies in the night after."""
    first, last = re.split(_TO, said)
    start, end = _minutes(first), _minutes(last)
    if _AFTERNOON.search(last) and end < _NOON:
        end += _NOON
        start += _NOON if start < end - _NOON and not _MORNING.search(first) else 0
    if _AFTERNOON.search(first) and start < _NOON:
        start += _NOON
        end += _NOON if end <= _NOON and end + _NOON > start and not _MORNING.search(last) else 0
    if max(start, end) > 2 * _NOON or start == end:
        raise Unreadable(f"时间“{said}”不对", f'the hours "{said}" are wrong')
    return start // 60, -(-(end if end > start else end + 2 * _NOON) // 60)


def _minutes(said: str) -> int:
    hours, minutes = re.findall(r"\d+", said + ":0")[:2]
    return int(hours) * 60 + (30 if "半" in said else int(minutes))
