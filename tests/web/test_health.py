"""Alive, and ready: each part said by name."""

import pytest
from litestar import Litestar
from redis import Redis

from base import bell
from tests.web.browser import Browser


async def test_alive(browser: Browser) -> None:
    answer = await browser.open("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"process": "ok"})


async def test_ready_when_database_and_redis_answer(browser: Browser) -> None:
    answer = await browser.open("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "redis": "ok"})


async def test_not_ready_without_redis(app: Litestar, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.5)
    monkeypatch.setattr(bell, "connection", lambda: nobody)
    answer = await browser.open("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "redis": "failed"})
