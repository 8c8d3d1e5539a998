"""The days of a simulation: a clock that leaps from event to event, and at each what the program does by itself.

Texts go in by the inbox, offers come out by the sender; between them nothing is done but by the verbs and the sweep.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from base.clock import at, now
from base.db import row, rows
from base.settings import settings
from base.work import transaction
from commands.simulation_letters import Letter, Matter, Reply
from commands.simulation_people import Crowd
from commands.simulation_plan import Plan
from inbox.handle import handle_new
from inbox.receive import receive
from messages.drain import drain
from messages.quiet import quiet_until
from messages.states import MessageState
from messages.transport import Result
from volunteers.standing import refresh_due
from wishes.night import learn_when_due
from wishes.tend import tend_due

INVITATION = re.compile("接([0-9]+)")
NUMBER = re.compile("([0-9]+)号|编号([0-9]+)")
SOON = timedelta(seconds=5)

Progress = Callable[[float], None]


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
        length = timedelta(days=self.plan.all_days)
        passed = timedelta()
        while passed < length:
            with at(self.plan.start + passed):
                await self._live_now()
                following = await self._next() - self.plan.start
            if following.days > passed.days:
                await rows("ANALYZE")  # nothing else tells the planner in time how fast the tables grow
                with at(self.plan.start + following):
                    await learn_when_due()
            passed = following
            self.progress(min(1.0, passed / length))

    async def _live_now(self) -> None:
        if await self._texts_arrive():
            await handle_new()
        if await rows(ANY_DUE, now()):
            await refresh_due()
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
        return max(min(moments, default=datetime.max.replace(tzinfo=UTC)), now() + SOON)

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


ANY_DUE = "SELECT 1 FROM wish WHERE due_at <= $1 LIMIT 1"
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
