"""The wage in writing: one slip, or all those of a listing, to be printed."""

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath

from base.clock import now
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs.slips import Slip, agreed_fen, open_slip, open_slips
from jobs.tables import Listing
from jobs.telling import pay_words, title_words, yuan
from jobs.when import hours_words
from web.jobs.doors import listing_at, placement_at
from web.pages import page
from web.reader import Reader


@get("/placements/{placement_id:str}/slip")
async def show_slip(request: Request[Any, Any, Any], reader: NamedDependency[Reader], placement_id: FromPath[str]) -> Response[str]:
    person = reader.must_be_known(request.url.path)
    listing, held = await placement_at(placement_id)
    try:
        async with transaction():
            slips = [await open_slip(listing, held, By(person.id, "web"))]
    except Refused as refused:
        raise _turned_away(refused) from refused
    return await _slips_page(request, reader, listing, slips, is_worker=person.id == held.person)


@get("/listings/{ref:str}/slips")
async def show_slips(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[str]:
    person = reader.must_be_known(request.url.path)
    listing = await listing_at(ref)
    try:
        async with transaction():
            slips = await open_slips(listing, By(person.id, "web"))
    except Refused as refused:
        raise _turned_away(refused) from refused
    return await _slips_page(request, reader, listing, slips, is_worker=False)


def _turned_away(refused: Refused) -> Exception:
    return PermissionDeniedException() if refused.reason == "not_staff" else refused


async def _slips_page(
    request: Request[Any, Any, Any], reader: Reader, listing: Listing, slips: list[Slip], *, is_worker: bool
) -> Response[str]:
    return await page(
        request, reader, "jobs/slips.html",
        listing=listing, slips=slips, is_worker=is_worker, printed_at=now(),
        agreed_fen=agreed_fen, hours_words=hours_words, pay_words=pay_words, title_words=title_words, yuan=yuan,
    )  # fmt: skip


HANDLERS = [show_slip, show_slips]
