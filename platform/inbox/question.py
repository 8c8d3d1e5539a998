"""The answer to what we asked back: which village, which of the four villages of that name."""

import json

from inbox.talk import Talk
from messages.redact import plain
from people.gazetteer import Ambiguous, Found, Gazetteer
from wishes import actions
from wishes.raising import ask_back, choices_of
from wishes.tables import Wish

LONGEST_REST = 8
LONGEST_PLACE = 60


async def answers_question(talk: Talk, wish: Wish) -> bool:
    """Whether the message completes the wish. If it says something else, it is read like any other."""
    if talk.reading.intent not in ("wish", "job_need", "other", "accept"):
        return False
    choices = choices_of(wish)
    area = Gazetteer.load().choose(talk.body, tuple(choices)) if choices else None
    place = talk.reading.place
    if area is None and _names_a_place_only(talk):
        if isinstance(place, Ambiguous):
            await _ask_which(wish, place)
            return True
        area = place.code if isinstance(place, Found) else None
    if area is None:
        return False
    rest = plain(talk.body)
    if len(rest) > len(talk.reading.area or "") and not choices:
        await Wish.update({Wish.place: rest[:LONGEST_PLACE]}).where(Wish.id == wish.id)
    await actions.locate(wish.id, area, talk.by)
    return True


def _names_a_place_only(talk: Talk) -> bool:
    """万秀村3组, but not a whole new wish that happens to name its village."""
    place = talk.reading.place
    if place is None:
        return False
    written = len(place.written) if isinstance(place, Ambiguous) else place.span[1] - place.span[0]
    return talk.reading.intent == "other" or len(plain(talk.body)) - written <= LONGEST_REST


async def _ask_which(wish: Wish, place: Ambiguous) -> None:
    wish.choices = json.dumps(place.choices)
    wish.step += 1
    await Wish.update({Wish.choices: wish.choices, Wish.step: wish.step}).where(Wish.id == wish.id)
    await ask_back(wish, place.written)
