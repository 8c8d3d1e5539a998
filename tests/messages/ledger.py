"""Invariants 2 and 10: one event for each move, and every state can be rebuilt from the events."""

from itertools import pairwise

from base.db import rows
from messages.states import MOVES, MessageState

HISTORIES = """
SELECT m.id, m.state, array_agg(e.from_state ORDER BY e.id) AS left, array_agg(e.to_state ORDER BY e.id) AS entered
FROM message m LEFT JOIN event e ON e.subject = 'message' AND e.subject_id = m.id GROUP BY m.id ORDER BY m.id
"""


async def assert_the_ledger_tells_every_state() -> None:
    for found in await rows(HISTORIES):
        entered = [MessageState(to) for to in found["entered"]]
        assert entered[0] is MessageState.QUEUED, found
        assert found["left"] == [None, *entered[:-1]], found
        assert entered[-1] == found["state"], found
        assert all(after in MOVES[before] for before, after in pairwise(entered)), found
