from importlib import import_module

import click

# verb -> its module here and what it does. A module is imported when its verb is called: `parse` needs no database.
VERBS = {
    "up": ("up", "Start everything: web, workers, sandbox, and the servers that are not given."),
    "parse": ("parse", "Read text messages from standard input and print what each of them means."),
    "import": ("import_people", "Bring in people from a CSV or Excel file."),
    "demo": ("demo", "Load the demo city."),
    "candidates": ("candidates", "Tell anew who can be asked, after tables were changed by hand."),
    "dawn": ("dawn", "Share out today's listings among those who look for work."),
    "simulate": ("simulate", "Try whom to ask, and how, on a made-up city."),
    "lottery": ("lottery", "Check the draw of a morning."),
    "solve": ("solve", "Find the best assignment of a problem in a text file, and prove it."),
}


class Verbs(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        module = import_module(f"commands.{VERBS[name][0]}")
        commands = (value for value in vars(module).values() if isinstance(value, click.Command))
        return next(command for command in commands if command.name == name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(verb, text) for verb, (_, text) in VERBS.items()])


@click.command(cls=Verbs)
def main() -> None:
    """Liangdeng 亮灯: micro-wishes and gig work of a city, by SMS."""


if __name__ == "__main__":
    main()
