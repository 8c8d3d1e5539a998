"""A city in miniature, the same for the same seed: a few neighbouring towns, who lives there, and what will be wished for."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from base.geo import distance_km
from commands.demo_people import TOWN, Maker, villages_of
from commands.simulation_assumptions import ASSUMED, Assumptions
from commands.simulation_texts import ONE, SEVERAL, URGENT, WHEN
from people.areas import Point, chain, synthetic_point, tree
from volunteers.roster import Entry

# How many of a day's texts come in each hour.
HOURS = (0.1, 0, 0, 0, 0, 0.1, 0.3, 1, 2.2, 3, 3, 2.6, 1.8, 1.6, 2.2, 2.6, 2.6, 2.4, 2.2, 2, 1.6, 1, 0.4, 0.1)
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Call:
    """A wish that somebody will text, and when. Of who is not `known` we learn only then where he lives."""

    moment: datetime
    resident: Entry
    text: str
    known: bool


@dataclass(frozen=True)
class World:
    volunteers: list[Entry]
    offices: list[Entry]
    calls: list[Call]


def draw(seed: int, volunteers: int, load: int, start: datetime, days: int, assumed: Assumptions = ASSUMED) -> World:
    """The people are the same for every load; each wish has a resident of its own."""
    positions = {code: synthetic_point(code) for code in tree()}
    towns = _neighbours(round(volunteers / assumed.volunteers_a_town) or 1)
    maker = Maker(seed, positions)
    helpers = [maker.volunteer(maker.random.choice(_villages(towns)), maker.skills()) for _ in range(volunteers)]
    offices = [maker.person(code, _office(code), 0.5) for code in _answerable(towns)]
    return World(helpers, offices, _calls(maker, f"{seed}/{load}", _villages(towns), load, start, days, assumed))


def found(seed: int, volunteers: int) -> World:
    """Who lives there before anybody wishes for anything."""
    return draw(seed, volunteers, 0, datetime.min.replace(tzinfo=UTC), 0)


def _neighbours(most: int) -> list[str]:
    """The towns nearest to the one of the demo."""
    here = synthetic_point(TOWN)
    return sorted((node.code for node in tree().values() if node.level == "town"), key=lambda code: _apart(here, code))[:most]


def _apart(here: Point, code: str) -> float:
    return distance_km(*here, *synthetic_point(code))


def _villages(towns: list[str]) -> list[str]:
    return [village for town in towns for village in villages_of(town)]


def _answerable(towns: list[str]) -> list[str]:
    """Every village has a steward, everything above it a coordinator."""
    return list(dict.fromkeys(code for village in _villages(towns) for code in chain(village)))


def _office(code: str) -> str:
    return "steward" if tree()[code].level == "village" else "coordinator"


def _calls(
    maker: Maker, key: str, villages: list[str], load: int, start: datetime, days: int, assumed: Assumptions
) -> list[Call]:  # fmt: skip
    dice = random.Random(key)  # noqa: S311
    moments = sorted(start + timedelta(minutes=_minute(dice, days)) for _ in range(load * days))
    return [
        Call(moment, maker.person(dice.choice(villages), "resident", 1.5), _text(dice, assumed), dice.random() < assumed.known_home)
        for moment in moments
    ]


def _minute(dice: random.Random, days: int) -> float:
    hour = dice.choices(range(24), HOURS)[0]
    return dice.randrange(days) * MINUTES_A_DAY + hour * 60 + dice.random() * 60


def _text(dice: random.Random, assumed: Assumptions) -> str:
    if dice.random() < assumed.urgent:
        return URGENT + _what(dice, assumed)
    if dice.random() < assumed.dated / (1 - assumed.urgent):
        return dice.choice(WHEN) + _what(dice, assumed)
    return _what(dice, assumed)


def _what(dice: random.Random, assumed: Assumptions) -> str:
    if dice.random() < assumed.several:
        return dice.choice(SEVERAL)[2]
    _, texts = dice.choices(list(ONE.values()), [share for share, _ in ONE.values()])[0]
    return dice.choice(texts)
