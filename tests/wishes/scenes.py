"""A wish brought to each of its states by those who bring it there, and what the database holds of it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from base.db import rows
from base.ledger import By
from base.work import transaction
from people.offices import CITY
from people.tables import Person
from tests.cast import HESHENGQIAO, Cast, do, officer, the_wish, volunteer
from wishes.actions import Draft, claim, confirm, raise_wish, report_done, withdraw
from wishes.tables import Wish
from wishes.tend import tend_due

BUSINESS_TABLES = (
    "wish", "offer", "claim", "message", "event", "inbound", "opt_out", "listing", "referral", "placement", "job_need", "worker",
)  # fmt: skip


DIGEST = "(SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM {0} t) AS {0}"
DIGESTS = "SELECT " + ", ".join(DIGEST.format(table) for table in BUSINESS_TABLES)


@dataclass(frozen=True)
class Scene:
    """`helper` and `late` are asked first; from `claimed` on the one holds the place, and the other came too late."""

    wish: Wish
    people: dict[str, Person]
    kept: dict[str, str]


def web(person: Person) -> By:
    return By(person.id, "web")


async def nothing(*_: object) -> None:
    pass


async def taken(wish: Wish, cast: Cast) -> None:
    for who in (cast.chen, cast.zhou):
        await do(claim, wish.id, web(who))


async def reported(wish: Wish, cast: Cast) -> None:
    await taken(wish, cast)
    await do(report_done, wish.id, web(cast.chen))


async def content(wish: Wish, cast: Cast) -> None:
    await reported(wish, cast)
    await do(confirm, wish.id, web(cast.zhang))


async def called_off(wish: Wish, cast: Cast) -> None:
    await taken(wish, cast)
    await do(withdraw, wish.id, web(cast.zhang))


BULB = Draft("repair", "客厅的灯泡坏了", HESHENGQIAO)
STEPS: dict[str, tuple[Draft, Callable[[Wish, Cast], Awaitable[None]]]] = {
    "asking": (Draft("repair", "灯泡坏了", choices=("421221102207", "421224105209")), nothing),
    "open": (BULB, nothing),
    "matter": (Draft("public", "路灯不亮", HESHENGQIAO), nothing),
    "claimed": (BULB, taken),
    "done": (BULB, reported),
    "closed": (BULB, content),
    "withdrawn": (BULB, called_off),
}


async def scene(state: str, cast: Cast) -> Scene:
    people = {
        "resident": cast.zhang, "helper": cast.chen, "late": cast.zhou,
        "unasked": await volunteer("+8616000000009", "小吴", ["errand"]),
        "steward": await officer("+8616000000010", "社区管家", "steward", HESHENGQIAO),
        "neighbour": cast.steward, "coordinator": cast.coordinator,
        "desk": await officer("+8616000000011", "市平台", "coordinator", CITY), "stranger": cast.liu,
    }  # fmt: skip
    draft, bring = STEPS[state]
    raised = await do(raise_wish, cast.zhang, draft, web(cast.zhang))
    await tend_due()
    await bring(raised, cast)
    return Scene(await the_wish(), people, await everything_kept())


async def everything_kept() -> dict[str, str]:
    """Each table as one word: any row that is new, gone or changed makes another."""
    return (await rows(DIGESTS))[0]


class _UndoneError(Exception):
    pass


@asynccontextmanager
async def undone() -> AsyncIterator[None]:
    """A transaction that looks and leaves no trace: the next one finds everything as this one found it."""
    with suppress(_UndoneError):
        async with transaction():
            yield
            raise _UndoneError


def as_table(text: str) -> dict[str, dict[str, str]]:
    """Of a written table: who, then what was tried, then its cell."""
    verbs, *lines = (line.split() for line in text.strip().splitlines())
    return {who: dict(zip(verbs, cells, strict=True)) for who, *cells in lines}
