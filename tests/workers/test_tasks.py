"""What a bell wakes: it is heard first, and rung on while there is more."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from base import bell
from workers import program, tasks


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    order: list[str] = []
    monkeypatch.setattr(bell, "heard", lambda name: order.append(f"heard {name}"))
    monkeypatch.setattr(bell, "ring_now", lambda name: order.append(f"rang {name}"))
    monkeypatch.setattr(program, "transport", lambda: None)
    return order


def works(monkeypatch: pytest.MonkeyPatch, happened: list[str], answer: bool) -> None:
    def run(work: Coroutine[Any, Any, object]) -> bool:
        work.close()
        happened.append("worked")
        return answer

    monkeypatch.setattr(program, "run", run)


@pytest.mark.parametrize("name", bell.BELLS)
def test_a_bell_is_heard_before_the_work_so_that_a_ring_meanwhile_is_not_lost(
    name: str, happened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    works(monkeypatch, happened, answer=False)
    getattr(tasks, name)()
    assert happened == [f"heard {name}", "worked"]


@pytest.mark.parametrize("name", ["drain", "reconcile"])
def test_while_there_is_more_to_send_the_sender_is_rung_again(name: str, happened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    works(monkeypatch, happened, answer=True)
    getattr(tasks, name)()
    assert happened == [f"heard {name}", "worked", "rang drain"]


def test_work_that_fails_rings_nothing(happened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def run(work: Coroutine[Any, Any, object]) -> None:
        work.close()
        raise TimeoutError

    monkeypatch.setattr(program, "run", run)
    with pytest.raises(TimeoutError):
        tasks.drain()
    assert happened == ["heard drain"]


async def test_the_lanes_run_beside_each_other() -> None:
    all_here = asyncio.Barrier(program.LANES)
    async with asyncio.timeout(5):
        await program.lanes(all_here.wait)
