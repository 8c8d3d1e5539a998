"""The occupation of a title while it is typed."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import QueryParameter

from web.forms import clean
from web.jobs.grid import Row
from web.jobs.listing_words import found_words
from web.pages import page
from web.reader import Reader

RowNumber = Annotated[int, QueryParameter(name="row", ge=0, le=9_999)]


@get("/occupations")
async def suggest_occupations(request: Request[Any, Any, Any], reader: NamedDependency[Reader], row_number: RowNumber = 0) -> Response[str]:
    if reader.person is None:
        raise PermissionDeniedException
    row = Row(row_number)
    row.fields["title"] = clean(request.query_params.get(f"title-{row_number}", "")).strip()
    return await page(request, reader, "jobs/_found.html", row=row, found_words=found_words)


HANDLERS = [suggest_occupations]
