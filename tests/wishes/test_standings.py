"""Standings are told anew from the ledger, whatever was done to the tables, and while the program is at work."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from base.db import rows
from base.ledger import By
from base.migrate import migrate
from migrations.wishes.wishes_0004_standing import ID
from tests.cast import Cast, bulb_raised, bulb_wished_for, do
from tests.invariants import assert_the_invariants_hold
from wishes import standings
from wishes.actions import claim, confirm, reject, release, report_done, withdraw
from wishes.tables import Wish

DAMAGE = (
    "DELETE FROM volunteer_skill_cell",
    "DELETE FROM volunteer_standing",
    "UPDATE volunteer_standing SET load = 9, done = 9, given_up = 9, fatigue = 9, asked_at = NULL, points = 9",
    "UPDATE volunteer SET skills = ARRAY['cook'], hours = 1",
)


def by(person: int | None) -> By:
    return By(person, "web")


@pytest.fixture
async def history(cast: Cast) -> Wish:
    """Places given back, called off, done and disputed; offers, and a yes that came too late. Returns a wish that is open."""
    chen, zhou, zhang = cast.chen.id, cast.zhou.id, cast.zhang.id
    given_back, called_off = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang)
    for verb in (claim, release):
        await do(verb, given_back.id, by(chen))
    await do(claim, called_off.id, by(zhou))
    await do(withdraw, called_off.id, by(zhang))
    await do(withdraw, given_back.id, by(zhang))
    for end in (confirm, reject):
        wish = await bulb_wished_for(cast)
        for verb in (claim, report_done):
            await do(verb, wish.id, by(zhou))
        await do(claim, wish.id, by(chen))
        await do(end, wish.id, by(zhang))
    return wish


@pytest.mark.parametrize("damage", DAMAGE)
async def test_what_was_damaged_is_told_anew(history: Wish, damage: str) -> None:
    await rows(damage)
    with pytest.raises(AssertionError):
        await assert_the_invariants_hold()
    await standings.rebuild(lambda done, total: None)
    await assert_the_invariants_hold()


async def test_it_goes_batch_by_batch_and_says_how_far_it_is(history: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "AT_ONCE", 1)
    told: list[tuple[int, int]] = []
    assert await standings.rebuild(lambda done, total: told.append((done, total))) == len(told)
    assert told == [(done, len(told)) for done in range(1, len(told) + 1)]


async def test_the_program_goes_on_meanwhile(cast: Cast, history: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "AT_ONCE", 1)

    async def at_work() -> None:
        for _ in range(5):
            wish = await bulb_raised(cast.liu, places=2)
            await asyncio.gather(*(do(claim, wish.id, by(who.id)) for who in (cast.chen, cast.zhou)))
            await do(release, wish.id, by(cast.chen.id))

    async def told_anew() -> None:
        for _ in range(5):
            await standings.rebuild(lambda done, total: None)

    async with asyncio.timeout(30):
        await asyncio.gather(told_anew(), told_anew(), at_work())
    await assert_the_invariants_hold()


async def test_a_city_that_is_at_work_already_gets_them_with_the_migration(history: Wish) -> None:
    await rows("DELETE FROM volunteer_standing")
    await rows("DELETE FROM volunteer_skill_cell")
    await rows("DELETE FROM migration WHERE name = $1", ID)
    await migrate()
    await assert_the_invariants_hold()


async def test_the_command_tells_them_anew(history: Wish, tmp_path: Path) -> None:
    await rows("DELETE FROM volunteer_skill_cell")
    command = [sys.executable, "-P", "-m", "commands.main", "candidates", "rebuild", "--data", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = await asyncio.create_subprocess_exec(*command, env=environment, stdout=asyncio.subprocess.PIPE)
    out, _ = await asyncio.wait_for(program.communicate(), 60)
    assert "Told anew: 2" in out.decode()
    await assert_the_invariants_hold()
