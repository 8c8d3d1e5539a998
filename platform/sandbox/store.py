"""The gateway's messages. They outlive it: what it once accepted it lists again after a restart."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from secrets import token_hex

TABLES = """
CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sid TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL,
    sender TEXT,
    recipient TEXT NOT NULL,
    body TEXT NOT NULL,
    service TEXT,
    report_to TEXT,
    status TEXT NOT NULL,
    site_answer INTEGER,
    created_at REAL NOT NULL,
    updated_at REAL NOT NULL,
    sent_at REAL
);
CREATE INDEX IF NOT EXISTS message_recipient ON message (recipient, id);
CREATE INDEX IF NOT EXISTS message_sender ON message (sender, id);
CREATE INDEX IF NOT EXISTS message_under_way ON message (status) WHERE status IN ('queued', 'sent', 'receiving');
CREATE TABLE IF NOT EXISTS seen (phone TEXT PRIMARY KEY, id INTEGER NOT NULL);
"""
COLUMNS = "id, sid, direction, sender, recipient, body, service, report_to, status, site_answer, created_at, updated_at, sent_at"
INSERT = """
INSERT INTO message (sid, direction, sender, recipient, body, service, report_to, status, site_answer,
                     created_at, updated_at, sent_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
# Twilio's own words for the two directions.
TO_PHONE = "outbound-api"
FROM_PHONE = "inbound"


@dataclass(frozen=True, slots=True)
class Message:
    id: int
    sid: str
    direction: str
    sender: str | None
    recipient: str
    body: str
    service: str | None
    report_to: str | None
    status: str
    site_answer: int | None
    created_at: float
    updated_at: float
    sent_at: float | None

    @property
    def phone(self) -> str:
        """The far end, whichever way the text went."""
        return self.recipient if self.direction == TO_PHONE else self.sender or ""


@dataclass(frozen=True, slots=True)
class Draft:
    direction: str
    sender: str | None
    recipient: str
    body: str
    status: str
    service: str | None = None
    report_to: str | None = None


class Store:
    def __init__(self, database: str) -> None:
        # One event loop uses it, but not always the thread that opened it.
        self._db = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        # A sandbox may lose its last texts with the machine, not with the process.
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.executescript(TABLES)
        # Begins at the clock, so that a page of an earlier run never holds a newer version than ours.
        self._first_version = self.version = time.time_ns() // 1_000
        self._versions: dict[str, int] = {}

    def close(self) -> None:
        self._db.close()

    def add(self, draft: Draft) -> Message:
        now = time.time()
        values = (
            *("SM" + token_hex(16), draft.direction, draft.sender, draft.recipient, draft.body, draft.service),
            *(draft.report_to, draft.status, None, now, now, None),
        )
        message = Message(self._db.execute(INSERT, values).fetchone()[0], *values)
        self._touch(message.phone)
        return message

    def move(self, message: Message, status: str, site_answer: int | None = None) -> None:
        self._db.execute(
            "UPDATE message SET status = ?1, site_answer = ?2, updated_at = ?3, sent_at = COALESCE(sent_at, ?3) WHERE id = ?4",
            (status, site_answer, time.time(), message.id),
        )
        if message.direction == FROM_PHONE:
            # The receiver of a text does not see what the gateway reported about it.
            self._touch(message.phone)

    def find(self, sid: str) -> Message | None:
        return next(self._messages("WHERE sid = ?", [sid]), None)

    def newest(self, where: Sequence[str], values: Sequence[object], limit: int, skip: int = 0) -> list[Message]:
        condition = "WHERE " + " AND ".join(where) if where else ""
        return list(self._messages(f"{condition} ORDER BY id DESC LIMIT ? OFFSET ?", [*values, limit, skip]))

    def thread(self, phone: str, limit: int = 60) -> list[Message]:
        return self.newest(["(recipient = ?1 OR sender = ?1)"], [phone], limit)[::-1]

    def under_way(self) -> list[Message]:
        return list(self._messages("WHERE status IN ('queued', 'sent', 'receiving') ORDER BY id", []))

    def unread(self, phone: str) -> int:
        row = self._db.execute(
            "SELECT count(*) FROM message WHERE recipient = ?1 AND id > COALESCE((SELECT id FROM seen WHERE phone = ?1), 0)",
            (phone,),
        ).fetchone()
        return int(row[0])

    def see(self, phone: str) -> None:
        self._db.execute(
            "INSERT INTO seen SELECT ?1, max(id) FROM message WHERE recipient = ?1 HAVING max(id) IS NOT NULL "
            "ON CONFLICT (phone) DO UPDATE SET id = excluded.id",
            (phone,),
        )
        self._touch(phone)

    def changed(self, phones: Iterable[str], since: int) -> list[str]:
        """Asked by every open page every second: answered from memory."""
        return [phone for phone in phones if self._versions.get(phone, self._first_version) > since]

    def _touch(self, phone: str) -> None:
        self.version += 1
        self._versions[phone] = self.version

    def _messages(self, rest: str, values: Sequence[object]) -> Iterator[Message]:
        # `rest` is put together from our own words; whatever came from outside is bound.
        rows = self._db.execute(f"SELECT {COLUMNS} FROM message {rest}", values)  # noqa: S608
        return (Message(*row) for row in rows)
