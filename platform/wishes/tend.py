"""The sweep: every matter that is due gets its next step. Nothing waits for ever."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from base.clock import now
from base.ledger import SWEEP, record
from base.sweep import sweep
from messages import texts
from messages.quiet import quiet_until
from people import areas, offices
from volunteers import standing
from wishes import dispatching
from wishes.batch import share_out_when_many_are_due
from wishes.claiming import let_go
from wishes.closing import close
from wishes.deadlines import ASKED_TWICE, LET_GO_AFTER, office_due
from wishes.kinds import KINDS
from wishes.lock import lock
from wishes.queries import claims
from wishes.raising import ask_back, hand_to_office
from wishes.states import ClaimState, Level, WishState
from wishes.tables import Wish
from wishes.telling import office_of, tell_claimant, tell_office, tell_resident

DUE = """
SELECT id FROM wish WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
"""


async def tend_due(limit: int = 10_000) -> int:
    await share_out_when_many_are_due()
    return await sweep("wish", DUE, _tend, limit)


async def _tend(wish_id: int) -> None:
    await tend(await lock(wish_id))


async def tend(wish: Wish) -> None:
    step = {
        WishState.ASKING: _ask_again,
        WishState.OPEN: _find_somebody,
        WishState.CLAIMED: _ask_for_sign_of_life,
        WishState.DONE: _close_unconfirmed,
    }[WishState(wish.state)]
    morning = await quiet_until()
    if morning and not (wish.urgent and wish.state == WishState.OPEN):
        await _wait(wish, morning - now(), wish.step)
    else:
        await step(wish)


async def _wait(wish: Wish, delay: timedelta, step: int) -> None:
    wish.due_at, wish.step = now() + delay, step
    await Wish.update({Wish.due_at: wish.due_at, Wish.step: step}).where(Wish.id == wish.id)


async def _ask_again(wish: Wish) -> None:
    if wish.step == 0:
        await _wait(wish, ASKED_TWICE, 1)
        await ask_back(wish)
    else:
        # Nobody of the volunteers can be asked without a place.
        await hand_to_office(wish, SWEEP)


async def _find_somebody(wish: Wish) -> None:
    if wish.level != Level.VOLUNTEERS:
        await (_tell_office_anew if wish.step == 0 else _climb)(wish)
        return
    # What is urgent at night wakes no volunteers: somebody who is on duty must know.
    pause = None if await quiet_until() else await dispatching.ask_some(wish)
    if pause is None:
        await _climb(wish)
    else:
        await _wait(wish, pause, wish.step + 1)


async def _tell_office_anew(wish: Wish) -> None:
    """Open again after somebody had it: the office that answers for it gets its time before the matter climbs."""
    await tell_office(wish, texts.matter(wish.ref, areas.words(wish.area), KINDS[wish.kind], wish.text))
    await _wait(wish, office_due(Level(wish.level)) - now(), 1)


async def _climb(wish: Wish) -> None:
    """Volunteers → the steward → the coordinator, who keeps it and is reminded every day."""
    if wish.level == Level.COORDINATOR:
        await _remind_office(wish)
        return
    before = office_of(wish)
    office = before if wish.level == Level.VOLUNTEERS else await offices.office_above(before)
    wish.level, wish.owner_role, wish.owner_area = office.role, office.role, office.area
    level: dict[Any, Any] = {"level": office.role, "owner_role": office.role, "owner_area": office.area}
    await Wish.update(level).where(Wish.id == wish.id)
    await _wait(wish, office_due(Level(office.role)) - now(), wish.step + 1)
    await record("level", wish.id, office.role, SWEEP, matter=wish.id)
    climbed = texts.matter_climbed(wish.ref, areas.words(wish.area), KINDS[wish.kind], wish.text)
    await tell_resident(wish, replace(texts.wish_climbed(wish.ref, office.words), any_hour=wish.urgent))
    await tell_office(wish, replace(climbed, any_hour=wish.urgent))


async def _remind_office(wish: Wish) -> None:
    await _wait(wish, office_due(Level.COORDINATOR) - now(), wish.step + 1)
    days = (now() - wish.created_at).days
    await tell_office(wish, texts.matter_waits(wish.ref, areas.words(wish.area), KINDS[wish.kind], days))


async def _ask_for_sign_of_life(wish: Wish) -> None:
    held = await claims(wish.id, ClaimState.HELD)
    if wish.step == 0:
        await _wait(wish, LET_GO_AFTER, 1)
        for claim in held:
            await tell_claimant(claim, texts.claim_reminder(wish.ref))
        return
    await standing.lock(claim.person for claim in held)
    for claim in held:
        await let_go(wish, claim, SWEEP)
        await tell_claimant(claim, texts.claim_let_go(wish.ref))


async def _close_unconfirmed(wish: Wish) -> None:
    await close(wish, SWEEP, confirmed=False)
    await tell_resident(wish, texts.wish_closed_silent(wish.ref))
