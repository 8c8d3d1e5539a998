"""Whom to ask for a wish, and when to look again: enough people that somebody comes, and no more than that.

A message costs its reader attention, and the next wish a reader who is less tired. So a wish asks those who are worth more
to it than they cost, until it is likely enough that all its places will be taken. Then it waits, counts anew what may still
come from those who are silent, and asks on. Times are minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from matching import waves
from matching.answers import PRIOR, Model
from matching.situation import CAPS, POLICY, Asked, Caps, Floats, Policy, Pool, Wish

Integers = NDArray[np.int64]

LIKELY = 0.8
"""What is told to a resident comes true for four in five."""


@dataclass(frozen=True)
class Decision:
    """`ask`: indices into the pool, the most worth first, and beside them what spoke for each and against him.

    `expected`: how likely it is that all places will be taken in time by those who were asked before and are asked now.
    """

    ask: Integers
    chance: Floats
    gain: Floats
    cost: Floats
    expected: float
    look_again: float


def decide(wish: Wish, pool: Pool, asked: Asked, model: Model = PRIOR, policy: Policy = POLICY, caps: Caps = CAPS) -> Decision:
    check(wish, pool, asked)
    if wish.left == 0 or wish.remaining <= 0:
        return Decision(np.zeros(0, np.int64), np.zeros(0), np.zeros(0), np.zeros(0), float(wish.left == 0), policy.look_latest)
    found = waves.wave(wish, pool, np.zeros(len(pool.distance), np.bool_), asked, model, policy, caps)
    return Decision(found.ask, found.chance, found.gain, found.cost, float(found.expected), waves.look_again(wish, policy))


def forecast(
    wish: Wish, pool: Pool, asked: Asked, model: Model = PRIOR, policy: Policy = POLICY, caps: Caps = CAPS, likely: float = LIKELY
) -> float | None:
    """The minutes within which somebody will have said yes, with this probability; None when that is not likely in time.

    It counts on those whom `decide` asks now, and on those whom it will ask while all stay silent.
    """
    check(wish, pool, asked)
    if wish.left == 0 or wish.remaining <= 0:
        return None
    told = waves.forecast(wish, pool, asked, model, policy, caps, likely) * model.forecast_factor
    return told if told <= wish.remaining else None


def worths(wish: Wish, pool: Pool, model: Model = PRIOR, caps: Caps = CAPS, policy: Policy = POLICY) -> tuple[Floats, Floats]:
    """What each of the pool is worth to the wish while it needs somebody, and what he costs; nothing for who may not be asked."""
    counts, (gain, cost) = waves.share_of_costs(wish, policy), np.zeros((2, len(pool.distance)))
    for who in range(len(gain)):
        if waves.may_be_asked(pool, who, wish, caps):
            chance = waves.chance_of_yes(pool, who, wish, model)
            gain[who] = waves.worth(pool, who, chance, policy)
            cost[who] = counts * waves.attention(pool, who, chance, policy)
    return gain, cost


def still_needed(wish: Wish, pool: Pool, asked: Asked, who: Sequence[int], model: Model = PRIOR) -> list[float]:
    """How likely it is that a place will be left to each of them, if those before him are asked."""
    missing, in_time, found = waves.from_the_silent(wish, asked, model), waves.said_by(wish.remaining, model), []
    for one in who:
        found.append(float(missing.sum()))
        waves.join(missing, waves.chance_of_yes(pool, one, wish, model) * in_time)
    return found


def expected(wish: Wish, pool: Pool, asked: Asked, who: Sequence[int], model: Model = PRIOR) -> float:
    """How likely it is that all places will be taken in time if these are asked too."""
    missing, in_time = waves.from_the_silent(wish, asked, model), waves.said_by(wish.remaining, model)
    for one in who:
        waves.join(missing, waves.chance_of_yes(pool, one, wish, model) * in_time)
    return float(1 - missing.sum())


def hope(wish: Wish, asked: Asked, model: Model = PRIOR) -> float:
    """How likely it is that at least one of those who are silent still says yes in time."""
    silence = 1.0
    for chance, minutes in zip(asked.chance.tolist(), asked.minutes.tolist(), strict=True):
        silence *= 1 - waves.still_coming(chance, minutes, wish.remaining, model)
    return 1 - silence


def check(wish: Wish, pool: Pool, asked: Asked) -> None:
    _require(wish.left >= 0, f"{wish.left} places cannot be left")
    _require(wish.waited >= 0 and isfinite(wish.waited + wish.remaining), "how long a wish has waited and may wait must be known")
    for columns in (pool, asked):
        _require(len({len(column) for column in columns}) == 1, "all columns must be of one length")
        _require(not any(np.isnan(column).any() for column in columns), "what is known of a person must be numbers")


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)
