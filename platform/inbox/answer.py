"""What a reading leads to: the verb that the button calls too, and an answer to the phone that wrote."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from base.errors import Refused
from inbox.bare import meant
from inbox.question import answers_question
from inbox.reading import Reading
from inbox.talk import Talk, words_of
from messages import consent, texts
from people.areas import words
from people.gazetteer import Ambiguous, Found
from people.people import settle
from volunteers.actions import pause
from wishes import actions, queries
from wishes.actions import Draft
from wishes.kinds import KINDS
from wishes.states import STATE_WORDS, WishState
from wishes.tables import Wish
from wishes.telling import office_of

PAUSE = timedelta(days=30)
RATINGS = range(1, 6)


async def answer(talk: Talk) -> int | None:
    """Returns the wish that it was about."""
    asked = await queries.asking_of(talk.person.id)
    if asked and await answers_question(talk, asked):
        return int(asked.id)
    try:
        wish = await VERBS[talk.reading.intent](talk)
    except Refused as refused:
        await talk.chat(texts.refused(refused.reason, **refused.context))
        return None
    return int(wish.id) if wish else None


async def accept(talk: Talk) -> Wish | None:
    wish = await meant(talk)
    if wish is None:
        return None
    if wish.resident == talk.person.id and wish.state == WishState.DONE:
        return await _confirm(talk, wish)
    if await actions.claim(wish.id, talk.by, talk.reading.note) is None:
        await talk.say(texts.offer_taken(wish.ref))
    return wish


async def decline(talk: Talk) -> Wish | None:
    wish = await meant(talk)
    if wish is None:
        return None
    if await queries.live_claim(wish.id, talk.person.id):
        return await _release(talk, wish)
    await actions.decline(wish.id, talk.by)
    await talk.say(texts.offer_declined(wish.ref))
    return wish


async def done(talk: Talk) -> Wish | None:
    wish = await meant(talk)
    if wish is None:
        return None
    if wish.resident == talk.person.id:
        return await _confirm(talk, wish)
    await actions.report_done(wish.id, talk.by, talk.reading.note)
    await talk.say(texts.claim_reported(wish.ref))
    return wish


async def confirm(talk: Talk) -> Wish | None:
    talk = _with_rating(talk)
    wish = await meant(talk)
    return await _confirm(talk, wish) if wish else None


def _with_rating(talk: Talk) -> Talk:
    """确认 4: a number so small is no wish's."""
    read = talk.reading
    if read.ref in RATINGS and read.rating is None:
        return replace(talk, reading=replace(read, ref=None, rating=read.ref))
    return talk


async def reject(talk: Talk) -> Wish | None:
    wish = await meant(talk)
    if wish is None:
        return None
    followed = await actions.reject(wish.id, talk.by, talk.reading.note)
    reopened = followed.id == wish.id
    await talk.say(texts.wish_reopened(wish.ref) if reopened else texts.wish_followed_up(wish.ref, followed.ref))
    return followed


async def cancel(talk: Talk) -> Wish | None:
    wish = await meant(talk)
    if wish is None:
        return None
    if wish.resident != talk.person.id and await queries.live_claim(wish.id, talk.person.id):
        return await _release(talk, wish)
    await actions.withdraw(wish.id, talk.by)
    await talk.say(texts.wish_withdrawn(wish.ref))
    return wish


async def status(talk: Talk) -> Wish | None:
    if talk.reading.ref is not None:
        wish = await meant(talk)
        if wish:
            await _may_ask(talk, wish)
            await talk.chat(texts.status(wish.ref, KINDS[wish.kind], STATE_WORDS[WishState(wish.state)]))
        return wish
    mine = await queries.live_raised_by(talk.person.id) + await queries.held_by(talk.person.id)
    items = [STATE_WORDS[WishState(wish.state)].prefixed(f"{wish.ref} ") for wish in mine[:4]]
    await talk.chat(texts.status_list(items) if items else texts.status_none())
    return None


async def _may_ask(talk: Talk, wish: Wish) -> None:
    """How an open wish stands is on the public board; what is still being asked back is not."""
    if wish.state == WishState.ASKING and wish.resident != talk.person.id:
        raise Refused("unknown_ref", ref=wish.ref)


async def wish(talk: Talk) -> Wish | None:
    return await actions.raise_wish(talk.person, _draft(talk), talk.by)


async def job_need(talk: Talk) -> Wish | None:
    """A person at the desk follows it until listings are matched by the program itself."""
    return await actions.raise_wish(talk.person, _draft(talk, "other", for_office=True), talk.by)


def _draft(talk: Talk, kind: str | None = None, *, for_office: bool = False) -> Draft:
    read = talk.reading
    return Draft(
        kind=kind or read.kind or "other",
        text=talk.body,
        area=read.place.code if isinstance(read.place, Found) and not read.place.towards else None,
        day=read.day,
        part=read.part,
        places=read.places or 1,
        choices=read.place.choices if isinstance(read.place, Ambiguous) else (),
        written=read.place.written if isinstance(read.place, Ambiguous) else "",
        for_office=for_office,
    )


async def usage(talk: Talk) -> None:
    await talk.chat(texts.usage())


async def stop(talk: Talk) -> None:
    await consent.opt_out(talk.person.phone, talk.person.id, talk.by)
    await talk.say(texts.stopped())


async def start(talk: Talk) -> None:
    await consent.opt_in(talk.person.phone, talk.person.id, talk.by)
    await talk.say(texts.started())


async def other(talk: Talk) -> Wish | None:
    why = talk.reading.why
    if talk.reading.number is not None:
        return await _number(talk, talk.reading.number)
    if why == "thanks":
        return None
    if why == "greeting" or not words_of(talk.body):
        await talk.chat(texts.usage())
        return None
    if isinstance(talk.reading.place, Found) and talk.person.area is None:
        await settle(talk.person, talk.reading.place.code)
        await talk.chat(texts.ask_what())
        return None
    if why == "pause" and await pause(talk.person.id, PAUSE, talk.by):
        await talk.say(texts.paused())
        return None
    return await _before_a_person(talk)


async def _number(talk: Talk, number: int) -> Wish | None:
    """A bare 5 rates what waits to be confirmed; any other number asks how that wish stands."""
    mine = await queries.live_raised_by(talk.person.id)
    if number in RATINGS and any(wish.state == WishState.DONE for wish in mine):
        return await confirm(replace(talk, reading=Reading("confirm", rating=number)))
    return await status(replace(talk, reading=Reading("status", ref=number)))


async def _before_a_person(talk: Talk) -> Wish:
    """What cannot be understood is kept word for word; it joins the matter that it seems to belong to."""
    before = await queries.asking_of(talk.person.id) or await queries.unread_matter_of(talk.person.id)
    if before:
        await actions.add_words(before.id, talk.body, talk.by)
        if before.state == WishState.OPEN:
            await talk.chat(texts.unclear(before.ref, words(before.area), office_of(before).words))
        return before
    return await actions.raise_wish(talk.person, Draft("other", talk.body, unclear=True), talk.by)


async def _confirm(talk: Talk, wish: Wish) -> Wish:
    await actions.confirm(wish.id, talk.by, talk.reading.rating)
    await talk.say(texts.wish_closed(wish.ref))
    return wish


async def _release(talk: Talk, wish: Wish) -> Wish:
    await actions.release(wish.id, talk.by)
    await talk.say(texts.claim_released(wish.ref))
    return wish


VERBS: dict[str, Callable[[Talk], Awaitable[Wish | None]]] = {
    "accept": accept,
    "apply": accept,
    "decline": decline,
    "done": done,
    "confirm": confirm,
    "reject": reject,
    "cancel": cancel,
    "status": status,
    "wish": wish,
    "job_need": job_need,
    "help": usage,
    "stop": stop,
    "start": start,
    "other": other,
}
