"""Offers go out in small waves, best candidates first, with a pause between the waves."""

import json
from datetime import timedelta
from typing import Any

from base.clock import now
from base.ledger import SWEEP, By
from base.settings import settings
from base.words import Words
from messages import outbox, texts
from people import areas, people
from volunteers import standing
from wishes.candidates import candidates, reasons
from wishes.kinds import KINDS
from wishes.queries import offer_to, offers_out
from wishes.states import OFFER, OFFER_MOVES, OfferState
from wishes.tables import Offer, Wish
from wishes.when import when_words


async def send_wave(wish: Wish) -> int:
    return await ask(wish, settings().wave_size * (wish.places - wish.held))


async def ask(wish: Wish, most: int) -> int:
    """Asks the best of those not asked in this round; returns how many were asked."""
    ranked = await candidates(wish, most)
    for best in ranked:
        why = reasons(best.judged)
        offer = await _offer(wish, best.id, best.distance_km, why)
        text = texts.offer(
            wish.ref, KINDS[wish.kind], wish.text, areas.words(wish.area), when_words(wish.day, wish.part), why
        )  # fmt: skip
        await outbox.put(text, await people.by_id(best.id), f"offer:{offer.id}", wish.round)
    await standing.asked(best.id for best in ranked)
    return len(ranked)


async def _offer(wish: Wish, person: int, distance_km: float, why: list[Words]) -> Offer:
    """A new offer, or the one of an earlier round put again."""
    values: dict[str, Any] = {
        "round": wish.round,
        "wave": wish.step,
        "distance_km": distance_km,
        "reasons": json.dumps(why, ensure_ascii=False),
        "sent_at": now(),
    }
    offer = await offer_to(wish.id, person)
    if offer:
        await OFFER.move(offer, OfferState.SENT, SWEEP, **values)
        return offer
    offer = Offer(wish=wish.id, person=person, state=OfferState.SENT.value, **values)
    await OFFER.begin(offer, SWEEP)
    return offer


def pause() -> timedelta:
    return timedelta(seconds=settings().wave_pause_seconds)


def most_waves() -> int:
    return settings().waves


async def answer(wish: Wish, person: int, to: OfferState, by: By) -> None:
    """The offer to this person, if there was one, moves with the answer. Anybody may claim unasked."""
    offer = await offer_to(wish.id, person)
    if offer and to in OFFER_MOVES[OfferState(offer.state)]:
        await OFFER.move(offer, to, by, answered_at=now())
        if to is OfferState.LATE:
            await standing.too_late(person)


async def anybody_asked(wish: Wish) -> bool:
    """Whether somebody has still to say yes or no."""
    return await Offer.exists().where(Offer.wish == wish.id, Offer.state == OfferState.SENT.value)


async def lapse(wish: Wish) -> None:
    """Nobody else is needed: what was asked and not answered lapses, without another message."""
    for offer in await offers_out(wish.id):
        await OFFER.move(offer, OfferState.LAPSED, SWEEP)
