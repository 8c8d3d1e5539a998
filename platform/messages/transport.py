"""The port: what the sender asks of any SMS gateway."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from messages.states import MessageState


@dataclass(frozen=True)
class Result:
    """What became of one attempt: the state that the message goes to, and why."""

    state: MessageState
    sid: str | None = None
    code: int | None = None
    delay_s: float = 0


class Unanswered(Exception):
    """The gateway could not be asked, or what it said could not be read."""


class Transport(Protocol):
    async def send(self, message_id: int, to: str, body: str) -> Result: ...

    async def find(self, to: str, body: str, since: datetime) -> list[str]:
        """The gateway's ids of the messages that it accepted with this body since then. Raises Unanswered."""

    async def close(self) -> None: ...
