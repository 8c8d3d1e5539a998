"""What a word without a number may mean: the wishes and listings of a person that wait for such a word.

For each intent some rows of questions: the first row that has anything open is meant.
"""

from collections.abc import Awaitable, Callable, Sequence

from inbox.reading import Intent
from jobs import queries as jobs
from jobs.past_work import past_work
from jobs.states import PlacementState
from jobs.tables import Listing
from wishes import queries as wishes
from wishes.states import WishState
from wishes.tables import Wish

Matter = Wish | Listing
Question = Callable[[int], Awaitable[Sequence[Matter]]]


async def open_questions(person: int, intent: Intent) -> list[Matter]:
    for row in ROWS[intent]:
        waiting = [matter for question in row for matter in await question(person)]
        if waiting:
            return list({(type(matter), matter.id): matter for matter in waiting}.values())
    return []


async def _to_confirm(person: int) -> list[Wish]:
    return [wish for wish in await wishes.live_raised_by(person) if wish.state == WishState.DONE]


async def _being_done(person: int) -> list[Wish]:
    return [wish for wish in await wishes.live_raised_by(person) if wish.state == WishState.CLAIMED]


async def _not_done(person: int) -> list[Wish]:
    return [wish for wish in await wishes.live_raised_by(person) if wish.state != WishState.DONE]


async def _open_matters(person: int) -> list[Wish]:
    """What was put before this steward or coordinator, and nobody has taken."""
    return [wish for wish in await wishes.matters_of(person) if wish.state == WishState.OPEN and wish.resident != person]


async def _worked(person: int) -> list[Listing]:
    return [work.listing for work in await past_work(person)]


async def _unpaid(person: int) -> list[Listing]:
    """Where he worked, of which neither a wage nor a complaint is known."""
    past = [work for work in await past_work(person) if work.placement.state != PlacementState.ABSENT]
    return [work.listing for work in past if work.matter is None and work.placement.paid_at is None]


ROWS: dict[Intent, tuple[tuple[Question, ...], ...]] = {
    "accept": ((wishes.offered_to, _open_matters, _to_confirm, jobs.referred_to, jobs.asked_to_come),),
    "apply": ((jobs.referred_to,), (wishes.offered_to, _open_matters, _to_confirm, jobs.asked_to_come)),
    "decline": ((wishes.offered_to, jobs.referred_to, jobs.asked_to_come), (wishes.held_by, jobs.held_by, jobs.waited_for_by)),
    "done": ((wishes.held_by,), (_to_confirm,), (_open_matters,), (jobs.held_by,)),
    "confirm": ((_to_confirm, jobs.asked_to_come), (_being_done, jobs.held_by)),
    "reject": ((_to_confirm,),),
    "cancel": ((_not_done, wishes.held_by, jobs.held_by, jobs.waited_for_by),),
    "unpaid": ((_unpaid,), (_worked,)),
}
