"""One run of a simulation, in a process of its own: the very verbs, sweep and sender, on a clock that leaps from event to event.

Started by `simulate` with its plan on standard input; says how far it is, and in the end what came of it, line by line.
"""

import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from zoneinfo import ZoneInfo

import uvloop

from base.clock import at, now
from base.db import DB, row, rows
from base.ledger import By
from base.migrate import migrate
from base.settings import settings
from base.work import transaction
from commands.simulation_measures import measure
from commands.simulation_people import Crowd, Letter, Matter, Reply
from commands.simulation_plan import Plan
from commands.simulation_results import Measures
from commands.simulation_world import draw, found
from inbox.handle import handle_new
from inbox.receive import receive
from messages.drain import drain
from messages.quiet import quiet_until
from messages.states import MessageState
from messages.transport import Result
from volunteers.roster import Entry
from volunteers.roster_store import put
from wishes.tend import tend_due

ENTRIES_AT_ONCE = 500

INVITATION = re.compile("接([0-9]+)")
NUMBER = re.compile("([0-9]+)号|编号([0-9]+)")

Progress = Callable[[float], None]


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


class Carrier:
    """The far end of the gateway: takes every message, and keeps it until the phones are looked at."""

    def __init__(self) -> None:
        self.taken: list[int] = []

    async def send(self, message_id: int, to: str, body: str) -> Result:
        self.taken.append(message_id)
        return Result(MessageState.SENT, sid=f"SM{message_id}")

    async def find(self, to: str, body: str, since: datetime) -> list[str]:
        return []

    async def close(self) -> None:
        pass


class Days:
    def __init__(self, crowd: Crowd, plan: Plan, progress: Progress) -> None:
        self.crowd, self.plan, self.progress = crowd, plan, progress
        self.carrier = Carrier()
        self.agenda: list[tuple[datetime, int, Reply]] = []
        self.numbers = count()
        self.matters: dict[int, Matter] = {}

    async def live(self, texts: Sequence[Reply]) -> None:
        self._expect(texts)
        moment, end, counted_at = self.plan.start, self.plan.start + timedelta(days=self.plan.all_days), self.plan.start
        while moment < end:
            if moment >= counted_at:
                await rows("ANALYZE")  # nothing else tells the planner in time how fast the tables grow
                counted_at = moment + timedelta(days=1)
            with at(moment):
                await self._live_now()
                moment = await self._next()
            self.progress(min(1.0, (moment - self.plan.start) / (end - self.plan.start)))

    async def _live_now(self) -> None:
        if await self._texts_arrive():
            await handle_new()
        await tend_due()
        while await drain(self.carrier):
            pass
        for letter in await self._letters():
            self._expect(self.crowd.reads(letter))

    async def _texts_arrive(self) -> int:
        arrived = 0
        while self.agenda and self.agenda[0][0] <= now():
            _, number, reply = heappop(self.agenda)
            if self.crowd.still_sends(reply):
                async with transaction():
                    await receive(f"SM{number:032x}", reply.phone, settings().sms_from, reply.text)
                arrived += 1
        return arrived

    async def _next(self) -> datetime:
        """When the next text is sent, or the program itself has something to do."""
        due = await row(NEXT, now())
        assert due
        moments = [moment for moment in (due["wish"], due["message"]) if moment]
        if due["held"]:
            moments.append(await quiet_until() or now())
        if self.agenda:
            moments.append(self.agenda[0][0])
        # What could not be done now is tried again a little later, as by the timetable.
        return max(min(moments, default=self.plan.counted[1]), now() + timedelta(seconds=5))

    async def _letters(self) -> list[Letter]:
        sent, self.carrier.taken = sorted(self.carrier.taken), []
        if not sent:
            return []
        found = await rows("SELECT kind, phone, body FROM message WHERE id = ANY($1) ORDER BY id", sent)
        refs = [_ref(each["body"]) for each in found]
        await self._meet({ref for ref in refs if ref and ref not in self.matters})
        return [
            Letter(each["kind"], each["phone"], self.matters.get(ref or 0), now(), bool(INVITATION.search(each["body"])))
            for each, ref in zip(found, refs, strict=True)
        ]

    async def _meet(self, refs: set[int]) -> None:
        if refs:
            self.matters |= {each["ref"]: Matter(**each) for each in await rows(MATTERS, list(refs))}

    def _expect(self, replies: Iterable[Reply]) -> None:
        for reply in replies:
            heappush(self.agenda, (reply.moment, next(self.numbers), reply))


NEXT = """
SELECT (SELECT min(due_at) FROM wish) AS wish,
    (SELECT min(next_at) FROM message WHERE state = 'queued' AND next_at > $1) AS message,
    EXISTS (SELECT 1 FROM message WHERE state = 'queued' AND next_at <= $1) AS held
"""
MATTERS = """
SELECT ref, p.phone AS resident, kind, skill, w.lat, w.lon, day, part, places FROM wish w JOIN person p ON p.id = w.resident
WHERE ref = ANY($1) AND w.lat IS NOT NULL
"""


def _ref(body: str) -> int | None:
    """The number that the text invites to, or that it is about."""
    found = INVITATION.search(body) or NUMBER.search(body)
    return int(next(filter(None, found.groups()))) if found else None


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
