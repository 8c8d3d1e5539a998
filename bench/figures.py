"""What a part of the bench measured: ours beside a named peer, in one run, as a ratio."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 5


class Figure(NamedTuple):
    """`bound`: what the ratio must be, such as "≥ 40" or "≤ 6"; empty where a figure only informs."""

    row: str
    what: str
    ours: str
    peer: str
    ratio: float
    bound: str = ""

    @property
    def holds(self) -> bool:
        if not self.bound:
            return True
        sign, number = self.bound.split()
        return self.ratio >= float(number) if sign == "≥" else self.ratio <= float(number)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def side_by_side(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median seconds of each. They take turns, so that what slows the machine slows all of them."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def shown(value: float) -> str:
    """Seconds, as a person reads them."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.0f} µs"
