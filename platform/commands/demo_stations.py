"""The seven gig stations of the demo city open, by the real verbs: their staff, and the employers whom they have checked."""

import random
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from stdnum.cn import uscc

from base.ledger import By
from commands.demo_people import SEED, STATIONS
from commands.demo_work import AT_HOME, BUSINESSES, WORDS_OF_FIRMS, Job
from jobs.employers import EmployerTerms, bar_employer, check_employer, register_employer
from jobs.queries import staff_of
from jobs.stations import StationTerms, add_staff, open_station
from jobs.tables import Employer, Station
from people import areas
from people.area_names import short
from people.offices import Office, holders
from people.tables import Person

OPENS, CLOSES = time(5, 30), time(18, 30)
PEOPLE_WITH_WORK = 2
LICENCE_SIGNS = string.digits + "ABCDEFGHJKLMNPQRTUWXY"
WHY_BARRED = "三次不按时结工钱"


@dataclass(frozen=True)
class Offer:
    """What this employer wants done at that place, on most days."""

    employer: Employer
    job: Job
    place: str


@dataclass(frozen=True)
class Open:
    """A station at work: who stands at its counter, and who brings it listings."""

    station: Station
    staff: list[int]
    offers: list[Offer]


async def open_stations(staff: Mapping[str, list[Person]]) -> list[Open]:
    """`staff` by the area of the station."""
    dice = random.Random(SEED)  # noqa: S311
    return [await _open(dice, number, staff[STATIONS[number][0]]) for number in range(len(STATIONS))]


async def _open(dice: random.Random, number: int, staff: list[Person]) -> Open:
    area, name, name_en = STATIONS[number]
    [coordinator, *_] = await holders(Office("coordinator", area[:6]))
    by = By(coordinator.id, "demo")
    place, phone = f"{areas.words(area).zh}零工市场一楼", f"+861603{number:07d}"
    station = await open_station(StationTerms(name, name_en, area, place, phone, OPENS, CLOSES), by)
    for person in staff:
        await add_staff(station.id, person.phone, person.name, by)
    at_counter = [person.id for person in await staff_of(station.id)]
    return Open(station, at_counter, await _offers(dice, number, station, By(at_counter[0], "demo")))


async def _offers(dice: random.Random, number: int, station: Station, by: By) -> list[Offer]:
    """Who wants something done is checked first; one firm was barred, and one is still to be looked at."""
    firms, persons = _firms(dice, number), _persons(dice, number)
    offers = []
    for terms, business in [*zip(firms, BUSINESSES, strict=False), *((terms, AT_HOME) for terms in persons)]:
        employer = await check_employer((await register_employer(station.id, terms, by)).id, by)
        offers += [Offer(employer, job, dice.choice(business.places)) for job in business.jobs]
    barred, new = firms[len(BUSINESSES) :]
    await bar_employer((await check_employer((await register_employer(station.id, barred, by)).id, by)).id, by, WHY_BARRED)
    await register_employer(station.id, new, by)
    return offers


def _firms(dice: random.Random, number: int) -> list[EmployerTerms]:
    """One of each business, and two more."""
    town = short(areas.tree()[STATIONS[number][0]].name)
    words = dice.sample(WORDS_OF_FIRMS, len(BUSINESSES) + 2)
    kinds = [*BUSINESSES, *dice.sample(BUSINESSES, 2)]
    contacts = _contacts(dice)
    return [
        EmployerTerms("firm", f"{town}{word}{kind.name}", licence(dice, STATIONS[number][0][:6]), next(contacts), _phone(number, place))
        for place, (word, kind) in enumerate(zip(words, kinds, strict=True))
    ]


def _persons(dice: random.Random, number: int) -> list[EmployerTerms]:
    contacts = _contacts(dice)
    places = range(len(BUSINESSES) + 2, len(BUSINESSES) + 2 + PEOPLE_WITH_WORK)
    return [EmployerTerms("person", next(contacts), "", "", _phone(number, place)) for place in places]


def licence(dice: random.Random, county: str) -> str:
    """A unified social credit code that nobody holds, but that holds together."""
    body = f"91{county}MA{''.join(dice.choices(LICENCE_SIGNS, k=7))}"
    return body + uscc.calc_check_digit(body)


def _phone(number: int, place: int) -> str:
    return f"+861604{number * 100 + place:07d}"


def _contacts(dice: random.Random) -> Iterator[str]:
    titles = ("经理", "师傅", "老板", "主管", "女士", "先生")
    while True:
        yield dice.choice("陈黄周吴徐孙胡朱高林何郭罗郑梁") + dice.choice(titles)
