"""STOP and START: a phone that said STOP gets nothing but the answer to STOP, until it says START."""

from base.clock import now
from base.db import row, rows
from base.ledger import By, record


async def opt_out(phone: str, person_id: int, by: By) -> None:
    new = await row(
        "INSERT INTO opt_out (phone, at, source) VALUES ($1, $2, $3) ON CONFLICT (phone) DO NOTHING RETURNING id",
        phone, now(), by.via,
    )  # fmt: skip
    if new:
        await record("consent", person_id, "stopped", by, from_state="started")


async def opt_in(phone: str, person_id: int, by: By) -> None:
    if await rows("DELETE FROM opt_out WHERE phone = $1 RETURNING id", phone):
        await record("consent", person_id, "started", by, from_state="stopped")


async def opted_out(phone: str) -> bool:
    return bool(await rows("SELECT 1 FROM opt_out WHERE phone = $1", phone))
