"""How the people of a simulation answer their phones. Pure: a letter in, what they text back and when out.

Chance hangs on who is asked, for whose wish and how often, never on what was drawn before: under every policy
the same person answers the same question alike.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from base.geo import distance_km
from commands.simulation_assumptions import ASSUMED, Assumptions
from commands.simulation_letters import Letter, Matter, Reply
from commands.simulation_texts import CONFIRMS, DECLINES, IS_DONE, PAUSE, REJECTS, STOP, TAKES, WITHDRAWS
from commands.simulation_world import World
from people.areas import words
from volunteers.hours import window
from volunteers.roster import Entry
from volunteers.skills import able

LONG_AGO = datetime.min.replace(tzinfo=UTC)
WAKES, SLEEPS = 7, 23
OTHER_SKILL = 0.5
START_OF_PART = {"morning": time(9), "afternoon": time(14), "evening": time(19), None: time(9)}
A_DAY = 24.0
WAITS_FOR_OTHERS = 24.0


@dataclass
class Volunteer:
    entry: Entry
    own: float
    tiredness: float = 0.0
    as_of: datetime = LONG_AGO
    gone: bool = False
    asked: Counter[str] = field(default_factory=Counter)

    def tired(self, moment: datetime, days: float) -> float:
        return self.tiredness * math.exp((self.as_of - moment) / timedelta(days=days))

    def tire(self, by: float, moment: datetime, days: float) -> float:
        self.tiredness, self.as_of = self.tired(moment, days) + by, moment
        return self.tiredness


class Crowd:
    def __init__(self, seed: int, world: World, zone: ZoneInfo, assumed: Assumptions = ASSUMED) -> None:
        self.seed, self.zone, self.assumed = seed, zone, assumed
        self.volunteers = {each.phone: Volunteer(each, self._dice("own", each.phone).gauss(0, assumed.own)) for each in world.volunteers}
        self.offices = {each.phone for each in world.offices}
        self.homes = {call.resident.phone: call.resident for call in world.calls}
        self.settled: set[int] = set()
        self.judged: Counter[str] = Counter()

    def reads(self, letter: Letter) -> Iterator[Reply]:
        if letter.kind == "ask_area":
            yield from self._says_where(letter)
        elif letter.matter is None:
            return
        elif letter.phone in self.volunteers:
            yield from _AS_VOLUNTEER.get(letter.kind, _unmoved)(self, letter, letter.matter)
        elif letter.phone in self.offices:
            yield from _AS_OFFICE.get(letter.kind, _unmoved)(self, letter, letter.matter)
        else:
            yield from _AS_RESIDENT.get(letter.kind, _unmoved)(self, letter, letter.matter)

    def still_sends(self, reply: Reply) -> bool:
        return reply.while_waiting not in self.settled

    # A volunteer.

    def invited(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        who, assumed = self.volunteers[letter.phone], self.assumed
        who.asked[matter.resident] += 1
        dice = self._dice("invited", letter.phone, matter.resident, who.asked[matter.resident])
        chance, tiredness = self.chance(who, letter, matter), who.tire(1, letter.moment, assumed.forgets_days)
        after = self._minutes(dice)
        if dice.random() < assumed.has_enough * (tiredness - assumed.enough):
            yield self._has_enough(who, letter, after, dice)
        elif dice.random() < chance:
            yield self._reply(letter, after, TAKES.format(matter.ref))
        elif dice.random() < assumed.says_no:
            yield self._reply(letter, after, DECLINES.format(matter.ref))

    def chance(self, who: Volunteer, letter: Letter, matter: Matter) -> float:
        """That he says yes. Who cannot come when the wish wants somebody does not."""
        wanted = window(matter.day, matter.part)
        if who.gone or (wanted and not wanted & (who.entry.hours or 0)):
            return 0.0
        assumed, hour = self.assumed, letter.moment.astimezone(self.zone).hour
        odds = assumed.yes + who.own + assumed.distance * _share(who.entry, matter) + assumed.fit * _fit(who.entry, matter)
        odds += assumed.tired * who.tired(letter.moment, assumed.forgets_days) + (assumed.night if hour < WAKES or hour >= 22 else 0)
        return 1 / (1 + math.exp(-odds))

    def _minutes(self, dice: random.Random) -> timedelta:
        return timedelta(minutes=dice.lognormvariate(math.log(self.assumed.minutes), self.assumed.minutes_spread))

    def _has_enough(self, who: Volunteer, letter: Letter, after: timedelta, dice: random.Random) -> Reply:
        who.gone = True
        return self._reply(letter, after, STOP if dice.random() < self.assumed.stops else PAUSE)

    def too_late(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        who, assumed = self.volunteers[letter.phone], self.assumed
        who.tire(assumed.too_late_tires, letter.moment, assumed.forgets_days)
        dice = self._dice("instead", letter.phone, matter.resident)
        if letter.invites and not who.gone and dice.random() < assumed.instead:
            after = self._minutes(dice)
            yield self._reply(letter, after, TAKES.format(matter.ref))

    def comes(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        dice = self._dice("comes", letter.phone, matter.resident)
        if dice.random() < self.assumed.gives_back:
            yield self._reply(letter, timedelta(hours=dice.uniform(0.5, 6)), DECLINES.format(matter.ref))
            return
        after = timedelta(hours=dice.lognormvariate(math.log(self.assumed.done_hours), self.assumed.done_spread))
        yield self._reply(letter, self._until_then(letter, matter) + after, IS_DONE.format(matter.ref))

    def _until_then(self, letter: Letter, matter: Matter) -> timedelta:
        """He waits for the hour that was wished for; several wait for each other."""
        if matter.day is None:
            return timedelta(hours=WAITS_FOR_OTHERS if matter.places > 1 else 0)
        then = datetime.combine(matter.day, START_OF_PART[matter.part], self.zone)
        return max(then - letter.moment, timedelta())

    # An office.

    def takes_over(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        dice = self._dice("office", letter.phone, matter.resident)
        yield self._reply(letter, timedelta(hours=dice.uniform(0, 2 * self.assumed.office_hours)), TAKES.format(matter.ref))

    def sees_to_it(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        dice = self._dice("sees to it", letter.phone, matter.resident)
        yield self._reply(letter, timedelta(hours=dice.uniform(1, 8)), IS_DONE.format(matter.ref))

    # A resident.

    def waits(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        dice = self._dice("waits", letter.phone)
        if dice.random() < self.assumed.changes_mind:
            after = timedelta(hours=dice.uniform(1, A_DAY))
            yield self._reply(letter, after, WITHDRAWS.format(matter.ref), while_waiting=matter.ref)

    def is_glad(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        self.settled.add(matter.ref)
        return iter(())

    def waits_again(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        self.settled.discard(matter.ref)
        return iter(())

    def judges(self, letter: Letter, matter: Matter) -> Iterator[Reply]:
        self.judged[letter.phone] += 1
        dice, after = self._dice("judges", letter.phone, self.judged[letter.phone]), timedelta(hours=1)
        judged = dice.random()
        if judged < self.assumed.rejects:
            yield self._reply(letter, after, REJECTS.format(matter.ref))
        elif judged < self.assumed.rejects + self.assumed.confirms:
            yield self._reply(letter, after * 2 * dice.random(), CONFIRMS.format(matter.ref))

    def _says_where(self, letter: Letter) -> Iterator[Reply]:
        home = self.homes[letter.phone].area
        assert home
        after = timedelta(minutes=self._dice("where", letter.phone).uniform(1, 20))
        yield self._reply(letter, after, words(home).zh)

    def _reply(self, letter: Letter, after: timedelta, text: str, while_waiting: int | None = None) -> Reply:
        return Reply(self._awake(letter.moment + after), letter.phone, text, while_waiting)

    def _awake(self, moment: datetime) -> datetime:
        """What would be texted at night is texted in the morning."""
        here = moment.astimezone(self.zone)
        if WAKES <= here.hour < SLEEPS:
            return moment
        morning = here.replace(hour=WAKES) + timedelta(days=here.hour >= SLEEPS)
        return morning.astimezone(UTC)

    def _dice(self, *about: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *about))))  # noqa: S311


Reads = Callable[[Crowd, Letter, Matter], Iterator[Reply]]


def _unmoved(crowd: Crowd, letter: Letter, matter: Matter) -> Iterator[Reply]:
    return iter(())


def _share(entry: Entry, matter: Matter) -> float:
    """How far it is, as a share of how far he goes."""
    assert entry.lat is not None
    assert entry.lon is not None
    return distance_km(entry.lat, entry.lon, matter.lat, matter.lon) / (entry.radius_km or 1)


def _fit(entry: Entry, matter: Matter) -> float:
    can, skills = able(matter.kind, matter.skill), entry.skills or ()
    if can and can[0] in skills:
        return 1.0
    return OTHER_SKILL if not can or set(can) & set(skills) else 0.0


_AS_VOLUNTEER: Mapping[str, Reads] = {
    "offer": Crowd.invited,
    "offer_taken": Crowd.too_late,
    "offer_instead": Crowd.too_late,
    "claim_held": Crowd.comes,
}
_AS_OFFICE: Mapping[str, Reads] = {
    "matter": Crowd.takes_over,
    "matter_climbed": Crowd.takes_over,
    "matter_waits": Crowd.takes_over,
    "claim_held": Crowd.sees_to_it,
}
_AS_RESIDENT: Mapping[str, Reads] = {
    "wish_opened": Crowd.waits,
    "wish_claimed": Crowd.is_glad,
    "wish_released": Crowd.waits_again,
    "wish_done": Crowd.judges,
}
