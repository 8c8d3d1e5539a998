"""From the words of a text to an area of the city. Village names are not unique: several answers are an answer too."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from people.area_names import short
from people.spoken_names import EVERYDAY, Names, names_of

AREAS = Path(__file__).with_name("areas.csv")
LEVEL_OF_LENGTH = {4: "city", 6: "county", 9: "town", 12: "village"}

SEPARATOR = r"[\s,.;:!?~、。,;:!?()()【】《》\"“”'‘’—\-/|+]"
HOME = r"(?:住在|住|家在|家住|地址|位置|地点|位于|来自|我是|人在|我在|就在)[::]?\s*"
LEADS_IN = re.compile(rf"(?:^|{SEPARATOR}|{HOME}|在|是|我们|咱们|从|离)$")
LEADS_IN_SURELY = re.compile(rf"(?:^|{SEPARATOR}|{HOME})$")
LEADS_OUT = re.compile(
    rf"(?:$|{SEPARATOR}|[的这那人里上]|附近|周边|本地|老街|城区|县城|有没有|有|要|想|找|求|招|哪|谁|能|今[天晚]|明天|后天|周|星期|路灯|停[水电气]|没[水电]|村民|居民|群众|\d+组|[一二三四五六七八九十]+组)"
)
ENDS = re.compile(rf"(?:$|{SEPARATOR})")
TOWARDS = re.compile(r"(?:去|往|送到|送去|回|赶到|到|前往|搬到|寄到)\s*$")
COMES_HERE = re.compile(r"[^,,。]{0,6}来")
INSTITUTION = re.compile(
    r"(?:市|县|区)?(?:第?[一二三四五六]?(?:人民)?(?:医院|中学|小学|高中)|中医院|妇幼|卫生院|[一二三四]中|实验|职校|大学|学院|[东南西北]?站"
    r"|火车站|汽车站|客运站|高铁站|大道|路(?![口灯面边上])|大桥|广场|公园|商场|超市|酒店|宾馆|水库|法院|银行|政务)"
)
CHOICE_IN_WORDS = "一二三四五六七八九"
CHOICE = re.compile(rf"[选第]?第?(\d{{1,2}}|[{CHOICE_IN_WORDS}])[个号是]?\W?")
NOT_THE_COUNTY = re.compile(r"(?:交|普|联|沟|打|直|流|开|贯)$")  # 交通城管, 打通山路


@dataclass(frozen=True, slots=True)
class Found:
    code: str
    name: str
    span: tuple[int, int]
    towards: bool = False
    """Named as where somebody wants to go, not where he is."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    choices: tuple[str, ...]
    written: str


Resolution = Found | Ambiguous | None


@dataclass(frozen=True, slots=True)
class _Mention:
    codes: frozenset[str]
    start: int
    end: int
    bare: bool
    towards: bool


@dataclass(slots=True)
class _Place:
    """Mentions that belong together, narrowed to the areas that fit all of them."""

    codes: frozenset[str]
    start: int
    end: int
    towards: bool

    @property
    def depth(self) -> int:
        return max(map(len, self.codes))


class Gazetteer:
    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._names: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self._full: defaultdict[str, set[str]] = defaultdict(set)
        self._bare: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._add(row["code"], row["name"], row["parent_code"], row["level"])
        self._by_first_character = self._index()

    @staticmethod
    @cache
    def load() -> "Gazetteer":
        """The areas of the reference data, read once for the life of the process."""
        return Gazetteer.read()

    @staticmethod
    def read() -> "Gazetteer":
        with AREAS.open(encoding="utf-8", newline="") as file:
            return Gazetteer(csv.DictReader(file))

    def _add(self, code: str, name: str, parent: str, level: str) -> None:
        self._names[code] = name
        self._parent[code] = parent
        names = names_of(name, level)
        for full in names.full:
            self._full[full].add(code)
        if names.bare:
            self._bare[names.bare].add(code)

    def _index(self) -> dict[str, tuple[str, ...]]:
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for form in (*self._full, *self._bare):
            forms[form[0]].add(form)
        return {first: tuple(sorted(those, key=lambda form: (-len(form), form))) for first, those in forms.items()}

    # What is known of one area

    def __contains__(self, code: str) -> bool:
        return code in self._names

    def codes(self) -> tuple[str, ...]:
        return tuple(self._names)

    def name(self, code: str) -> str:
        return self._names[code]

    def short_name(self, code: str) -> str:
        return short(self._names[code])

    def level(self, code: str) -> str:
        return LEVEL_OF_LENGTH[len(code)]

    def parents(self, code: str) -> tuple[str, ...]:
        """Nearest first: town, county, city."""
        above = []
        while code := self._parent[code]:
            above.append(code)
        return tuple(above)

    def full_name(self, code: str) -> str:
        """From the county down: 咸安区贺胜桥镇万秀村委会."""
        written = ""
        for above in (*reversed(self.parents(code)[:-1]), code):
            name = self._names[above]
            written = name if name.startswith(written) else written + name
        return written

    def is_within(self, code: str, above: str) -> bool:
        return code == above or above in self.parents(code)

    # From words to areas

    def resolve(self, text: str, near: str | None = None) -> Resolution:
        places = self._places(text)
        if not places:
            return None
        best = max(places, key=lambda place: (place.depth > 4, not place.towards, place.depth, -place.start))
        codes = sorted(best.codes)
        if near and len(codes) > 1:
            codes = self._nearest(codes, near)
        if len(codes) > 1:
            return Ambiguous(tuple(codes), text[best.start : best.end])
        return Found(codes[0], self._names[codes[0]], (best.start, best.end), best.towards)

    def choose(self, text: str, choices: tuple[str, ...]) -> str | None:
        """The answer to "which of these?": its number in the list, or the town or county that tells it apart."""
        if number := CHOICE.fullmatch(text.strip()):
            place = CHOICE_IN_WORDS.index(number[1]) + 1 if number[1] in CHOICE_IN_WORDS else int(number[1])
            return choices[place - 1] if 1 <= place <= len(choices) else None
        for shared in self._shared_names(choices):
            text = text.replace(shared, " ")
        left = [choice for choice in choices if any(name in text for name in self._own_names(choice, choices))]
        return left[0] if len(left) == 1 else None

    def _own_names(self, choice: str, choices: tuple[str, ...]) -> set[str]:
        """Names of the areas that this choice lies in and that not all the others do."""
        shared = set.intersection(*(set(self.parents(other)) for other in choices))
        names = [self._names_of(above) for above in self.parents(choice) if above not in shared]
        return {name for those in names for name in (*those.full, those.bare) if name}

    def _shared_names(self, choices: tuple[str, ...]) -> list[str]:
        shared = set.intersection(*(set(self._names_of(choice).full) for choice in choices))
        return sorted(shared, key=len, reverse=True)

    def _names_of(self, code: str) -> Names:
        return names_of(self._names[code], self.level(code))

    def _nearest(self, codes: list[str], near: str) -> list[str]:
        around = (near, *self.parents(near)) if near in self else ()
        for above in around:
            inside = [code for code in codes if self.is_within(code, above)]
            if inside:
                return inside
        return codes

    def _places(self, text: str) -> list[_Place]:
        places: list[_Place] = []
        for mention in self._mentions(text):
            if places and (both := self._together(places[-1].codes, mention)):
                last = places[-1]
                places[-1] = _Place(both, last.start, mention.end, last.towards)
            else:
                codes = self._highest(mention.codes) if mention.bare else mention.codes
                places.append(_Place(codes, mention.start, mention.end, mention.towards))
        return places

    def _together(self, codes: frozenset[str], mention: _Mention) -> frozenset[str]:
        below = {code for code in mention.codes if codes & set(self.parents(code))}
        if below:
            return self._highest(below) if mention.bare else frozenset(below)
        return frozenset(code for code in codes if mention.codes & {code, *self.parents(code)})

    def _highest(self, codes: Iterable[str]) -> frozenset[str]:
        codes = frozenset(codes)
        shortest = min(map(len, codes))
        return frozenset(code for code in codes if len(code) == shortest)

    def _mentions(self, text: str) -> Iterator[_Mention]:
        position, previous = 0, None
        while position < len(text):
            mention = self._mention_at(text, position, previous)
            if mention:
                yield mention
                previous, position = mention, mention.end
            else:
                position += 1

    def _mention_at(self, text: str, start: int, previous: _Mention | None) -> _Mention | None:
        for form in self._by_first_character.get(text[start], ()):
            if not text.startswith(form, start):
                continue
            end = start + len(form)
            before, towards = text[max(0, start - 8) : start], self._is_destination(text, start, end)
            if form in self._full and not (len(form) < 3 and not LEADS_IN.search(before)):
                return _Mention(frozenset(self._full[form]), start, end, False, towards)
            if form in self._bare:
                codes = self._bare_codes(form, text, start, end, previous)
                if codes:
                    return _Mention(codes, start, end, True, towards)
        return None

    def _is_destination(self, text: str, start: int, end: int) -> bool:
        if INSTITUTION.match(text, end):
            return True
        return bool(TOWARDS.search(text[max(0, start - 4) : start])) and not COMES_HERE.match(text, end)

    def _bare_codes(self, form: str, text: str, start: int, end: int, previous: _Mention | None) -> frozenset[str]:
        """The areas that a name without its ending may mean here; none when it may be just a word."""
        codes = frozenset(self._bare[form])
        if INSTITUTION.match(text, end):
            return frozenset()
        if previous and 0 <= start - previous.end <= 1:
            below = frozenset(code for code in codes if previous.codes & set(self.parents(code)))
            if below:
                return below
        return frozenset(code for code in codes if self._may_stand_alone(form, len(code), text, start, end))

    def _may_stand_alone(self, form: str, depth: int, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - 8) : start]
        if depth <= 6:
            return not NOT_THE_COUNTY.search(before) and (depth == 6 or bool(ENDS.match(text, end)))
        if form in EVERYDAY:
            return False
        if depth == 9 and len(form) >= 3:
            return True
        if depth == 9:
            return bool(LEADS_IN.search(before) and LEADS_OUT.match(text, end))
        return bool(LEADS_IN_SURELY.search(before) and ENDS.match(text, end))
