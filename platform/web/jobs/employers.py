"""Who gives work at a station: registered, checked by its staff, or barred."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.db import first
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs import desk, employers
from jobs.fields import BadTerms
from jobs.tables import Employer
from web.forms import form_of
from web.i18n import N_
from web.jobs.desk_words import told_to_desk
from web.jobs.doors import AtStation, enter
from web.jobs.employer_form import NewEmployer, register
from web.jobs.listing_words import station_name
from web.pages import page
from web.paths import number
from web.reader import Reader

SAID = {
    "registered": N_("登记好了。看过执照或者身份证之后，点“已核对”，它的用工才能发布。"),
    "checked": N_("已核对，可以发布它的用工了。"),
    "barred": N_("已停用。它没有结束的用工都取消了，报了名的人也通知了。"),
}
WHY_MISSING = N_("请写为什么停用。")
MOST = 300


def path_of(station_id: int) -> str:
    return f"/stations/{station_id}/employers"


@get("/stations/{station_id:str}/employers")
async def show_employers(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str],
    said: FromQuery[str] = "", name: FromQuery[str] = "",
) -> Response[str]:  # fmt: skip
    here = await enter(reader, station_id, path_of(number(station_id)))
    return await _page(request, reader, here, told=SAID.get(said), name=name.strip())


async def _page(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, status: int = 200, *,
    new: NewEmployer | None = None, told: str | None = None, refused: str | None = None, name: str = "",
) -> Response[str]:  # fmt: skip
    known = await employers.employers_of(here.station.id)
    checked = [each for each in known if each.state == "checked" and name in each.name]
    return await page(
        request, reader, "jobs/employers.html", status,
        station=here.station, station_name=station_name(here.station, reader.language), new=new or NewEmployer(), told=told, refused=refused,
        to_check=[each for each in known if each.state == "new"], checked=checked[:MOST], checked_total=len(checked),
        barred=await desk.barred_at(here.station.id), name=name,
    )  # fmt: skip


@post("/stations/{station_id:str}/employers")
async def create_employer(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, path_of(number(station_id)))
    made = await register(await form_of(request), here.station.id, By(here.person.id, "web"), reader.language)
    if isinstance(made, NewEmployer):
        return await _page(request, reader, here, 422, new=made)
    return Redirect(f"{path_of(here.station.id)}?said=registered", status_code=303)


async def _act(
    request: Request[Any, Any, Any], reader: Reader, employer_id: str, said: str, verb: Callable[[int, By], Awaitable[Any]]
) -> Response[Any]:
    employer = await first(Employer, "id = $1", number(employer_id))
    if employer is None:
        raise NotFoundException
    here = await enter(reader, str(employer.station), path_of(employer.station))
    try:
        async with transaction():
            await verb(employer.id, By(here.person.id, "web"))
    except BadTerms:
        return await _page(request, reader, here, 422, refused=reader.say(WHY_MISSING))
    except Refused as refused:
        return await _page(request, reader, here, 409, refused=told_to_desk(reader.language, refused))
    return Redirect(f"{path_of(here.station.id)}?said={said}", status_code=303)


@post("/employers/{employer_id:str}/check")
async def create_check(request: Request[Any, Any, Any], reader: NamedDependency[Reader], employer_id: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, employer_id, "checked", employers.check_employer)


@post("/employers/{employer_id:str}/bar")
async def create_bar(request: Request[Any, Any, Any], reader: NamedDependency[Reader], employer_id: FromPath[str]) -> Response[Any]:
    why = (await form_of(request)).get("why", "")
    return await _act(request, reader, employer_id, "barred", lambda employer, by: employers.bar_employer(employer, by, why))


HANDLERS = [show_employers, create_employer, create_check, create_bar]
