"""How the wishes of the demo city went: each a plan of steps with the time between them. Pure, drawn from one seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from commands import demo_texts as said

FIRST_HOUR, LAST_HOUR = 7, 21
# Nearer to the present than this, things happen at any hour: the demo may be started at night.
RECENT = timedelta(hours=30)
MAYBE = 0.3
DAY_IS_WISHED = 0.25
HOUR_OF_PART = {"morning": time(10), "afternoon": time(15), "evening": time(19)}


@dataclass(frozen=True)
class Plot:
    """`begins`: between so many hours ago. `steps`: one after the other; with a question mark, now and then."""

    number: int
    begins: tuple[float, float]
    steps: str
    public: bool = False
    for_two: bool = False
    stranger: bool = False
    wages: bool = False


LONG_AGO = (60, 28 * 24)
PLOTS = (
    Plot(104, LONG_AGO, "raise decline? claim late? done confirm"),
    Plot(8, LONG_AGO, "raise claim claim done done confirm", for_two=True),
    Plot(13, (120, 28 * 24), "raise decline? claim done"),
    Plot(10, LONG_AGO, "raise claim done reject claim done confirm"),
    Plot(12, LONG_AGO, "raise claim release claim late? done confirm"),
    Plot(14, LONG_AGO, "raise decline? office_claim done confirm"),
    Plot(8, LONG_AGO, "raise withdraw"),
    Plot(4, LONG_AGO, "raise claim withdraw"),
    Plot(4, LONG_AGO, "raise locate claim done confirm", stranger=True),
    Plot(16, LONG_AGO, "raise office_claim done confirm", public=True),
    Plot(8, (36, 60), "raise claim done"),
    Plot(2, (30, 50), "raise office_claim done", public=True),
    Plot(10, (2, 18), "raise decline? claim late?"),
    Plot(2, (2, 18), "raise claim", for_two=True),
    Plot(3, (5, 16), "raise office_claim", public=True),
    Plot(7, (0.05, 0.45), "raise decline?"),
    Plot(6, (0.8, 3.5), "raise"),
    Plot(4, (6, 26), "raise"),
    Plot(3, (0.3, 3.5), "raise", public=True),
    Plot(2, (0.2, 3), "raise", stranger=True),
)
# About work that was done and not paid.
WAGE_PLOTS = (
    Plot(3, LONG_AGO, "raise office_claim done confirm", wages=True),
    Plot(1, (30, 50), "raise office_claim done", wages=True),
    Plot(2, (6, 20), "raise office_claim", wages=True),
    Plot(1, (0.3, 2), "raise", wages=True),
)
HOURS_BEFORE = {
    "decline": (0.02, 0.08), "claim": (0.03, 0.2), "late": (0.03, 0.3), "office_claim": (0.8, 3.5), "done": (1, 26),
    "confirm": (0.3, 20), "reject": (0.5, 10), "release": (1, 8), "withdraw": (0.2, 6), "locate": (0.05, 0.7),
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    moment: datetime
    verb: str
    note: str = ""
    rating: int | None = None


@dataclass(frozen=True)
class Story:
    kind: str
    text: str
    steps: list[Step]
    places: int = 1
    day: date | None = None
    part: str | None = None
    stranger: bool = False


class Teller:
    """Tells until `end`: what would come after it has not happened yet, and so is live."""

    def __init__(self, seed: int, end: datetime) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.end = end
        self.left: dict[str, list[str]] = {}

    def stories(self) -> list[Story]:
        return [self._story(plot) for plot in PLOTS for _ in range(plot.number)]

    def unpaid(self) -> list[Story]:
        return [self._unpaid(plot) for plot in WAGE_PLOTS for _ in range(plot.number)]

    def _unpaid(self, plot: Plot) -> Story:
        begin = self._daytime(self.end - timedelta(hours=self.random.uniform(*plot.begins)))
        return Story("wages", self.random.choice(said.NOTES_UNPAID), list(self._steps(plot, begin, None, None)))

    def _story(self, plot: Plot) -> Story:
        kind, text = self._wish(plot)
        begin = self._daytime(self.end - timedelta(hours=self.random.uniform(*plot.begins)))
        day, part = self._day(begin) if not plot.public else (None, None)
        steps = list(self._steps(plot, begin, day, part))
        return Story(kind, text, steps, 2 if plot.for_two else 1, day, part, plot.stranger)

    def _wish(self, plot: Plot) -> tuple[str, str]:
        if plot.for_two:
            return "other", self.random.choice(said.FOR_TWO)
        kind = "public" if plot.public else self.random.choice([kind for kind in said.WISHES if kind != "public"])
        if not self.left.get(kind):
            self.left[kind] = self.random.sample(said.WISHES[kind], len(said.WISHES[kind]))
        return kind, self.left[kind].pop()

    def _day(self, begin: datetime) -> tuple[date | None, str | None]:
        if self.random.random() > DAY_IS_WISHED:
            return None, None
        return begin.date() + timedelta(days=self.random.randint(1, 2)), self.random.choice([*HOUR_OF_PART, None])

    def _steps(self, plot: Plot, begin: datetime, day: date | None, part: str | None) -> Iterator[Step]:
        moment = begin
        for name in plot.steps.split():
            verb = name.rstrip("?")
            if name.endswith("?") and self.random.random() > MAYBE:
                continue
            if verb in HOURS_BEFORE:
                moment = self._daytime(moment + timedelta(hours=self.random.uniform(*HOURS_BEFORE[verb])))
            if verb == "done" and day:
                moment = max(moment, datetime.combine(day, HOUR_OF_PART.get(part or "", time(17)), self.end.tzinfo))
            if moment > self.end:
                return
            yield Step(moment, verb, self._note(verb, plot), self._rating() if verb == "confirm" else None)

    def _daytime(self, moment: datetime) -> datetime:
        if self.end - moment < RECENT or FIRST_HOUR <= moment.hour < LAST_HOUR:
            return moment
        morning = moment.replace(hour=FIRST_HOUR, minute=self.random.randrange(60))
        return morning if moment.hour < FIRST_HOUR else morning + timedelta(days=1)

    def _rating(self) -> int | None:
        return self.random.choice((5, 5, 5, 5, 5, 4, 4, 4, 3, None))

    def _note(self, verb: str, plot: Plot) -> str:
        if plot.wages:
            return self.random.choice(said.NOTES_WAGES.get(verb, ("",)))
        office = plot.public or "office" in plot.steps
        notes = {
            "claim": said.NOTES_COMING,
            "office_claim": said.NOTES_OFFICE_COMING,
            "done": said.NOTES_OFFICE_DONE if office else said.NOTES_DONE,
            "reject": said.NOTES_REJECTED,
        }
        return self.random.choice(notes.get(verb, ("",)))
