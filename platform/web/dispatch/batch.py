"""All wishes that wait are shared out at once: the plan is shown, and what was shown is done when somebody confirms it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from litestar import Request, Response, get, post
from litestar.di import NamedDependency

from base.ledger import By
from base.phone import masked
from messages.quiet import FIRST_HOUR, LAST_HOUR, quiet_until
from people import areas, people
from web.forms import form_of
from web.i18n import N_
from web.pages import page
from web.reader import Reader
from web.rights import office_areas
from web.wish_words import state_words
from wishes import batch, queries
from wishes.candidates import reasons
from wishes.kinds import KINDS
from wishes.tables import Wish

PATH = "/dispatch/batch"
# To ask for one takes a fifteenth of a second: for so many, somebody who waits sees that it goes on.
MOST_WISHES = 30
MOST_PEOPLE = 100
MOST_DIGITS = 18
NOTHING_CHOSEN = N_("一件也没有选，什么都没有做。")
NIGHT = N_("晚上 %(last)s 点到早上 %(first)s 点不问志愿者，什么都没有做。请早上再来。")


class Done(NamedTuple):
    """`left_out`: of a wish, how many were shown and could not be asked any more."""

    wishes: list[Wish]
    asked: int
    left_out: list[tuple[Wish, int]]


@get(PATH)
async def show_plan(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    return await _plan_page(request, reader, await office_areas(reader, PATH))


async def _plan_page(
    request: Request[Any, Any, Any], reader: Reader, held: list[str], refused: str | None = None, status: int = 200
) -> Response[str]:
    found = await batch.plan(held, most=MOST_WISHES)
    return await page(
        request, reader, "dispatch/batch.html", status,
        refused=refused, found=found, total=await batch.count_open(held), most=MOST_WISHES, quiet=await quiet_until(),
        asking=[share for share in found.shares if share.ask], resting=[share.wish for share in found.shares if not share.ask],
        people=await people.by_ids({one.id for share in found.shares for one in share.people}), reasons=reasons,
        kinds=KINDS, area_words=areas.words, masked=masked,
    )  # fmt: skip


@post(PATH, status_code=200)
async def carry_out_plan(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    held, person = await office_areas(reader, PATH), reader.must_be_known(PATH)
    planned = await _planned(await form_of(request), held)
    if await quiet_until():
        return await _plan_page(request, reader, held, reader.say(NIGHT, first=FIRST_HOUR, last=LAST_HOUR), 409)
    if not planned:
        return await _plan_page(request, reader, held, reader.say(NOTHING_CHOSEN), 422)
    left_out = await batch.carry_out(planned, By(person.id, "web"))
    return await page(
        request, reader, "dispatch/batch_done.html",
        done=await _done(planned, left_out), waiting=await batch.count_open(held), kinds=KINDS, area_words=areas.words, state_words=state_words,
    )  # fmt: skip


async def _planned(form: Mapping[str, str], held: list[str]) -> dict[int, list[int]]:
    """Of the form (wish-27: 12,15), what lies in these areas. Whether it can still be done is the verb's to say."""
    shown = {int(ref): _ids(value) for name, value in form.items() if _is_number(ref := name.removeprefix("wish-")) and ref != name}
    wishes = await queries.by_refs(shown)
    return {wish.id: shown[wish.ref] for wish in wishes if wish.area and any(areas.under(wish.area, area) for area in held)}


async def _done(planned: Mapping[int, list[int]], left_out: list[tuple[int, int]]) -> Done:
    """As the wishes stand now."""
    wishes = await queries.by_ids(planned)
    missing = Counter(wish for wish, _ in left_out)
    asked = sum(map(len, planned.values())) - len(left_out)
    return Done(
        [wish for wish in wishes if missing[wish.id] < len(planned[wish.id])],
        asked,
        [(wish, missing[wish.id]) for wish in wishes if missing[wish.id]],
    )


def _ids(written: str) -> list[int]:
    """Each once."""
    return list(dict.fromkeys(int(one) for one in written.split(",")[:MOST_PEOPLE] if _is_number(one)))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


HANDLERS = [show_plan, carry_out_plan]
