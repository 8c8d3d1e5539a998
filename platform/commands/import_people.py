import asyncio
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from base.errors import Unreadable
from base.words import Words
from commands.folder import data_option
from commands.house import house
from commands.roster_file import RosterFile, read


@click.group(name="import")
def command() -> None:
    """Bring in people from a CSV or Excel file."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="The language of the report.")
@data_option
def people(file: Path, lang: str, data: Path) -> None:
    """Bring in people from a CSV or .xlsx file; the same file twice changes nothing.

    \b
    Columns (in any order): phone, name, area_code, roles,
    and if you like: language, skills, lat, lon, hours, radius_km, weekly_limit.
    Ends with 0, with 1 if a row was bad (the good ones are kept), with 2 if the file cannot be used.
    """
    said = Report(lang)
    try:
        roster = read(file)
    except Unreadable as error:
        said.line(Words(f"{file.name}：{error.reason.zh}", f"{file.name}: {error.reason.en}"), err=True)
        sys.exit(2)
    for note in roster.notes:
        said.line(note, err=True)
    with house(data):
        sys.exit(_bring_in(roster, said))


class Report:
    def __init__(self, language: str) -> None:
        self.language = language

    def line(self, words: Words, err: bool = False) -> None:
        click.echo(words.in_(self.language), err=err)


def _bring_in(roster: RosterFile, said: Report) -> int:
    from commands.roster_import import bring_in

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(Words("导入", "Importing").in_(said.language), total=len(roster.rows))
        outcome = asyncio.run(bring_in(roster, lambda through: bar.update(task, completed=through)))
    for number, reasons in sorted(outcome.bad):
        said.line(
            Words(
                f"第{number}行：{'；'.join(reason.zh for reason in reasons)}", f"Row {number}: {'; '.join(reason.en for reason in reasons)}"
            )
        )
    new, changed, same, bad = outcome.new, outcome.changed, outcome.same, len(outcome.bad)
    said.line(
        Words(
            f"新增 {new} 人，更新 {changed} 人，未变 {same} 人，有误 {bad} 行。", f"{new} new, {changed} changed, {same} same, {bad} bad."
        )
    )
    return 1 if bad else 0
