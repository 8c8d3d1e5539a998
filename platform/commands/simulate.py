"""`liangdeng simulate`: what whom-to-ask would come to, tried on a made-up city before a real one is changed."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from commands.speech import Refusal, say

MOST_AT_ONCE = 2


class Loads(click.ParamType[tuple[int, ...]]):
    name = "numbers"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        if isinstance(value, tuple):
            return value
        try:
            loads = tuple(dict.fromkeys(int(each) for each in str(value).split(",")))
        except ValueError:
            self.fail(f"{value!r} is not a list of whole numbers such as 10,20,40", param, ctx)
        if not all(1 <= load <= 500 for load in loads):
            self.fail("from 1 to 500 wishes a day can be simulated", param, ctx)
        return loads


@click.command("simulate")
@click.option("--days", type=click.IntRange(1, 60), default=7, show_default=True, help="The days that count.")
@click.option("--volunteers", type=click.IntRange(1, 5_000), default=800, show_default=True, help="How many volunteers live there.")
@click.option("--loads", type=Loads(), default="10,20,40", show_default=True, help="How many wishes a day, one run for each.")
@click.option(
    "--policy",
    "written",
    multiple=True,
    metavar="NAME[:SETTING=VALUE,…]",
    help="Whom to ask how; again for each to compare. By default every way to dispatch.",
)
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed makes the same city and the same days.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="simulation.html", show_default=True, help="The report.")
@click.option("--language", type=click.Choice(["zh-CN", "en"]), default="zh-CN", show_default=True, help="The language of the report.")
def command(
    days: int, volunteers: int, loads: tuple[int, ...], written: tuple[str, ...], seed: int, out: Path, language: str
) -> None:  # fmt: skip
    """Try whom to ask, and how, on a made-up city; write a report that compares the policies.

    It lives on servers of its own and touches nothing of yours. Its people are assumed; the report says how.
    """
    from commands.simulation_plan import Plan
    from commands.simulation_policies import policies
    from commands.simulation_report import Report, write
    from commands.simulation_servers import compare

    _check_place(out)
    plan, chosen = Plan(seed, volunteers, days), policies(written)
    began = time.monotonic()
    with _bar() as progress:
        results = asyncio.run(compare(plan, chosen, loads, MOST_AT_ONCE, progress))
    write(out, Report(plan, chosen, results, time.monotonic() - began, os.environ), language)
    say(f"报告已写好：{out}", f"The report is in {out}")


def _check_place(out: Path) -> None:
    """Said before the work, not after it."""
    if not os.access(out.parent, os.W_OK) or (out.exists() and not os.access(out, os.W_OK)):
        raise Refusal(f"不能写入 {out}", f"{out} cannot be written")


@contextmanager
def _bar() -> Iterator[Callable[[str, float], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, description=what, completed=share)
