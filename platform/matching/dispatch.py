"""Whom to ask for a wish, and when to look again: enough people that somebody comes, and no more than that.

A message costs its reader attention, and the next wish a reader who is less tired. So a wish asks those who are worth more
to it than they cost, until it is likely enough that all its places will be taken. Then it waits, counts anew what may still
come from those who are silent, and asks on. Times are minutes.
"""

from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.answers import PRIOR, Model

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LIKELY = 0.8
"""What is told to a resident comes true for four in five."""


class Policy(NamedTuple):
    """What is weighed against what. Costs are in chances: 0.02 is what a fiftieth part of a yes is worth."""

    target_first: float = 0.8  # ask until it is this likely that all places will be taken,
    target_last: float = 0.9  # rising to this at the deadline. An urgent wish begins with it
    message: float = 0.02  # what any message costs,
    tiring: float = 0.45  # and to tire somebody: for each message that he had of late, times his chance p · (1 - p),
    scarcity: float = 1.0  # and of his price: he may be the only one whom another wish can ask
    patience: float = 120.0  # while a wish waits so long, these costs come to count less and less for it,
    floor: float = 0.3  # down to this share; an urgent wish begins with it
    quality: float = 0.3  # share of somebody's chance that depends on his score
    unasked: float = 0.3  # what it is worth to ask somebody whom nobody has asked for a month
    look_soonest: float = 8.0
    look_latest: float = 30.0


class Caps(NamedTuple):
    """Nobody gets more than this, whatever the policy says."""

    at_once: int = 10  # for each place
    in_all: int = 60  # for each wish
    person_day: int = 3
    person_week: int = 8
    tired: float = 4.0  # messages of late; an urgent wish asks the tired too


POLICY, CAPS = Policy(), Caps()


class Wish(NamedTuple):
    """`left`: places. `waited` counts the minutes in which somebody could be asked, `remaining` all until the deadline.

    Every day nobody is asked in the quiet hours, which begin in `quiet_in` and last for `quiet_for`.
    """

    left: int
    waited: float
    remaining: float
    urgent: bool = False
    night: bool = False
    quiet_in: float = 0.0
    quiet_for: float = 0.0


class Pool(NamedTuple):
    """Who could be asked, and was not: a column for each thing known of them.

    `distance` is a share of his own radius. `fatigue`: messages of late, each fading within days. `price` comes of `prices`.
    `days_unasked` is inf for somebody who was never asked.
    """

    distance: Floats
    fit: Floats
    leaning: Floats
    fatigue: Floats
    price: Floats
    score: Floats
    days_unasked: Floats
    asked_today: Floats
    asked_this_week: Floats


class Asked(NamedTuple):
    """Who was asked and is silent: the chance of a yes as it was thought to be, and the minutes since."""

    chance: Floats
    minutes: Floats


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
    from matching import waves  # numba: only for those who ask

    found, look_again, _ = waves.decide(*_plain(wish, pool, asked, model, policy, caps), 0.0)
    return Decision(found.ask, found.chance, found.gain, found.cost, found.expected, look_again)


def forecast(
    wish: Wish, pool: Pool, asked: Asked, model: Model = PRIOR, policy: Policy = POLICY, caps: Caps = CAPS, likely: float = LIKELY
) -> float | None:
    """The minutes within which somebody will have said yes, with this probability; None when that is not likely in time.

    It counts on those whom `decide` asks now, and on those whom it will ask while all stay silent.
    """
    check(wish, pool, asked)
    if wish.left == 0 or wish.remaining <= 0:
        return None
    from matching import waves

    _, _, minutes = waves.decide(*_plain(wish, pool, asked, model, policy, caps), likely)
    told = minutes * model.forecast_factor
    return told if told <= wish.remaining else None


def check(wish: Wish, pool: Pool, asked: Asked) -> None:
    _require(wish.left >= 0, f"{wish.left} places cannot be left")
    _require(wish.waited >= 0 and isfinite(wish.waited + wish.remaining), "how long a wish has waited and may wait must be known")
    for columns in (pool, asked):
        _require(len({len(column) for column in columns}) == 1, "all columns must be of one length")
        _require(not any(np.isnan(column).any() for column in columns), "what is known of a person must be numbers")


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)


def _plain(wish: Wish, pool: Pool, asked: Asked, model: Model, policy: Policy, caps: Caps) -> tuple[Wish, Pool, Asked, Model, Policy, Caps]:
    """Always of the same types: for others the kernel would be compiled anew."""
    left, waited, remaining, urgent, night, quiet_in, quiet_for = wish
    return (
        Wish(int(left), float(waited), float(remaining), bool(urgent), bool(night), float(quiet_in), float(quiet_for)),
        Pool(*(np.array(column, np.float64) for column in pool)),
        Asked(*(np.array(column, np.float64) for column in asked)),
        Model(*map(float, model)),
        Policy(*map(float, policy)),
        Caps(int(caps.at_once), int(caps.in_all), int(caps.person_day), int(caps.person_week), float(caps.tired)),
    )
