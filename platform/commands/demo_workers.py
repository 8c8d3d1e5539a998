"""Who looks for work in the demo city, and what for. Pure: rosters come out."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from base.words import Words
from commands.demo_people import STATIONS, Maker, villages_of
from commands.demo_work import AT_HOME, BUSINESSES, FOREIGNERS
from jobs.occupations import OCCUPATIONS
from jobs.pool import TRADES
from people import areas
from volunteers.roster import Entry

WORKERS = 800
OF_FIRST_STATION = 180
REACH_KM = 2
TAKES_ANYTHING = 0.12
NAMES_HIS_PAY = 0.6
COMES_WITH_OTHERS = 0.04

_JOBS = [job for business in (*BUSINESSES, AT_HOME) for job in business.jobs]
_WANTED = {job.occupation: sum(sum(other.heads) for other in _JOBS if other.occupation == job.occupation) for job in _JOBS}


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for. No occupation means any; (yuan, per) is the least that he takes."""

    occupations: tuple[str, ...]
    yuan: int | None = None
    per: str | None = None
    certificates: tuple[str, ...] = ()
    people: int = 1

    def text(self, area: str) -> str:
        """As he texted it."""
        named = "、".join(OCCUPATIONS[occupation].zh for occupation in self.occupations) or "什么都行"
        pay = f" {self.yuan}以上" if self.yuan else ""
        others = f" 我们{self.people}个人" if self.people > 1 else ""
        return f"找活 {named}{pay}{others} {_county(area).zh}"


@dataclass(frozen=True)
class Seeker:
    """A worker-to-be: his row in the roster, and what he looks for. `station` is the area of the nearest."""

    entry: Entry
    wanted: Wanted
    station: str


def seekers(maker: Maker) -> list[Seeker]:
    dice, villages = maker.random, {station: villages_of(station) for station, _, _ in STATIONS}
    return [Seeker(_entry(maker, dice.choice(villages[station]), name), _wanted(dice), station) for station, name in _homes()]


def _homes() -> Iterator[tuple[str, str | None]]:
    """The station near which each of them lives; a few have a foreign name, and read English."""
    [first, *others] = [area for area, _, _ in STATIONS]
    for number in range(WORKERS):
        station = first if number < OF_FIRST_STATION else others[number % len(others)]
        yield station, FOREIGNERS[number] if number < len(FOREIGNERS) else None


def _entry(maker: Maker, village: str, name: str | None) -> Entry:
    return maker.person(village, "worker", REACH_KM, name=name)


def _wanted(dice: random.Random) -> Wanted:
    occupations = () if dice.random() < TAKES_ANYTHING else _occupations(dice)
    people = dice.choice((2, 2, 3)) if dice.random() < COMES_WITH_OTHERS else 1
    if not occupations or dice.random() > NAMES_HIS_PAY:
        return Wanted(occupations, certificates=_papers(occupations), people=people)
    usual = dice.choice([job for job in _JOBS if job.occupation in occupations])
    step = 10 if usual.per == "day" else 1
    return Wanted(occupations, (usual.yuan - dice.randint(0, 4) * step) // step * step, usual.per, _papers(occupations), people)


def _occupations(dice: random.Random) -> tuple[str, ...]:
    """Who knows a trade looks for that, and perhaps takes a labourer's work too."""
    drawn = dice.choices(list(_WANTED), list(_WANTED.values()), k=dice.choice((1, 2, 2, 3)))
    trade = next((occupation for occupation in drawn if occupation in TRADES), None)
    kept = [trade, *dice.choices(("labourer", "mover"), k=dice.choice((0, 1)))] if trade else drawn
    return tuple(dict.fromkeys(kept))


def _papers(occupations: Iterable[str]) -> tuple[str, ...]:
    """Whoever looks for work that asks for a paper has it."""
    asked = {job.certificate for job in _JOBS if job.occupation in occupations}
    return tuple(sorted(filter(None, asked)))


def _county(area: str) -> Words:
    return areas.words(area[:6])
