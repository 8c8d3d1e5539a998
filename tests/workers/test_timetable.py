import asyncio
import time
from collections import Counter
from pathlib import Path

import pytest

from base import bell
from tests.workers.programs import TIMETABLE, Programs, eventually
from workers import timetable

LOCK = "hold:timetable"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(bell, "ring_now", names.append)
    return names


async def test_rings_each_bell_in_its_time(house: None, rung: list[str]) -> None:
    due = dict.fromkeys(timetable.SECONDS_BETWEEN, 0.0)
    for second in range(30):
        timetable.tick(due, 1000.0 + second)
    assert Counter(rung) == {"inbox": 3, "drain": 3, "tend": 6, "reconcile": 6, "night": 1}


async def test_without_redis_nobody_rings_and_then_everything_at_once(
    house: None, rung: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    due = dict.fromkeys(timetable.SECONDS_BETWEEN, 0.0)
    timetable.tick(due, 1000.0)
    with monkeypatch.context() as gone:
        gone.setattr(bell, "hold", lambda *_: False)
        timetable.tick(due, 1001.0)
    assert len(rung) == 5
    timetable.tick(due, 1002.0)
    assert Counter(rung) == dict.fromkeys(timetable.SECONDS_BETWEEN, 2)


async def test_one_of_two_holds_the_lock_until_it_is_gone(house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def held_by(owner: str) -> bool:
        monkeypatch.setattr(bell, "_OWNER", owner)
        return bell.hold("test", 1)

    assert held_by("first")
    assert not held_by("second")
    assert held_by("first")
    time.sleep(1.1)  # noqa: ASYNC251 - nothing else is going on
    assert held_by("second")
    assert not held_by("first")


async def test_of_two_processes_one_rings_and_the_lock_passes_on(house: None, tmp_path: Path) -> None:
    with Programs(tmp_path) as programs:
        owners: set[bytes] = set()

        async def owned() -> bool:
            owner = bell.connection().get(LOCK)
            assert owner is None or isinstance(owner, bytes)
            owners.update({owner} if owner else ())
            return owner is not None

        programs.start("one", TIMETABLE)
        await eventually(owned, programs)
        programs.start("other", TIMETABLE)
        await asyncio.sleep(3)
        await owned()
        assert len(owners) == 1
        programs.kill("one")
        bell.connection().pexpire(LOCK, 100)

        async def passed_on() -> bool:
            await owned()
            return len(owners) == 2

        await eventually(passed_on, programs, tended=False)
