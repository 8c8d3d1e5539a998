"""Builds the demo city in one transaction: areas below the villages, people, a month at the gig stations, and four weeks of wishes."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from base.city import is_demo, remember
from base.clock import at, city_now
from base.db import rows
from base.ledger import By
from base.work import transaction
from commands.demo_gigs import live_the_month
from commands.demo_history import History, Told, silence
from commands.demo_people import CAST_ADDRESSES, SEED, City, Maker, cast_entry, centre_households
from commands.demo_stories import Story, Teller
from commands.demo_wages import disputes
from commands.demo_workers import seekers
from people import people
from people.areas import Point, positions, put_areas
from people.tables import Person
from sandbox.cast import CAST, NEWCOMER
from volunteers.roster import Entry
from volunteers.roster_store import put

LOCK = 0x6C66
ENTRIES_AT_ONCE = 1_000
FOUNDED_AGO = timedelta(days=32)
PEOPLE_SHARE = 20  # per cent of the time, about

# done, of how many
Progress = Callable[[int, int], None]


async def build(progress: Progress) -> bool:
    """All of it or nothing. False when the city is there already."""
    async with transaction():
        await rows("SELECT pg_advisory_xact_lock($1)", LOCK)
        if await is_demo():
            return False
        # Before all else: the demo keeps no quiet hours, not even in its past.
        await remember("demo", True)
        await _fill(city_now(), progress)
    return True


async def _fill(end: datetime, progress: Progress) -> None:
    await put_areas(centre_households())
    places = await positions()
    maker = Maker(SEED, places)
    city, workers = maker.city(), seekers(maker)
    cast = [cast_entry(member, places) for member in CAST if member is not NEWCOMER]
    teller = Teller(SEED, end)
    late = [entry for entry in cast if "volunteer" in entry.roles]
    with at(end - FOUNDED_AGO):
        settled = [*city.entries, *(worker.entry for worker in workers), *(entry for entry in cast if entry not in late)]
        await _settle(settled, places, progress)
        await _put_addresses({**city.addresses, **CAST_ADDRESSES})
        await rows("ANALYZE")  # all is one transaction: nothing else will tell the planner how large the tables are by now
        told = await _told(teller.stories(), city)
    month = await live_the_month(workers, end - FOUNDED_AGO, end)
    told += disputes(teller.unpaid(), month)
    await History(SEED, told, end).live(lambda done, total: progress(*_second_part(done, total)))
    await silence()
    # The volunteers of the story come with a clean slate: nothing was offered to them before.
    await _settle(late, places)
    await rows("ANALYZE")  # what follows at once are the first pages and the first sweep
    await remember("cast", [asdict(member) for member in CAST])


def _second_part(done: int, total: int) -> tuple[int, int]:
    return PEOPLE_SHARE * total + (100 - PEOPLE_SHARE) * done, 100 * total


async def _settle(entries: Sequence[Entry], places: Mapping[str, Point], progress: Progress | None = None) -> None:
    for start in range(0, len(entries), ENTRIES_AT_ONCE):
        await put(entries[start : start + ENTRIES_AT_ONCE], places, By(None, "demo"))
        if progress:
            progress(PEOPLE_SHARE * start, 100 * len(entries))


async def _put_addresses(addresses: Mapping[str, str]) -> None:
    await rows(
        "UPDATE person SET address = new.address FROM unnest($1::text[], $2::text[]) AS new (phone, address)"
        " WHERE person.phone = new.phone",
        list(addresses), list(addresses.values()),
    )  # fmt: skip


async def _told(stories: list[Story], city: City) -> list[Told]:
    """Gives each story to somebody; an English one to somebody who reads English."""
    dice = random.Random(SEED)  # noqa: S311
    known = await Person.objects().where(Person.phone.is_in(city.residents)).order_by(Person.phone)
    english = [person for person in known if person.language == "en"]
    waiting = [person for person in known if person.language != "en"]
    dice.shuffle(waiting)
    told = []
    for number, story in enumerate(stories):
        home = dice.choice(waiting).area
        if story.stranger:
            resident = await people.meet(f"+861602{number:07d}", "zh-CN")
        else:
            resident = dice.choice(english) if story.text.isascii() else waiting[number % len(waiting)]
        told.append(Told(story, resident, home))
    return told
