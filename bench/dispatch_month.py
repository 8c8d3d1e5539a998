"""The month itself: what happens in the town of `dispatch_city`, minute by minute, under one way of asking.

Ours is the product's own (`matching.waves`); the others are what is done elsewhere. The caps hold for ours alone: the
others are run as they are known.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from bench.compiled import compiled
from bench.dispatch_city import DAY, NEIGHBOURHOOD, URGENT, WEEK, Floats, Integers, People, Town
from matching import waves
from matching.answers import Model
from matching.dispatch import LIKELY
from matching.kernels import kernel
from matching.situation import Asked, Caps, Policy, Pool, Wish

_compiled = compiled(waves)
forecast, look_again, wave = _compiled.forecast, _compiled.look_again, _compiled.wave

NIGHT_FROM, NIGHT_TO = 22 * 60.0, 7 * 60.0
A_LITTLE = 0.001  # minutes: so that no rounding leaves it night
TOLD_EVERY = 8  # wishes: a forecast takes longer than all the looks together
POOL = 200  # as many as the product takes from the database
COLUMNS = len(Pool._fields)
BROADCAST, NEAR_FIRST, ONE_BY_ONE, WAVES, PRICED = range(5)
NEAR_KM, EVERYBODY_AFTER = 5.0, 15.0


class Way(NamedTuple):
    """How to ask. `first`: people for each place in each wave, `waves` times in all."""

    kind: int
    pause: float = 0.0
    urgent_pause: float = 0.0
    first: float = 0.0
    waves: float = math.inf


class Rules(NamedTuple):
    way: Way
    model: Model
    policy: Policy
    caps: Caps


class Persons(NamedTuple):
    fatigue: Floats
    fatigue_at: Floats
    muted_until: Floats
    load: Integers
    asked_this_week: Integers
    day: Integers
    asked_today: Integers
    asked_at: Floats
    messages: Integers


class Wishes(NamedTuple):
    left: Integers
    first_yes: Floats
    looks: Integers
    messages: Integers
    too_late: Integers
    told: Floats


class Offers(NamedTuple):
    """Of each edge that was asked: what was known then. `yes_after` is inf for those who stay silent."""

    state: NDArray[np.uint8]
    at: Floats
    chance: Floats
    fatigue: Floats
    night: NDArray[np.bool_]
    yes_after: Floats


class Queue(NamedTuple):
    """A heap by time. A look at wish n is n, an answer to edge e is -1 - e."""

    times: Floats
    things: Integers
    size: Integers


class Desk(NamedTuple):
    """Where one look makes its notes."""

    chosen: Integers
    pool: Floats
    pool_edges: Integers
    asked: Floats


class Month(NamedTuple):
    persons: Persons
    wishes: Wishes
    offers: Offers


SILENT, FREE, SAID_YES = 1, 0, 2


def month(town: Town, people: People, rules: Rules, seed: int) -> Month:
    n, edges = len(town.wants), len(town.who)
    state = Month(_persons(len(town.limit), seed), _wishes(town), _offers(edges))
    queue = Queue(np.empty(n + edges), np.empty(n + edges, np.int64), np.zeros(1, np.int64))
    desk = Desk(np.empty(NEIGHBOURHOOD, np.int64), np.empty((COLUMNS, POOL)), np.empty(POOL, np.int64), np.empty((2, NEIGHBOURHOOD)))
    run(town, people, rules, state, queue, desk, seed)
    return state


def _persons(n: int, seed: int) -> Persons:
    """Rested, and each asked at some time of the month before."""
    nothing = np.zeros((5, n), np.int64)
    asked_at = np.random.default_rng([seed, 4]).uniform(-30 * DAY, 0, n)
    return Persons(np.zeros(n), np.zeros(n), np.full(n, -1.0), nothing[0], nothing[1], nothing[2] - 1, nothing[3], asked_at, nothing[4])


def _wishes(town: Town) -> Wishes:
    n = len(town.wants)
    nothing = np.zeros((3, n), np.int64)
    return Wishes(town.wants.copy(), np.full(n, np.inf), nothing[0], nothing[1], nothing[2], np.full(n, np.nan))


def _offers(n: int) -> Offers:
    return Offers(np.zeros(n, np.uint8), np.zeros(n), np.zeros(n), np.zeros(n), np.zeros(n, np.bool_), np.full(n, np.inf))


@njit(cache=True)
def run(town: Town, people: People, rules: Rules, month: Month, queue: Queue, desk: Desk, seed: int) -> None:
    np.random.seed(seed)
    for wish in range(len(town.at)):
        push(queue, town.at[wish], wish)
    week = 0.0
    while queue.size[0]:
        time, thing = pop(queue)
        if time // WEEK != week:
            week = time // WEEK
            month.persons.load[:] = 0
            month.persons.asked_this_week[:] = 0
        if thing < 0:
            answer(town, people, month, -1 - thing, time)
        else:
            look(town, people, rules, month, queue, desk, thing, time)


@njit()
def answer(town: Town, people: People, month: Month, edge: int, time: float) -> None:
    wish, who, wishes = np.searchsorted(town.starts, edge, side="right") - 1, town.who[edge], month.wishes
    month.offers.state[edge] = SAID_YES
    if wishes.left[wish] > 0 and time <= town.at[wish] + town.deadline[wish] and month.persons.load[who] < town.limit[who]:
        wishes.left[wish] -= 1
        wishes.first_yes[wish] = min(wishes.first_yes[wish], time - town.at[wish])
        month.persons.load[who] += 1
    else:
        wishes.too_late[wish] += 1
        tire(month.persons, people, who, time, people.too_late)


@njit()
def look(town: Town, people: People, rules: Rules, month: Month, queue: Queue, desk: Desk, wish: int, time: float) -> None:
    end, minute = town.at[wish] + town.deadline[wish], time % DAY
    if month.wishes.left[wish] == 0 or time >= end:
        return
    night, urgent = minute < NIGHT_TO or minute >= NIGHT_FROM, town.deadline[wish] <= URGENT
    if night and not urgent:
        again = time + (NIGHT_TO - minute) % DAY + A_LITTLE
    else:
        count, again = choose(town, people, rules, month, desk, wish, time, night)
        for which in range(count):
            ask(town, people, month, queue, wish, desk.chosen[which], time, night)
        month.wishes.looks[wish] += 1
    if again < end:
        push(queue, again, wish)


@njit()
def choose(town: Town, people: People, rules: Rules, month: Month, desk: Desk, wish: int, time: float, night: bool) -> tuple[int, float]:
    """How many of desk.chosen are asked now, and when to look again."""
    way, looks = rules.way, month.wishes.looks[wish]
    if way.kind == PRICED:
        return priced(town, people, rules, month, desk, wish, time, night)
    if way.kind == BROADCAST:
        return best_free(town, month, desk, wish, time, NEIGHBOURHOOD, np.inf), np.inf
    if way.kind == NEAR_FIRST:
        if looks == 0:
            return best_free(town, month, desk, wish, time, NEIGHBOURHOOD, NEAR_KM), time + EVERYBODY_AFTER
        return best_free(town, month, desk, wish, time, NEIGHBOURHOOD, np.inf), np.inf
    most = 1.0 if way.kind == ONE_BY_ONE else way.first * month.wishes.left[wish]
    count = best_free(town, month, desk, wish, time, int(most), np.inf)
    last = looks + 1 >= way.waves or count == 0
    return count, np.inf if last else time + (way.urgent_pause if town.deadline[wish] <= URGENT else way.pause)


@njit()
def best_free(town: Town, month: Month, desk: Desk, wish: int, time: float, most: int, within_km: float) -> int:
    count = 0
    for edge in range(town.starts[wish], town.starts[wish + 1]):
        if count < most and town.km[edge] <= within_km and free(town, month, edge, time):
            desk.chosen[count] = edge
            count += 1
    return count


@kernel
def free(town: Town, month: Month, edge: int, time: float) -> bool:
    who, persons = town.who[edge], month.persons
    return bool(month.offers.state[edge] == FREE and persons.muted_until[who] < time and persons.load[who] < town.limit[who])


@njit()
def priced(town: Town, people: People, rules: Rules, month: Month, desk: Desk, wish: int, time: float, night: bool) -> tuple[int, float]:
    known, size = 0, 0
    for edge in range(town.starts[wish], town.starts[wish + 1]):
        if month.offers.state[edge] == SILENT:
            desk.asked[0, known], desk.asked[1, known] = month.offers.chance[edge], time - month.offers.at[edge]
            known += 1
        elif size < POOL and free(town, month, edge, time):
            note(town, people, month, desk, edge, size, time)
            size += 1
    pool = Pool(
        desk.pool[0, :size], desk.pool[1, :size], desk.pool[2, :size], desk.pool[3, :size], desk.pool[4, :size], desk.pool[5, :size],
        desk.pool[6, :size], desk.pool[7, :size], desk.pool[8, :size],
    )  # fmt: skip
    asked = Asked(desk.asked[0, :known], desk.asked[1, :known])
    urgent, remaining = town.deadline[wish] <= URGENT, town.at[wish] + town.deadline[wish] - time
    waited = time - town.at[wish] if urgent else awake(time) - awake(town.at[wish])
    quiet_for = 0.0 if urgent else DAY - NIGHT_FROM + NIGHT_TO
    this = Wish(month.wishes.left[wish], waited, remaining, urgent, night, (NIGHT_FROM - time) % DAY, quiet_for)
    if month.wishes.looks[wish] == 0 and wish % TOLD_EVERY == 0:
        month.wishes.told[wish] = time - town.at[wish] + forecast(this, pool, asked, rules.model, rules.policy, rules.caps, LIKELY)
    found = wave(this, pool, np.zeros(size, np.bool_), asked, rules.model, rules.policy, rules.caps)
    for which in range(len(found.ask)):
        edge = desk.pool_edges[found.ask[which]]
        desk.chosen[which], month.offers.chance[edge] = edge, found.chance[which]
    return len(found.ask), time + look_again(this, rules.policy)


@kernel
def awake(time: float) -> float:
    """The minutes up to then in which people may be asked."""
    return time // DAY * (NIGHT_FROM - NIGHT_TO) + min(max(time % DAY, NIGHT_TO), NIGHT_FROM) - NIGHT_TO


@njit()
def note(town: Town, people: People, month: Month, desk: Desk, edge: int, at: int, time: float) -> None:
    who, persons = town.who[edge], month.persons
    desk.pool_edges[at] = edge
    desk.pool[:, at] = (
        town.distance[edge], town.fit[edge], town.known_leaning[who], fatigue(persons, people, who, time), town.price[who],
        town.score[edge], (time - persons.asked_at[who]) / DAY,
        persons.asked_today[who] if persons.day[who] == time // DAY else 0.0, float(persons.asked_this_week[who]),
    )  # fmt: skip


@njit()
def ask(town: Town, people: People, month: Month, queue: Queue, wish: int, edge: int, time: float, night: bool) -> None:
    who, persons, offers, answers = town.who[edge], month.persons, month.offers, people.answers
    tired = fatigue(persons, people, who, time)
    offers.state[edge], offers.at[edge], offers.fatigue[edge], offers.night[edge] = SILENT, time, tired, night
    month.wishes.messages[wish] += 1
    count(persons, who, time)
    odds = answers.intercept + answers.distance * town.distance[edge] + answers.fit * town.fit[edge] + town.leaning[who]
    odds += answers.fatigue * tired + (answers.night if night else 0.0)
    if np.random.random() < 1 / (1 + math.exp(-odds)):
        delay = answers.delay_minutes * math.exp(answers.delay_sigma * np.random.standard_normal())
        offers.yes_after[edge] = delay
        push(queue, time + delay, -1 - edge)
    tire(persons, people, who, time, 1.0)
    if np.random.random() < people.mute * (tired + 1 - people.mute_from):
        persons.muted_until[who] = time + people.mute_for


@njit()
def count(persons: Persons, who: int, time: float) -> None:
    if persons.day[who] != time // DAY:
        persons.day[who], persons.asked_today[who] = time // DAY, 0
    persons.asked_today[who] += 1
    persons.asked_this_week[who] += 1
    persons.messages[who] += 1
    persons.asked_at[who] = time


@kernel
def fatigue(persons: Persons, people: People, who: int, time: float) -> float:
    return float(persons.fatigue[who] * math.exp((persons.fatigue_at[who] - time) / people.forgetting))


@njit()
def tire(persons: Persons, people: People, who: int, time: float, by: float) -> None:
    persons.fatigue[who], persons.fatigue_at[who] = fatigue(persons, people, who, time) + by, time


@kernel
def push(queue: Queue, time: float, thing: int) -> None:
    at = queue.size[0]
    queue.size[0] += 1
    while at > 0 and queue.times[(at - 1) >> 1] > time:
        queue.times[at], queue.things[at] = queue.times[(at - 1) >> 1], queue.things[(at - 1) >> 1]
        at = (at - 1) >> 1
    queue.times[at], queue.things[at] = time, thing


@kernel
def pop(queue: Queue) -> tuple[float, int]:
    first, thing = queue.times[0], queue.things[0]
    queue.size[0] -= 1
    size = queue.size[0]
    at, child = 0, 1
    while child < size:
        if child + 1 < size and queue.times[child + 1] < queue.times[child]:
            child += 1
        if queue.times[child] >= queue.times[size]:
            break
        queue.times[at], queue.things[at] = queue.times[child], queue.things[child]
        at, child = child, 2 * child + 1
    queue.times[at], queue.things[at] = queue.times[size], queue.things[size]
    return first, thing
