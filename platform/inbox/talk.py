from dataclasses import dataclass
from datetime import timedelta

from base.clock import now
from base.db import row
from base.ledger import By
from inbox.normal import clean, split_signature
from inbox.reading import Reading
from messages import outbox
from messages.texts import Text
from people.tables import Person

MOST_AUTOMATIC_ANSWERS_AN_HOUR = 10


def words_of(body: str) -> str:
    """The text that was parsed, in which the spans of a reading lie."""
    return split_signature(clean(body))[1]


@dataclass(frozen=True)
class Talk:
    """One inbound message, who sent it, and how it was read."""

    inbound_id: int
    body: str
    person: Person
    by: By
    reading: Reading

    async def say(self, text: Text) -> None:
        await outbox.put(text, self.person, f"inbound:{self.inbound_id}")

    async def chat(self, text: Text) -> None:
        """An answer that changes nothing. Two machines that answer each other must come to an end."""
        recent = await row(
            "SELECT count(*) AS n FROM message WHERE phone = $1 AND created_at > $2 AND subject LIKE 'inbound:%'",
            self.person.phone, now() - timedelta(hours=1),
        )  # fmt: skip
        if recent and recent["n"] < MOST_AUTOMATIC_ANSWERS_AN_HOUR:
            await self.say(text)
