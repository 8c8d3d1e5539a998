"""A month of asking, by our rule and by those of others, in six towns: how many places were filled, how soon, with how many messages.

The people are made up, and so is how they answer (`dispatch_city.People`). Our rule begins with what it has learned from
the ledger of another month; it is never told what is assumed.
"""

from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from bench.dispatch_city import DAY, DAYS, VOLUNTEERS, Floats, People, Town, priced, town
from bench.dispatch_month import BROADCAST, NEAR_FIRST, ONE_BY_ONE, PRICED, WAVES, Month, Rules, Way, month
from bench.figures import Figure
from matching.answers import PRIOR, Model
from matching.dispatch import LIKELY
from matching.learning import Offers, forecast_factor, learn
from matching.situation import CAPS, POLICY

WARM_DAYS, LAST_DAY = 7, DAYS - 2  # the wishes of the last days have no time to be filled
SEEDS = range(100, 103)
LEARNED_FROM = 50
PROCESSES = 2
BASE, OVERLOAD = "600 a day", "1,200 a day"
TOLD = (0, 20, 40, 80, 160)

TOWNS = {
    "300 a day": (300, People()),
    BASE: (600, People()),
    OVERLOAD: (1200, People()),
    "weak fatigue": (600, People(answers=PRIOR._replace(fatigue=PRIOR.fatigue / 2), mute=0.03)),
    "strong fatigue": (600, People(answers=PRIOR._replace(fatigue=PRIOR.fatigue * 2), mute=0.12)),
    "reluctant": (600, People(answers=PRIOR._replace(intercept=PRIOR.intercept - 0.8))),
}
OURS, ONE, ONE_QUICK = "ours", "one by one, 15 min", "one by one, 5 min"
WAYS = {
    OURS: Way(PRICED),
    "broadcast": Way(BROADCAST),
    "5 km, everybody after 15 min": Way(NEAR_FIRST),
    ONE: Way(ONE_BY_ONE, pause=15.0, urgent_pause=5.0),
    ONE_QUICK: Way(ONE_BY_ONE, pause=5.0, urgent_pause=5.0),
    "3 waves of 3": Way(WAVES, pause=10.0, urgent_pause=10.0, first=3.0, waves=3.0),
}


class Outcome(NamedTuple):
    filled: float
    messages: float  # for each place that was filled
    median: float  # minutes until somebody said yes, where somebody did
    slowest_tenth: float
    never_asked: float  # share of those whom a wish would have fitted


class Told(NamedTuple):
    """What residents were told, and what came of it: minutes, inf where nobody came."""

    told: Floats
    came: Floats


def measure() -> list[Figure]:
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as processes:
        found = dict(zip(TOWNS, processes.map(in_town, TOWNS), strict=True))
    outcomes = {name: ways for name, (ways, _) in found.items()}
    together = Told(*(np.concatenate(column) for column in zip(*(said for _, said in found.values()), strict=True)))
    return [*_filled(outcomes), *_messages(outcomes), *_times(outcomes), *_asked(outcomes), *_calibration(together)]


def in_town(name: str) -> tuple[dict[str, Outcome], Told]:
    """By each way, as means over the seeds; and what our own told there."""
    per_day, people = TOWNS[name]
    model = learned(per_day, people)
    runs: dict[str, list[Outcome]] = {way: [] for way in WAYS}
    forecasts = []
    for seed in SEEDS:
        place = priced(town(per_day, people, seed), model, seed)
        for way, rule in WAYS.items():
            run = month(place, people, Rules(rule, model, POLICY, CAPS), seed)
            runs[way].append(outcome(place, run))
            if way == OURS:
                forecasts.append(told(place, run, model))
    ways = {way: Outcome(*np.mean(each, axis=0).tolist()) for way, each in runs.items()}
    _show(name, ways)
    return ways, Told(*(np.concatenate(column) for column in zip(*forecasts, strict=True)))


def _show(name: str, ways: dict[str, Outcome]) -> None:
    for way, each in ways.items():
        print(f"{name}, {way}: " + ", ".join(f"{key} {value:.3g}" for key, value in each._asdict().items()), flush=True)


def learned(per_day: int, people: People) -> Model:
    """From a month in which nothing but what is assumed everywhere was known."""
    place = priced(town(per_day, people, LEARNED_FROM), PRIOR, LEARNED_FROM)
    before = month(place, people, Rules(WAYS[OURS], PRIOR, POLICY, CAPS), LEARNED_FROM)
    model = learn(ledger(place, before))
    run = month(place, people, Rules(WAYS[OURS], model, POLICY, CAPS), LEARNED_FROM)
    said = told(place, run, model)
    return model._replace(forecast_factor=forecast_factor(said.told, said.came, LIKELY))


def ledger(place: Town, run: Month) -> Offers:
    asked, offers = np.flatnonzero(run.offers.state), run.offers
    yes = np.isfinite(offers.yes_after[asked])
    leaning = place.known_leaning[place.who[asked]]
    pair = place.distance[asked], place.fit[asked]
    return Offers(*pair, offers.night[asked].astype(float), offers.fatigue[asked], leaning, yes, offers.yes_after[asked])


def told(place: Town, run: Month, model: Model) -> Told:
    minutes = run.wishes.told * model.forecast_factor
    counted = _counted(place) & (minutes <= place.deadline)
    return Told(minutes[counted], run.wishes.first_yes[counted])


def outcome(place: Town, run: Month) -> Outcome:
    counted, filled = _counted(place), place.wants - run.wishes.left
    waited = run.wishes.first_yes[counted]
    median, slowest = np.quantile(waited[np.isfinite(waited)], (0.5, 0.9))
    fitting = np.bincount(place.who, minlength=VOLUNTEERS) > 0
    never = np.mean(run.persons.messages[fitting] == 0)
    share = filled[counted].sum() / place.wants[counted].sum()
    return Outcome(share, run.wishes.messages[counted].sum() / filled[counted].sum(), median, slowest, float(never))


def _counted(place: Town) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    counted: np.ndarray[tuple[int], np.dtype[np.bool_]] = (place.at >= WARM_DAYS * DAY) & (place.at < LAST_DAY * DAY)
    return counted


def _filled(outcomes: dict[str, dict[str, Outcome]]) -> list[Figure]:
    figures = []
    for name, ways in outcomes.items():
        rival = max((way for way in ways if way != OURS), key=lambda way: ways[way].filled)
        ours, theirs = ways[OURS].filled, ways[rival].filled
        figures.append(Figure("10", f"dispatch, {name}: places filled", f"{ours:.3f}", f"{theirs:.3f} ({rival})", ours / theirs, "≥ 1"))
    return figures


def _messages(outcomes: dict[str, dict[str, Outcome]]) -> list[Figure]:
    pairs = {name: (ways[OURS].messages, ways["broadcast"].messages) for name, ways in outcomes.items()}
    return [
        Figure("10", f"dispatch, {name}: messages for each place filled", f"{ours:.1f}", f"{theirs:.1f} (broadcast)", theirs / ours, "≥ 3")
        for name, (ours, theirs) in pairs.items()
    ]


def _times(outcomes: dict[str, dict[str, Outcome]]) -> list[Figure]:
    asked = ((BASE, "median", "≤ 0.334"), (OVERLOAD, "median", ""), (OVERLOAD, "slowest_tenth", "≤ 2"))
    return [_time(outcomes, name, which, way, bound if way == ONE else "") for name, which, bound in asked for way in (ONE, ONE_QUICK)]


def _time(outcomes: dict[str, dict[str, Outcome]], name: str, which: str, way: str, bound: str) -> Figure:
    ours, theirs = (getattr(outcomes[name][each], which) for each in (OURS, way))
    words = "median time to a yes" if which == "median" else "90 % have a yes within"
    return Figure("10", f"dispatch, {name}: {words}", f"{ours:.0f} min", f"{theirs:.0f} min ({way})", ours / theirs, bound)


def _asked(outcomes: dict[str, dict[str, Outcome]]) -> list[Figure]:
    return [
        Figure(
            "10", f"dispatch, {name}: not asked in {DAYS} days though a wish fitted",
            f"{ways[OURS].never_asked:.1%}", f"{ways[ONE].never_asked:.1%} ({ONE})", ways[OURS].never_asked / ways[ONE].never_asked,
        )
        for name, ways in outcomes.items()
    ]  # fmt: skip


def _calibration(said: Told) -> list[Figure]:
    """The promise is four in five, in each bin of what was told."""
    figures = []
    for low, high in pairwise((*TOLD, np.inf)):
        those = (said.told >= low) & (said.told < high)
        if those.any():
            came = float(np.mean(said.came[those] <= said.told[those]))
            span = f"{low} to {high} min" if np.isfinite(high) else f"{low} min or more"
            figures.append(
                Figure("10", f"dispatch, told {span}: came true", f"{came:.1%} of {those.sum():,}", "promised 80 %", came / LIKELY)
            )
    return figures
