"""One station's month as the demo lives it, without a database."""

import random
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from itertools import count

from commands.demo_board import board
from commands.demo_book import Book
from commands.demo_dawn import draw
from commands.demo_month import Month, Seeking
from commands.demo_people import SEED, STATIONS, Maker
from commands.demo_stations import Offer, Open
from commands.demo_work import AT_HOME, BUSINESSES
from commands.demo_workers import seekers
from jobs.tables import Employer, Station
from people.areas import synthetic_point, tree
from people.tables import Person

NUMBERS = ("worker", "listing", "job_need", "referral", "placement", "lottery", "ticket", "ref")


def lived_until(end: datetime) -> Month:
    station = _station()
    posted = board(SEED, [station], end)
    numbers: Mapping[str, Iterator[int]] = {table: count(1) for table in NUMBERS}
    month = Month(SEED, [station], posted, _seeking(), Book(numbers))
    month.live(end, draw)
    return month


def _station() -> Open:
    area, name, name_en = STATIONS[0]
    lat, lon = synthetic_point(area)
    station = Station(
        id=1, name=name, name_en=name_en, area=area, place="零工市场", lat=lat, lon=lon, phone="+8616030000001", opens=time(5, 30),
        closes=time(18, 30),
    )  # fmt: skip
    dice = random.Random(SEED)
    return Open(station, [9001, 9002], [
        Offer(Employer(id=number, kind="firm", name="某某", contact="陈经理", phone="+8616040000001", station=1), job, dice.choice(business.places))
        for number, business in enumerate((*BUSINESSES, AT_HOME), 1)
        for job in business.jobs
    ])  # fmt: skip


def _seeking() -> list[Seeking]:
    near = [each for each in seekers(Maker(SEED, {code: synthetic_point(code) for code in tree()})) if each.station == STATIONS[0][0]]
    return [
        Seeking(Person(id=number, phone=each.entry.phone, area=each.entry.area, lat=each.entry.lat, lon=each.entry.lon), each.wanted, 1)
        for number, each in enumerate(near, 1)
    ]
