"""Which wish or listing a message means. Without a number: the one open question to that phone, never guessed among several."""

from base.words import Words
from inbox.open_questions import open_questions
from inbox.talk import Talk
from jobs.queries import by_ref as listing_by_ref
from jobs.tables import Listing
from jobs.telling import title_words
from messages import texts
from wishes.kinds import KINDS
from wishes.queries import by_ref as wish_by_ref
from wishes.tables import Wish

MOST_LISTED = 5


async def meant(talk: Talk) -> Wish | Listing | None:
    """None after the phone has been asked which, or told that nothing waits."""
    if talk.reading.ref is not None:
        return await _numbered(talk, talk.reading.ref)
    waiting = await open_questions(talk.person.id, talk.reading.intent)
    if len(waiting) == 1:
        return waiting[0]
    await talk.chat(texts.which([item(each) for each in waiting[:MOST_LISTED]]) if waiting else texts.nothing_open())
    return None


async def _numbered(talk: Talk, ref: int) -> Wish | Listing | None:
    """Wishes and listings are numbered in one sequence."""
    found = await wish_by_ref(ref) or await listing_by_ref(ref)
    if found is None:
        await talk.chat(texts.refused("unknown_ref", ref=ref))
    return found


def item(matter: Wish | Listing) -> Words:
    what = KINDS[matter.kind] if isinstance(matter, Wish) else title_words(matter)
    return Words(f"{matter.ref}（{what.zh}）", f"{matter.ref} ({what.en})")
