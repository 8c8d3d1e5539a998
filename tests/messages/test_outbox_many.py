"""Thousands of letters at once are the same as one after another."""

from datetime import timedelta

import pytest

from base.clock import at, now
from base.db import rows
from messages import outbox, texts
from messages.outbox import Letter, Stranger, put, put_all
from tests.cast import do

pytestmark = pytest.mark.usefixtures("house")

STRANGERS = [Stranger(f"+86160000{number:05}", "en" if number % 2 else "zh-CN") for number in range(5)]
UNLIKE = "SELECT * FROM message ORDER BY phone"


async def test_each_is_queued_as_it_would_be_alone() -> None:
    with at(moment := now()):
        for stranger in STRANGERS:
            await do(put, texts.offer_taken(7), stranger, "wish:7", 2, not_before=moment + timedelta(hours=1))
        alone = await rows(UNLIKE)
        await rows("DELETE FROM message")
        letters = [Letter(texts.offer_taken(7), stranger, "wish:7", 2, moment + timedelta(hours=1)) for stranger in STRANGERS]
        assert await do(put_all, letters) == 5
    together = await rows(UNLIKE)
    assert [{**message, "id": 0} for message in together] == [{**message, "id": 0} for message in alone]
    events = await rows("SELECT at, subject, from_state, to_state, actor, via, note, matter FROM event ORDER BY id")
    assert events[:5] == events[5:]


async def test_what_was_put_before_is_not_put_again() -> None:
    letters = [Letter(texts.offer_taken(7), stranger, "wish:7") for stranger in STRANGERS]
    await do(put, texts.offer_taken(7), STRANGERS[0], "wish:7")
    assert [await do(put_all, letters), await do(put_all, letters)] == [4, 0]
    assert len(await rows("SELECT 1 FROM event")) == 5


async def test_progress_goes_on_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "AT_ONCE", 2)
    reports: list[tuple[int, int]] = []
    letters = [Letter(texts.offer_taken(7), stranger, "wish:7") for stranger in STRANGERS]
    await do(put_all, letters, lambda done, all_letters: reports.append((done, all_letters)))
    assert reports == [(2, 5), (4, 5), (5, 5)]


async def test_no_letters_are_no_trouble() -> None:
    assert await do(put_all, []) == 0
