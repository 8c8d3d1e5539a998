"""Why him, why not her: for one wish, the points of the best term by term, and those of anybody who is looked for."""

from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath, FromQuery

from base.phone import masked
from matching.weights import TERMS
from messages.redact import plain, redacted
from people import areas
from volunteers import standing
from web.dispatch.words import ANSWERED, WEIGHED
from web.pages import page
from web.reader import Reader
from web.rights import office_areas
from web.wish_words import state_words
from web.wishes import wish_of
from wishes import overview, why
from wishes.kinds import KINDS
from wishes.states import Level, WishState
from wishes.tables import Wish
from wishes.why import Verdict

LONGEST_NAME = 64


class Compared(NamedTuple):
    """`others` were asked, and are no longer among the best. `next_up`: whom the dispatcher would ask if it looked now."""

    best: list[Verdict]
    others: list[Verdict]
    found: list[Verdict]
    next_up: list[int]


@get("/dispatch/wishes/{ref:str}")
async def show_reasons(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str], find: FromQuery[str] = ""
) -> Response[str]:
    held = await office_areas(reader, f"/dispatch/wishes/{ref}")
    wish = await wish_of(ref)
    if wish.area is None or not any(areas.under(wish.area, area) for area in held):
        raise PermissionDeniedException
    looked_for = plain(find)[:LONGEST_NAME]
    compared = None if wish.for_office or wish.lat is None else await _compared(wish, held, looked_for)
    return await page(
        request, reader, "dispatch/reasons.html",
        wish=wish, kind=KINDS[wish.kind], area=areas.words(wish.area), state=state_words(wish), gist=redacted(wish.text, 60),
        compared=compared, looked_for=looked_for, terms=TERMS, weights=(await standing.weights())._asdict(), weighed=WEIGHED,
        answered=ANSWERED, area_words=areas.words, masked=masked,
    )  # fmt: skip


async def _compared(wish: Wish, held: list[str], looked_for: str) -> Compared:
    offers, best, found = await why.asked(wish), await why.best(wish), await why.find(held, looked_for)
    verdicts = await why.verdicts(wish, {*best, *offers, *found}, offers)
    return Compared(
        [each for each in verdicts if each.id in best],
        [each for each in verdicts if each.offer and each.id not in best],
        [each for each in verdicts if each.id in found],
        await _next_up(wish),
    )


async def _next_up(wish: Wish) -> list[int]:
    is_asked = wish.state == WishState.OPEN and wish.level == Level.VOLUNTEERS
    return (await overview.outlook(wish)).ask if is_asked else []
