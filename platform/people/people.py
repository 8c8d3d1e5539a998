from collections.abc import Collection

from base.clock import now
from base.db import first, objects, row, rows
from people.tables import Person


async def by_phone(phone: str) -> Person | None:
    return await first(Person, "phone = $1", phone)


async def by_id(person_id: int) -> Person:
    person = await first(Person, "id = $1", person_id)
    assert person is not None
    return person


async def by_ids(person_ids: Collection[int]) -> dict[int, Person]:
    return {person.id: person for person in await objects(Person, "id = ANY($1)", list(person_ids))}


async def meet(phone: str, language: str) -> Person:
    """The person of this phone; a new one if the phone was never heard of. Two at once meet the same person."""
    known = await by_phone(phone)
    if known:
        return known
    await row(
        "INSERT INTO person (phone, name, language, address, created_at) VALUES ($1, '', $2, '', $3)"
        " ON CONFLICT (phone) DO NOTHING",
        phone, language, now(),
    )  # fmt: skip
    person = await by_phone(phone)
    assert person is not None
    return person


async def roles(person_id: int) -> set[str]:
    return {found["role"] for found in await rows("SELECT role FROM role WHERE person = $1", person_id)}


async def settle(person: Person, area: str) -> None:
    """Remembers where the phone is at home, the first time that we learn it."""
    if person.area is None:
        await Person.update({Person.area: area}).where(Person.id == person.id)
        person.area = area
