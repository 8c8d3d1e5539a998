"""The wishes of a simulation are read without a doubt: it tries whom we ask, not how we read."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from commands.simulation_texts import ONE, PAUSE, SEVERAL, STOP, URGENT, WHEN
from inbox.parse import parse

NOW = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
WORDINGS = [(kind, None, text) for kind, (_, texts) in ONE.items() for text in texts] + list(SEVERAL)


@pytest.mark.parametrize(("kind", "places", "text"), WORDINGS)
def test_a_wording_is_read_as_it_is_meant(kind: str, places: int | None, text: str) -> None:
    for before in ("", URGENT, *WHEN):
        read = parse(before + text, NOW)
        assert (read.intent, read.kind, read.places, read.place) == ("wish", kind, places, None)
        assert (read.urgent, read.day is not None, read.part is not None) == (before == URGENT, before in WHEN, before in WHEN)


def test_who_has_had_enough_is_heard() -> None:
    assert parse(STOP, NOW).intent == "stop"
    assert parse(PAUSE, NOW).why == "pause"
