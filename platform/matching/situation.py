"""What the dispatcher looks at: a wish, who could be asked for it, who was, and how a city weighs what."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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
