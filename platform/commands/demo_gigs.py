"""The second half of the demo city: its gig stations with a month behind them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from base.clock import at
from base.db import rows
from commands.demo_board import Posted, board
from commands.demo_book import Book
from commands.demo_cast import come_forward
from commands.demo_dawn import draw
from commands.demo_month import Month, Seeking
from commands.demo_people import SEED
from commands.demo_stations import Open, open_stations
from commands.demo_workers import Seeker
from jobs import dawn
from jobs.deadlines import dawn as dawn_at
from jobs.tables import JobNeed, Listing, Lottery, Placement, Referral, Ticket, Worker
from people.tables import Person
from sandbox.cast import BRICKLAYER

# In the order in which one row points to another.
TABLES = (Worker, Listing, JobNeed, Referral, Placement, Lottery, Ticket)
# More than are used up: what is left over is missing from the sequence, as after a transaction that failed.
NUMBERS = {"worker": 1_000, "job_need": 4_000, "referral": 15_000, "placement": 8_000, "lottery": 40, "ticket": 15_000}


async def live_the_month(seekers: Sequence[Seeker], founded: datetime, end: datetime) -> Month:
    """The stations open; then everything until `end`, written at once."""
    with at(founded):
        stations = await open_stations(await _staff())
    posted = board(SEED, stations, end)
    book = Book(await _numbers(posted))
    month = Month(SEED, stations, posted, await _seeking(seekers, stations), book)
    month.live(end, draw)
    with at(end):
        await come_forward(month, next(each.station.id for each in stations if each.station.area == BRICKLAYER.area_code))
    await book.write(TABLES)
    await _seal(end)
    return month


async def _staff() -> dict[str, list[Person]]:
    """By the area of their role."""
    found = await rows(
        "SELECT person.*, role.area AS at FROM person JOIN role ON role.person = person.id WHERE role = 'staff' ORDER BY person.id"
    )
    staff: dict[str, list[Person]] = {}
    for each in found:
        staff.setdefault(each.pop("at"), []).append(Person(_exists_in_db=True, **each))
    return staff


async def _seeking(seekers: Sequence[Seeker], stations: Sequence[Open]) -> list[Seeking]:
    known = await Person.objects().where(Person.phone.is_in([each.entry.phone for each in seekers]))
    persons = {person.phone: person for person in known}
    by_area = {each.station.area: each.station.id for each in stations}
    return [Seeking(persons[each.entry.phone], each.wanted, by_area[each.station]) for each in seekers]


async def _numbers(posted: Sequence[Posted]) -> Mapping[str, Iterator[int]]:
    wanted = {f"{table}_id_seq": number for table, number in NUMBERS.items()}
    wanted |= {"listing_id_seq": len(posted), "ref": len(posted)}
    return {sequence.removesuffix("_id_seq"): await _next(sequence, number) for sequence, number in wanted.items()}


async def _next(sequence: str, number: int) -> Iterator[int]:
    found = await rows("SELECT nextval($1::regclass) AS id FROM generate_series(1, $2)", sequence, number)
    return iter([each["id"] for each in found])


async def _seal(end: datetime) -> None:
    """What is not drawn yet is drawn by a seed that nobody knows."""
    with at(end):
        if end < dawn_at(end):
            await dawn.publish(end.date())
        await dawn.publish(end.date() + timedelta(days=1))
