"""What a simulation takes for granted of people. Assumed, not measured: the report says so, line by line."""

from dataclasses import dataclass, field, fields
from typing import Any

from base.words import Words


def _assumed(value: float, zh: str, en: str) -> Any:
    return field(default=value, metadata={"why": Words(zh, en)})


@dataclass(frozen=True)
class Assumptions:
    volunteers_a_town: int = _assumed(
        360, "每个乡镇的志愿者人数：全市约三万二千人，89个乡镇", "volunteers in a town: some 32,000 in the 89 towns of the city"
    )
    known_home: float = _assumed(
        0.9, "我们已知道住处的居民比例，其余的要先问一句", "share of residents whose village we know; the others are asked first"
    )
    urgent: float = _assumed(0.1, "写明着急的心愿比例", "share of wishes that say they are urgent")
    dated: float = _assumed(0.35, "写明哪天上午或下午的心愿比例", "share of wishes that name a day and a part of it")
    several: float = _assumed(0.12, "需要两三个人的心愿比例", "share of wishes for two or three helpers")

    yes: float = _assumed(-1.6, "以下各项都不算时答应的对数几率，约六个人里一个", "log-odds of a yes before what follows: about one in six")
    distance: float = _assumed(
        -1.6,
        "走到自己服务半径的尽头，对数几率变化多少：远了就少去",
        "change of the log-odds at the end of one's own radius: far is less often",
    )
    fit: float = _assumed(
        1.2, "正是自己的本行时变化多少，会做但不是本行算一半", "change for what one does best; half of it for what one can also do"
    )
    night: float = _assumed(-1.5, "22点到7点之间变化多少", "change between 22:00 and 7:00")
    tired: float = _assumed(-0.45, "近几天每收到一条邀约变化多少", "change for each recent message")
    own: float = _assumed(
        0.8, "人与人热心程度的差别（标准差），程序看不见", "how willing people differ (standard deviation), which the program cannot see"
    )
    says_no: float = _assumed(0.25, "不去的人里回短信说一声的比例", "share of those who do not come that text so")
    minutes: float = _assumed(12, "回复时间的中位数，分钟，对数正态分布", "median minutes until an answer, lognormal")
    minutes_spread: float = _assumed(1.2, "回复时间的离散程度（对数标准差）", "spread of that time (standard deviation of the logarithm)")
    instead: float = _assumed(
        0.5, "晚了一步的人，接下改荐的另一件的比例", "share of those who came too late that take the wish offered instead"
    )

    forgets_days: float = _assumed(3, "被打扰的感觉几天后淡到约三分之一", "days until a message is two thirds forgotten")
    too_late_tires: float = _assumed(
        0.5, "答应了却被告知已有人接，相当于多收几条邀约", "a yes that came too late tires like so many messages"
    )
    enough: float = _assumed(5, "近期收到超过几条，会有人不想再收", "recent messages above which some have had enough")
    has_enough: float = _assumed(0.06, "每超过一条，收到时就此不再收的概率", "chance, for each message above, to want no more")
    stops: float = _assumed(
        0.25,
        "不想再收的人里回退订的比例，其余的说别再发了，暂停30天",
        "of those, the share that texts STOP; the others ask for a pause of 30 days",
    )

    gives_back: float = _assumed(0.05, "接了又去不了的比例", "share of claims that are given back")
    done_hours: float = _assumed(
        5, "没写日期的心愿，接下后几小时办好（中位数）", "median hours from a claim until it is done, where no day is named"
    )
    done_spread: float = _assumed(0.8, "办好时间的离散程度（对数标准差）", "spread of that time (standard deviation of the logarithm)")
    confirms: float = _assumed(0.7, "办好后居民确认的比例", "share of residents who confirm what was done")
    rejects: float = _assumed(0.03, "办好后居民说没办好的比例", "share of residents who say that it was not done")
    changes_mind: float = _assumed(
        0.05, "一天之内没人接就不需要了的比例", "share of residents who no longer need it within a day, if nobody has come"
    )
    office_hours: float = _assumed(
        1.5, "管家和协调员接手平均要几小时", "hours until a steward or coordinator takes what is his, on average"
    )

    def listed(self) -> list[tuple[str, float, Words]]:
        return [(each.name, getattr(self, each.name), each.metadata["why"]) for each in fields(self)]


ASSUMED = Assumptions()
