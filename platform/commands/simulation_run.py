"""One run of a simulation, in a process of its own.

Started by `simulate` with its plan on standard input; says how far it is, and in the end what came of it, line by line.
"""

import json
import logging
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from zoneinfo import ZoneInfo

import uvloop

from base.clock import at
from base.db import DB, rows
from base.ledger import By
from base.migrate import migrate
from base.settings import settings
from base.work import transaction
from commands.simulation_days import Days, Progress
from commands.simulation_letters import Reply
from commands.simulation_measures import measure
from commands.simulation_people import Crowd
from commands.simulation_plan import Plan
from commands.simulation_results import Measures
from commands.simulation_world import draw, found
from volunteers.roster import Entry
from volunteers.roster_store import put

ENTRIES_AT_ONCE = 500


async def settle(plan: Plan) -> None:
    """The city before anybody wishes for anything."""
    world = found(plan.seed, plan.volunteers)
    with at(plan.start):
        await _settle(world.offices + world.volunteers)


async def _settle(entries: Sequence[Entry]) -> None:
    for start in range(0, len(entries), ENTRIES_AT_ONCE):
        async with transaction():
            await put(entries[start : start + ENTRIES_AT_ONCE], {}, By(None, "import"))
    await rows("ANALYZE")


async def live(plan: Plan, progress: Progress = lambda share: None) -> Measures:
    world = draw(plan.seed, plan.volunteers, plan.load, plan.start, plan.all_days)
    with at(plan.start):
        await _settle([call.resident for call in world.calls if call.known])
    crowd = Crowd(plan.seed, world, ZoneInfo(settings().tz_city))
    await Days(crowd, plan, progress).live([Reply(call.moment, call.resident.phone, call.text) for call in world.calls])
    return await measure(*plan.counted)


class Troubles(logging.Handler):
    """What the sweep and the desk go on after is told in the end all the same: the measures of such a run say nothing."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.first: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self.first = self.first or logging.Formatter().format(record)


def main() -> None:
    troubles = Troubles()
    logging.getLogger().addHandler(troubles)
    uvloop.run(_tell(Plan(**json.load(sys.stdin))))
    if troubles.first:
        sys.exit(troubles.first)


async def _tell(plan: Plan) -> None:
    async with _connections():
        if plan.load:
            measures = await live(plan, lambda share: _say(done=share))
            _say(measures=asdict(measures))
        else:
            await migrate()
            await settle(plan)


@asynccontextmanager
async def _connections() -> AsyncIterator[None]:
    """Nothing is left behind in a connection here, and to clean it each time would take a third of all the time."""
    await DB.start_connection_pool(min_size=1, max_size=4, reset=_leave)
    try:
        yield
    finally:
        await DB.close_connection_pool()


async def _leave(connection: object) -> None:
    pass


def _say(**what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
