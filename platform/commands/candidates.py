"""What the database keeps of who can be asked, told anew from the terms of volunteers and from the ledger."""

import asyncio
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from commands.folder import data_option
from commands.house import house
from commands.speech import say


@click.group(name="candidates")
def command() -> None:
    """Who can be asked, as the database keeps it."""


@command.command()
@data_option
def rebuild(data: Path) -> None:
    """Tell the standing of every volunteer anew, and where to look for him.

    Needed after tables were changed by hand. The program may run meanwhile; stopped half-way, it can be started again.
    """
    with house(data):
        asyncio.run(_rebuild())


async def _rebuild() -> None:
    from base.db import pool
    from wishes.standings import rebuild

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    async with pool(1):
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            told = await rebuild(lambda done, total: bar.update(task, completed=done, total=total))
    say(f"已重算 {told} 人", f"Told anew: {told}")
