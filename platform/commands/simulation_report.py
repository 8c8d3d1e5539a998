"""The report of a simulation: one file, from which no request leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from base.words import Words
from commands import simulation_charts as charts
from commands.simulation_assumptions import ASSUMED
from commands.simulation_charts import Figure, duration, number, offers, percent
from commands.simulation_plan import SEEN_THROUGH_DAYS, WARM_UP_DAYS, Plan
from commands.simulation_policies import SETTINGS, Policy
from commands.simulation_results import Measures, Run


@dataclass(frozen=True)
class Section:
    title: Words
    note: Words
    drawn: Sequence[Figure]
    told: Sequence[Figure] = ()

    def columns(self, results: Mapping[Run, Measures]) -> list[Figure]:
        """But for what no run could measure."""
        return [each for each in (*self.drawn, *self.told) if any(getattr(measures, each.key) is not None for measures in results.values())]


SECTIONS = (
    Section(
        Words("有没有人来", "Does somebody come"),
        Words(
            "按名额算：需要两个人的心愿算两个名额。志愿者没接的，由管家或协调员兜底。",
            "Counted in places: a wish for two helpers has two. What no volunteer takes, a steward or a coordinator sees to.",
        ),
        [Figure("by_volunteers", Words("志愿者接下的名额", "Places that volunteers took"), percent, 1)],
        [
            Figure("by_office", Words("管家、协调员兜底", "seen to by an office"), percent),
            Figure("withdrawn", Words("居民取消", "withdrawn"), percent),
            Figure("waiting", Words("还没人管", "still waiting"), percent),
            Figure("wishes", Words("心愿", "wishes"), number),
            Figure("places", Words("名额", "places"), number),
        ],
    ),
    Section(
        Words("要等多久", "How long it takes"),
        Words(
            "从居民发出短信到第一位志愿者答应，夜里不发短信的时间也算在内；没有志愿者接的不算。",
            "From the resident's text to the first volunteer's yes, quiet hours included; wishes that no volunteer took are left out.",
        ),
        [
            Figure("minutes_half", Words("一半的心愿在此之前有人接", "Half are taken within"), duration),
            Figure("minutes_most", Words("九成的心愿在此之前有人接", "Nine of ten are taken within"), duration),
        ],
        [Figure("kept_word", Words("在告诉居民的时间内有人接", "taken by the time that the resident was told"), percent)],
    ),
    Section(
        Words("打扰多少人", "How many are troubled"),
        Words(
            "邀约短信数除以志愿者接下的名额数。晚了一步：答应时名额已满，白白热心一场。",
            "Offers sent for each place that a volunteer took. Too late: a yes that found every place taken, goodwill spent for nothing.",
        ),
        [
            Figure("messages_a_fill", Words("每个名额发出的邀约", "Offers for each place taken"), number),
            Figure("late_a_fill", Words("每个名额晚了一步的答应", "Yeses too late for each place taken"), number),
        ],
        [Figure("messages", Words("邀约短信", "offers sent"), number)],
    ),
    Section(
        Words("担子匀不匀", "Is the load shared"),
        Words(
            "不再收短信的志愿者从开头的预热算起；其余的只看计数的日子。不均系数：0是人人一样多，1是全落在一个人身上。",
            "Volunteers who want no more texts are counted from the first day of warming up, the rest over the days that count. Gini: 0 when all are asked alike, 1 when one is asked everything.",
        ),
        [
            Figure("muted", Words("不再收短信的志愿者", "Volunteers who want no more texts"), number),
            Figure("never_asked", Words("从没被问过的志愿者", "Volunteers never asked"), percent, 1),
            Figure("asks_gini", Words("邀约的不均系数", "Spread of offers (Gini)"), number, 1),
        ],
        [
            Figure("asks_half", Words("一半的人收到的邀约不超过", "half got at most"), number),
            Figure("asks_top", Words("最忙的百分之一至少收到", "the busiest 1 % got at least"), number),
        ],
    ),
)

BEST = (
    ("by_volunteers", max, Words("接下最多", "fills the most places"), percent),
    ("minutes_half", min, Words("最快", "is the quickest"), duration),
    ("messages_a_fill", min, Words("打扰最少", "troubles the fewest"), offers),
)


@dataclass(frozen=True)
class Report:
    plan: Plan
    policies: Sequence[Policy]
    results: Mapping[Run, Measures]
    seconds: float
    outside: Mapping[str, str]

    @property
    def names(self) -> dict[str, Words]:
        return {policy.name: policy.label for policy in self.policies}

    @property
    def loads(self) -> list[int]:
        return sorted({run.load for run in self.results})

    @property
    def settings(self) -> dict[str, str]:
        """What the city itself has set, in every run."""
        return {name: self.outside[name] for name in sorted(SETTINGS) if name in self.outside}

    def best(self, load: int) -> list[tuple[Words, Words, Words]]:
        """(which policy, what it does best, its figure), as far as there is something to compare."""
        here = {policy: self.results[Run(policy, load)] for policy in self.names}
        found = []
        for key, best, what, shown in BEST:
            known = {policy: getattr(measures, key) for policy, measures in here.items() if getattr(measures, key) is not None}
            if len(set(known.values())) > 1:
                policy = best(known, key=known.__getitem__)
                found.append((self.names[policy], what, shown(known[policy])))
        return found


def write(file: Path, report: Report, language: str) -> None:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")), undefined=StrictUndefined, autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    templates.filters["said"] = lambda words: words.in_(language)
    page = templates.get_template("simulation.html").render(
        report=report, language=language, say=lambda zh, en: Words(zh, en).in_(language), sections=SECTIONS, charts=charts,
        assumed=ASSUMED, duration=duration, warm_up=WARM_UP_DAYS, seen_through=SEEN_THROUGH_DAYS,
        written=datetime.now().astimezone(), version=_version(),
    )  # fmt: skip
    file.write_text(page, "utf-8")


def _version() -> str | None:
    try:
        return version("liangdeng")
    except PackageNotFoundError:  # run from the sources
        return None
