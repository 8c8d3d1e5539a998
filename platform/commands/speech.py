"""What the terminal is told: Chinese in one line, English in the next."""

from typing import IO, Any

import click


def say(zh: str, en: str) -> None:
    click.echo(zh)
    click.echo(en)


class Refusal(click.ClickException):
    """Nothing is wrong with the program; somebody must change something first."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh}\n{en}")

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=file is None)
