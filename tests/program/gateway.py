"""The gateway's side of the line, as a test plays it: signed webhooks in, and what has arrived at each phone."""

import itertools
import json
import sqlite3
from pathlib import Path

import httpx

from messages.signatures import sign

_sids = itertools.count(1)


class Gateway:
    """Speaks to the running program as the gateway does, and reads the sandbox gateway's own record."""

    def __init__(self, site: str, data: Path) -> None:
        self.site = site
        self.token = json.loads((data / "secrets.json").read_text())["SMS_AUTH_TOKEN"]
        self._record = data / "sandbox.sqlite"

    async def deliver(self, client: httpx.AsyncClient, phone: str, body: str) -> httpx.Response:
        url = f"{self.site}/sms/inbound"
        form = {"MessageSid": f"SM{next(_sids):032x}", "From": phone, "To": "+861069000000", "Body": body}
        return await client.post(url, data=form, headers={"X-Twilio-Signature": sign(self.token, url, form)})

    def arrived(self, phone: str | None = None) -> list[tuple[str, str, float]]:
        """(phone, body, time of acceptance) of every text that the gateway took, oldest first."""
        with sqlite3.connect(f"file:{self._record}?mode=ro", uri=True) as record:
            found = record.execute(
                "SELECT recipient, body, created_at FROM message WHERE direction = 'outbound-api'"
                " AND (? IS NULL OR recipient = ?) ORDER BY id",
                (phone, phone),
            ).fetchall()
        return [(str(to), str(body), float(at)) for to, body, at in found]
