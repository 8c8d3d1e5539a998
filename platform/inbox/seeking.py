"""Looking for work: a need is begun, renewed, paused, ended.

A need without a place waits for the answer to where, as what a resident raises does: with an owner, and asked again when it is due.
"""

from dataclasses import replace
from datetime import datetime

from base.clock import city_now
from base.errors import Refused
from inbox.job_terms import from_today, seek_in
from inbox.need_words import need_words
from inbox.parse import parse
from inbox.talk import Talk, words_of
from inbox.wish_answers import draft
from jobs import needs, queries
from jobs.needs import Seek
from jobs.telling import item
from jobs.when import here
from messages import job_texts
from people import areas
from people.gazetteer import Ambiguous
from wishes import actions
from wishes.queries import live_raised_by
from wishes.states import WishState
from wishes.tables import Wish


async def job_need(talk: Talk) -> Wish | None:
    """Where there is no station, a person at the desk follows it."""
    if not await queries.stations():
        return await _raise(talk)
    await _forget_what_waits(talk)
    if isinstance(talk.reading.place, Ambiguous):
        return await _raise(talk)
    try:
        await _seek(talk, _said(talk.body, city_now()))
    except Refused as refused:
        if refused.reason != "no_place":
            raise
        return await _raise(talk)
    return None


async def pause(talk: Talk) -> None:
    await needs.pause_need(talk.person.id, talk.by)
    await talk.say(job_texts.need_paused())


async def end(talk: Talk) -> None:
    await needs.end_need(talk.person.id, talk.by)
    await talk.say(job_texts.need_ended())


def waits_for_a_place(wish: Wish) -> bool:
    """What a person at the desk would have to read, and still lacks its place, is a need."""
    return bool(wish.state == WishState.ASKING and wish.for_office and wish.kind == "other")


async def seek_there(talk: Talk, asked: Wish, area: str) -> None:
    """The answer has come: what was said before is sought there."""
    await actions.withdraw(asked.id, talk.by)
    await _seek(talk, replace(_said(asked.text, here(asked.created_at)), area=area))


async def _raise(talk: Talk) -> Wish:
    return await actions.raise_wish(talk.person, draft(talk, "other", for_office=True), talk.by)


async def _forget_what_waits(talk: Talk) -> None:
    """He says it anew: what he said last is what he looks for."""
    for wish in await live_raised_by(talk.person.id):
        if waits_for_a_place(wish):
            await actions.withdraw(wish.id, talk.by)


def _said(body: str, at: datetime) -> Seek:
    """Who only says that he looks for work adds nothing to what he said before."""
    said = from_today(seek_in(words_of(body), parse(body, at), at.date()), city_now().date())
    return said if said.is_bare else replace(said, text=body)


async def _seek(talk: Talk, said: Seek) -> None:
    sought = await needs.seek(talk.person, said, talk.by)
    found = [item(listing) for listing in sought.referred]
    await talk.say(job_texts.need_open(need_words(sought.need), areas.words(sought.need.area), found))
