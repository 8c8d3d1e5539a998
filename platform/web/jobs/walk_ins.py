"""Somebody walks in: a phone and a name are enough, no account and no smartphone."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs import counter, queries
from jobs.needs import MOST_PEOPLE
from jobs.places import Held, Waiting
from jobs.tables import Listing, Station
from people.people import by_phone
from web.forms import form_of
from web.i18n import N_
from web.jobs.counter import LONGEST_NAME, LONGEST_REF, View, counter_page
from web.jobs.counter_words import told_to_staff
from web.jobs.doors import day_of, enter
from web.reader import Reader
from web.written import Written, read_number, read_phone

NAME_MISSING = N_("请写姓名，这个手机号我们还不认识。")
NAME_LONG = N_("姓名太长了，请不要超过 20 字。")
REF_WRONG = N_("本站没有这个编号，请在名单里选。")
PEOPLE_WRONG = N_("请写 1 到 20 之间的人数。")


@dataclass(frozen=True)
class WalkIn:
    name: str
    people: int = 1
    listing: Listing | None = None


@post("/stations/{station_id:str}/walk-ins", status_code=200)
async def create_walk_in(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, f"/stations/{station_id}/counter")
    form = await form_of(request)
    view = View(day_of(form.get("day", "")))
    written = await _read(form, here.station)
    listing, phone = written.draft.listing, written.phone
    if written.errors or listing is None or phone is None:
        errors = {name: reader.say(error) for name, error in written.errors.items()}
        return await counter_page(request, reader, here, view, 422, form=form, errors=errors)
    try:
        async with transaction():
            outcome = await counter.walk_in(listing.id, phone, written.draft.name, By(here.person.id, "web"), written.draft.people)
    except Refused as refused:
        return await counter_page(request, reader, here, view, 409, form=form, refused=told_to_staff(reader.language, refused))
    then = View(listing.day, search=phone[-4:])
    return Redirect(then.path(here.station, **_said(listing, outcome)), status_code=303)


def _said(listing: Listing, outcome: Held | Waiting) -> dict[str, Any]:
    if isinstance(outcome, Held):
        if outcome.overlap:
            return {"said": "touching", "n": listing.ref, "other": outcome.overlap.ref}
        return {"said": "placed", "n": listing.ref}
    if outcome.other:
        return {"said": "elsewhere", "n": listing.ref, "position": outcome.position, "other": outcome.other.ref}
    return {"said": "waiting", "n": listing.ref, "position": outcome.position}


async def _read(form: Mapping[str, str], station: Station) -> Written[WalkIn]:
    written = Written(WalkIn(form.get("name", "")))
    read_phone(form, written)
    await _read_name(written)
    await _read_listing(form, written, station)
    people = read_number(_plain(form.get("people") or "1"), 1, MOST_PEOPLE)
    if people is None:
        written.errors["people"] = PEOPLE_WRONG
    else:
        written.note(people=people)
    return written


async def _read_name(written: Written[WalkIn]) -> None:
    """Whom we know already is not asked again."""
    if len(written.draft.name) > LONGEST_NAME:
        written.errors["name"] = NAME_LONG
    elif not written.draft.name and written.phone:
        known = await by_phone(written.phone)
        if known is None or not known.name:
            written.errors["name"] = NAME_MISSING


async def _read_listing(form: Mapping[str, str], written: Written[WalkIn], station: Station) -> None:
    ref = read_number(_plain(form.get("ref", "")).removesuffix("号"), 1, 10**LONGEST_REF - 1)
    listing = await queries.by_ref(ref) if ref else None
    if listing is None or listing.station != station.id:
        written.errors["ref"] = REF_WRONG
    else:
        written.note(listing=listing)


def _plain(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip()


HANDLERS = [create_walk_in]
