"""A wish is put to a volunteer, and what becomes of that."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from base.clock import now
from base.ledger import SWEEP, By
from base.words import Words
from matching.score import Judged
from messages import outbox, texts
from people import areas, people
from volunteers import standing
from wishes.candidates import reasons
from wishes.kinds import KINDS
from wishes.queries import offer_to, offers_out
from wishes.states import OFFER, OFFER_MOVES, OfferState
from wishes.tables import Offer, Wish
from wishes.when import when_words


@dataclass(frozen=True)
class Asking:
    """Somebody who is to be asked, and what is known of him now: as in `Offer`."""

    judged: Judged
    share: float | None = None
    fit: float | None = None
    night: bool = False
    fatigue: float | None = None
    price: float | None = None
    chance: float | None = None


async def ask(wish: Wish, chosen: Sequence[Asking], by: By = SWEEP) -> None:
    for each in chosen:
        offer = await put(wish, each, by=by)
        text = texts.offer(wish.ref, *what_is_asked(wish), reasons(each.judged))
        await outbox.put(text, await people.by_id(each.judged.id), f"offer:{offer.id}", wish.round)
    await standing.asked(each.judged.id for each in chosen)


def what_is_asked(wish: Wish) -> tuple[Words, str, Words, Words | None]:
    return KINDS[wish.kind], wish.text, areas.words(wish.area), when_words(wish.day, wish.part)


async def put(wish: Wish, asking: Asking, wave: int | None = None, by: By = SWEEP) -> Offer:
    """A new offer, or the one of an earlier round put again."""
    values: dict[str, Any] = {
        **{name: value for name, value in vars(asking).items() if name != "judged"},
        "round": wish.round,
        "wave": wish.step if wave is None else wave,
        "distance_km": asking.judged.distance_km,
        "reasons": json.dumps(reasons(asking.judged), ensure_ascii=False),
        "sent_at": now(),
    }
    offer = await offer_to(wish.id, asking.judged.id)
    if offer:
        await OFFER.move(offer, OfferState.SENT, by, **values)
        return offer
    offer = Offer(wish=wish.id, person=asking.judged.id, state=OfferState.SENT.value, **values)
    await OFFER.begin(offer, by)
    return offer


async def answer(wish: Wish, person: int, to: OfferState, by: By) -> None:
    """The offer to this person, if there was one, moves with the answer. Anybody may claim unasked."""
    offer = await offer_to(wish.id, person)
    if offer and to in OFFER_MOVES[OfferState(offer.state)]:
        await OFFER.move(offer, to, by, answered_at=now())
        if to is OfferState.LATE:
            await standing.too_late(person)


async def lapse(wish: Wish) -> None:
    """Nobody else is needed: what was asked and not answered lapses, without another message."""
    for offer in await offers_out(wish.id):
        await OFFER.move(offer, OfferState.LAPSED, SWEEP)
