"""One listing: its page, and the buttons on it. Each button is a noun and calls the verb that the SMS calls."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.errors import Refused
from base.ledger import By
from base.phone import shown
from base.settings import settings
from base.work import transaction
from jobs import board, counter, places, queries
from jobs.needs import MOST_PEOPLE
from jobs.places import Held
from jobs.states import LIVE, ListingState
from jobs.tables import Listing
from web.forms import form_of
from web.i18n import N_
from web.jobs.doors import listing_at
from web.jobs.job_posting import job_posting
from web.jobs.listing_timeline import moments
from web.jobs.listing_words import HELPERS, station_name
from web.jobs.standing import standing_of
from web.pages import page
from web.paths import NUMBER
from web.reader import Reader
from web.refusals import sentence
from web.written import read_number

LONGEST_NOTE = 200
SAID = {
    "held": N_("报上名了，名额给您留好了。开工之前我们会发短信请您确认。"),
    "waiting": N_("现在没有空名额，您排上队了。一有人退出，就按顺序发短信问您。"),
    "released": N_("知道了，您的名额让给了别人。"),
    "left": N_("知道了，您不再排队。"),
    "declined": N_("知道了，这个活不再问您。"),
    "confirmed": N_("谢谢，我们知道您会来。"),
}

Verb = Callable[[Listing, int, By, Mapping[str, str]], Awaitable[str]]
"""Returns what the page says next: said=… and what belongs to it."""


@get("/jobs/{ref:str}")
async def show_listing(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    ref: FromPath[str],
    said: FromQuery[str] = "",
    other: FromQuery[str] = "",
) -> Response[str]:
    return await _page(request, reader, await listing_at(ref), told=SAID.get(said), said=said, other=await _live(other))


async def _live(ref: str) -> Listing | None:
    found = await queries.by_ref(int(ref)) if NUMBER.fullmatch(ref) else None
    return found if found and found.state in LIVE else None


async def _page(request: Request[Any, Any, Any], reader: Reader, listing: Listing, status: int = 200, **context: Any) -> Response[str]:
    standing = await standing_of(reader.person, listing)
    if listing.state == ListingState.DRAFT and not standing.is_staff:
        raise NotFoundException
    station, employer = await queries.station_of(listing), await board.employer_of(listing)
    context = {"told": None, "said": "", "other": None, "refused": None} | context
    return await page(
        request, reader, "jobs/listing.html", status,
        listing=listing, standing=standing, station=station, station_name=station_name(station, reader.language), employer=employer,
        posting=job_posting(listing, employer, station) if standing.to_come else None, sms_number=shown(settings().sms_from),
        moments=await moments(reader, listing) if standing.is_staff else [], most_people=min(listing.heads, MOST_PEOPLE),
        job=HELPERS, **context,
    )  # fmt: skip


async def _act(request: Request[Any, Any, Any], reader: Reader, ref: str, verb: Verb) -> Response[Any]:
    listing = await listing_at(ref)
    person = reader.must_be_known(f"/jobs/{listing.ref}")
    form = await form_of(request)
    try:
        async with transaction():
            then = await verb(listing, person.id, By(person.id, "web"), form)
    except Refused as refused:
        return await _page(request, reader, await listing_at(ref), 409, refused=sentence(reader.language, refused))
    return Redirect(then, status_code=303)


def _says(listing: Listing, said: str, other: Listing | None = None) -> str:
    return f"/jobs/{listing.ref}?said={said}" + (f"&other={other.ref}" if other else "")


@post("/jobs/{ref:str}/application")
async def create_application(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    async def verb(listing: Listing, person: int, by: By, form: Mapping[str, str]) -> str:
        # Not a number, or none that we could read: the verb says how many there may be.
        people = read_number(form.get("people") or "1", 1, 999) or 0
        outcome = await places.apply(listing.id, person, by, people)
        if isinstance(outcome, Held):
            return _says(listing, "held", outcome.overlap)
        return _says(listing, "waiting", outcome.other)

    return await _act(request, reader, ref, verb)


@post("/jobs/{ref:str}/cancellation")
async def create_cancellation(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    async def verb(listing: Listing, person: int, by: By, form: Mapping[str, str]) -> str:
        return _says(listing, await places.cancel_place(listing.id, person, by))

    return await _act(request, reader, ref, verb)


@post("/jobs/{ref:str}/confirmation")
async def create_confirmation(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    async def verb(listing: Listing, person: int, by: By, form: Mapping[str, str]) -> str:
        await places.confirm_place(listing.id, person, by)
        return _says(listing, "confirmed")

    return await _act(request, reader, ref, verb)


@post("/jobs/{ref:str}/unpaid")
async def create_report(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    async def verb(listing: Listing, person: int, by: By, form: Mapping[str, str]) -> str:
        matter = await counter.report_unpaid(listing.id, person, form.get("note", "")[:LONGEST_NOTE], by)
        return f"/wishes/{matter.ref}?said=unpaid"

    return await _act(request, reader, ref, verb)


HANDLERS = [show_listing, create_application, create_cancellation, create_confirmation, create_report]
