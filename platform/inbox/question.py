"""The answer to what we asked back: which village, which of the four villages of that name."""

import json
import re
from collections.abc import Sequence

from inbox.seeking import seek_there, waits_for_a_place
from inbox.talk import Talk, words_of
from inbox.understanding import says_work
from jobs.queries import stations
from messages.redact import plain
from people.areas import named_in_english
from people.gazetteer import Ambiguous, Found, Gazetteer
from wishes import actions
from wishes.queries import homeless_of
from wishes.raising import ask_back, choices_of
from wishes.tables import Wish

HOME = re.compile(r"(?:我们?|咱们?|俺)?家?(?:就?住?在?|是)\s*$")
EDGES = " ,.;:!。、的"
LONGEST_REST = 8
MOST_QUESTIONS = 3
MOST_CHOICES = 5
LONGEST_PLACE = 60


async def answers_question(talk: Talk, wish: Wish) -> bool:
    """Whether the message completes the wish. If it says something else, it is read like any other."""
    if talk.reading.intent not in ("wish", "job_need", "other", "accept") or _looks_for_work(talk):
        return False
    choices = choices_of(wish)
    place = talk.reading.place
    is_short = talk.reading.intent in ("other", "accept") or _names_a_place_only(talk)
    area = Gazetteer.load().choose(talk.body, tuple(choices)) if choices and is_short else None
    if area is None and _names_a_place_only(talk):
        if isinstance(place, Ambiguous):
            await _ask_which(wish, place.choices, place.written)
            return True
        area = place.code if isinstance(place, Found) else None
    if area is None and not choices and (codes := named_in_english(plain(talk.body))):
        if len(codes) > 1:
            await _ask_which(wish, codes[:MOST_CHOICES], plain(talk.body))
            return True
        area = codes[0]
    if area is None and choices and talk.reading.number is not None and wish.step < MOST_QUESTIONS:
        await _ask_which(wish, choices)
        return True
    if area is None:
        return False
    if closer := _closer(talk):
        await Wish.update({Wish.place: closer}).where(Wish.id == wish.id)
    await _go_on(talk, wish, area)
    return True


async def _go_on(talk: Talk, wish: Wish, area: str) -> None:
    """A wish opens there, a need is sought there; and so does what else waited for the same answer."""
    waiting = [wish, *(other for other in await homeless_of(talk.person.id) if other.id != wish.id)]
    if await stations():
        for need in filter(waits_for_a_place, waiting):
            await seek_there(talk, need, area)
        waiting = [other for other in waiting if not waits_for_a_place(other)]
    if waiting:
        await actions.locate(waiting[0].id, area, talk.by)


def _looks_for_work(talk: Talk) -> bool:
    """找活 瓦工 咸安 names little more than a place, and is a need all the same."""
    if talk.reading.intent != "job_need":
        return False
    text, place = words_of(talk.body), talk.reading.place
    if isinstance(place, Ambiguous):
        return says_work(text.replace(place.written, " "))
    return place is None or says_work(text[: place.span[0]] + " " + text[place.span[1] :])


def _names_a_place_only(talk: Talk) -> bool:
    """万秀村3组, but not a whole new wish that happens to name its village."""
    place = talk.reading.place
    if place is None:
        return False
    written = len(place.written) if isinstance(place, Ambiguous) else place.span[1] - place.span[0]
    return talk.reading.intent == "other" or len(plain(talk.body)) - written <= LONGEST_REST


def _closer(talk: Talk) -> str:
    """3组 of 我家在万秀村3组: what is left without the name of the area."""
    place = talk.reading.place
    if not isinstance(place, Found):
        return ""
    text, (start, end) = words_of(talk.body), place.span
    said = HOME.sub("", text[:start]) + " " + text[end:]
    return plain(said).strip(EDGES)[:LONGEST_PLACE]


async def _ask_which(wish: Wish, choices: Sequence[str], written: str = "") -> None:
    wish.choices = json.dumps(choices)
    wish.step += 1
    await Wish.update({Wish.choices: wish.choices, Wish.step: wish.step}).where(Wish.id == wish.id)
    await ask_back(wish, written)
