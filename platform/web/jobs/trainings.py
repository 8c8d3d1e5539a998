"""The trainings of a station: what comes, and a form for one more. Who signed up stands on the counter of its day."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.clock import city_now
from base.db import rows
from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs import posting, queries
from jobs.attendance import coming_trainings
from jobs.fields import BadTerms
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.states import LIVE, STATE_WORDS, ListingState
from jobs.terms import Terms
from jobs.when import here as city_time
from jobs.when import hours_words
from web.forms import form_of
from web.i18n import N_
from web.jobs.doors import AtStation, enter
from web.jobs.training_form import form_for, read_training, ruled
from web.pages import page
from web.reader import Reader
from web.refusals import sentence

SAID = {
    "open": N_("发布了，编号 %(n)s。工人可以短信报名，也可以当面来报。"),
    "held": N_("编号 %(n)s 要等驿站的另一个人看过才发布，原因写在发布页上。"),
}
LIKE_ANOTHER = N_("这一天同一个时间已经有一场同名的培训：%(ref)s 号。")


@get("/stations/{station_id:str}/trainings")
async def show_trainings(
    request: Request[Any, Any, Any],
    reader: NamedDependency[Reader],
    station_id: FromPath[str],
    said: FromQuery[str] = "",
    n: FromQuery[str] = "",
) -> Response[str]:
    here = await enter(reader, station_id, request.url.path)
    told = reader.say(SAID[said], n=n[:9]) if said in SAID else None
    return await _trainings_page(request, reader, here, form_for(here.station, here.person.name), told=told)


async def _trainings_page(
    request: Request[Any, Any, Any], reader: Reader, here: AtStation, form: Mapping[str, str], status: int = 200, **context: Any
) -> Response[str]:
    today = city_now().date()
    context = {"told": None, "refused": None, "errors": {}} | context
    return await page(
        request, reader, "jobs/trainings.html", status,
        station=here.station, trainings=await coming_trainings(here.station.id, today), form=form, first_day=today.isoformat(),
        occupations=OCCUPATIONS, certificates=CERTIFICATES, hours_words=hours_words, listing_words=STATE_WORDS, **context,
    )  # fmt: skip


@post("/stations/{station_id:str}/trainings", status_code=200)
async def create_training(request: Request[Any, Any, Any], reader: NamedDependency[Reader], station_id: FromPath[str]) -> Response[Any]:
    here = await enter(reader, station_id, f"/stations/{station_id}/trainings")
    form = await form_of(request)
    written = read_training(form, here.station)
    wrong = {name: words.in_(reader.language) for name, words in ruled(written).items()}
    wrong |= {name: reader.say(error) for name, error in written.errors.items()}
    if wrong:
        return await _trainings_page(request, reader, here, form, 422, errors=wrong)
    try:
        async with transaction():
            said, ref = await _publish(here, written.draft)
    except BadTerms as bad:
        wrong = {name: words.in_(reader.language) for name, words in bad.errors.items()}
        return await _trainings_page(request, reader, here, form, 422, errors=wrong)
    except Refused as refused:
        why = reader.say(LIKE_ANOTHER, **refused.context) if refused.reason == "like_another" else sentence(reader.language, refused)
        return await _trainings_page(request, reader, here, form, 409, refused=why)
    return Redirect(f"/stations/{here.station.id}/trainings?said={said}&n={ref}", status_code=303)


async def _publish(here: AtStation, terms: Terms) -> tuple[str, int]:
    await _refuse_twice(here, terms)
    by = By(here.person.id, "web")
    training = await posting.draft(here.station.id, terms, by)
    published = await posting.publish(training.id, by)
    return published.state, int(training.ref)


async def _refuse_twice(here: AtStation, terms: Terms) -> None:
    """What an impatient finger sends twice is one training."""
    await rows("SELECT 1 FROM station WHERE id = $1 FOR NO KEY UPDATE", here.station.id)
    for each in await queries.listings_of(here.station.id, terms.day):
        same = each.kind == "training" and each.title == terms.tidied().title and city_time(each.starts_at).time() == terms.starts
        if same and each.state in {ListingState.DRAFT, *LIVE}:
            raise Refused("like_another", ref=each.ref)


HANDLERS = [show_trainings, create_training]
