import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

from commands.folder import data_option
from commands.house import house
from commands.speech import say


@click.command("demo")
@data_option
def command(data: Path) -> None:
    """Load the demo city: people, stewards, volunteers, four weeks of wishes, and a month at the gig stations."""
    with house(data):
        if not asyncio.run(load()):
            say("演示城市已经在了", "The demo city is there already")


async def load(progress: Callable[[int, int], None] | None = None) -> bool:
    """Everything or nothing: a crash leaves no half of a city. False when it is there already.

    `progress` is told how much is done, of how much; without it the terminal shows a bar.
    """
    from commands.demo_city import build

    if progress:
        return await build(progress)
    with _bar() as shown:
        return await build(shown)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    with Progress(BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)
