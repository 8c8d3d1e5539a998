from itertools import product

from messages.states import MOVES
from messages.states import MessageState as M

ENDS = {M.DELIVERED, M.UNDELIVERED, M.FAILED, M.SUPPRESSED}


def reachable(start: M, without: M | None = None) -> set[M]:
    found, todo = set[M](), [start]
    while todo:
        todo += [to for to in MOVES[todo.pop()] - found if to is not without]
        found |= set(todo)
    return found


def test_an_end_is_an_end_and_nothing_else_is() -> None:
    assert {state for state in M if not MOVES[state]} == ENDS


def test_every_state_can_be_reached_and_every_one_comes_to_an_end() -> None:
    assert reachable(M.QUEUED) | {M.QUEUED} == set(M)
    assert all(reachable(state) & ENDS for state in M if state not in ENDS)


def test_what_was_accepted_is_never_sent_again() -> None:
    assert not reachable(M.SENT) & {M.QUEUED, M.SENDING, M.AMBIGUOUS}


def test_what_may_have_been_accepted_is_looked_up_before_it_is_sent_again() -> None:
    assert M.SENDING not in MOVES[M.AMBIGUOUS]


def test_nothing_is_accepted_or_refused_that_was_not_sent() -> None:
    assert not reachable(M.QUEUED, without=M.SENDING) & {M.AMBIGUOUS}
    assert not [state for state, end in product(M, (M.DELIVERED, M.UNDELIVERED)) if end in MOVES[state] and state is not M.SENT]
