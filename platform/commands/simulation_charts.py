"""Bars by policy, one panel for each load, all on one scale. Only lengths are computed here; the template draws them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from base.words import Words
from commands.simulation_results import Measures, Run

WIDTH, NAMES, FIGURES, ROW, BAR = 360, 104, 62, 28, 16
"""Of a panel, in units of its drawing: all of it, the part for the names, that for the figures; a row, and the bar in it."""

Shown = Callable[[float], Words]


def percent(value: float) -> Words:
    return Words(*[f"{value:.0%}" if value >= 0.0995 or value == 0 else f"{value:.1%}"] * 2)


def number(value: float) -> Words:
    return Words(*[f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:.2g}" if value < 1 else f"{value:.1f}"] * 2)


def offers(value: float) -> Words:
    shown = number(value)
    return Words(f"每个名额{shown.zh}条", f"{shown.en} offers a place")


def duration(minutes: float) -> Words:
    if minutes < 100:
        return Words(f"{minutes:.0f}分钟", f"{minutes:.0f} min")
    return Words(f"{minutes / 60:.1f}小时", f"{minutes / 60:.1f} h")


@dataclass(frozen=True)
class Figure:
    """One thing that is measured. `most`: the scale ends there; else at the largest that was found."""

    key: str
    title: Words
    shown: Shown
    most: float | None = None

    def words(self, measures: Measures) -> Words:
        value = getattr(measures, self.key)
        return Words("—", "—") if value is None else self.shown(value)


@dataclass(frozen=True)
class Bar:
    place: int
    """Of its policy: the colour."""
    name: Words
    figure: Words
    y: int
    length: float


@dataclass(frozen=True)
class Panel:
    load: int
    bars: Sequence[Bar]

    @property
    def height(self) -> int:
        return ROW * len(self.bars)


def panels(figure: Figure, names: Mapping[str, Words], results: Mapping[Run, Measures]) -> list[Panel]:
    top = figure.most or max((getattr(measures, figure.key) or 0 for measures in results.values()), default=0) or 1
    loads = sorted({load for _, load in results})
    return [
        Panel(load, [_bar(figure, place, name, results[Run(policy, load)], top) for place, (policy, name) in enumerate(names.items())])
        for load in loads
    ]


def _bar(figure: Figure, place: int, name: Words, measures: Measures, top: float) -> Bar:
    length = (WIDTH - NAMES - FIGURES) * min(1.0, (getattr(measures, figure.key) or 0) / top)
    return Bar(place, name, figure.words(measures), place * ROW + (ROW - BAR) // 2, round(length, 1))
