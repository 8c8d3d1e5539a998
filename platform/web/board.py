"""The board: what waits for somebody, told so that nobody can be recognised."""

from functools import cache
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from people import areas
from web.pages import page
from web.reader import Reader
from wishes import board
from wishes.kinds import KINDS
from wishes.when import when_words

PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=10_000)]


@get("/wishes")
async def show_board(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    area: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    order: FromQuery[str] = "longest",
    page_number: PageNumber = 1,
) -> Response[str]:
    area, kind = area if area in areas.tree() else "", kind if kind in KINDS else ""
    cards = await board.open_wishes(area, kind, order == "newest", page_number)
    total = await board.count_open(area, kind)
    return await page(
        request, reader, "board.html",
        cards=cards, total=total, last_page=max(1, -(-total // board.PAGE_SIZE)), page_number=page_number,
        chosen={"area": area, "kind": kind, "order": order}, counties=counties(),
        kinds=KINDS, area_words=areas.words, when_words=when_words,
    )  # fmt: skip


@cache
def counties() -> list[tuple[areas.Node, list[areas.Node]]]:
    """Each county with its towns."""
    nodes = areas.tree().values()
    towns = [node for node in nodes if node.level == "town"]
    return [(county, [town for town in towns if town.parent == county.code]) for county in nodes if county.level == "county"]
