"""Who looks for work in the demo's past, and what he can show: the verbs of `jobs.needs` on the rows of a Book."""

from collections.abc import Callable
from datetime import date
from typing import Any

from base.clock import city_now, now
from base.ledger import SWEEP, By
from commands.demo_book import Book, blank, put
from jobs.deadlines import NEED_LIVES
from jobs.states import NEED, NeedState
from jobs.tables import JobNeed, Worker
from people.tables import Person

Later = Callable[..., None]
"""(moment, what is done then, with what)"""


class Looking:
    """By person: the needs that live, and what he knows."""

    def __init__(self, book: Book, later: Later) -> None:
        self.book, self.later = book, later
        self.needs: dict[int, JobNeed] = {}
        self.workers: dict[int, Worker] = {}

    def look(self, person: Person, by: By, **terms: Any) -> None:
        """For the first time, or again."""
        need = self.needs.get(person.id)
        values = {**terms, "from_day": city_now().date(), "renewed_at": now(), "due_at": now() + NEED_LIVES}
        if need is None:
            need = blank(
                JobNeed, person=person.id, state=NeedState.OPEN.value, area=person.area, lat=person.lat, lon=person.lon, created_at=now(),
                waiting_since=city_now().date(), **values,
            )  # fmt: skip
            self.needs[person.id] = need
            self.book.begin(NEED, need, by)
        elif need.state == NeedState.OPEN:
            put(need, **values, round=need.round + 1)
            self.book.record("renewal", need.id, "said", by)
        else:
            self.book.move(NEED, need, NeedState.OPEN, by, **values, round=need.round + 1)
        self.later(need.due_at, self._expire, need)

    def _expire(self, need: JobNeed) -> None:
        if need.due_at and need.due_at <= now():
            self.book.move(NEED, need, NeedState.OVER, SWEEP, due_at=None, ended_at=now())
            del self.needs[need.person]

    def placed(self, person: int, by: By) -> None:
        need = self.needs.get(person)
        if need and need.state == NeedState.OPEN:
            self.book.move(NEED, need, NeedState.PLACED, by)

    def reopen(self, person: int, by: By) -> None:
        """His place is gone, and he holds no other."""
        need = self.needs.get(person)
        if need and need.state == NeedState.PLACED:
            self.book.move(NEED, need, NeedState.OPEN, by)

    def pause(self, person: int, by: By) -> None:
        need = self.needs.get(person)
        if need and need.state != NeedState.PAUSED:
            self.book.move(NEED, need, NeedState.PAUSED, by)

    def worked(self, person: int, day: date) -> None:
        if need := self.needs.get(person):
            need.waiting_since = max(need.waiting_since, day)

    def know(self, person: int, skills: set[str], certificates: set[str], by: By, training: int | None = None) -> None:
        worker = self.workers.get(person)
        if worker is None:
            worker = self.workers[person] = blank(Worker, person=person, skills=[], certificates=[])
            self.book.add(Worker, worker)
        new = (skills - {*worker.skills}) | (certificates - {*worker.certificates})
        put(worker, skills=sorted(skills | {*worker.skills}), certificates=sorted(certificates | {*worker.certificates}))
        if new:
            self.book.record("worker", person, "learned", by, matter=training, note=",".join(sorted(new)))
