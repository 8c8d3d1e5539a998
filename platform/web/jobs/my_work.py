"""The work part of /mine: what I look for, where I am expected, where I wait, what is put to me, where I have worked."""

from typing import Any

from base.words import Words
from jobs import queries
from jobs.past_work import past_work
from jobs.states import PLACEMENT_WORDS, NeedState, PlacementState
from jobs.tables import Listing, Placement
from web.i18n import N_
from web.jobs.listing_words import HELPERS

SAID = {
    "sought": N_("好，我们帮您找。有合适的活就发短信给您。"),
    "paused": N_("好，先不找了。想找的时候再按“接着找”。"),
    "ended": N_("好，不找了。"),
}
NEED_STATES = {
    NeedState.OPEN: N_("正在找"),
    NeedState.PLACED: N_("有活了"),
    NeedState.PAUSED: N_("暂停了"),
}


async def my_work(person_id: int, said: str) -> dict[str, Any]:
    need, expected = await queries.need_of(person_id), await queries.held_by(person_id)
    waits, asked, past = await _waits(person_id), await queries.referred_to(person_id), await past_work(person_id)
    return {
        "job": HELPERS,
        "shown": bool(said in SAID or need or expected or waits or asked or past),
        "told": SAID.get(said),
        "need": need,
        "need_state": NEED_STATES[NeedState(need.state)] if need else "",
        "expected": [(listing, _state(await queries.live_placement(listing.id, person_id))) for listing in expected],
        "waits": waits,
        "asked": asked,
        "past": [(each.listing, _state(each.placement), each.matter) for each in past],
    }


async def _waits(person_id: int) -> list[tuple[Listing, int]]:
    waits = []
    for listing in await queries.waited_for_by(person_id):
        referral = await queries.referral_to(listing.id, person_id)
        if referral:
            waits.append((listing, await queries.position(referral)))
    return waits


def _state(placement: Placement | None) -> Words | None:
    return PLACEMENT_WORDS[PlacementState(placement.state)] if placement else None
