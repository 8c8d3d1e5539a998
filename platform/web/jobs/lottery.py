"""The lottery among equals, open to everybody: what was promised, what was drawn, and how to check it with a pocket tool."""

import csv
from datetime import date
from io import StringIO
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from jobs import draws, sharing
from web.pages import page
from web.reader import Reader

MOST_PAST = 30


@get("/lottery")
async def show_lottery(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    return await page(
        request, reader, "jobs/lottery.html",
        coming=await draws.coming(), past=await draws.past(MOST_PAST), insisting=await sharing.insisting(),
    )  # fmt: skip


@get("/lottery/{file:str}")
async def show_tickets(file: FromPath[str]) -> Response[str]:
    """2026-11-24.csv"""
    day, _, ending = file.partition(".")
    drawn = await draws.draw_of(_day(day)) if ending == "csv" else None
    if drawn is None or drawn.seed is None:
        raise NotFoundException
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(draws.Drawn._fields)
    writer.writerows(await draws.tickets(drawn.day))
    headers = {"Content-Disposition": f'attachment; filename="lottery-{drawn.day}.csv"'}
    return Response(table.getvalue(), media_type="text/csv", headers=headers)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotFoundException from None


HANDLERS = [show_lottery, show_tickets]
