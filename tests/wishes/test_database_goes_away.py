"""The database goes away at every single call of a piece of business: nothing is half done, and the next try does it once."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from base.clock import at, now
from base.db import rows
from inbox.handle import handle_new
from messages import consent
from tests.cast import Cast, bulb_wished_for, do, seen_by, texts_in, the_wish
from tests.invariants import assert_the_invariants_hold
from tests.line import Line, done_at_last
from tests.wishes.scenes import BULB, scene, web
from wishes import actions
from wishes.tend import tend_due


@pytest.fixture(autouse=True)
def crashes_are_expected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.CRITICAL):
        yield


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(monkeypatch)


VERBS: dict[str, tuple[str, str, str, Callable[..., Awaitable[Any]]]] = {
    "claim": ("open", "helper", "claimed", actions.claim),
    "release": ("claimed", "helper", "open", actions.release),
    "report_done": ("matter", "steward", "done", actions.report_done),
    "confirm": ("claimed", "resident", "closed", actions.confirm),
    "reject": ("done", "resident", "open", actions.reject),
    "withdraw": ("claimed", "steward", "withdrawn", actions.withdraw),
}


@pytest.mark.parametrize("verb", VERBS)
async def test_a_button_does_all_or_nothing(cast: Cast, line: Line, verb: str) -> None:
    state, who, comes_to, act = VERBS[verb]
    seen = await scene(state, cast)
    vain = await done_at_last(line, lambda: do(act, seen.wish.id, web(seen.people[who])))
    assert vain > 8
    assert (await the_wish()).state == comes_to


async def test_a_wish_is_raised_once_and_no_number_is_given_twice(cast: Cast, line: Line) -> None:
    await done_at_last(line, lambda: do(actions.raise_wish, cast.zhang, BULB, web(cast.zhang)))
    await do(actions.raise_wish, cast.zhang, BULB, web(cast.zhang))
    assert len(await rows("SELECT DISTINCT ref FROM wish")) == 2


async def test_a_stop_is_kept_once_with_its_event(cast: Cast, line: Line) -> None:
    await done_at_last(line, lambda: do(consent.opt_out, cast.chen.phone, cast.chen.id, web(cast.chen)))
    assert await rows("SELECT to_state FROM event WHERE subject = 'consent'") == [{"to_state": "stopped"}]
    assert await consent.opted_out(cast.chen.phone)


@pytest.mark.parametrize(
    ("state", "after", "comes_to", "told"),
    [
        ("asking", timedelta(hours=5), "asking", "ask_choice"),
        ("open", timedelta(hours=2), "open", "wish_climbed"),
        ("claimed", timedelta(hours=25), "claimed", "wish_claimed"),
        ("done", timedelta(days=4), "closed", "wish_closed_silent"),
    ],
)
async def test_the_sweep_takes_its_step_once(cast: Cast, line: Line, state: str, after: timedelta, comes_to: str, told: str) -> None:
    seen = await scene(state, cast)
    with at(now() + after):
        await done_at_last(line, tend_due)
        assert await tend_due() == 0
    assert (await the_wish()).state == comes_to
    assert (await seen_by(seen.people["resident"]))[-1] == told


TEXTS = {
    "客厅的灯泡坏了,想请会电工的帮忙换一下": ("open", "stranger", "wish_opened"),
    "接101": ("open", "helper", "claim_place"),
    "确认101 5": ("done", "resident", "wish_closed"),
    "101没修好": ("closed", "resident", "wish_followed_up"),
    "2": ("asking", "resident", "wish_opened"),
    "那个啥呢": ("open", "stranger", "unclear"),
}


@pytest.mark.parametrize("body", TEXTS)
async def test_a_text_is_acted_on_once(cast: Cast, line: Line, body: str) -> None:
    state, who, told = TEXTS[body]
    phone = (await scene(state, cast)).people[who].phone
    await texts_in(phone, body)
    await done_at_last(line, handle_new)
    await handle_new()
    assert await rows("SELECT state, attempts FROM inbound") == [{"state": "handled", "attempts": 0}]
    assert (await seen_by(phone)).count(told) == 1


@pytest.mark.parametrize("call", range(1, 60, 12))
async def test_a_blip_costs_one_attempt_and_the_worker_goes_on(cast: Cast, line: Line, call: int) -> None:
    wish = await bulb_wished_for(cast)
    await texts_in(cast.chen.phone, f"接{wish.ref}")
    line.goes_away(call, calls=1)
    try:
        await handle_new()
    except (asyncpg.PostgresConnectionError, OSError):
        await handle_new()
    line.stays()
    assert await seen_by(cast.chen) == ["offer", "claim_held", "claim_place"]
    assert len(await rows("SELECT id FROM claim")) == 1
    await assert_the_invariants_hold()


async def test_a_commit_whose_answer_is_lost_is_not_done_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    real, lost = asyncpg.Connection.execute, [OSError("network")]

    async def execute(connection: Any, sql: str, *args: Any) -> Any:
        answer = await real(connection, sql, *args)
        if sql.startswith("COMMIT") and lost:
            raise lost.pop()
        return answer

    wish = await bulb_wished_for(cast)
    await texts_in(cast.chen.phone, f"接{wish.ref}")
    monkeypatch.setattr(asyncpg.Connection, "execute", execute)
    await handle_new()
    assert (lost, await seen_by(cast.chen)) == ([], ["offer", "claim_held", "claim_place"])
    assert await rows("SELECT state, attempts FROM inbound WHERE phone = $1", cast.chen.phone) == [{"state": "handled", "attempts": 0}]
