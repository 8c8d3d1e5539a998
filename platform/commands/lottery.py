"""What anybody can check of a draw."""

import asyncio
import sys
from datetime import date, datetime
from pathlib import Path

import click

from base.errors import Refused
from commands.folder import data_option
from commands.house import house
from commands.speech import Refusal, say


@click.group(name="lottery")
def command() -> None:
    """Check the draws that decide between equals."""


@command.command()
@click.argument("day", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]))
@data_option
def verify(day: datetime, data: Path) -> None:
    """Recompute the draw of DATE (2026-11-24) from its seed. Ends with 1 if it is not what was published."""
    with house(data):
        sys.exit(asyncio.run(_verify(day.date())))


async def _verify(day: date) -> int:
    from jobs.dawn import verify

    try:
        verdict = await verify(day)
    except Refused:
        raise Refusal(f"{day} 没有抽签，或者还没有抽", f"There was no draw on {day}, or not yet") from None
    if verdict.sealed:
        say("种子与事先公布的封条一致", "The seed is the one whose hash was published before")
    else:
        say("种子与事先公布的封条不符！", "The seed is NOT the one whose hash was published before!")
    if verdict.ordered:
        say(f"{verdict.tickets} 个号的先后由种子算出，完全一致", f"The order of the {verdict.tickets} tickets follows from the seed")
    else:
        say(f"{verdict.tickets} 个号的先后与种子算出的不符！", f"The order of the {verdict.tickets} tickets does NOT follow from the seed!")
    return 0 if verdict.sealed and verdict.ordered else 1
