"""`liangdeng solve`: the best assignment of a problem in a text file, with its proof."""

import sys
import time
from typing import BinaryIO

import click

from base.errors import Unreadable
from commands.problem_file import Problem, read
from commands.speech import say


@click.command("solve")
@click.argument("file", type=click.File("rb"))
def command(file: BinaryIO) -> None:
    """Assign rows to columns so that the chosen edges weigh most, and prove it. FILE "-" is standard input.

    \b
    Line 1: the number of rows, the number of columns.
    Line 2: how many units each row needs. Line 3: how many each column holds.
    Then an edge a line: row, column, weight; whole numbers, rows and columns from 0.
    An edge carries one unit and stands once. What weighs less than 0 is never chosen; a need may stay unfilled.
    A gap of 0 proves that no assignment weighs more. Ends with 0, with 2 if the file cannot be read.
    """
    try:
        problem = read(file.read())
    except Unreadable as error:
        click.echo("\n".join(error.reason), err=True)
        sys.exit(2)
    _solve(problem)


def _solve(problem: Problem) -> None:
    from matching.assign import assign

    assign(*read(b"1 1\n1\n1\n0 0 1"))  # what is compiled at the first use is not the time of this problem
    began = time.perf_counter()
    found = assign(*problem)
    took = time.perf_counter() - began
    placed = int(found.chosen.sum())
    say(
        f"总值 {found.value}，证明差距 {found.gap}，用时 {took:.3f} 秒，选中 {placed}",
        f"value {found.value}, gap {found.gap}, time {took:.3f} s, chosen {placed}",
    )
