"""A word without a number: it means the one open question to that phone, and is never guessed among several."""

from base.words import Words
from inbox.talk import Talk
from messages import texts
from wishes import queries
from wishes.kinds import KINDS
from wishes.states import WishState
from wishes.tables import Wish


async def meant(talk: Talk) -> Wish | None:
    """The wish that is meant; None after the phone has been asked which, or told that nothing waits."""
    if talk.reading.ref is not None:
        wish = await queries.by_ref(talk.reading.ref)
        if wish is None:
            await talk.chat(texts.refused("unknown_ref", ref=talk.reading.ref))
        return wish
    open_questions = await _open_questions(talk)
    if len(open_questions) == 1:
        return open_questions[0]
    if open_questions:
        await talk.chat(texts.which([_item(wish) for wish in open_questions[:5]]))
    else:
        await talk.chat(texts.nothing_open())
    return None


async def _open_questions(talk: Talk) -> list[Wish]:
    person = talk.person.id
    mine = await queries.live_raised_by(person)
    to_confirm = [wish for wish in mine if wish.state == WishState.DONE]
    if talk.reading.intent in ("accept", "apply"):
        return _once(await queries.offered_to(person) + await _open_matters(person) + to_confirm)
    if talk.reading.intent == "decline":
        return await queries.offered_to(person) or await queries.held_by(person)
    if talk.reading.intent == "done":
        return await queries.held_by(person) or to_confirm or await _open_matters(person)
    if talk.reading.intent == "confirm":
        return to_confirm or [wish for wish in mine if wish.state == WishState.CLAIMED]
    if talk.reading.intent == "reject":
        return to_confirm
    return [wish for wish in mine if wish.state != WishState.DONE] + await queries.held_by(person)


async def _open_matters(person: int) -> list[Wish]:
    """What was put before this steward or coordinator, and nobody has taken."""
    return [wish for wish in await queries.matters_of(person) if wish.state == WishState.OPEN and wish.resident != person]


def _once(wishes: list[Wish]) -> list[Wish]:
    return list({wish.id: wish for wish in wishes}.values())


def _item(wish: Wish) -> Words:
    kind = KINDS[wish.kind]
    return Words(f"{wish.ref}（{kind.zh}）", f"{wish.ref} ({kind.en})")
