"""What is being asked now in the areas of the reader's offices, and what that costs people."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from base.clock import now
from base.phone import masked
from matching.dispatch import LIKELY
from matching.situation import CAPS
from people import areas
from web.i18n import N_
from web.pages import page
from web.reader import Reader
from web.rights import office_areas
from wishes import attention, overview
from wishes.kinds import KINDS
from wishes.overview import Spent

PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=10_000)]
ORDERS = {"longest": N_("等得最久"), "most": N_("问得最多"), "promised": N_("说好的时间最近")}


@get("/dispatch")
async def show_overview(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], order: FromQuery[str] = "longest", page_number: PageNumber = 1
) -> Response[str]:
    held = await office_areas(reader, "/dispatch")
    order = order if order in ORDERS else "longest"
    totals, wishes = await overview.totals(held), await overview.asked_now(held, order, page_number)
    answers = await overview.answers([wish.id for wish in wishes])
    lines = [(wish, answers[wish.id], (await overview.outlook(wish)).expected) for wish in wishes]
    spent = await overview.spent(held)
    return await page(
        request, reader, "dispatch/overview.html",
        areas=[areas.words(area) for area in held], totals=totals, lines=lines, filled=sum(expected for _, _, expected in lines),
        spent=spent, a_person=_messages_for_each(spent), most_spent=max(max(day.messages, day.found) for day in spent),
        promises=await overview.promises(held), likely=LIKELY, tired=await attention.tired(held), too_tired=CAPS.tired,
        unasked=await attention.unasked(held), unasked_looked_at=attention.MOST_LOOKED_AT,
        orders=ORDERS, chosen={"order": order}, page_number=page_number, last_page=max(1, -(-totals.asked_now // overview.PAGE_SIZE)),
        now=now(), kinds=KINDS, area_words=areas.words, masked=masked,
    )  # fmt: skip


def _messages_for_each(spent: list[Spent]) -> float | None:
    """Who was found this week; None when nobody was."""
    found = sum(day.found for day in spent)
    return sum(day.messages for day in spent) / found if found else None
