"""What a point of a score is given for, and how many: one table, which a city may change."""

from collections.abc import Mapping
from typing import NamedTuple

from base.errors import Unreadable
from base.words import Words

MOST = 1000


class Term(NamedTuple):
    """`unit`: what the share of the points is measured in, which lies between 0 and 1."""

    code: str
    points: int
    label: Words
    unit: Words
    why: Words


class Weights(NamedTuple):
    """Points, which add up to a thousand at most: a score is their sum, each times its share and rounded by itself."""

    distance: int
    skill: int
    focus: int
    free: int
    same_village: int
    reliability: int
    load: int
    rested: int
    unasked: int
    helped: int


TERMS = (
    Term("distance", 350, Words("距离", "distance"),
        Words("半径以内还余下几成，每人按自己的半径算", "share of one's own radius that is left"),
        Words("住得近的人来得快，也愿意再来", "who lives near comes soon, and comes again")),
    Term("skill", 150, Words("技能", "skill"),
        Words("会最合适的一样得全部，会另一样得一半", "all for the most fitting skill, half for another that will do"),
        Words("最在行的人一次就能办好", "who knows it best gets it done on the first visit")),
    Term("focus", 50, Words("专长", "focus"),
        Words("1除以会的样数", "1 divided by the number of skills"),
        Words("先问只会这一样的人，样样都会的人留给别的心愿", "who can do only this is asked before who can do much and is wanted elsewhere")),
    Term("free", 100, Words("有空", "free"),
        Words("心愿定的时候有空，或者今天余下的时间有空", "free at the hour of the wish, or in what is left of today"),
        Words("有空的人更可能答应", "who has time is likelier to say yes")),
    Term("same_village", 50, Words("同村", "same village"),
        Words("住在同一个村或社区", "lives in the same village or community"),
        Words("邻居上门，老人放心", "the old open their door to a neighbour")),
    Term("reliability", 100, Words("可靠", "reliability"),
        Words("（办成的件数加8）除以（办成的加中途放弃的，再加10）", "(done + 8) divided by (done + given up + 10)"),
        Words("说到做到的人优先；新人按八成算", "who keeps a promise comes first; a newcomer counts as four in five")),
    Term("load", 80, Words("本周余量", "room this week"),
        Words("本周上限还余下几成", "share of the weekly limit that is left"),
        Words("不让几个人包下所有的事", "a few shall not carry it all")),
    Term("rested", 70, Words("少打扰", "rest from messages"),
        Words("1除以（1加近日收到的短信数）", "1 divided by (1 + recent messages)"),
        Words("短信收得太多，人就不看了", "who gets too many messages stops reading them")),
    Term("unasked", 20, Words("久未邀约", "long unasked"),
        Words("距上次邀约的天数除以30，最多算1", "days since last asked divided by 30, at most 1"),
        Words("报了名的人，不该一个月没人找", "nobody who signed up should wait a month to be asked")),
    Term("helped", 30, Words("帮过", "helped before"),
        Words("帮过这位居民", "has helped this resident before"),
        Words("彼此认识，好约，也放心", "they know each other, which makes it easy")),
)  # fmt: skip

DEFAULT = Weights(**{term.code: term.points for term in TERMS})


def weights_of(points: Mapping[str, int]) -> Weights:
    """A term that is not named counts nothing: what a city has saved stays valid when a later version knows another term."""
    for code, value in points.items():
        check(code, value)
    total = sum(points.values())
    if not 0 < total <= MOST:
        raise Unreadable(f"各项加起来是{total}分，应为1到{MOST}分", f"the points add up to {total}; they must add up to 1 to {MOST}")
    return Weights(**{code: points.get(code, 0) for code in Weights._fields})


def check(code: str, value: int) -> None:
    label = next((term.label for term in TERMS if term.code == code), None)
    if label is None:
        raise Unreadable(f"没有“{code}”这一项", f'there is no term "{code}"')
    if type(value) is not int or value < 0:
        raise Unreadable(f"“{label.zh}”应为0或更大的整数", f'"{label.en}" must be a whole number of 0 or more')
