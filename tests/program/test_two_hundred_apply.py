"""Two hundred phones apply for thirty places, by signed webhooks against the running program."""

import asyncio
import os
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from jobs.tables import Listing
from people.tables import Person
from tests.cast import person
from tests.commands.program import Program
from tests.demo_city import DemoCity, in_database
from tests.jobs import scene
from tests.program.gateway import Gateway

ROUNDS = int(os.environ.get("ROUNDS", "2"))
PHONES, HEADS, CANCELLED = 200, 30, 3
STATION = "+8616099800000"
PATIENCE = 600


@pytest.fixture(scope="module")
async def listings(demo: DemoCity) -> list[Listing]:
    """One for each round, at a station that only this test knows: the night watch of days to come."""
    async with in_database(demo.to_run_on):
        boss = await person(STATION, "小汪", scene.WENQUAN)
        station = await scene.station("四百工驿站")
        return [await _listing(boss, station, days) for days in range(1, ROUNDS + 1)]


async def _listing(boss: Person, station: Any, days: int) -> Listing:
    day = scene.tomorrow() + timedelta(days=days)
    return await scene.listing(station, boss, await scene.employer(station), heads=HEADS, day=day)


class Line:
    """What the gateway has taken about one listing."""

    def __init__(self, gateway: Gateway, ref: int) -> None:
        self.gateway, self.ref = gateway, ref

    def texts(self, pattern: str) -> dict[str, str]:
        """phone → what the text says of it, the latest."""
        found = ((phone, re.match(pattern.format(self.ref), body)) for phone, body, _ in self.gateway.arrived())
        return {phone: "".join(said.groups()) for phone, said in found if said}

    def held(self) -> set[str]:
        return set(self.texts("【亮灯】{}号报名成功")) - set(self.texts("【亮灯】{}号已帮您取消"))

    def positions(self) -> dict[str, str]:
        return self.texts(r"【亮灯】{}号瓦工已招满，您排第(\d+)位")

    def asked(self) -> set[str]:
        return set(self.texts("【亮灯】有空位了：{}号"))


async def eventually(is_so: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        if is_so():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come to pass in time")


async def test_of_two_hundred_at_once_thirty_are_placed_and_the_others_are_told_their_position(
    program: Program, listings: list[Listing]
) -> None:
    gateway = Gateway(f"http://127.0.0.1:{program.port}", program.data)
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=50), timeout=60, trust_env=False) as client:
        for listing in listings:
            line = Line(gateway, listing.ref)
            # Other phones in each round: a phone gets few automatic answers an hour.
            last = await everybody_applies(client, line, [f"+86160998{listing.id % 100:02}{n:03}" for n in range(PHONES)])
            for gone in range(1, CANCELLED + 1):
                await one_gives_back_and_the_next_comes(client, line)
                await line.gateway.deliver(client, last, f"查询{line.ref}")
                await eventually(lambda: line.positions()[last] == str(PHONES - HEADS - gone))  # noqa: B023
                assert len(line.asked()) == gone


async def everybody_applies(client: httpx.AsyncClient, line: Line, phones: list[str]) -> str:
    """Returns the phone that stands last in the line."""
    answers = await asyncio.gather(*(line.gateway.deliver(client, phone, f"报名{line.ref}") for phone in phones))
    assert {answer.status_code for answer in answers} == {200}
    await eventually(lambda: len(line.held()) + len(line.positions()) >= PHONES)
    assert len(line.held()) == HEADS
    turns = {int(position): phone for phone, position in line.positions().items()}
    assert sorted(turns) == list(range(1, PHONES - HEADS + 1))
    return turns[PHONES - HEADS]


async def one_gives_back_and_the_next_comes(client: httpx.AsyncClient, line: Line) -> None:
    placed, asked = line.held(), line.asked()
    await line.gateway.deliver(client, min(placed), f"取消{line.ref}")
    await eventually(lambda: len(line.asked()) == len(asked) + 1)
    [next_one] = line.asked() - asked
    await line.gateway.deliver(client, next_one, f"报名{line.ref}")
    await eventually(lambda: next_one in line.held())
