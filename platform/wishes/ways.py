"""Ways to ask that a city may compare with its own, or choose: each says whom to ask now. The caps stand above all of them."""

from collections.abc import Callable, Iterable
from math import inf
from typing import NamedTuple

import numpy as np

from matching import dispatch, waves
from matching.dispatch import Decision
from wishes.situation import Situation

ONE_BY_ONE_MINUTES, ONE_BY_ONE_URGENT_MINUTES = 15.0, 5.0
WAVE, WAVES, WAVE_MINUTES = 3, 3, 10.0
NEAR_KM, NEAR_MINUTES = 5.0, 15.0


class Way(NamedTuple):
    """`most`: people for each place, in all."""

    choose: Callable[[Situation], Decision]
    most: float = inf


def priced(situation: Situation) -> Decision:
    """Just enough people; the often asked cost more, and less as a wish waits."""
    return dispatch.decide(situation.wish, situation.pool, situation.asked, situation.model, caps=situation.caps)


def one_by_one(situation: Situation) -> Decision:
    pause = ONE_BY_ONE_URGENT_MINUTES if situation.wish.urgent else ONE_BY_ONE_MINUTES
    return _after(situation, pause, 1, range(len(situation.candidates)))


def small_waves(situation: Situation) -> Decision:
    left = situation.wish.left
    most = WAVE * left if len(situation.asked.chance) < WAVE * WAVES * left else 0
    return _after(situation, WAVE_MINUTES, most, range(len(situation.candidates)))


def near_first(situation: Situation) -> Decision:
    near = [who for who, one in enumerate(situation.candidates) if one.distance_km <= NEAR_KM]
    began = bool(len(situation.asked.chance))
    return _after(situation, NEAR_MINUTES, len(situation.candidates), range(len(situation.candidates)) if began or not near else near)


def broadcast(situation: Situation) -> Decision:
    return _after(situation, 0.0, len(situation.candidates), range(len(situation.candidates)))


WAYS = {
    "priced": Way(priced), "waves": Way(small_waves, WAVE * WAVES), "one_by_one": Way(one_by_one), "near_first": Way(near_first),
    "broadcast": Way(broadcast),
}  # fmt: skip


def _after(situation: Situation, pause: float, most: int, able: Iterable[int]) -> Decision:
    """The best of those who can, unless the last was asked a shorter time ago than the pause."""
    newest = situation.asked.minutes.min(initial=np.inf)
    if newest < pause:
        return _of(situation, [], pause - newest)
    most = min(most, situation.caps.at_once * situation.wish.left, situation.caps.in_all - len(situation.asked.chance))
    free = [who for who in able if waves.may_be_asked(situation.pool, who, situation.wish, situation.caps)]
    return _of(situation, free[: max(0, most)], max(pause, NEAR_MINUTES))


def _of(situation: Situation, ask: list[int], look_again: float) -> Decision:
    chances = np.array([waves.chance_of_yes(situation.pool, who, situation.wish, situation.model) for who in ask], np.float64)
    nothing = np.zeros(len(ask))
    return Decision(np.array(ask, np.int64), chances, chances, nothing, 0.0, look_again)
