"""A month of a made-up city in memory: wishes come, people are asked, and answer as is assumed of them."""

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from base.geo import KM_PER_DEGREE
from bench.city import Volunteers, Wishes, volunteers, wishes
from matching.answers import PRIOR, Model
from matching.grid import Grid, best
from matching.prices import prices
from matching.weights import DEFAULT

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

VOLUNTEERS = 32_000
DAYS = 28
DAY, WEEK = 1440.0, 10_080.0
NEIGHBOURHOOD = 400  # candidates of a wish, at most
URGENT = 120.0
DEADLINES, SHARES = (URGENT, 480.0, 2 * DAY), (0.10, 0.25, 0.65)
HOURS = np.array([0, 0, 0, 0, 0, 0, 0.3, 1, 2.2, 3, 3, 2.6, 1.8, 1.6, 2.2, 2.6, 2.6, 2.4, 2.2, 2, 1.6, 1, 0.4, 0.1])
FORECAST_DAYS, MESSAGES = 3, 2  # prices are those of three days, in which nobody shall get more than two messages
ANOTHER_DRAW = 1000  # prices are never made from the wishes that will come


class People(NamedTuple):
    """Assumed, all of it."""

    answers: Model = PRIOR
    leaning: float = 0.8  # how much people differ in willingness, in log-odds,
    known: float = 0.7  # and how well the ledger knows it (correlation)
    forgetting: float = 3 * DAY  # a message tires for so long (exponential)
    too_late: float = 0.5  # and a yes that came too late, half as much as one
    mute_from: float = 5.0  # whoever is more tired than this
    mute: float = 0.06  # mutes us at each message with this chance, for each point beyond,
    mute_for: float = 14 * DAY


class Town(NamedTuple):
    """The edges of wish i stand from starts[i] to starts[i + 1], the best score first. Wishes stand in the order of their times."""

    starts: Integers
    who: Integers
    km: Floats
    distance: Floats
    fit: Floats
    score: Floats
    at: Floats
    deadline: Floats
    wants: Integers
    limit: Integers
    leaning: Floats
    known_leaning: Floats
    price: Floats


class Edges(NamedTuple):
    starts: Integers
    who: Integers
    km: Floats
    distance: Floats
    fit: Floats
    score: Floats


def town(per_day: int, people: People, seed: int) -> Town:
    """Without prices yet: these come of what is known (`priced`)."""
    random = np.random.default_rng([seed, 3])
    living = _living()
    leaning, noise = random.normal(0, people.leaning, (2, VOLUNTEERS))
    known = people.known**2 * leaning + people.known * math.sqrt(1 - people.known**2) * noise
    n = per_day * DAYS
    hours = random.choice(24, n, p=HOURS / HOURS.sum()) + random.random(n)
    at = np.sort(random.integers(0, DAYS, n) * DAY + hours * 60)
    sought = wishes(n, 1, seed)
    deadline = random.choice(DEADLINES, n, p=SHARES)
    return Town(*_edges(living, sought), at, deadline, sought.wants, living.weekly_limit, leaning, known, np.zeros(VOLUNTEERS))


def priced(place: Town, model: Model, seed: int) -> Town:
    """Prices of three days as foreseen: of as many wishes, but not of those that will come."""
    sought = wishes(len(place.wants) // DAYS * FORECAST_DAYS, 1, seed + ANOTHER_DRAW)
    edges = _edges(_living(), sought)
    odds = model.intercept + model.distance * edges.distance + model.fit * edges.fit + place.known_leaning[edges.who]
    messages = np.full(VOLUNTEERS, MESSAGES)
    return place._replace(price=prices(edges.starts, edges.who.astype(np.int32), 1 / (1 + np.exp(-odds)), sought.wants, messages))


def _living() -> Volunteers:
    """The same people for all seeds, whom nobody has asked yet."""
    nothing = np.zeros(VOLUNTEERS)
    return replace(volunteers(VOLUNTEERS, 1, seed=1), load=nothing.astype(np.int64), fatigue=nothing, days_unasked=nothing)


def _edges(living: Volunteers, sought: Wishes) -> Edges:
    found, needs = best(Grid.build(living.helpers(), DEFAULT), sought.needs, NEIGHBOURHOOD), sought.needs
    which, who = np.repeat(np.arange(len(sought.wants)), np.diff(found.starts)), found.columns.astype(np.int64)
    east = needs.per_degree_east()[which] * (needs.lon[which] - living.lon[who])
    km = np.hypot(KM_PER_DEGREE * (needs.lat[which] - living.lat[who]), east)
    wanted = needs.able[which, 0].astype(np.int64)
    fitting = (wanted < 0) | (living.skills[who] >> np.maximum(wanted, 0) & 1 > 0)
    fit = np.where(fitting, 1.0, 0.5) / np.maximum(1, np.bitwise_count(living.skills[who]))
    return Edges(found.starts, who, km, km / living.radius_km[who], fit, found.scores.astype(np.float64))
