"""The arithmetic of `dispatch`, person by person. Plain enough for numba: a bench that asks a million times compiles it.

One rule decides at a wish's tick (`wave`) and foresees what it will do as long as everybody stays silent (`forecast`).
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.answers import Model
from matching.situation import Asked, Caps, Floats, Policy, Pool, Wish

Integers = NDArray[np.int64]

ROOT_2 = math.sqrt(2)
DAY = 1440
MOMENT = 0.01  # what is left by rounding is no time: nobody waits for it
MONTH = 30
LATE_IN_A_MONTH = 4  # power: hardly anything in the first two weeks, all of it at the end of the fourth
LOOKS = 12  # in the time that a wish has waited already


class Wave(NamedTuple):
    ask: Integers
    chance: Floats
    gain: Floats
    cost: Floats
    expected: float


def wave(wish: Wish, pool: Pool, gone: NDArray[np.bool_], asked: Asked, model: Model, policy: Policy, caps: Caps) -> Wave:
    """Those of the pool who are asked now; `gone` are no longer in it."""
    missing = from_the_silent(wish, asked, model)
    goal, in_time = target(wish, policy), said_by(wish.remaining, model)
    most = min(caps.at_once * wish.left, caps.in_all - len(asked.chance))
    size = len(gone) if 1 - missing.sum() < goal and most > 0 else 0
    chance, gain, cost, value = np.zeros((4, size))
    counts = share_of_costs(wish, policy)
    for who in range(size):
        value[who] = -np.inf
        if not gone[who] and may_be_asked(pool, who, wish, caps):
            chance[who] = chance_of_yes(pool, who, wish, model)
            gain[who] = worth(pool, who, chance[who], policy)
            cost[who] = counts * attention(pool, who, chance[who], policy)
            value[who] = gain[who] - cost[who]
    ask, count = np.empty(min(size, max(0, most)), np.int64), 0
    while count < len(ask) and 1 - missing.sum() < goal:
        who = int(np.argmax(value))
        # Somebody is asked in any case: a wish for which nobody is worth his price shall not wait in silence.
        first = count + len(asked.chance) == 0
        if value[who] == -np.inf or (gain[who] * missing.sum() <= cost[who] and not first):
            break
        join(missing, chance[who] * in_time)
        value[who] = -np.inf
        ask[count] = who
        count += 1
    ask = ask[:count]
    return Wave(ask, chance[ask], gain[ask], cost[ask], 1 - missing.sum())


def may_be_asked(pool: Pool, who: int, wish: Wish, caps: Caps) -> bool:
    rested = wish.urgent or pool.fatigue[who] <= caps.tired
    return bool(rested and pool.asked_today[who] < caps.person_day and pool.asked_this_week[who] < caps.person_week)


def chance_of_yes(pool: Pool, who: int, wish: Wish, model: Model) -> float:
    odds = model.intercept + model.distance * pool.distance[who] + model.fit * pool.fit[who] + pool.leaning[who]
    odds += model.fatigue * pool.fatigue[who]
    if wish.night:
        odds += model.night
    return 1 / (1 + math.exp(-odds))


def worth(pool: Pool, who: int, chance: float, policy: Policy) -> float:
    quality = 1 + policy.quality * (pool.score[who] / 1000 - 1)
    return float(chance * quality + policy.unasked * min(1.0, pool.days_unasked[who] / MONTH) ** LATE_IN_A_MONTH)


def attention(pool: Pool, who: int, chance: float, policy: Policy) -> float:
    """He who had many messages of late will have as many again, and each finds him less willing for this one."""
    return float(policy.message + policy.scarcity * pool.price[who] + policy.tiring * pool.fatigue[who] * chance * (1 - chance))


def share_of_costs(wish: Wish, policy: Policy) -> float:
    if wish.urgent:
        return policy.floor
    age = max(wish.waited / policy.patience, wish.waited / (wish.waited + wish.remaining))
    return max(policy.floor, 1 - age)


def target(wish: Wish, policy: Policy) -> float:
    if wish.urgent:
        return policy.target_last
    return policy.target_first + (policy.target_last - policy.target_first) * wish.waited / (wish.waited + wish.remaining)


def said_by(minutes: float, model: Model) -> float:
    """The share of those who will say yes that has said it by then."""
    if minutes <= 0:
        return 0.0
    return 0.5 * (1 + math.erf(math.log(minutes / model.delay_minutes) / (model.delay_sigma * ROOT_2)))


def still_coming(chance: float, silent_for: float, within: float, model: Model) -> float:
    """The chance that he who has been silent so long says yes within so many minutes more."""
    before = said_by(silent_for, model)
    return chance * (said_by(silent_for + within, model) - before) / (1 - chance * before)


def from_the_silent(wish: Wish, asked: Asked, model: Model) -> Floats:
    """missing[k]: the chance that exactly k of the places are taken by the deadline, for each k that is too few."""
    missing = np.zeros(wish.left)
    missing[0] = 1
    for who in range(len(asked.chance)):
        join(missing, still_coming(asked.chance[who], asked.minutes[who], wish.remaining, model))
    return missing


def join(missing: Floats, chance: float) -> None:
    """One more who may say yes. Exact, and no dearer than an approximation: one step for each place."""
    for taken in range(len(missing) - 1, 0, -1):
        missing[taken] += chance * (missing[taken - 1] - missing[taken])
    missing[0] *= 1 - chance


def look_again(wish: Wish, policy: Policy) -> float:
    return max(1.0, min(max(wish.waited / LOOKS, policy.look_soonest), policy.look_latest))


def forecast(wish: Wish, pool: Pool, asked: Asked, model: Model, policy: Policy, caps: Caps, likely: float) -> float:
    """The minutes until somebody has said yes with this probability; inf when that is not likely before the deadline.

    As long as nobody says yes, what will be done is known: so the chance of silence is a product over the looks.
    """
    known = len(asked.chance)
    chances = np.append(asked.chance, np.zeros(len(pool.distance)))
    minutes = np.append(asked.minutes, np.zeros(len(pool.distance)))
    gone = np.zeros(len(pool.distance), np.bool_)
    silence, time, waited = 1.0, 0.0, wish.waited
    while wish.remaining - time > MOMENT:
        then = later(wish, time, waited)
        step = min(look_again(then, policy), then.remaining)
        quiet_left = wish.quiet_for - (time - wish.quiet_in) % DAY
        if quiet_left > MOMENT:
            step = min(quiet_left, then.remaining)
        else:
            found = wave(then, pool, gone, Asked(chances[:known], minutes[:known]), model, policy, caps)
            gone[found.ask] = True
            chances[known : known + len(found.ask)] = found.chance
            known += len(found.ask)
            waited += step
        before = silence
        for who in range(known):
            silence *= 1 - still_coming(chances[who], minutes[who], step, model)
        if silence <= 1 - likely:
            return time + step * math.log(before / (1 - likely)) / math.log(before / silence)
        minutes[:known] += step
        time += step
    return np.inf


def later(wish: Wish, time: float, waited: float) -> Wish:
    return Wish(wish.left, waited, wish.remaining - time, wish.urgent, wish.night, wish.quiet_in, wish.quiet_for)
