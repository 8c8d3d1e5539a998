"""Whom a change of a wish concerns, and how they are told: always through the outbox, once for each round."""

from collections.abc import Container

from base.words import Words
from messages.outbox import put
from messages.texts import Text
from people import offices, people
from people.offices import Office
from wishes.states import Level
from wishes.tables import Claim, Wish


def office_of(wish: Wish) -> Office:
    return Office(wish.owner_role, wish.owner_area)


async def tell_resident(wish: Wish, text: Text, about: str = "") -> None:
    await put(text, await people.by_id(wish.resident), about or f"wish:{wish.id}", _round(wish))


async def tell_claimant(claim: Claim, text: Text, round: int = 0) -> None:
    await put(text, await people.by_id(claim.person), f"claim:{claim.id}", round)


async def tell_office(wish: Wish, text: Text, but: Container[int | None] = ()) -> None:
    for holder in await offices.holders(office_of(wish)):
        if holder.id not in but:
            await put(text, holder, f"wish:{wish.id}", _round(wish))


def _round(wish: Wish) -> int:
    """Each reopening, and each step of the sweep within it, may say the same again."""
    return int(wish.round) * 1000 + int(wish.step)


async def name_claimant(claim: Claim, level: Level) -> Words:
    person = await people.by_id(claim.person)
    if level is Level.VOLUNTEERS:
        return Words(f"志愿者{person.name}", f"volunteer {person.name}".strip())
    return Words(f"工作人员{person.name}", f"staff member {person.name}".strip())
