"""A province that is made up, and the same for the same seed: volunteers and wishes in arrays.

Skewed as places are: cities 80 km apart, six counties each, a third of a county's people in its town and the rest in
400 villages whose sizes follow Zipf; some skills are common and most are rare; hours go by what people do all day.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from base.geo import KM_PER_DEGREE, km_per_degree_east
from matching.crowd import Floats, Helpers, Integers, Needs, standing_points
from matching.weights import DEFAULT, Weights
from volunteers.skills import SKILLS, able

BITS = {code: bit for bit, code in enumerate(SKILLS)}
KINDS = ("errand", "repair", "company", "transport", "digital", "cleaning", "goods", "health", "farm", "tutoring", "advice", "other")
FINER = {"repair": ("electrician", "plumber", "carpenter", "bricklayer"), "errand": ("cook",), "company": ("carer",), "farm": ("gardener",)}
SOUTH_WEST = 28.0, 111.0
COUNTIES, VILLAGES = 6, 400
CITY_KM = 80.0
BLOCKS_A_DAY = 8
TODAY = 0b1111_1000  # a Monday, from nine in the morning


@dataclass(frozen=True)
class Volunteers:
    """The raw columns: a database takes them as they are. `area` is the number of a village, `days_unasked` nan for never."""

    ids: Integers
    lat: Floats
    lon: Floats
    area: Integers
    skills: Integers
    hours: Integers
    radius_km: Floats
    weekly_limit: Integers
    load: Integers
    fatigue: Floats
    done: Integers
    given_up: Integers
    days_unasked: Floats

    @property
    def capacities(self) -> Integers:
        free: Integers = np.maximum(0, self.weekly_limit - self.load)
        return free

    def helpers(self, weights: Weights = DEFAULT) -> Helpers:
        standing = self.load, self.weekly_limit, self.fatigue, self.done, self.given_up, self.days_unasked
        base = standing_points(*standing, weights)
        return Helpers(self.ids, self.lat, self.lon, self.area, self.skills, self.hours, self.radius_km, base)


@dataclass(frozen=True)
class Wishes:
    needs: Needs
    wants: Integers
    kinds: Integers


@dataclass(frozen=True)
class Geography:
    """Towns and villages: where, how many of the people, how far they spread."""

    lat: Floats
    lon: Floats
    share: Floats
    spread_km: Floats


def volunteers(n: int, n_cities: int, seed: int) -> Volunteers:
    random = np.random.default_rng([seed, 1])
    lat, lon, area = homes(random, geography(n_cities), n, evenness=0.0)
    tasks = random.geometric(0.08, n) - 1
    given_up = random.binomial(tasks, 0.12)
    return Volunteers(
        np.arange(1, n + 1), lat, lon, area,
        skills=_skills(random, n),
        hours=_hours(random, n),
        radius_km=np.clip(random.lognormal(np.log(5), 0.5, n), 1, 20).round(1),
        weekly_limit=random.integers(1, 6, n),
        load=random.poisson(0.8, n),
        fatigue=random.exponential(1.0, n),
        done=tasks - given_up,
        given_up=given_up,
        days_unasked=np.where(random.random(n) < 0.1, np.nan, random.exponential(14, n)),
    )  # fmt: skip


def wishes(n: int, n_cities: int, seed: int) -> Wishes:
    """A little evener over the land than those who help: villages need more than they can give."""
    random = np.random.default_rng([seed, 2])
    lat, lon, area = homes(random, geography(n_cities), n, evenness=0.15)
    kinds = random.choice(len(KINDS), n, p=_zipf(len(KINDS), 0.7))
    needs = Needs(lat, lon, area, _able(random, kinds), _windows(random, n), np.full(n, TODAY))
    return Wishes(needs, random.choice([1, 2, 3, 5], n, p=[0.72, 0.16, 0.08, 0.04]), kinds)


def geography(n_cities: int, seed: int = 99) -> Geography:
    random = np.random.default_rng(seed)
    side = int(np.ceil(np.sqrt(n_cities)))
    city, county = np.divmod(np.arange(n_cities * COUNTIES), COUNTIES)
    angle, reach = 2 * np.pi * county / COUNTIES + random.normal(0, 0.2, len(city)), 22 * random.uniform(0.7, 1.2, len(city))
    x, y = city % side * CITY_KM + reach * np.cos(angle), city // side * CITY_KM + reach * np.sin(angle)
    people = random.lognormal(0, 0.35, len(city))
    around, far = 2 * np.pi * random.random((len(city), VILLAGES)), 14 * np.sqrt(random.random((len(city), VILLAGES)))
    east = np.column_stack([x, x[:, None] + far * np.cos(around)]).ravel()
    north = np.column_stack([y, y[:, None] + far * np.sin(around)]).ravel()
    share = np.outer(people, np.append(0.35, 0.65 * _zipf(VILLAGES, 1.0))).ravel()
    spread = np.tile(np.append(2.2, np.full(VILLAGES, 0.35)), len(city))
    return Geography(*_degrees(north, east), share / share.sum(), spread)


def _degrees(north_km: Floats, east_km: Floats) -> tuple[Floats, Floats]:
    lat, lon = SOUTH_WEST
    return lat + north_km / KM_PER_DEGREE, lon + east_km / km_per_degree_east(lat + 1.5)


def homes(random: Generator, land: Geography, n: int, evenness: float) -> tuple[Floats, Floats, Integers]:
    share = land.share ** (1 - evenness)
    site = random.choice(len(share), n, p=share / share.sum())
    north, east = random.normal(0, 1, (2, n)) * land.spread_km[site]
    origin = _degrees(np.zeros(1), np.zeros(1))
    lat, lon = _degrees(north, east)
    return land.lat[site] + lat - origin[0], land.lon[site] + lon - origin[1], site + 1


def _zipf(n: int, steepness: float) -> Floats:
    share: Floats = 1 / np.arange(1, n + 1) ** steepness
    return share / np.sum(share)


def _skills(random: Generator, n: int) -> Integers:
    """One to five draws; the same one twice counts once."""
    drawn = random.choice(len(BITS), (n, 5), p=_zipf(len(BITS), 0.8))
    counted = np.arange(5) < random.integers(1, 6, (n, 1))
    skills: Integers = np.bitwise_or.reduce(np.where(counted, 1 << drawn, 0), axis=1)
    return skills


def _hours(random: Generator, n: int) -> Integers:
    """Evenings and weekends, working days, weekends, or always; a quarter of it falls away at random."""
    evenings = _blocks(range(5), (6, 7)) | _blocks((5, 6), range(3, 8))
    lives = np.array([evenings, _blocks(range(5), range(2, 6)), _blocks((5, 6), range(2, 8)), _blocks(range(7), range(2, 8))])
    away = random.integers(0, 1 << 56, n) & random.integers(0, 1 << 56, n)
    hours: Integers = lives[random.choice(4, n, p=[0.35, 0.25, 0.25, 0.15])] & ~away
    return hours


def _windows(random: Generator, n: int) -> Integers:
    """A third come at any time; the others name one to two blocks of one day, of which one will do."""
    day, first, length = random.integers(0, 7, n), random.integers(2, 7, n), random.integers(1, 3, n)
    window: Integers = ((1 << length) - 1) << (day * BLOCKS_A_DAY + first)
    return np.where(random.random(n) < 1 / 3, 0, window)


def _blocks(days: Iterable[int], blocks: Iterable[int]) -> int:
    of_a_day = sum(1 << block for block in blocks)
    return sum(of_a_day << day * BLOCKS_A_DAY for day in days)


def _able(random: Generator, kinds: Integers) -> np.ndarray[tuple[int, int], np.dtype[np.int8]]:
    """Two in three of the kinds that know finer skills name one."""
    options = [[able(kind), *(able(kind, finer) for finer in FINER.get(kind, ()))] for kind in KINDS]
    widest = max(len(skills) for each in options for skills in each)
    table = np.full((len(KINDS), 5, widest), -1, np.int8)
    for kind, each in enumerate(options):
        for which, skills in enumerate(each):
            table[kind, which, : len(skills)] = [BITS[skill] for skill in skills]
    finer = np.array([len(each) - 1 for each in options])[kinds]
    named = np.where(random.random(len(kinds)) < 2 / 3, 1 + (random.random(len(kinds)) * finer).astype(np.int64), 0)
    return table[kinds, np.where(finer > 0, named, 0)]
