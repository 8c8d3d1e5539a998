"""The people of every test, and what a test says and sees."""

import itertools
from collections.abc import Awaitable, Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from base.clock import at, now
from base.db import rows
from base.ledger import By
from base.work import transaction
from inbox.handle import handle_new
from inbox.receive import receive
from people.areas import near_point
from people.tables import Person, Role
from volunteers.actions import Terms, enrol
from volunteers.standing import refresh_due
from wishes import queries
from wishes.actions import Draft, raise_wish
from wishes.tables import Wish
from wishes.tend import tend_due

WANXIU = "421202104219"
HESHENGQIAO = "421202104001"
XIANAN = "421202"

T = TypeVar("T")

_sids = itertools.count(1)


async def person(phone: str, name: str, area: str | None, language: str = "zh-CN", address: str = "") -> Person:
    found = Person(phone=phone, name=name, language=language, area=area, address=address, created_at=now())
    if area:
        found.lat, found.lon = await near_point(area)
    await found.save()
    return found


async def volunteer(phone: str, name: str, skills: Iterable[str], area: str = HESHENGQIAO, **terms: Any) -> Person:
    found = await person(phone, name, area)
    async with transaction():
        await enrol(found, Terms(skills=tuple(skills), **{"radius_km": 15.0, **terms}), By(None, "import"))
    return found


async def electricians(count: int, **terms: Any) -> list[Person]:
    """Beside the two of the cast."""
    return [await volunteer(f"+8616010000{number:03}", f"电工{number}", ["electrician"], **terms) for number in range(count)]


async def officer(phone: str, name: str, role: str, area: str) -> Person:
    found = await person(phone, name, area)
    await Role(person=found.id, role=role, area=area).save()
    return found


@dataclass(frozen=True)
class Cast:
    liu: Person
    zhang: Person
    chen: Person
    zhou: Person
    steward: Person
    coordinator: Person

    @classmethod
    async def gather(cls) -> "Cast":
        return cls(
            liu=await person("+8616000000001", "刘奶奶", WANXIU, address="3组12号"),
            zhang=await person("+8616000000006", "张大爷", HESHENGQIAO, address="5栋201"),
            chen=await volunteer("+8616000000002", "陈师傅", ["electrician"]),
            zhou=await volunteer("+8616000000003", "周晓", ["electrician", "errand"]),
            steward=await officer("+8616000000004", "王管家", "steward", WANXIU),
            coordinator=await officer("+8616000000005", "李主任", "coordinator", XIANAN),
        )


KEPT = """
DO $$ DECLARE name text; found boolean; BEGIN
    CREATE SCHEMA kept;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('area', 'migration') LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO found;
        IF found THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name); END IF;
    END LOOP;
END $$
"""
BACK = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
        EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
    END LOOP;
END $$
"""

_gathered: list[Cast] = []


async def the_same_cast() -> Cast:
    """Gathered by the verbs once in a run, then put back row by row: a third of the time of most tests was theirs."""
    if _gathered:
        await rows(BACK)
    else:
        _gathered.append(await Cast.gather())
        await rows(KEPT)
    return deepcopy(_gathered[0])


async def do(verb: Callable[..., Awaitable[T]], *args: Any, **kwargs: Any) -> T:
    """What a button does: one verb in one transaction."""
    async with transaction():
        return await verb(*args, **kwargs)


async def bulb_raised(resident: Person, **terms: Any) -> Wish:
    """A wish for an electrician, before anybody is asked."""
    draft = Draft("repair", "客厅的灯泡坏了", **{"area": HESHENGQIAO, **terms})
    return await do(raise_wish, resident, draft, By(resident.id, "web"))


async def texts_in(phone: str, body: str, sid: str = "") -> None:
    """A text arrives, and waits for the worker."""
    async with transaction():
        await receive(sid or f"SM{next(_sids):032x}", phone, "+861069000012", body)


async def says(who: Person | str, body: str) -> None:
    """A text arrives, the worker reads it, and what is due is tended."""
    await texts_in(who if isinstance(who, str) else who.phone, body)
    await refresh_due()
    await handle_new()
    await tend_due()


async def sweeps_after(**delta: float) -> None:
    """What the sweep does when so much time has passed."""
    with at(now() + timedelta(**delta)):
        await refresh_due()
        await tend_due()


async def seen_by(who: Person | str) -> list[str]:
    """The kinds of message put for this phone, in their order."""
    phone = who if isinstance(who, str) else who.phone
    return [found["kind"] for found in await rows("SELECT kind FROM message WHERE phone = $1 ORDER BY id", phone)]


async def last_text(who: Person | str) -> str:
    phone = who if isinstance(who, str) else who.phone
    found = await rows("SELECT body FROM message WHERE phone = $1 ORDER BY id DESC LIMIT 1", phone)
    return str(found[0]["body"]) if found else ""


async def the_wish() -> Wish:
    """The newest wish."""
    found = await rows("SELECT ref FROM wish ORDER BY id DESC LIMIT 1")
    wish = await queries.by_ref(found[0]["ref"])
    assert wish is not None
    return wish


async def offer_state(wish: Wish, who: Person) -> str | None:
    offer = await queries.offer_to(wish.id, who.id)
    return offer.state if offer else None


async def bulb_wished_for(cast: Cast) -> Wish:
    """Grandpa Zhang's bulb, offered to both electricians."""
    await says(cast.zhang, "客厅的灯泡坏了,够不着,想请会电工的帮忙换一下")
    return await the_wish()
