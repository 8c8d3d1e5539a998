"""An SMS comes in: kept word for word, once, whatever happens after."""

from base.clock import now
from base.db import row
from base.phone import e164
from base.work import ring_after_commit

LONGEST_SENDER = 32


async def receive(sid: str, sender: str, to_phone: str, body: str) -> None:
    """Each MessageSid once. What comes from no phone (a service number, a name) is kept, but starts no conversation."""
    phone = e164(sender)
    moment = now()
    new = await row(
        "INSERT INTO inbound (sid, phone, to_phone, body, state, received_at, handled_at, attempts)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, 0) ON CONFLICT (sid) DO NOTHING RETURNING id",
        sid, phone or sender[:LONGEST_SENDER], to_phone[:LONGEST_SENDER], body.replace("\0", ""),
        "new" if phone else "kept", moment, None if phone else moment,
    )  # fmt: skip
    if new and phone:
        ring_after_commit("inbox")
