"""Whom to ask for a wish now, and when to look again."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from base.settings import settings
from base.words import Words
from matching import dispatch
from matching.waves import chance_of_yes
from messages.quiet import quiet_until
from wishes.offers import Asking, ask
from wishes.promise import promise
from wishes.situation import MINUTE, Situation, nobody_is_left, situation_of
from wishes.tables import Wish
from wishes.ways import WAYS, Way, priced

# Of those who were asked, hardly anybody will still say yes.
HOPELESS = 0.1


async def ask_some(wish: Wish) -> timedelta | None:
    """Asks those who should be asked now, and says when to look again; None when the office must find a way."""
    situation = await situation_of(wish)
    if situation.wish.remaining <= 0:
        return None
    way = WAYS[settings().dispatch]
    decision = way.choose(situation)
    await ask(wish, chosen(situation, decision.ask.tolist()))
    if not len(decision.ask) and await _hopeless(situation, way):
        return None
    return min(decision.look_again, situation.wish.remaining) * MINUTE


async def _hopeless(seen: Situation, way: Way) -> bool:
    """Who is not worth his price now may be so soon, and who had enough messages today can be asked tomorrow."""
    if dispatch.hope(seen.wish, seen.asked, seen.model) >= HOPELESS:
        return False
    return len(seen.asked.chance) >= way.most * seen.wish.left or await nobody_is_left(seen)


async def promise_to(wish: Wish) -> Words | None:
    """When somebody will probably have said yes, as the resident is told it; None when that cannot be promised."""
    if WAYS[settings().dispatch].choose is not priced or (wish.urgent and await quiet_until()):
        return None
    seen = await situation_of(wish)
    minutes = dispatch.forecast(seen.wish, seen.pool, seen.asked, seen.model, caps=seen.caps)
    told = promise(minutes) if minutes is not None else None
    if minutes is None or told is None:
        return None
    wish.expected_by, wish.foreseen = told.by, minutes / seen.model.forecast_factor
    values: dict[Any, Any] = {"expected_by": wish.expected_by, "foreseen": wish.foreseen}
    await Wish.update(values).where(Wish.id == wish.id)
    return told.words


def chosen(situation: Situation, who: Sequence[int]) -> list[Asking]:
    """As they stand in the pool."""
    pool, wish, model = situation.pool, situation.wish, situation.model
    return [
        Asking(situation.candidates[one].judged, float(pool.distance[one]), float(pool.fit[one]), wish.night,
            float(pool.fatigue[one]), float(pool.price[one]), float(chance_of_yes(pool, one, wish, model)))
        for one in who
    ]  # fmt: skip
