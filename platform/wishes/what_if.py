"""What other weights would have changed: whom they put first for what was wished for yesterday and today."""

from collections.abc import Collection, Iterable
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta

from base.clock import city_now
from base.db import objects, row
from matching.weights import Weights
from volunteers import standing
from wishes.candidates import BEST, EXPLAINED, Candidate, best
from wishes.tables import Wish

FIRST = 5
MOST_WISHES = 100

# As if the city had given points by these weights all the time: they are no longer those in the rows.
POINTS = f"(SELECT {standing.points_of('s', 19)} FROM volunteer_standing s WHERE s.person = c.person)::int AS points"  # noqa: S608
UNDER = BEST.format(points=POINTS) + EXPLAINED
OPENED = "opened_at >= $1 AND NOT for_office AND lat IS NOT NULL AND area ^@ ANY ($2::text[])"


@dataclass(frozen=True)
class Effect:
    """Who stands first for a wish as it is, and who would: the best first."""

    wish: Wish
    before: list[Candidate]
    after: list[Candidate]

    @property
    def coming(self) -> set[int]:
        return ids(self.after) - ids(self.before)

    @property
    def going(self) -> set[int]:
        return ids(self.before) - ids(self.after)

    @property
    def is_other_first(self) -> bool:
        return [one.id for one in self.before[:1]] != [one.id for one in self.after[:1]]


@dataclass(frozen=True)
class Effects:
    """`total` wishes there were; the newest of them were looked at."""

    total: int
    effects: list[Effect]

    @property
    def with_others(self) -> list[Effect]:
        """Those for which somebody comes among the first whom the present weights put behind, most of them first."""
        return sorted((each for each in self.effects if each.coming), key=lambda each: (-len(each.coming), -each.wish.id))

    @property
    def with_other_first(self) -> int:
        return sum(each.is_other_first for each in self.effects)


async def effects(weights: Weights, areas: Collection[str]) -> Effects:
    """In these areas and all below them. As people stand now, and as if nobody had been asked."""
    here = _begin_of_yesterday(), list(areas)
    wishes = await objects(Wish, f"{OPENED} ORDER BY opened_at DESC, id DESC LIMIT $3", *here, MOST_WISHES)
    total = await row(f"SELECT count(*) AS n FROM wish WHERE {OPENED}", *here)  # noqa: S608
    assert total is not None
    present = await standing.weights()
    return Effects(total["n"], [Effect(wish, await first(present, wish), await first(weights, wish)) for wish in wishes])


async def first(weights: Weights, wish: Wish) -> list[Candidate]:
    unasked = copy(wish)
    unasked.id = 0
    return await best(UNDER, unasked, weights, FIRST, weights.reliability, weights.load, weights.rested, weights.unasked)


def _begin_of_yesterday() -> datetime:
    return standing.midnight(city_now().date() - timedelta(days=1))


def ids(people: Iterable[Candidate]) -> set[int]:
    return {one.id for one in people}
