"""A station is opened and changed by the coordinator of its area; its staff see who works there."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.errors import Refused
from base.ledger import By
from base.phone import masked
from base.work import transaction
from jobs import queries, stations
from jobs.fields import BadTerms
from jobs.rights import is_coordinator_above
from jobs.sharing import last_morning
from people.people import roles
from people.tables import Person
from web.forms import form_of
from web.i18n import N_
from web.jobs.doors import AtStation, enter
from web.jobs.station_form import form_of_station, read_station, ways, wrong_with
from web.pages import page
from web.paths import number
from web.reader import Reader
from web.refusals import said as sentence_of
from web.refusals import sentence
from web.where import whole_name

SAID = {
    "opened": N_("驿站开好了。下一步：加上在这里上班的人。"),
    "changed": N_("改好了。"),
    "added": N_("加好了。他用这个手机号登录，就能看到驿站的页面。"),
    "removed": N_("已经移出，驿站的页面他再也进不来。"),
}
REFUSED = {
    "not_coordinator": N_("只有这个地方的协调员能这样做。"),
    "not_staff_there": N_("他已经不在这里上班了。"),
}


async def _coordinator(reader: Reader) -> Person:
    person = reader.must_be_known("/stations/new")
    if "coordinator" not in await roles(person.id):
        raise PermissionDeniedException
    return person


@get("/stations/new")
async def show_new_station(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    await _coordinator(reader)
    return await _form_page(request, reader, {"opens": "05:30", "closes": "18:00"})


@post("/stations", status_code=200)
async def create_station(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    person = await _coordinator(reader)
    form = await form_of(request)
    written = read_station(form, person.area)
    if wrong := wrong_with(reader, written):
        return await _form_page(request, reader, form, wrong, written.choices, 422)
    try:
        async with transaction():
            station = await stations.open_station(written.draft, By(person.id, "web"))
    except Refused as refused:
        return await _form_page(request, reader, form, {"where": _why(reader, refused)}, written.choices, 409)
    return Redirect(f"/stations/{station.id}/edit?said=opened", status_code=303)


async def _form_page(
    request: Request[Any, Any, Any], reader: Reader, form: Mapping[str, str], errors: Mapping[str, str] | None = None,
    choices: tuple[str, ...] = (), status: int = 200,
) -> Response[str]:  # fmt: skip
    return await page(
        request, reader, "jobs/station_new.html", status,
        form=form, errors=errors or {}, choices=[(code, whole_name(code, reader.language)) for code in choices], ways=ways(reader),
    )  # fmt: skip


@get("/stations/{station_id:str}/edit")
async def show_station_edit(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str], said: FromQuery[str] = ""
) -> Response[str]:
    here = await enter(reader, station_id, request.url.path)
    return await _edit_page(request, reader, here, told=SAID.get(said))


@post("/stations/{station_id:str}", status_code=200)
async def change_station(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, f"/stations/{station_id}/edit")
    form = await form_of(request)
    written = read_station(form, here.station.area)
    if wrong := wrong_with(reader, written):
        return await _edit_page(request, reader, here, 422, form=form, errors=wrong, choices=written.choices)
    try:
        async with transaction():
            await stations.change_station(here.station.id, written.draft, By(here.person.id, "web"))
    except Refused as refused:
        return await _edit_page(request, reader, here, 409, form=form, refused=_why(reader, refused))
    return Redirect(f"/stations/{here.station.id}/edit?said=changed", status_code=303)


@post("/stations/{station_id:str}/staff", status_code=200)
async def create_staff(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, f"/stations/{station_id}/edit")
    form = await form_of(request)
    try:
        async with transaction():
            await stations.add_staff(here.station.id, form.get("staff_phone", ""), form.get("staff_name", ""), By(here.person.id, "web"))
    except BadTerms as bad:
        wrong = {f"staff_{name}": words.in_(reader.language) for name, words in bad.errors.items()}
        return await _edit_page(request, reader, here, 422, staff_form=form, errors=wrong)
    except Refused as refused:
        return await _edit_page(request, reader, here, 409, staff_form=form, refused=_why(reader, refused))
    return Redirect(f"/stations/{here.station.id}/edit?said=added", status_code=303)


@post("/stations/{station_id:str}/staff/{person_id:str}/removal", status_code=200)
async def remove_staff(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str], person_id: FromPath[str]
) -> Response[Any]:
    here = await enter(reader, station_id, f"/stations/{station_id}/edit")
    try:
        async with transaction():
            await stations.remove_staff(here.station.id, number(person_id), By(here.person.id, "web"))
    except Refused as refused:
        return await _edit_page(request, reader, here, 409, refused=_why(reader, refused))
    return Redirect(f"/stations/{here.station.id}/edit?said=removed", status_code=303)


async def _edit_page(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, status: int = 200, choices: tuple[str, ...] = (), **context: Any
) -> Response[str]:
    context = {"told": None, "refused": None, "errors": {}, "staff_form": {}} | context
    context.setdefault("form", form_of_station(here.station, reader.language))
    return await page(
        request, reader, "jobs/station_edit.html", status,
        station=here.station, staff=await queries.staff_of(here.station.id), masked=masked,
        may_change=await is_coordinator_above(here.person.id, here.station.area),
        ways=ways(reader), morning=await last_morning(here.station.id),
        choices=[(code, whole_name(code, reader.language)) for code in choices], **context,
    )  # fmt: skip


def _why(reader: Reader, refused: Refused) -> str:
    own = REFUSED.get(refused.reason)
    return sentence_of(reader.language, own, refused) if own else sentence(reader.language, refused)


HANDLERS = [show_new_station, create_station, show_station_edit, change_station, create_staff, remove_staff]
