"""Whom to ask for a wish now, and when to look again."""

from datetime import timedelta

from base.settings import settings
from base.words import Words
from matching import dispatch
from matching.dispatch import Decision
from messages.quiet import quiet_until
from wishes.offers import Asking, ask
from wishes.promise import promise
from wishes.situation import MINUTE, Situation, situation_of
from wishes.tables import Wish
from wishes.ways import WAYS, priced

# Nobody else can be asked, and of those who were, hardly anybody will still say yes: the office must find a way.
HOPELESS = 0.1


async def ask_some(wish: Wish) -> timedelta | None:
    """Asks those who should be asked now, and says when to look again; None when nothing more is to be hoped for."""
    situation = await situation_of(wish)
    if situation.wish.remaining <= 0:
        return None
    decision = WAYS[settings().dispatch](situation)
    await ask(wish, _chosen(situation, decision))
    if not len(decision.ask) and dispatch.hope(situation.wish, situation.asked, situation.model) < HOPELESS:
        return None
    return min(decision.look_again, situation.wish.remaining) * MINUTE


async def promise_to(wish: Wish) -> Words | None:
    """When somebody will probably have said yes, as the resident is told it; None when that cannot be promised."""
    if WAYS[settings().dispatch] is not priced or (wish.urgent and await quiet_until()):
        return None
    seen = await situation_of(wish)
    minutes = dispatch.forecast(seen.wish, seen.pool, seen.asked, seen.model, caps=seen.caps)
    told = promise(minutes) if minutes is not None else None
    if told is None:
        return None
    await Wish.update({Wish.expected_by: told.by}).where(Wish.id == wish.id)
    wish.expected_by = told.by
    return told.words


def _chosen(situation: Situation, decision: Decision) -> list[Asking]:
    pool, night = situation.pool, situation.wish.night
    return [
        Asking(situation.candidates[who].judged, float(pool.distance[who]), float(pool.fit[who]), night,
            float(pool.fatigue[who]), float(pool.price[who]), float(chance))
        for who, chance in zip(decision.ask.tolist(), decision.chance.tolist(), strict=True)
    ]  # fmt: skip
