"""Every night we learn from the ledger how people answer, and reckon anew what the attention of each is worth."""

import json
from collections.abc import Sequence
from datetime import datetime, time, timedelta

import numpy as np

from base.clock import city_now, now
from base.db import insert, objects, rows
from base.work import transaction
from matching import learning, situation, waves
from matching.answers import PRIOR, Model
from matching.dispatch import LIKELY
from matching.learning import SETTLED_MINUTES, Offers
from matching.prices import OPTIONS, prices
from volunteers import standing
from wishes.situation import DAY, pool_of
from wishes.tables import DispatchModel, Wish

AT = time(3, 30)
LOCK = 0x6E69
LOOKED_BACK = timedelta(days=120)
SETTLED = timedelta(minutes=SETTLED_MINUTES)
# What came in three days will come again in three days; and so many messages everybody can take in that time.
FORESEEN = timedelta(days=3)
MESSAGES_EACH = 2

# Whoever lapsed was not told so: his silence was his own.
ANSWERS = """
SELECT o.person, o.share, o.fit, o.night, o.fatigue, coalesce(s.leaning, 0) AS leaning, o.state IN ('accepted', 'late') AS yes,
    extract(epoch FROM o.answered_at - o.sent_at)::float8 / 60 AS minutes
FROM offer o LEFT JOIN volunteer_standing s ON s.person = o.person
WHERE o.share IS NOT NULL AND o.sent_at BETWEEN $1 AND $2 ORDER BY o.id
"""
FORECASTS = """
SELECT w.foreseen, extract(epoch FROM min(c.held_at) - w.opened_at)::float8 / 60 AS came
FROM wish w LEFT JOIN claim c ON c.wish = w.id WHERE w.foreseen > 0 AND w.opened_at BETWEEN $1 AND $2
GROUP BY w.id ORDER BY w.id
"""


async def learn_when_due() -> None:
    """Once a night, or as soon as the program is there again."""
    async with transaction():
        await rows("SELECT pg_advisory_xact_lock($1)", LOCK)
        if not await rows("SELECT 1 FROM dispatch_model WHERE learned_at >= $1", _last_night()):
            await learn()


def _last_night() -> datetime:
    here = city_now()
    at = here.replace(hour=AT.hour, minute=AT.minute, second=0, microsecond=0)
    return at if at <= here else at - timedelta(days=1)


async def learn() -> DispatchModel:
    offers, persons = await _offers()
    model = learning.learn(offers, PRIOR._replace(forecast_factor=await _forecast_factor()))
    row = DispatchModel(learned_at=now(), answers=len(persons), values=json.dumps(model._asdict()))
    await insert(row)
    await _keep_leanings(model, offers, persons)
    await _keep_prices(model)
    return row


async def _offers() -> tuple[Offers, list[int]]:
    found = await rows(ANSWERS, now() - LOOKED_BACK, now() - SETTLED)
    distance, fit, night, fatigue, leaning = (
        np.array([each[name] for each in found], np.float64) for name in ("share", "fit", "night", "fatigue", "leaning")
    )
    yes = np.array([each["yes"] for each in found], np.bool_)
    minutes = np.array([each["minutes"] if each["yes"] else np.nan for each in found], np.float64)
    return Offers(distance, fit, night, fatigue, leaning, yes, minutes), [each["person"] for each in found]


async def _forecast_factor() -> float:
    found = await rows(FORECASTS, now() - LOOKED_BACK, now() - SETTLED)
    foreseen = np.array([each["foreseen"] for each in found], np.float64)
    came = np.array([np.inf if each["came"] is None else each["came"] for each in found], np.float64)
    return learning.forecast_factor(foreseen, came, LIKELY)


async def _keep_leanings(model: Model, offers: Offers, persons: Sequence[int]) -> None:
    ids, places = np.unique(np.array(persons, np.int64), return_inverse=True)
    expected = learning.chances(offers._replace(leaning=np.zeros(len(persons))), model)
    found = learning.leanings(places, expected, offers.yes, len(ids))
    await standing.keep("leaning", dict(zip(ids.tolist(), found.tolist(), strict=True)))


async def _keep_prices(model: Model) -> None:
    came = await objects(Wish, "opened_at > $1 AND lat IS NOT NULL AND NOT for_office ORDER BY id", now() - FORESEEN)
    edges = [edge for row, wish in enumerate(came) for edge in await _edges(model, row, wish)]
    if not edges:
        return
    rows_of, persons, chance = (np.array(column) for column in zip(*edges, strict=True))
    ids, columns = np.unique(persons, return_inverse=True)
    starts = np.searchsorted(rows_of, np.arange(len(came) + 1))
    places = np.array([wish.places for wish in came], np.int64)
    found = prices(starts, columns.astype(np.int32), chance, places, np.full(len(ids), MESSAGES_EACH))
    await standing.keep("price", dict(zip(ids.tolist(), found.tolist(), strict=True)))


async def _edges(model: Model, row: int, wish: Wish) -> list[tuple[int, int, float]]:
    """As if it came again, by day: nobody has been asked for it."""
    wish.id = 0
    found, pool = await pool_of(wish, OPTIONS)
    asking = situation.Wish(wish.places, 0, DAY)
    return [(row, one.id, waves.chance_of_yes(pool, who, asking, model)) for who, one in enumerate(found)]
