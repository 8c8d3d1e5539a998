"""Whatever happens to messages, in whatever order and how often: each is where a plain model says it is."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from base.clock import at, now
from base.db import rows
from base.ledger import By
from base.work import transaction
from messages import texts
from messages.callbacks import report
from messages.consent import opt_in, opt_out
from messages.drain import drain
from messages.outbox import Stranger, put
from messages.reconcile import reconcile
from messages.states import MessageState as M
from messages.transport import Result, Unanswered
from tests.conftest import EMPTIED
from tests.messages.ledger import assert_the_ledger_tells_every_state
from tests.messages.letters import CHEN, LIU, lease_ends

PHONES = (LIU, CHEN)
BY_PHONE = By(None, "sms")
TURN = timedelta(minutes=10)
LIVE = (M.QUEUED, M.SENDING)


@dataclass
class Gateway:
    """The far end: what it accepted, and its mood."""

    mood: str = "fine"
    accepted: dict[int, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    async def send(self, message_id: int, to: str, body: str) -> Result:
        if self.mood in ("fine", "loses the answer", "kills us after"):
            assert message_id not in self.accepted, "said twice"
            self.accepted[message_id] = sid = f"SM{message_id}"
            self.words[sid] = to + body
        if self.mood in ("kills us before", "kills us after"):
            raise RuntimeError(self.mood)
        return {
            "fine": Result(M.SENT, sid=self.accepted.get(message_id)),
            "loses the answer": Result(M.AMBIGUOUS),
            "loses the message": Result(M.AMBIGUOUS),
            "busy": Result(M.QUEUED, code=20429, delay_s=1),
            "refuses": Result(M.FAILED, code=21211),
            "blocks": Result(M.FAILED, code=21610),
        }[self.mood]

    async def find(self, to: str, body: str, since: datetime) -> list[str]:
        if self.mood == "down":
            raise Unanswered(self.mood)
        return [sid for sid, words in self.words.items() if words == to + body]

    async def close(self) -> None:
        pass


@dataclass
class Letter:
    phone: str
    about_stop: bool
    state: M = M.QUEUED
    waits_until: int = 0
    unknown_since: int = 0
    looked_up: int = -1


class Model:
    """What should be, told without a database. Time is counted in turns of ten minutes."""

    def __init__(self) -> None:
        self.letters: dict[int, Letter] = {}
        self.stopped: set[str] = set()
        self.turn = 0

    def drain(self, mood: str) -> None:
        for phone in PHONES:
            for letter in (each for each in self.letters.values() if each.phone == phone and each.state in LIVE):
                if letter.state is M.SENDING or letter.waits_until > self.turn:
                    break
                if phone in self.stopped and not letter.about_stop:
                    letter.state = M.SUPPRESSED
                elif not self._post(letter, mood):
                    break

    def _post(self, letter: Letter, mood: str) -> bool:
        """Whether the next of this phone may go."""
        if mood.startswith("kills us"):
            letter.state = M.SENDING
        elif mood == "busy":
            letter.waits_until = self.turn + 1
        elif mood.startswith("loses"):
            letter.state, letter.unknown_since, letter.looked_up = M.AMBIGUOUS, self.turn, -1
        else:
            letter.state = M.SENT if mood == "fine" else M.FAILED
        if mood == "blocks":
            self.stopped.add(letter.phone)
        return letter.state not in LIVE

    def reconcile(self, mood: str, orphans: bool, accepted: dict[int, str]) -> None:
        for number, letter in self.letters.items():
            if orphans and letter.state is M.SENDING:
                letter.state, letter.unknown_since, letter.looked_up = M.AMBIGUOUS, self.turn, -1
            elif letter.state is M.AMBIGUOUS and letter.unknown_since < self.turn and letter.looked_up < self.turn:
                letter.looked_up = self.turn
                if mood != "down":
                    letter.state = M.SENT if number in accepted else M.QUEUED
                    letter.waits_until = 0

    def report(self, letter: Letter, status: str) -> None:
        if letter.state in (*LIVE, M.AMBIGUOUS):
            letter.state = M.SENT
        if letter.state is M.SENT and status != "sent":
            letter.state = M(status)


MOODS = ("fine", "loses the answer", "loses the message", "busy", "refuses", "blocks", "kills us before", "kills us after")
STEP = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(PHONES), st.integers(1, 6)),
    st.tuples(st.just("drain"), st.sampled_from(MOODS)),
    st.tuples(st.just("reconcile"), st.sampled_from(("fine", "down"))),
    st.tuples(st.just("report"), st.integers(0, 11), st.sampled_from(("sent", "delivered", "undelivered", "failed"))),
    st.tuples(st.sampled_from(("stop", "start")), st.sampled_from(PHONES)),
    st.tuples(st.just("wait")),
)


class World:
    """The outbox and its model, side by side."""

    def __init__(self) -> None:
        self.began = now()
        self.gateway, self.model = Gateway(), Model()
        self.leases_ended = False

    async def do(self, step: tuple[Any, ...]) -> None:
        with at(self.began + self.model.turn * TURN):
            await getattr(self, step[0])(*step[1:])
        found = {each["id"]: each["state"] for each in await rows("SELECT id, state FROM message")}
        assert found == {number: letter.state for number, letter in self.model.letters.items()}, step

    async def put(self, phone: str, ref: int) -> None:
        text = texts.stopped() if ref == 6 else texts.wish_closed(ref)
        async with transaction():
            is_new = await put(text, Stranger(phone, "zh-CN"), f"wish:{ref}")
        numbers = [each["id"] for each in await rows("SELECT id FROM message ORDER BY id")]
        assert is_new == (len(numbers) > len(self.model.letters))
        if is_new:
            self.model.letters[numbers[-1]] = Letter(phone, about_stop=ref == 6)

    async def drain(self, mood: str) -> None:
        self.gateway.mood = mood
        self.model.drain(mood)
        await drain(self.gateway)
        self.leases_ended = False

    async def reconcile(self, mood: str) -> None:
        self.gateway.mood = mood
        self.model.reconcile(mood, self.leases_ended, self.gateway.accepted)
        await reconcile(self.gateway)

    async def report(self, which: int, status: str) -> None:
        for number, sid in [*self.gateway.accepted.items()][which : which + 1]:
            self.model.report(self.model.letters[number], status)
            await report(number, sid, status, None)

    async def stop(self, phone: str) -> None:
        self.model.stopped.add(phone)
        await opt_out(phone, 1, BY_PHONE)

    async def start(self, phone: str) -> None:
        self.model.stopped.discard(phone)
        await opt_in(phone, 1, BY_PHONE)

    async def wait(self) -> None:
        self.model.turn += 1
        self.leases_ended = True
        await lease_ends()


CALM: list[tuple[Any, ...]] = [("wait",), ("reconcile", "fine"), ("drain", "fine")] * 3


@given(st.lists(STEP, min_size=8, max_size=40))
@hypothesis_settings(
    deadline=None, max_examples=14, derandomize=True, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_messages_are_where_the_model_says(house: None, steps: list[tuple[Any, ...]]) -> None:
    await rows(EMPTIED)
    world = World()
    for step in steps + CALM:
        await world.do(step)
    accepted = {number for number, letter in world.model.letters.items() if letter.state in (M.SENT, M.DELIVERED)}
    assert accepted <= set(world.gateway.accepted)
    assert not {letter.state for letter in world.model.letters.values()} & {*LIVE, M.AMBIGUOUS}
    await assert_the_ledger_tells_every_state()
