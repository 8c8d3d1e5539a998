"""The workers of the story come with a clean slate: they have registered, and nothing was put to them before."""

from datetime import timedelta

from base.clock import city_now
from base.ledger import By
from commands.demo_book import put
from commands.demo_month import Month
from commands.demo_workers import Wanted
from people.people import by_phone
from sandbox.cast import BRICKLAYER, CLEANER, LABOURER

# All three may take a labourer's work, so that one listing can be told to all of them.
SOUGHT = {
    BRICKLAYER: Wanted(("bricklayer", "labourer"), 220, "day"),
    LABOURER: Wanted(("labourer", "mover")),
    CLEANER: Wanted(("cleaner", "labourer")),
}
OUT_OF_WORK = timedelta(days=9)
"""Longer than counts: whatever comes next is put to them first."""


async def come_forward(month: Month, station: int) -> None:
    """`station`: the nearest to all of them."""
    for member, wanted in SOUGHT.items():
        person = await by_phone(member.phone)
        assert person is not None
        by = By(person.id, "demo")
        month.looking.know(person.id, set(wanted.occupations), set(), by)
        month.look_for(person, wanted, station)
        put(month.looking.needs[person.id], waiting_since=city_now().date() - OUT_OF_WORK)
