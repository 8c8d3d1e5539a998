"""The morning's share by hand: when nobody wants to wait for its hour, or the program slept through it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

from base.errors import Refused
from commands.folder import data_option
from commands.house import house
from commands.speech import Refusal, say

STEPS = ("weigh", "place", "others", "tell")


@click.command("dawn")
@data_option
def command(data: Path) -> None:
    """Share out today's listings now: keep places, and write to the workers. Once a day."""
    with house(data):
        asyncio.run(_draw())


async def _draw() -> None:
    from base.db import pool
    from base.ledger import By
    from base.work import transaction
    from jobs.dawn import draw_today
    from jobs.sharing import mornings_of

    async with pool(2):
        try:
            with _bar() as shown:
                async with transaction():
                    drawn = await draw_today(By(None, "worker"), shown)
            stations = await mornings_of(drawn.day)
        except Refused as refused:
            day = refused.context["day"]
            raise Refusal(f"{day} 的早晨分配已经做过", f"The morning of {day} has been shared out already") from None
    say(
        f"{drawn.day}：{drawn.needs} 个求职，{drawn.places} 个名额，{drawn.placed} 个求职留了名额",
        f"{drawn.day}: {drawn.needs} needs, {drawn.places} places, {drawn.placed} needs have a place kept",
    )
    for station, its in stations:
        say(
            f"{station.name}：{its.places} 个名额，留出 {its.placed} 个；互相更中意却没配上的 {its.blocking} 对，其中本站的人 {its.own_blocking} 对",
            f"{station.name_en}: {its.places} places, {its.placed} kept; pairs who would rather have each other: {its.blocking},"
            f" of them with the station's own workers: {its.own_blocking}",
        )


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    with Progress(BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(STEPS))
        yield lambda step, done, total: bar.update(task, completed=STEPS.index(step) + done / total)
