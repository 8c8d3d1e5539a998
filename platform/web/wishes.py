"""One wish: its page, and the buttons on it. Each button is a noun and calls the verb that the SMS calls."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from base.errors import Refused
from base.ledger import By
from base.work import transaction
from messages.redact import redacted
from people import areas
from web.forms import form_of
from web.i18n import N_
from web.pages import page
from web.paths import number
from web.reader import Reader
from web.refusals import sentence
from web.rights import rights_of
from web.timeline import moments
from web.wish_words import state_words
from wishes import actions, queries
from wishes.kinds import KINDS
from wishes.private import open_place
from wishes.promise import still_promised
from wishes.tables import Wish
from wishes.when import when_words

LONGEST_NOTE = 200
SAID = {
    "raised": N_("我们收到了。有人来帮的时候，会发短信告诉您。"),
    "claimed": N_("谢谢您！这件事现在由您负责，地址和电话也发到您的手机上了。"),
    "released": N_("知道了，我们再找别人。"),
    "declined": N_("知道了，我们去问别人。"),
    "done": N_("谢谢！我们请居民确认一下。"),
    "confirmed": N_("谢谢您的确认，这件事办结了。"),
    "reopened": N_("知道了，我们接着办。"),
    "unpaid": N_("我们记下了。协调员会去找用人单位问清楚，有了结果发短信告诉您。"),
    "withdrawn": N_("心愿已经取消，也告诉了要来的人。"),
}
TOO_LATE = N_("来晚了一步：刚刚已经有人接了这件事。")

Verb = Callable[[int, By, Mapping[str, str]], Awaitable[Any]]


async def wish_of(ref: str) -> Wish:
    wish = await queries.by_ref(number(ref))
    if wish is None:
        raise NotFoundException
    return wish


@get("/wishes/{ref:str}")
async def show_wish(
    request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str], said: FromQuery[str] = ""
) -> Response[str]:
    return await _page(request, reader, await wish_of(ref), told=SAID.get(said))


async def _page(request: Request[Any, Any, Any], reader: Reader, wish: Wish, status: int = 200, **context: Any) -> Response[str]:
    rights = await rights_of(reader.person, wish)
    events = await queries.timeline(wish.id)
    context = {"told": None, "refused": None, "place": None, "too_late": None} | context
    return await page(
        request, reader, "wish.html", status,
        wish=wish, rights=rights, moments=await moments(reader, wish, events, private=rights.is_resident),
        kind=KINDS[wish.kind], kinds=KINDS, state=state_words(wish), area=areas.words(wish.area) if wish.area else None,
        when=when_words(wish.day, wish.part), promised=still_promised(wish) if rights.read_text else None,
        redacted=redacted, area_words=areas.words, when_words=when_words, **context,
    )  # fmt: skip


async def _act(request: Request[Any, Any, Any], reader: Reader, ref: str, said: str, verb: Verb) -> Response[Any]:
    wish = await wish_of(ref)
    person = reader.must_be_known(f"/wishes/{wish.ref}")
    form = await form_of(request)
    try:
        async with transaction():
            outcome = await verb(wish.id, By(person.id, "web"), form)
    except Refused as refused:
        return await _page(request, reader, await wish_of(ref), 409, refused=sentence(reader.language, refused))
    if isinstance(outcome, actions.TooLate):
        return await _page(request, reader, await wish_of(ref), 409, refused=reader.say(TOO_LATE), too_late=outcome)
    then = outcome.ref if isinstance(outcome, Wish) else wish.ref
    return Redirect(f"/wishes/{then}?said={said}", status_code=303)


def _note(form: Mapping[str, str]) -> str:
    return form.get("note", "")[:LONGEST_NOTE]


@post("/wishes/{ref:str}/claim")
async def create_claim(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    async def verb(wish: int, by: By, form: Mapping[str, str]) -> Any:
        return await actions.claim(wish, by, _note(form))

    return await _act(request, reader, ref, "claimed", verb)


@post("/wishes/{ref:str}/refusal")
async def create_refusal(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "declined", lambda wish, by, _: actions.decline(wish, by))


@post("/wishes/{ref:str}/claim/release")
async def create_release(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "released", lambda wish, by, _: actions.release(wish, by))


@post("/wishes/{ref:str}/claim/done")
async def create_report(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "done", lambda wish, by, form: actions.report_done(wish, by, _note(form)))


@post("/wishes/{ref:str}/confirmation")
async def create_confirmation(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "confirmed", lambda wish, by, form: actions.confirm(wish, by, _rating(form)))


def _rating(form: Mapping[str, str]) -> int | None:
    rating = form.get("rating", "")
    return int(rating) if rating in {"1", "2", "3", "4", "5"} else None


@post("/wishes/{ref:str}/reopening")
async def create_reopening(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "reopened", lambda wish, by, form: actions.reject(wish, by, _note(form)))


@post("/wishes/{ref:str}/withdrawal")
async def create_withdrawal(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    return await _act(request, reader, ref, "withdrawn", lambda wish, by, _: actions.withdraw(wish, by))


@post("/wishes/{ref:str}/place", status_code=200)
async def open_the_place(request: Request[Any, Any, Any], reader: NamedDependency[Reader], ref: FromPath[str]) -> Response[Any]:
    """Shown in this one answer, and written into the ledger."""
    wish = await wish_of(ref)
    person = reader.must_be_known(f"/wishes/{wish.ref}")
    try:
        async with transaction():
            place = await open_place(wish, By(person.id, "web"))
    except Refused as refused:
        return await _page(request, reader, wish, 403, refused=sentence(reader.language, refused))
    return await _page(request, reader, wish, place=place)


HANDLERS = [
    show_wish, create_claim, create_refusal, create_release, create_report, create_confirmation, create_reopening, create_withdrawal,
    open_the_place,
]  # fmt: skip
