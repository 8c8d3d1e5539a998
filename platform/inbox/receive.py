"""An SMS comes in: kept word for word, once, whatever happens after."""

from base.clock import now
from base.db import row
from base.work import ring_after_commit


async def receive(sid: str, phone: str, to_phone: str, body: str) -> bool:
    """False when this very message was delivered before."""
    new = await row(
        "INSERT INTO inbound (sid, phone, to_phone, body, state, received_at, attempts)"
        " VALUES ($1, $2, $3, $4, 'new', $5, 0) ON CONFLICT (sid) DO NOTHING RETURNING id",
        sid, phone, to_phone, body, now(),
    )  # fmt: skip
    ring_after_commit("inbox")
    return new is not None
