"""The port: what the sender asks of any SMS gateway."""

from dataclasses import dataclass
from typing import Protocol

from messages.states import MessageState


@dataclass(frozen=True)
class Result:
    """What became of one attempt: the state that the message goes to, and why."""

    state: MessageState
    sid: str | None = None
    code: int | None = None
    delay_s: float = 0


class Transport(Protocol):
    async def send(self, message_id: int, to: str, body: str) -> Result: ...

    async def find(self, to: str, body: str) -> list[str]:
        """The gateway's ids of the messages that it accepted with this body. Raises when it cannot be asked."""

    async def close(self) -> None: ...
