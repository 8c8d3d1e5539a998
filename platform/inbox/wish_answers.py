"""Verbs about a wish that is meant, or that is new: each ends with an answer to the phone that wrote."""

from collections.abc import Awaitable, Callable, Mapping

from base.errors import Refused
from inbox.reading import Intent
from inbox.talk import Talk
from messages import texts
from people.areas import words
from people.gazetteer import Ambiguous, Found
from wishes import actions, queries
from wishes.actions import Draft, TooLate
from wishes.kinds import KINDS
from wishes.promise import still_promised
from wishes.states import STATE_WORDS, WishState
from wishes.tables import Wish
from wishes.telling import office_of


async def accept(talk: Talk, wish: Wish) -> Wish:
    if wish.resident == talk.person.id and wish.state == WishState.DONE:
        return await confirm(talk, wish)
    outcome = await actions.claim(wish.id, talk.by, talk.reading.note)
    if isinstance(outcome, TooLate) and outcome.instead is None:
        await talk.say(texts.offer_taken(wish.ref))
    return wish


async def decline(talk: Talk, wish: Wish) -> Wish:
    if await queries.live_claim(wish.id, talk.person.id):
        return await _release(talk, wish)
    await actions.decline(wish.id, talk.by)
    await talk.say(texts.offer_declined(wish.ref))
    return wish


async def done(talk: Talk, wish: Wish) -> Wish:
    if wish.resident == talk.person.id:
        return await confirm(talk, wish)
    await actions.report_done(wish.id, talk.by, talk.reading.note)
    await talk.say(texts.claim_reported(wish.ref))
    return wish


async def confirm(talk: Talk, wish: Wish) -> Wish:
    await actions.confirm(wish.id, talk.by, talk.reading.rating)
    await talk.say(texts.wish_closed(wish.ref))
    return wish


async def reject(talk: Talk, wish: Wish) -> Wish:
    followed = await actions.reject(wish.id, talk.by, talk.reading.note)
    reopened = followed.id == wish.id
    await talk.say(texts.wish_reopened(wish.ref) if reopened else texts.wish_followed_up(wish.ref, followed.ref))
    return followed


async def cancel(talk: Talk, wish: Wish) -> Wish:
    if wish.resident != talk.person.id and await queries.live_claim(wish.id, talk.person.id):
        return await _release(talk, wish)
    await actions.withdraw(wish.id, talk.by)
    await talk.say(texts.wish_withdrawn(wish.ref))
    return wish


async def _release(talk: Talk, wish: Wish) -> Wish:
    await actions.release(wish.id, talk.by)
    await talk.say(texts.claim_released(wish.ref))
    return wish


async def status(talk: Talk, wish: Wish) -> Wish:
    """How an open wish stands is on the public board; what is still being asked back is not."""
    if wish.state == WishState.ASKING and wish.resident != talk.person.id:
        raise Refused("unknown_ref", ref=wish.ref)
    soon = still_promised(wish) if wish.resident == talk.person.id else None
    await talk.chat(texts.status(wish.ref, KINDS[wish.kind], STATE_WORDS[WishState(wish.state)], soon))
    return wish


async def wish(talk: Talk) -> Wish:
    return await actions.raise_wish(talk.person, draft(talk), talk.by)


def draft(talk: Talk, kind: str | None = None, *, for_office: bool = False) -> Draft:
    read = talk.reading
    return Draft(
        kind=kind or read.kind or "other",
        text=talk.body,
        area=read.place.code if isinstance(read.place, Found) and not read.place.towards else None,
        day=read.day,
        part=read.part,
        places=read.places or 1,
        urgent=read.urgent,
        choices=read.place.choices if isinstance(read.place, Ambiguous) else (),
        written=read.place.written if isinstance(read.place, Ambiguous) else "",
        for_office=for_office,
    )


async def before_a_person(talk: Talk) -> Wish:
    """What cannot be understood is kept word for word; it joins the matter that it seems to belong to."""
    before = await queries.asking_of(talk.person.id) or await queries.unread_matter_of(talk.person.id)
    if before:
        await actions.add_words(before.id, talk.body, talk.by)
        if before.state == WishState.OPEN:
            await talk.chat(texts.unclear(before.ref, words(before.area), office_of(before).words))
        return before
    return await actions.raise_wish(talk.person, Draft("other", talk.body, unclear=True), talk.by)


VERBS: Mapping[Intent, Callable[[Talk, Wish], Awaitable[Wish]]] = {
    "accept": accept,
    "apply": accept,
    "decline": decline,
    "done": done,
    "confirm": confirm,
    "reject": reject,
    "cancel": cancel,
    "status": status,
}
