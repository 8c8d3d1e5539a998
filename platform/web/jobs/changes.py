"""One listing that is posted, or waits for a second person: changed, called off, released or refused."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs import desk as questions
from jobs import posting
from jobs.fields import BadTerms
from jobs.states import LIVE, ListingState
from jobs.tables import Listing
from web.forms import form_of
from web.i18n import N_
from web.jobs.desk import desk_at, path_of
from web.jobs.desk_page import Outcome, desk_page
from web.jobs.desk_words import told_to_desk
from web.jobs.doors import enter, listing_at
from web.jobs.draft_rows import row_of
from web.jobs.grid import Row, first_wrong, row_in
from web.jobs.listing_words import HELPERS, found_words
from web.jobs.reading import Desk
from web.jobs.saving import change, publish
from web.pages import page
from web.reader import Reader

NUMBER = 1
LONGEST_WHY = 200
WHY_CANCELLED, WHY_REFUSED = N_("请写为什么取消，报了名的人会看到。"), N_("请写为什么不能发布。")


async def _desk_of(reader: Reader, ref: str, noun: str) -> tuple[Desk, Listing]:
    listing = await listing_at(ref)
    here = await enter(reader, str(listing.station), f"/listings/{listing.ref}/{noun}" if noun else path_of(listing.station))
    return await desk_at(here, listing.day.isoformat()), listing


def _to_desk(listing: Listing, **query: str) -> Redirect:
    return Redirect(path_of(listing.station, day=listing.day.isoformat(), **query), status_code=303)


def _must_stand(listing: Listing) -> None:
    """What is over or called off has no form."""
    if listing.state not in {*LIVE, ListingState.DRAFT}:
        raise NotFoundException


@get("/listings/{ref:str}/change")
async def show_change(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[str]:
    desk, listing = await _desk_of(reader, ref, "change")
    _must_stand(listing)
    row = row_of(listing, desk.station, desk.employers, reader.language)
    row.number = NUMBER
    return await _change_page(request, reader, desk, listing, row)


async def _change_page(request: Request[Any, Any, Any], reader: Reader, desk: Desk, listing: Listing, row: Row) -> Response[str]:
    return await page(
        request, reader, "jobs/change.html", 422 if row.errors else 200,
        listing=listing, row=row, first_wrong=first_wrong([row]), found_words=found_words, employer_names=desk.employers,
        concerned=await questions.people_concerned(listing.id), is_held=questions.is_held(listing), back=path_of(listing.station, day=listing.day.isoformat()),
        job=HELPERS, live=LIVE,
    )  # fmt: skip


@post("/listings/{ref:str}/change", status_code=200)
async def create_change(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    desk, listing = await _desk_of(reader, ref, "change")
    form = await form_of(request)
    row = row_in(form, NUMBER)
    row.ref, row.kind = int(listing.ref), listing.kind
    if await change(desk, row, listing) and form.get("act") == "publish":
        await publish(desk, row, listing)
    if row.errors:
        return await _change_page(request, reader, desk, listing, row)
    return _to_desk(listing, done=str(listing.ref))


@get("/listings/{ref:str}/cancellation")
async def show_cancellation(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[str]:
    _, listing = await _desk_of(reader, ref, "cancellation")
    _must_stand(listing)
    return await _cancellation_page(request, reader, listing)


async def _cancellation_page(
    request: Request[Any, Any, Any],
    reader: Reader,
    listing: Listing,
    status: int = 200,
    form: Mapping[str, str] | None = None,
    wrong: str = "",
) -> Response[str]:
    return await page(
        request, reader, "jobs/cancellation.html", status,
        listing=listing, concerned=await questions.people_concerned(listing.id), form=form or {}, errors={"why": wrong} if wrong else {},
        back=path_of(listing.station, day=listing.day.isoformat()), job=HELPERS, live=LIVE,
    )  # fmt: skip


@post("/listings/{ref:str}/cancellation", status_code=200)
async def create_cancellation(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    desk, listing = await _desk_of(reader, ref, "cancellation")
    form = await form_of(request)
    why = form.get("why", "")[:LONGEST_WHY]
    if not why:
        return await _cancellation_page(request, reader, listing, 422, form, reader.say(WHY_CANCELLED))
    try:
        async with transaction():
            await posting.cancel_listing(listing.id, desk.by, why)
    except Refused as refused:
        return await _cancellation_page(request, reader, await listing_at(ref), 409, form, told_to_desk(reader.language, refused))
    return _to_desk(listing)


@post("/listings/{ref:str}/release")
async def create_release(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _read(request, reader, ref, lambda listing, by, _: posting.approve(listing, by))


@post("/listings/{ref:str}/refusal")
async def create_refusal(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _read(request, reader, ref, lambda listing, by, why: posting.refuse_listing(listing, by, why))


async def _read(request: Request[Any, Any, Any], reader: Reader, ref: str, verb: Callable[[int, By, str], Awaitable[Any]]) -> Response[Any]:
    """What a second person says of a listing that was held."""
    desk, listing = await _desk_of(reader, ref, "")
    why = (await form_of(request)).get("why", "")[:LONGEST_WHY]
    try:
        async with transaction():
            await verb(listing.id, desk.by, why)
    except BadTerms:
        return await desk_page(request, reader, desk, Outcome(wrong=[reader.say(WHY_REFUSED)]))
    except Refused as refused:
        return await desk_page(request, reader, desk, Outcome(wrong=[told_to_desk(reader.language, refused)]), 409)
    return _to_desk(listing, done=str(listing.ref))


HANDLERS = [show_change, create_change, show_cancellation, create_cancellation, create_release, create_refusal]
