"""Who in the demo city says that he was not paid: stories for those whose wages no station saw."""

from collections.abc import Iterator
from datetime import datetime

from commands.demo_history import Told
from commands.demo_month import Month
from commands.demo_stories import Story
from jobs.states import SUBJECTS, ListingState, PlacementState
from jobs.tables import Listing


def disputes(stories: list[Story], month: Month) -> list[Told]:
    """Each story goes to the last who had worked before it begins."""
    unpaid, told = list(_unpaid(month)), []
    for story in stories:
        before = [each for each in unpaid if story.steps and each[2] < story.steps[0].moment]
        if before:
            worked = max(before, key=lambda each: each[2])
            unpaid.remove(worked)
            listing, person, _ = worked
            told.append(Told(story, month.seeking[person].person, listing=listing.id))
    return told


def _unpaid(month: Month) -> Iterator[tuple[Listing, int, datetime]]:
    """(listing, person, the last that the ledger tells of that listing): a dispute continues it."""
    last = {line.matter: line.at for line in month.book.ledger if line.subject in SUBJECTS}
    for listing in month.out:
        for placement in month.places.placements[listing.id].values():
            nobody_paid = placement.state == PlacementState.ATTENDED and placement.wage_fen is None and placement.due_at is None
            if listing.kind == "job" and listing.state == ListingState.OVER and nobody_paid:
                yield listing, placement.person, last[listing.id]
