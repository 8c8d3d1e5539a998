"""What becomes of each row by itself: saved, published, held, or refused at its field. A bad row stops no good one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from base.clock import now
from base.db import rows as query
from base.errors import Overtaken, Refused
from base.work import transaction
from jobs import desk as questions
from jobs import drafting, posting, queries
from jobs.drafting import terms_of
from jobs.fields import BadTerms
from jobs.states import ListingState
from jobs.tables import Listing
from jobs.terms import Terms
from web.i18n import N_
from web.jobs.desk_words import FIELD_OF, refusal_words, words_of
from web.jobs.grid import Row
from web.jobs.reading import Desk, at_columns, read_terms

SAME_WITHIN = timedelta(minutes=2)
LIKE_ANOTHER = N_("和 %(ref)s 号一样。要更多人，请改那一条的人数。")
NO_DRAFT = N_("这一条已经不是草稿：别人刚刚发布或者删掉了它。")


class Alike(Exception):
    """The new draft says what another says already; its transaction is undone."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing.ref)
        self.listing = listing


async def save(desk: Desk, row: Row) -> Listing | None:
    """The row as a draft; None, with the reasons at its fields, when it cannot be one."""
    try:
        async with _refusals_at(row), transaction():
            return await (_changed(desk, row, row.ref) if row.ref else _new(desk, row))
    except Alike as alike:
        return _sent_twice(desk, row, alike.listing)
    return None


def _sent_twice(desk: Desk, row: Row, like: Listing) -> Listing | None:
    """By an impatient finger it is the same listing; otherwise somebody has written it already."""
    if like.posted_by == desk.person.id and like.created_at > now() - SAME_WITHIN:
        return like
    row.wrong("title", words_of(LIKE_ANOTHER, ref=like.ref))
    return None


async def change(desk: Desk, row: Row, listing: Listing) -> bool:
    """A listing that people may know already: the verb tells them what is new."""
    async with _refusals_at(row), transaction():
        terms = read_terms(desk, row, terms_of(listing))
        if terms:
            await posting.change(listing.id, terms, desk.by)
    return not row.errors


async def publish(desk: Desk, row: Row, draft: Listing) -> None:
    async with _refusals_at(row), transaction():
        await posting.publish(draft.id, desk.by)


@asynccontextmanager
async def _refusals_at(row: Row) -> AsyncIterator[None]:
    try:
        yield
    except BadTerms as bad:
        for name, words in at_columns(bad.errors).items():
            row.wrong(name, words)
    except Refused as refused:
        row.wrong(FIELD_OF.get(refused.reason, "title"), refusal_words(refused))
    except Overtaken:
        row.wrong("title", words_of(NO_DRAFT))


async def _changed(desk: Desk, row: Row, ref: int) -> Listing | None:
    draft = await queries.by_ref(ref)
    if draft is None or draft.station != desk.station.id or draft.state != ListingState.DRAFT:
        row.wrong("title", words_of(NO_DRAFT))
        return None
    before = terms_of(draft)
    terms = read_terms(desk, row, before)
    if terms is None or terms == before:
        return draft if terms else None
    return await posting.change(draft.id, terms, desk.by)


async def _new(desk: Desk, row: Row) -> Listing | None:
    terms = read_terms(desk, row)
    return await begin(desk, terms) if terms else None


async def begin(desk: Desk, terms: Terms) -> Listing:
    """Two who write the same at once wait here for each other, so that the second finds the first."""
    await query("SELECT 1 FROM station WHERE id = $1 FOR NO KEY UPDATE", desk.station.id)
    draft = await drafting.draft(desk.station.id, terms, desk.by)
    if like := await questions.like(draft):
        raise Alike(like)
    return draft
