from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from base.settings import Settings, settings
from tests.messages.ledger import assert_the_ledger_tells_every_state
from tests.messages.letters import Gateway, open_gateway


@pytest.fixture(autouse=True)
async def ledger(request: pytest.FixtureRequest) -> AsyncIterator[None]:
    """After each test that has messages, the ledger is held against them."""
    yield
    if "house" in request.fixturenames:
        await assert_the_ledger_tells_every_state()


@pytest.fixture
async def gateway(house: None) -> AsyncIterator[Gateway]:
    async with open_gateway() as gateway:
        yield gateway


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A sender that waits a fifth of a second for an answer."""
    quick = replace(settings(), sms_timeout_seconds=0.2)
    monkeypatch.setattr("messages.drain.settings", lambda: quick)
    monkeypatch.setattr("tests.messages.letters.settings", lambda: quick)
    return quick


@pytest.fixture
def quiet_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = replace(settings(), quiet_hours=True)
    monkeypatch.setattr("messages.quiet.settings", lambda: kept)
