"""New messages are taken one by one, a phone's own in their order, each in one transaction with all that it causes."""

import json
import logging
from dataclasses import replace

from base.clock import city_now, now
from base.db import objects, row, rows
from base.ledger import By
from base.work import transaction
from inbox.answer import answer
from inbox.parse import parse
from inbox.reading import Reading, to_json
from inbox.tables import Inbound
from inbox.talk import Talk, words_of
from messages.ours import is_ours
from people import people
from people.areas import village_of
from people.gazetteer import Ambiguous, Gazetteer
from people.tables import Person
from wishes.actions import Draft, raise_wish

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3

NEXT = """
state = 'new' AND NOT EXISTS (
    SELECT 1 FROM inbound e WHERE e.phone = inbound.phone AND e.id < inbound.id AND e.state = 'new')
ORDER BY attempts, id LIMIT 1 FOR UPDATE SKIP LOCKED
"""


async def handle_new() -> int:
    """Everything that has come in; returns how many were handled."""
    handled = 0
    while True:
        inbound = None
        try:
            async with transaction():
                waiting = await objects(Inbound, NEXT)
                if not waiting:
                    return handled
                inbound = waiting[0]
                await _handle(inbound)
            handled += 1
        except Exception:
            if inbound is None:
                raise
            log.exception("inbound %s could not be handled", inbound.id)
            await _failed(inbound)


async def _handle(inbound: Inbound) -> None:
    reading = parse(inbound.body, city_now())
    if reading.why == "machine" or is_ours(inbound.body):
        await _settle(inbound, "kept", reading, None)
        return
    person = await people.meet(inbound.phone, language_of(inbound.body))
    # Who said STOP is not answered; what he says is kept and acted on all the same.
    matter = await answer(Talk(inbound.id, inbound.body, person, By(person.id, "sms"), _nearer(reading, inbound, person)))
    await _settle(inbound, "handled", reading, matter)


def _nearer(reading: Reading, inbound: Inbound, person: Person) -> Reading:
    """A name that stands in several towns means the one that this phone has meant before."""
    if isinstance(reading.place, Ambiguous) and person.area:
        return replace(reading, place=Gazetteer.load().resolve(words_of(inbound.body), near=village_of(person.area)))
    return reading


async def _settle(inbound: Inbound, state: str, reading: Reading, matter: int | None) -> None:
    said = json.dumps(to_json(reading), ensure_ascii=False)
    await rows(
        "UPDATE inbound SET state = $2, handled_at = $3, reading = $4, matter = $5 WHERE id = $1 AND state = 'new'",
        inbound.id, state, now(), said, matter,
    )  # fmt: skip


async def _failed(inbound: Inbound) -> None:
    """Tried again a few times; then a person gets it, so that it is not lost."""
    async with transaction():
        tried = await row("UPDATE inbound SET attempts = attempts + 1 WHERE id = $1 AND state = 'new' RETURNING attempts", inbound.id)
        if tried is None or tried["attempts"] < MOST_ATTEMPTS:
            return
        person = await people.meet(inbound.phone, language_of(inbound.body))
        wish = await raise_wish(person, Draft("other", inbound.body, unclear=True), By(person.id, "sms"))
        await rows("UPDATE inbound SET state = 'kept', handled_at = $2, matter = $3 WHERE id = $1", inbound.id, now(), wish.id)


def language_of(text: str) -> str:
    """English for a text of Latin letters without one Chinese character."""
    chinese = any("\u3400" <= char <= "\u9fff" for char in text)
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return "en" if latin >= 3 and not chinese else "zh-CN"
