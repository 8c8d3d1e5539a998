"""What points are given for: a coordinator of the city tries other weights on the wishes of yesterday, and then saves them."""

from typing import Any, NamedTuple

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import PermissionDeniedException
from litestar.params import FromQuery
from litestar.response import Redirect

from base.errors import Unreadable
from base.ledger import By
from base.phone import masked
from base.work import transaction
from matching.weights import DEFAULT, MOST, TERMS, Weights, check, weights_of
from people import areas, offices, people
from volunteers import standing
from web.forms import form_of
from web.i18n import N_
from web.pages import page
from web.reader import Reader
from web.rights import office_areas
from wishes import what_if
from wishes.kinds import KINDS
from wishes.what_if import Effect, Effects

PATH = "/dispatch/weights"
MOST_SHOWN = 20
MOST_DIGITS = 6
SAID = {"saved": N_("保存好了，从现在起按这些分数算。")}


class Written(NamedTuple):
    """`weights` is None while something is `wrong`: by term, or of all together."""

    form: dict[str, str]
    weights: Weights | None
    wrong: dict[str, str]


@get(PATH)
async def show_weights(request: Request[Any, Any, Any], reader: NamedDependency[Reader], said: FromQuery[str] = "") -> Response[str]:
    held, present = await office_areas(reader, PATH), await standing.weights()
    asked = {code: request.query_params[code] for code in Weights._fields if code in request.query_params}
    written = read(reader, _form_of(present) | asked)
    if not asked or written.weights is None:
        return await _page(request, reader, present, written, told=SAID.get(said))
    return await _page(request, reader, present, written, found=await what_if.effects(written.weights, held))


@post(PATH)
async def save_weights(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[Any]:
    await office_areas(reader, PATH)
    if not await _may_save(reader):
        raise PermissionDeniedException
    present, form = await standing.weights(), await form_of(request)
    written = read(reader, {code: form.get(code, "") for code in Weights._fields})
    if written.weights is None:
        return await _page(request, reader, present, written)
    if written.weights != present:
        async with transaction():
            await standing.set_weights(written.weights._asdict(), By(reader.must_be_known(PATH).id, "web"))
    return Redirect(f"{PATH}?said=saved", status_code=303)


async def _page(
    request: Request[Any, Any, Any],
    reader: Reader,
    present: Weights,
    written: Written,
    found: Effects | None = None,
    told: str | None = None,
) -> Response[str]:
    before, changed = await standing.weights_before(), found.with_others[:MOST_SHOWN] if found else []
    return await page(
        request, reader, "dispatch/weights.html", 422 if written.wrong else 200,
        told=told, form=written.form, wrong=written.wrong, chosen=written.weights, found=found, changed=changed,
        present=present, before=before, default=DEFAULT, terms=TERMS, most=MOST, first=what_if.FIRST, may_save=await _may_save(reader),
        volunteers=await standing.count(), people=await people.by_ids(_ids(changed)), kinds=KINDS, area_words=areas.words, masked=masked,
    )  # fmt: skip


async def _may_save(reader: Reader) -> bool:
    return await offices.holds(reader.must_be_known(PATH).id, offices.DESK)


def read(reader: Reader, form: dict[str, str]) -> Written:
    points = {code: _number(text) for code, text in form.items()}
    wrong: dict[str, str] = {}
    for code, value in points.items():
        try:
            check(code, value)
        except Unreadable as error:
            wrong[code] = error.reason.in_(reader.language)
    if wrong:
        return Written(form, None, wrong)
    try:
        return Written(form, weights_of(points), {})
    except Unreadable as error:
        return Written(form, None, {"total": error.reason.in_(reader.language)})


def _number(text: str) -> int:
    """-1 for what is no number of points."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1


def _form_of(weights: Weights) -> dict[str, str]:
    return {code: str(value) for code, value in weights._asdict().items()}


def _ids(changed: list[Effect]) -> set[int]:
    return {one.id for each in changed for one in (*each.before, *each.after)}


HANDLERS = [show_weights, save_weights]
