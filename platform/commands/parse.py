"""`liangdeng parse`: one reading, as JSON, for each line of standard input."""

import io
import json
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from inbox.parse import parse, to_json

CITY = ZoneInfo("Asia/Shanghai")


class Moment(click.ParamType[datetime]):
    name = "ISO time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an ISO time such as 2026-11-23T09:00", param, ctx)
        return moment.astimezone(CITY) if moment.tzinfo else moment.replace(tzinfo=CITY)


@click.command("parse")
@click.option("--now", type=Moment(), help="The moment to read 今天 and 周五 by; now by default.")
def command(now: datetime | None) -> None:
    """Read texts from standard input, one a line, and print each reading as JSON."""
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    for line in lines:
        reading = parse(line.rstrip("\r\n"), now or datetime.now(CITY))
        sys.stdout.buffer.write(json.dumps(to_json(reading), ensure_ascii=False).encode() + b"\n")
        sys.stdout.buffer.flush()
