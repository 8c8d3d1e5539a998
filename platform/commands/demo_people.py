"""The people of the demo city, made up and the same for the same seed. Pure: rosters come out, nobody is met yet."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from base.geo import scatter
from people.areas import Node, Point, centre_household_words, tree
from sandbox.cast import CLERK, COORDINATOR, RESIDENT_OF_HESHENGQIAO, RESIDENT_OF_WANXIU, STEWARD, CastMember
from volunteers.hour_words import parse_hours
from volunteers.hours import ANY
from volunteers.roster import Entry

SEED = 20261123
TOWN = "421202104"
STEWARDS_OF_TOWN = 219
HOUSEHOLDS_OF_TOWN = 3_525
VOLUNTEERS_OF_TOWN = 130
VOLUNTEERS = 600
RESIDENTS_ELSEWHERE = 150
STAFF_A_STATION = 2

# (area, name, name in English)
STATIONS = (
    ("421202001", "温泉零工驿站", "Wenquan Gig Station"),
    ("421202104", "贺胜桥零工驿站", "Heshengqiao Gig Station"),
    ("421221103", "嘉鱼零工驿站", "Jiayu Gig Station"),
    ("421222100", "通城零工驿站", "Tongcheng Gig Station"),
    ("421223100", "崇阳零工驿站", "Chongyang Gig Station"),
    ("421224100", "通山零工驿站", "Tongshan Gig Station"),
    ("421281001", "赤壁零工驿站", "Chibi Gig Station"),
)

_SURNAMES = "王李张刘陈杨黄周吴徐孙胡朱高林何郭罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛雷龙黎史陶贺毛郝龚邵万钱严洪"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英兰玉萍红志建国华文斌春梅金凤云莲生福海波鹏宇欣怡子涵思雨晨嘉佳俊峰翠香菊德义仁和顺祥"
)
_STREETS = ("幸福路", "人民路", "书院街", "桂花巷", "建设街", "沿河路")
_FOREIGNERS = ("Anna Meyer", "David Okoro", "Maria Silva", "Tom Becker")
_SKILLS = {
    "repair": 9, "electrician": 7, "plumber": 5, "carpenter": 4, "errand": 12, "company": 12, "transport": 8, "driver": 6, "tutoring": 8,
    "digital": 9, "goods": 5, "cleaning": 8, "farm": 6, "health": 4, "carer": 4, "advice": 4, "cook": 3, "gardener": 2, "sewer": 2,
    "bricklayer": 2, "welder": 1, "painter": 1, "mover": 3,
}  # fmt: skip
_HOURS = [
    parse_hours(hours)
    for hours in (
        "每天 9-21", "每天", "工作日 18-21; 周末 9-21", "周末", "工作日 9-18", "每天 6-12", "每天 18-24", "周一三五 9-21", "周二四六 12-21",
    )
]  # fmt: skip


@dataclass(frozen=True)
class City:
    """Who is to be met: the rosters, the addresses by phone, and the residents whose wishes are told."""

    entries: list[Entry]
    addresses: dict[str, str]
    residents: list[str]


def centre_households() -> list[Node]:
    """The villages of the town and its centre households have exactly as many stewards as its report says."""
    villages = villages_of(TOWN)
    wanted = STEWARDS_OF_TOWN - len(villages)
    nodes = []
    for place, village in enumerate(villages):
        share = wanted // len(villages) + (place < wanted % len(villages))
        for number in range(1, share + 1):
            words = centre_household_words(number)
            nodes.append(Node(f"{village}-{number:02d}", words.zh, words.en, village, "centre_household"))
    return nodes


def villages_of(town: str) -> list[str]:
    return [node.code for node in tree().values() if node.parent == town]


@cache
def _villages_outside_of_the_town(county: str) -> list[str]:
    villages = [node.code for node in tree().values() if node.level == "village" and node.code.startswith(county)]
    return [code for code in villages[: len(villages) // 6] if not code.startswith(TOWN)]


class Maker:
    """Draws people from one seed; every phone is used once."""

    def __init__(self, seed: int, positions: Mapping[str, Point]) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.positions = positions
        self.count = 0

    def city(self) -> City:
        households = list(self._households())
        elsewhere = list(self._residents_elsewhere())
        entries = [*self._offices(), *self._volunteers(), *self._staff(), *(each for each, _ in households + elsewhere)]
        addresses = {entry.phone: address for entry, address in households + elsewhere}
        of_town = self.random.sample([entry.phone for entry, _ in households], RESIDENTS_ELSEWHERE * 3 // 4)
        return City(entries, addresses, of_town + [entry.phone for entry, _ in elsewhere])

    def _households(self) -> Iterator[tuple[Entry, str]]:
        codes = [node.code for node in centre_households()]
        # Two of the town's residents are of the cast.
        for number in range(HOUSEHOLDS_OF_TOWN - 2):
            code = codes[number % len(codes)]
            yield self.person(code, "resident", 0.6), self._address(code, number // len(codes) + 1)

    def _residents_elsewhere(self) -> Iterator[tuple[Entry, str]]:
        for number in range(RESIDENTS_ELSEWHERE):
            name = _FOREIGNERS[number] if number < len(_FOREIGNERS) else None
            code = self._anywhere() if name is None else "421202001002"
            yield self.person(code, "resident", 1.5, name=name), self._address(code, self.random.randint(1, 60))

    def _offices(self) -> Iterator[Entry]:
        for node in [*tree().values(), *centre_households()]:
            is_steward = node.level in ("village", "centre_household")
            if node.code not in (STEWARD.area_code, COORDINATOR.area_code):
                yield self.person(node.code, "steward" if is_steward else "coordinator", 0.5)

    def _volunteers(self) -> Iterator[Entry]:
        town = villages_of(TOWN)
        for number in range(VOLUNTEERS):
            code = town[number % len(town)] if number < VOLUNTEERS_OF_TOWN else self._anywhere()
            skills = self.skills()
            if code == RESIDENT_OF_HESHENGQIAO.area_code:
                # There the story has its two electricians, and nobody is to be nearer.
                skills = tuple(skill for skill in skills if skill not in ("repair", "electrician")) or ("company",)
            yield self.volunteer(code, skills)

    def _staff(self) -> Iterator[Entry]:
        for code, _, _ in STATIONS:
            for _ in range(STAFF_A_STATION - (code == CLERK.area_code)):
                yield self.person(code, "staff", 1)

    def volunteer(self, code: str, skills: tuple[str, ...]) -> Entry:
        return self.person(
            code, "volunteer", 2, skills=skills, hours=self.random.choice(_HOURS),
            radius_km=self.random.choice((2, 3, 3, 4, 5, 5, 6, 8, 10, 12, 15)), weekly_limit=self.random.randint(1, 5),
        )  # fmt: skip

    def person(
        self, code: str, role: str, reach_km: float, *, name: str | None = None, skills: tuple[str, ...] | None = None,
        hours: int | None = None, radius_km: float | None = None, weekly_limit: int | None = None,
    ) -> Entry:  # fmt: skip
        self.count += 1
        phone = f"+861601{self.count:07d}"
        lat, lon = scatter(*self.positions[code], phone, reach_km)
        language = "en" if name else "zh-CN"
        return Entry(phone, name or self._name(), language, code, frozenset({role}), skills, hours, lat, lon, radius_km, weekly_limit)

    def _name(self) -> str:
        given = self.random.sample(_GIVEN, self.random.choice((1, 2, 2, 2)))
        return self.random.choice(_SURNAMES) + "".join(given)

    def skills(self) -> tuple[str, ...]:
        drawn = self.random.choices(list(_SKILLS), list(_SKILLS.values()), k=self.random.choice((1, 1, 2, 2, 3, 4)))
        return tuple(dict.fromkeys(drawn))

    def _anywhere(self) -> str:
        """A village outside of the town, one county as often as another."""
        county = self.random.choice([node.code for node in tree().values() if node.level == "county"])
        return self.random.choice(_villages_outside_of_the_town(county))

    def _address(self, code: str, number: int) -> str:
        group = int(code.rpartition("-")[2]) if "-" in code else self.random.randint(1, 12)
        if "社区" in tree()[code[:12]].name:
            return f"{_STREETS[group % len(_STREETS)]}{group * 2 + 1}号{number}室"
        return f"{group}组{number}号"


def cast_entry(member: CastMember, positions: Mapping[str, Point]) -> Entry:
    """The volunteers of the story are near, always free and never too busy, so that it can be played all day."""
    assert member.area_code
    near = RESIDENT_OF_HESHENGQIAO.area_code if member.role == "volunteer" else member.area_code
    lat, lon = scatter(*positions[near or member.area_code], member.phone, 0.3)
    roles = frozenset({member.role})
    if member.role != "volunteer":
        return Entry(member.phone, member.name, "zh-CN", member.area_code, roles, None, None, lat, lon, None, None)
    return Entry(member.phone, member.name, "zh-CN", member.area_code, roles, ("electrician", "repair"), ANY, lat, lon, 10, 50)


CAST_ADDRESSES = {RESIDENT_OF_WANXIU.phone: "3组12号", RESIDENT_OF_HESHENGQIAO.phone: "书院街7号2楼"}
