"""Every verb, in every state, by everybody: what it leads to, or why it is refused. A refused verb has written nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from base.db import rows
from base.errors import Refused
from base.ledger import By
from tests.cast import WANXIU, Cast, do
from tests.wishes.scenes import Scene, as_table, everything_kept, scene, undone, web
from wishes import actions
from wishes.actions import TooLate, claim, confirm, decline, reject, release, report_done, withdraw
from wishes.queries import by_ref


async def locate(wish_id: int, by: By) -> None:
    await actions.locate(wish_id, WANXIU, by)


VERBS: dict[str, Callable[[int, By], Awaitable[Any]]] = {
    verb.__name__: verb for verb in (claim, decline, release, report_done, confirm, reject, withdraw, locate)
}

# The state that the wish comes to, or the reason of the refusal.
# "." it stays as it is · "-" refused: not_yours · late: somebody has it · follow-up: a new wish goes on with it.
EXPECTED = {
    "asking": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             -             not_done      not_done      withdrawn     open
        helper      unknown_ref   -             -             -             -             -             -             -
        late        unknown_ref   -             -             -             -             -             -             -
        unasked     unknown_ref   -             -             -             -             -             -             -
        steward     unknown_ref   -             -             -             -             -             -             -
        neighbour   unknown_ref   -             -             -             -             -             -             -
        coordinator unknown_ref   -             -             -             -             -             -             -
        desk        unknown_ref   -             -             -             -             -             withdrawn     open
        stranger    unknown_ref   -             -             -             -             -             -             -
    """,
    "open": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             -             not_done      not_done      withdrawn     -
        helper      claimed       .             -             -             -             -             -             -
        late        claimed       .             -             -             -             -             -             -
        unasked     claimed       -             -             -             -             -             -             -
        steward     claimed       -             -             done          -             -             withdrawn     -
        neighbour   not_volunteer -             -             -             -             -             -             -
        coordinator claimed       -             -             done          -             -             withdrawn     -
        desk        claimed       -             -             done          -             -             withdrawn     -
        stranger    not_volunteer -             -             -             -             -             -             -
    """,
    "matter": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             -             not_done      not_done      withdrawn     -
        helper      -             -             -             -             -             -             -             -
        late        -             -             -             -             -             -             -             -
        unasked     -             -             -             -             -             -             -             -
        steward     claimed       -             -             done          -             -             withdrawn     -
        neighbour   -             -             -             -             -             -             -             -
        coordinator claimed       -             -             done          -             -             withdrawn     -
        desk        claimed       -             -             done          -             -             withdrawn     -
        stranger    -             -             -             -             -             -             -             -
    """,
    "claimed": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             -             closed        not_done      withdrawn     -
        helper      already_held  open          open          done          -             -             -             -
        late        late          .             -             -             -             -             -             -
        unasked     late          -             -             -             -             -             -             -
        steward     late          -             -             -             -             -             withdrawn     -
        neighbour   not_volunteer -             -             -             -             -             -             -
        coordinator late          -             -             -             -             -             withdrawn     -
        desk        late          -             -             -             -             -             withdrawn     -
        stranger    not_volunteer -             -             -             -             -             -             -
    """,
    "done": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             already_done  closed        open          already_done  -
        helper      already_held  already_done  already_done  already_done  -             -             -             -
        late        late          .             -             already_done  -             -             -             -
        unasked     late          -             -             already_done  -             -             -             -
        steward     late          -             -             already_done  -             -             already_done  -
        neighbour   not_volunteer -             -             already_done  -             -             -             -
        coordinator late          -             -             already_done  -             -             already_done  -
        desk        late          -             -             already_done  -             -             already_done  -
        stranger    not_volunteer -             -             already_done  -             -             -             -
    """,
    "closed": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             ended         ended         follow-up     ended         ended
        helper      ended         .             -             ended         -             -             -             -
        late        ended         .             -             ended         -             -             -             -
        unasked     ended         -             -             ended         -             -             -             -
        steward     ended         -             -             ended         -             -             ended         ended
        neighbour   ended         -             -             ended         -             -             -             -
        coordinator ended         -             -             ended         -             -             ended         ended
        desk        ended         -             -             ended         -             -             ended         ended
        stranger    ended         -             -             ended         -             -             -             -
    """,
    "withdrawn": """
                    claim         decline       release       report_done   confirm       reject        withdraw      locate
        resident    own_wish      -             -             ended         ended         ended         ended         ended
        helper      ended         .             -             ended         -             -             -             -
        late        ended         .             -             ended         -             -             -             -
        unasked     ended         -             -             ended         -             -             -             -
        steward     ended         -             -             ended         -             -             ended         ended
        neighbour   ended         -             -             ended         -             -             -             -
        coordinator ended         -             -             ended         -             -             ended         ended
        desk        ended         -             -             ended         -             -             ended         ended
        stranger    ended         -             -             ended         -             -             -             -
    """,
}


async def outcome(seen: Scene, verb: str, who: str) -> str:
    async with undone():
        return await _outcome(seen, verb, who)


async def _outcome(seen: Scene, verb: str, who: str) -> str:
    before = seen.wish.state
    try:
        result = await VERBS[verb](seen.wish.id, web(seen.people[who]))
    except Refused as refused:
        assert await everything_kept() == seen.kept, f"{verb} by {who} was refused and has written"
        return "-" if refused.reason == "not_yours" else refused.reason
    if isinstance(result, TooLate):
        return "late"
    if await rows("SELECT id FROM wish WHERE follows = $1", seen.wish.id):
        return "follow-up"
    found = await by_ref(seen.wish.ref)
    assert found is not None
    return "." if found.state == before else str(found.state)


@pytest.mark.parametrize("state", EXPECTED)
async def test_everybody_may_do_what_the_table_says_and_nothing_else(cast: Cast, state: str) -> None:
    seen = await scene(state, cast)
    found = {who: {verb: await outcome(seen, verb, who) for verb in VERBS} for who in seen.people}
    assert found == as_table(EXPECTED[state])


@pytest.mark.parametrize("who", ["helper", "late"])
@pytest.mark.parametrize("state", ["closed", "withdrawn"])
async def test_a_no_after_the_end_is_heard_politely_and_changes_nothing(cast: Cast, state: str, who: str) -> None:
    seen = await scene(state, cast)
    await do(decline, seen.wish.id, web(seen.people[who]))
    assert await everything_kept() == seen.kept
