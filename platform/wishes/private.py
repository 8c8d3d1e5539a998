"""The one way to a resident's exact place and phone. Every opening is an event of the ledger."""

from typing import NamedTuple

from base.errors import Refused
from base.ledger import By, record
from base.words import Words
from people import areas, offices, people
from wishes.queries import live_claim
from wishes.states import ClaimState
from wishes.tables import Wish


class Place(NamedTuple):
    name: str
    phone: str
    address: str | Words


async def may_open(wish: Wish, person_id: int) -> bool:
    """The resident, who holds a place while the claim lives, and the offices at the area and above it."""
    if person_id == wish.resident:
        return True
    claim = await live_claim(wish.id, person_id)
    if claim is not None and claim.state == ClaimState.HELD:
        return True
    return wish.area is not None and await offices.answers_for(person_id, wish.area)


async def open_place(wish: Wish, by: By) -> Place:
    if by.person is None or not await may_open(wish, by.person):
        raise Refused("not_yours", ref=wish.ref)
    resident = await people.by_id(wish.resident)
    await record("place", wish.id, "opened", by, matter=wish.id)
    return Place(resident.name, resident.phone, _address(wish, resident.area, resident.address))


def _address(wish: Wish, home: str | None, address: str) -> str | Words:
    """What was given with the wish; the resident's own address when the wish is at home; else the area, once it is known."""
    if wish.area is None:
        return wish.place or address
    around = areas.words(wish.area)
    if wish.place:
        return Words(f"{around.zh} {wish.place}", f"{wish.place}, {around.en}")
    if address and home == wish.area:
        return Words(f"{around.zh} {address}", f"{address}, {around.en}")
    return around
