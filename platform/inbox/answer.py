"""What a reading leads to: the verb that the button calls too, and an answer to the phone that wrote."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from base.errors import Refused
from base.words import Words
from inbox import job_answers, seeking, wish_answers
from inbox.bare import meant
from inbox.open_questions import ROWS
from inbox.question import answers_question
from inbox.reading import Intent, Reading
from inbox.talk import Talk, words_of
from jobs import queries as jobs
from jobs.past_work import past_work
from jobs.states import NeedState
from messages import consent, texts
from people.gazetteer import Found
from volunteers import standing
from volunteers.actions import pause, settle
from wishes import queries
from wishes.states import STATE_WORDS, WishState
from wishes.tables import Wish

PAUSE = timedelta(days=30)
RATINGS = range(1, 6)
MOST_LISTED = 4
NEED_WORDS = {
    NeedState.OPEN: Words("正在找活", "looking for work"),
    NeedState.PAUSED: Words("找活暂停中", "search for work paused"),
}

Answer = Callable[[Talk], Awaitable[Wish | None]]


async def answer(talk: Talk) -> int | None:
    """Returns the wish that it was about."""
    asked = await queries.asking_of(talk.person.id)
    if asked and await answers_question(talk, asked):
        return int(asked.id)
    try:
        wish = await _act(talk)
    except Refused as refused:
        await talk.chat(texts.refused(refused.reason, **refused.context))
        return None
    return int(wish.id) if wish else None


async def _act(talk: Talk) -> Wish | None:
    intent = talk.reading.intent
    if intent == "confirm":
        talk = _with_rating(talk)
    if intent == "unpaid" and not await _is_about_a_job(talk):
        return await wish_answers.before_a_person(talk)
    if intent not in ROWS and (intent != "status" or talk.reading.ref is None):
        return await OF_ITSELF[intent](talk)
    matter = await meant(talk)
    if matter is None:
        return None
    if isinstance(matter, Wish):
        return await wish_answers.VERBS[intent](talk, matter)
    return await job_answers.VERBS[intent](talk, matter)


def _with_rating(talk: Talk) -> Talk:
    """确认 4: a number so small is no wish's."""
    read = talk.reading
    if read.ref in RATINGS and read.rating is None:
        return replace(talk, reading=replace(read, ref=None, rating=read.ref))
    return talk


async def _is_about_a_job(talk: Talk) -> bool:
    """Who was not paid for a job that we do not know of is heard all the same."""
    worked = await past_work(talk.person.id)
    return any(talk.reading.ref in (None, work.listing.ref) for work in worked)


async def status_of_all(talk: Talk) -> None:
    person = talk.person.id
    mine = await queries.live_raised_by(person) + await queries.held_by(person)
    items = [STATE_WORDS[WishState(wish.state)].prefixed(f"{wish.ref} ") for wish in mine]
    items += [await job_answers.state_words(listing, person) for listing in await jobs.held_by(person) + await jobs.waited_for_by(person)]
    need = await jobs.need_of(person)
    if need and need.state in NEED_WORDS:
        items.append(NEED_WORDS[NeedState(need.state)])
    await talk.chat(texts.status_list(items[:MOST_LISTED]) if items else texts.status_none())


async def usage(talk: Talk) -> None:
    await talk.chat(texts.usage())


async def stop(talk: Talk) -> None:
    await consent.opt_out(talk.person.phone, talk.person.id, talk.by)
    await standing.refresh([talk.person.id])
    await talk.say(texts.stopped())


async def start(talk: Talk) -> None:
    await consent.opt_in(talk.person.phone, talk.person.id, talk.by)
    await standing.refresh([talk.person.id])
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
    if why == "pause" and await _is_paused(talk):
        return None
    return await wish_answers.before_a_person(talk)


async def _is_paused(talk: Talk) -> bool:
    """A volunteer gets no offers for a while, a worker no jobs; who is neither has no pause."""
    if await pause(talk.person.id, PAUSE, talk.by):
        await talk.say(texts.paused())
        return True
    need = await jobs.need_of(talk.person.id)
    if need:
        await seeking.pause(talk)
    return need is not None


async def _number(talk: Talk, number: int) -> Wish | None:
    """A bare 5 rates what waits to be confirmed; any other number asks how that wish stands."""
    mine = await queries.live_raised_by(talk.person.id)
    if number in RATINGS and any(wish.state == WishState.DONE for wish in mine):
        return await _act(replace(talk, reading=Reading("confirm", rating=number)))
    return await _act(replace(talk, reading=Reading("status", ref=number)))


OF_ITSELF: Mapping[Intent, Callable[[Talk], Awaitable[Wish | None]]] = {
    "status": status_of_all,
    "wish": wish_answers.wish,
    "job_need": seeking.job_need,
    "need_pause": seeking.pause,
    "need_end": seeking.end,
    "help": usage,
    "stop": stop,
    "start": start,
    "other": other,
}
