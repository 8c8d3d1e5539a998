"""Row 9: a gig morning of 20,000 needs and 5,000 listings, shared out fairly, beside deferred acceptance (Gale and Shapley).

Both are given the very same lists: the 32 listings that suit a need best, as many as a person may still put in order, and
as the trial had it. The product itself looks at 512 for each, and so is shown beside it. A stable matching cannot be added
to, but it is not the largest: who could go anywhere takes the place next door, and who can only go there stays at home.
What that costs depends on how different people are, and so on the city:

- The land is that of `city`: six counties, a third of the people in their towns, the rest in villages. Of the work two
  thirds lie in the towns; it is sought after and offered unevenly, and what is offered most is not what is sought most.
- One in five takes anything but a trade he has not learned, two in five name one occupation, two in five name two.
- Everybody reaches as far as one of the four choices of our form that stay within a county. Two thirds name a least pay,
  two fifths a part of the day. Every seventh listing asks for a certificate, which two in five have.
- Four places for five needs, a few listings with many. Six in ten have waited a day or more, a quarter three or more.

Parties are left out: they are seated first, alike in both. The other figures show how much it is in other cities.
"""

import statistics
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from bench.city import COUNTIES, VILLAGES, Geography, geography, homes
from bench.figures import Figure
from matching.assign import Graph, assign
from matching.gig_edges import edges
from matching.gigs import Bools, Floats, Gigs, Ints, Seekers
from matching.morning import OPTIONS, fair_morning
from matching.stable import liking, stable

NEEDS, LISTINGS, HEADS = 20_000, 5_000, 16_000
LISTED = 32
SEEDS, FEWER_SEEDS = (1, 2, 3, 4, 5), (1, 2, 3)
OCCUPATIONS = 23  # every third a trade, such as bricklaying
WORK_IN_TOWNS = 2 / 3
REACHES_KM = (3.0, 5.0, 10.0, 20.0)
DAY, LONG = 100, 3
NOBODY: Ints = np.empty((0, 2), np.int64)

Random = np.random.Generator


class City(NamedTuple):
    needs: Seekers
    listings: Gigs


class Shared(NamedTuple):
    """People placed; and of those who waited long, which share: of whom some listing fits, and of all."""

    placed: float
    long: float
    all_long: float


def city(
    seed: int,
    *,
    heads: int = HEADS,
    reaches_km: tuple[float, ...] = REACHES_KM,
    work_as_homes: bool = False,
    offered_as_sought: bool = False,
) -> City:
    random, land = np.random.default_rng(seed), geography(1)
    sought = 1 / np.arange(2, OCCUPATIONS + 2)
    sought, others = sought / sought.sum(), random.permutation(sought / sought.sum())
    return City(
        needs(random, land, sought, reaches_km),
        listings(random, land if work_as_homes else at_work(land), sought if offered_as_sought else (sought + others) / 2, heads),
    )


def at_work(land: Geography) -> Geography:
    """The same counties, but more of each in its town."""
    share = land.share.reshape(COUNTIES, VILLAGES + 1).copy()
    county = share.sum(axis=1)
    share[:, 1:] *= ((1 - WORK_IN_TOWNS) * county / share[:, 1:].sum(axis=1))[:, None]
    share[:, 0] = WORK_IN_TOWNS * county
    return replace(land, share=share.ravel())


def needs(random: Random, land: Geography, sought: Floats, reaches_km: tuple[float, ...]) -> Seekers:
    lat, lon, _ = homes(random, land, NEEDS, evenness=0.0)
    known, second = random.choice(OCCUPATIONS, (2, NEEDS), p=sought)
    named = random.choice(3, NEEDS, p=[0.2, 0.4, 0.4])
    return Seekers(
        id=np.arange(NEEDS), lat=lat, lon=lon, radius_km=random.choice(reaches_km, NEEDS),
        occupations=np.where(named > 0, 1 << known, 0) | np.where(named > 1, 1 << second, 0), skills=1 << known,
        certificates=(random.random(NEEDS) < 0.4).astype(np.int64), least_fen_per_day=random.choice([0, 15_000, 20_000], NEEDS),
        least_fen_per_hour=np.zeros(NEEDS, np.int64), from_day=np.full(NEEDS, DAY), to_day=np.full(NEEDS, DAY),
        parts=random.choice([0, 0, 0, 1, 2], NEEDS), people=np.ones(NEEDS, np.int64),
        waiting_days=np.minimum(random.geometric(0.35, NEEDS) - 1, 12), station=nearest_station(land, lat, lon),
    )  # fmt: skip


def listings(random: Random, land: Geography, offered: Floats, heads: int) -> Gigs:
    lat, lon, _ = homes(random, land, LISTINGS, evenness=0.0)
    occupation, pay = random.choice(OCCUPATIONS, LISTINGS, p=offered), random.integers(12, 35, LISTINGS) * 1000
    return Gigs(
        id=np.arange(LISTINGS), lat=lat, lon=lon, occupation=occupation, trade=occupation % 3 == 0,
        certificate=(random.random(LISTINGS) < 1 / 7).astype(np.int64), fen_per_day=pay, fen_per_hour=pay // 8,
        day=np.full(LISTINGS, DAY), parts=random.choice([3, 3, 1, 2], LISTINGS),
        room=1 + random.multinomial(heads - LISTINGS, random.dirichlet(np.full(LISTINGS, 0.3))),
        station=nearest_station(land, lat, lon),
    )  # fmt: skip


def nearest_station(land: Geography, lat: Floats, lon: Floats) -> Ints:
    """Twelve: one in the town of each county, and one in its largest village."""
    at = np.add.outer(np.arange(COUNTIES) * (VILLAGES + 1), [0, 1]).ravel()
    nearest: Ints = np.argmin(np.hypot(lat[:, None] - land.lat[at], lon[:, None] - land.lon[at]), axis=1)
    return nearest


class Morning:
    """The pairs of one city, and what two plans make of them."""

    def __init__(self, city: City) -> None:
        self.needs, self.listings = city
        self.graph = edges(self.needs, self.listings, NOBODY, OPTIONS)
        self.likes = liking(self.graph, self.needs, self.listings)
        self.order = np.random.default_rng(0).permutation(NEEDS)

    def fair(self, longest: int) -> Shared:
        """`longest`: only so many of the best are on each list."""
        among = self._among(longest)
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.graph.rows[among], minlength=NEEDS))])
        graph = Graph(starts, self.graph.columns[among], self.graph.weights[among])
        chosen = np.zeros(len(among), np.bool_)
        chosen[among] = assign(graph, np.ones(NEEDS, np.int64), self.listings.room).chosen
        return self.shared(chosen)

    def stable(self, longest: int) -> Shared:
        return self.shared(stable(self.graph, self.likes, self.listings.room, self.order, self._among(longest)))

    def insisted(self) -> Shared:
        """The product's own morning, when every station insists: its own workers first, then everybody."""
        stations = np.unique(self.listings.station)
        kept = fair_morning(self.needs, self.listings, NOBODY, "seed", insisting=stations).kept
        return self.shared(kept[self.graph.rows] == self.graph.columns)

    def _among(self, longest: int) -> Bools:
        among: Bools = np.arange(len(self.graph.columns)) - self.graph.starts[self.graph.rows] < longest
        return among

    def shared(self, chosen: Bools) -> Shared:
        placed = np.bincount(self.graph.rows[chosen], minlength=NEEDS) > 0
        long, fits = self.needs.waiting_days >= LONG, np.diff(self.graph.starts) > 0
        return Shared(float(placed.sum()), float(placed[long & fits].mean()), float(placed[long].mean()))


def median(mornings: Iterable[Shared]) -> Shared:
    return Shared(*map(statistics.median, zip(*mornings, strict=True)))


def beside(what: str, pairs: list[tuple[Shared, Shared]], bound: str = "") -> Figure:
    fair, stable = (median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(ours.placed / theirs.placed for ours, theirs in pairs)
    return Figure("9", f"{what}: people placed", f"{fair.placed:,.0f}", f"deferred acceptance {stable.placed:,.0f}", ratio, bound)


def waited(whom: str, fair: float, stable: float, bound: str = "") -> Figure:
    """Here the ratio is our share: it is to be high, not to be higher than another."""
    return Figure("9", f"… of {whom} who waited {LONG} days or more", f"{fair:.1%}", f"deferred acceptance {stable:.1%}", fair, bound)


def measure() -> list[Figure]:
    """Medians over cities, of which no seed was chosen."""
    mornings = [Morning(city(seed)) for seed in SEEDS]
    pairs = plans(mornings, LISTED)
    fair, stable = (median(side) for side in zip(*pairs, strict=True))
    return [
        beside(f"gig morning, {NEEDS:,} needs × {LISTINGS:,} listings with {HEADS:,} places, the {LISTED} best for each", pairs, "≥ 1.15"),
        waited("those whom a listing fits and", fair.long, stable.long, "≥ 0.97"),
        waited("all", fair.all_long, stable.all_long),
        beside("… the 8 best for each", plans(mornings, 8)),
        *as_the_product(mornings),
        *elsewhere(),
    ]


def plans(mornings: Iterable[Morning], longest: int) -> list[tuple[Shared, Shared]]:
    return [(each.fair(longest), each.stable(longest)) for each in mornings]


def as_the_product(mornings: list[Morning]) -> list[Figure]:
    """What it costs when all the stations insist: among the same pairs, and as the product has it, station by station."""
    pairs = plans(mornings, OPTIONS)
    fair, stable = (median(side) for side in zip(*pairs, strict=True))
    insisted = median(each.insisted() for each in mornings)
    return [
        beside(f"… the {OPTIONS} best for each", pairs),
        waited("those whom a listing fits and", fair.long, stable.long),
        Figure(
            "9", "… every station gives to its own workers first: people placed",
            f"{fair.placed:,.0f}", f"all insist {insisted.placed:,.0f}", fair.placed / insisted.placed,
        ),
        Figure(
            "9", f"… of those whom a listing fits and who waited {LONG} days or more",
            f"{fair.long:.1%}", f"all insist {insisted.long:.1%}", fair.long / insisted.long,
        ),
    ]  # fmt: skip


def elsewhere() -> list[Figure]:
    cities: dict[str, dict[str, Any]] = {
        "12,000 places": {"heads": 12_000}, "20,000 places": {"heads": 20_000}, "everybody reaches 20 km": {"reaches_km": (20.0,)},
        "the work lies where people live": {"work_as_homes": True}, "offered as often as sought": {"offered_as_sought": True},
    }  # fmt: skip
    found = []
    for what, terms in cities.items():
        mornings = (Morning(city(seed, **terms)) for seed in FEWER_SEEDS)
        found.append(beside(f"… {what}, the {LISTED} best for each", plans(mornings, LISTED)))
    return found
