"""What a run is judged by."""

from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    policy: str
    load: int


@dataclass(frozen=True)
class Measures:
    """Of the wishes raised on the days that count, but for `muted`: over the whole run. Shares are of places; None: there was nothing to measure."""

    wishes: int
    places: int
    by_volunteers: float | None
    by_office: float | None
    withdrawn: float | None
    waiting: float | None
    minutes_half: float | None
    minutes_most: float | None
    messages: int
    messages_a_fill: float | None
    late_a_fill: float | None
    kept_word: float | None
    muted: int
    never_asked: float
    asks_half: int
    asks_top: int
    asks_gini: float | None
