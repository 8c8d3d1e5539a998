import time
from collections import Counter

import httpx
import pytest

from tests.sandbox.conftest import MESSAGES, post_message


async def accepted(gateway: httpx.AsyncClient) -> int:
    return len((await gateway.get(MESSAGES)).json()["messages"])


@pytest.mark.parametrize(("fate", "status", "kept"), [("429", 429, 0), ("500 before", 500, 0), ("500 after", 500, 1), ("fine", 201, 1)])
async def test_the_script_decides_the_next_post(gateway: httpx.AsyncClient, fate: str, status: int, kept: int) -> None:
    await gateway.post("/_plan", json={"script": [fate]})
    assert (await post_message(gateway)).status_code == status
    assert await accepted(gateway) == kept
    assert (await post_message(gateway)).status_code == 201


async def test_hangs_after_it_accepted(gateway: httpx.AsyncClient) -> None:
    await gateway.post("/_plan", json={"script": ["hang after"], "hang_seconds": 0.1})
    began = time.monotonic()
    assert (await post_message(gateway)).status_code == 201
    assert time.monotonic() - began >= 0.1


async def test_chances_hold_in_the_long_run(gateway: httpx.AsyncClient) -> None:
    await gateway.post("/_plan", json={"chances": {"429": 0.5}})
    seen = Counter([(await post_message(gateway)).status_code for _ in range(200)])
    assert set(seen) == {201, 429}
    assert 50 < seen[429] < 150


async def test_the_list_lags_behind(gateway: httpx.AsyncClient) -> None:
    await gateway.post("/_plan", json={"list_lag_seconds": 60})
    await post_message(gateway)
    assert await accepted(gateway) == 0
    await gateway.post("/_plan", json={})
    assert await accepted(gateway) == 1


@pytest.mark.parametrize("plan", [{"chances": {"429": 2}}, {"script": ["418"]}, {"typo": 1}, {"hang_seconds": -1}])
async def test_refuses_a_plan_that_it_cannot_keep(gateway: httpx.AsyncClient, plan: dict[str, object]) -> None:
    assert (await gateway.post("/_plan", json=plan)).status_code == 400


async def test_another_site_cannot_set_the_plan(gateway: httpx.AsyncClient) -> None:
    answer = await gateway.post("/_plan", json={"script": ["429"]}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert (await post_message(gateway)).status_code == 201
