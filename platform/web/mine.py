"""What is mine: what I asked for, what I hold, what I am asked, and what my office answers for."""

import json
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from base.clock import now
from base.words import Words
from messages.redact import redacted
from people import areas, people
from volunteers.queries import is_volunteer
from web.jobs.my_work import my_work
from web.pages import page
from web.reader import Reader
from web.wish_words import state_words
from wishes import queries
from wishes.kinds import KINDS
from wishes.tables import Wish
from wishes.when import when_words

OFFICES = {"steward", "coordinator"}
MOST = 50


@get("/mine")
async def show_mine(request: Request[Any, Any, Any], reader: NamedDependency[Reader], said: FromQuery[str] = "") -> Response[str]:
    person = reader.must_be_known("/mine")
    matters = await queries.matters_of(person.id)
    return await page(
        request, reader, "mine.html",
        raised=(await queries.raised_by(person.id))[:MOST],
        held=await queries.held_by(person.id),
        offered=[(wish, await _reasons(wish, person.id)) for wish in await queries.offered_to(person.id)],
        matters=matters[:MOST],
        matters_total=len(matters),
        is_volunteer=await is_volunteer(person.id),
        work=await my_work(person.id, said),
        holds_office=bool(await people.roles(person.id) & OFFICES),
        now=now(), kinds=KINDS, area_words=areas.words, when_words=when_words, state_words=state_words, redacted=redacted,
    )  # fmt: skip


async def _reasons(wish: Wish, person_id: int) -> list[Words]:
    """Why this volunteer is asked: 1.2 公里 · 会电工 · 今天有空."""
    offer = await queries.offer_to(wish.id, person_id)
    return [Words(*reason) for reason in json.loads(offer.reasons)] if offer else []
