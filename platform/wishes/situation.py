"""Everything that decides whom to ask for a wish, from the tables."""

from dataclasses import dataclass
from datetime import timedelta
from math import exp, inf
from typing import Any

import numpy as np

from base.clock import city_now, now
from base.db import rows
from base.settings import settings
from matching import situation
from matching.answers import Model
from matching.situation import Asked, Caps, Pool
from matching.waves import may_be_asked
from messages.quiet import FIRST_HOUR, LAST_HOUR, awake_between, keeps_quiet
from volunteers import standing
from wishes import learned
from wishes.candidates import Candidate, candidates
from wishes.queries import offers_of_round
from wishes.states import OfferState
from wishes.tables import Wish

MOST_IN_POOL = 200
NIGHT_HOURS = frozenset({22, 23, 0, 1, 2, 3, 4, 5, 6})
MINUTE = timedelta(minutes=1)
DAY = 1440.0

ASKED_OF_LATE = """
SELECT person, count(*) FILTER (WHERE sent_at > $2) AS today, count(*) AS this_week FROM offer
WHERE person = ANY($1::int8[]) AND sent_at > $3 GROUP BY person
"""


@dataclass(frozen=True)
class Situation:
    """`pool` has a row for each of the candidates, the best score first."""

    wish: situation.Wish
    candidates: list[Candidate]
    pool: Pool
    asked: Asked
    model: Model
    caps: Caps


async def situation_of(wish: Wish) -> Situation:
    found, pool = await pool_of(wish, MOST_IN_POOL)
    offers = await offers_of_round(wish)
    silent = [offer for offer in offers if offer.state == OfferState.SENT]
    asked = Asked(
        _column(offer.chance or 0 for offer in silent),
        _column((now() - offer.sent_at) / MINUTE for offer in silent),
    )
    return Situation(await _clock_of(wish), found, pool, asked, await learned.model(), _caps(len(offers) - len(silent)))


async def pool_of(wish: Wish, most: int) -> tuple[list[Candidate], Pool]:
    found = await candidates(wish, most)
    return found, await pool_with(found)


async def nobody_is_left(seen: Situation) -> bool:
    """Whoever could be asked was, or will have had enough messages for as long as this wish can wait."""
    then = await pool_with(seen.candidates, seen.wish.remaining * MINUTE)
    full = len(seen.asked.minutes) >= seen.caps.in_all
    return full or not any(may_be_asked(then, who, seen.wish, seen.caps) for who in range(len(seen.candidates)))


async def _clock_of(wish: Wish) -> situation.Wish:
    assert wish.opened_at is not None
    until = wish.ask_until or wish.opened_at + timedelta(hours=settings().volunteer_hours)
    here = city_now()
    begins = here.replace(hour=LAST_HOUR, minute=0, second=0, microsecond=0)
    quiet_in = (begins - here) / MINUTE % DAY
    quiet_for = (24 - LAST_HOUR + FIRST_HOUR) * 60.0 if await keeps_quiet() else 0.0
    return situation.Wish(
        wish.places - wish.held, await awake_between(wish.opened_at, now()) / MINUTE, (until - now()) / MINUTE, wish.urgent,
        here.hour in NIGHT_HOURS, quiet_in, quiet_for,
    )  # fmt: skip


async def pool_with(found: list[Candidate], ahead: timedelta = timedelta()) -> Pool:
    """As it will be so much later, if nobody is asked before."""
    day, week = (now() + ahead - timedelta(days=days) for days in (1, 7))
    counted = {each["person"]: each for each in await rows(ASKED_OF_LATE, [one.id for one in found], day, week)}
    left = exp(-(ahead / standing.FORGETTING))
    never = {"today": 0, "this_week": 0}
    return Pool(
        distance=_column(1 - one.judged.shares["distance"] for one in found),
        fit=_column(one.judged.shares["skill"] * one.judged.shares["focus"] for one in found),
        leaning=_column(one.leaning for one in found),
        fatigue=_column(one.helper.fatigue * left for one in found),
        price=_column(one.price for one in found),
        score=_column(one.judged.score for one in found),
        days_unasked=_column(inf if one.helper.days_unasked is None else one.helper.days_unasked for one in found),
        asked_today=_column(counted.get(one.id, never)["today"] for one in found),
        asked_this_week=_column(counted.get(one.id, never)["this_week"] for one in found),
    )


def _column(values: Any) -> situation.Floats:
    return np.fromiter(values, np.float64)


def _caps(answered: int) -> Caps:
    city = settings()
    return Caps(city.ask_at_once, max(0, city.ask_in_all - answered), city.ask_person_day, city.ask_person_week)
