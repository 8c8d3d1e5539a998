"""The ledger: every state change leaves one row, in the same transaction, for ever."""

from dataclasses import dataclass
from typing import Literal

from base.clock import now
from base.db import rows

Via = Literal["sms", "web", "api", "sweep", "gateway", "worker", "import", "demo"]


@dataclass(frozen=True)
class By:
    """Who moves a state, and through what. The program itself has no person."""

    person: int | None
    via: Via


SWEEP = By(None, "sweep")


async def record(
    subject: str,
    subject_id: int,
    to_state: str,
    by: By,
    *,
    from_state: str | None = None,
    matter: int | None = None,
    note: str = "",
) -> None:
    await rows(
        "INSERT INTO event (at, subject, subject_id, matter, from_state, to_state, actor, via, note)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        now(), subject, subject_id, matter, from_state, to_state, by.person, by.via, note,
    )  # fmt: skip
