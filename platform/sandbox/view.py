"""What a card shows of one phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from base.phone import shown
from messages.segments import segments
from sandbox.cast import BY_PHONE, STORIES
from sandbox.replies import open_replies
from sandbox.store import FROM_PHONE, Message, Store

THREAD_LENGTH = 60
# Control characters as the pictures that Unicode has for them; a new line and a tab do what they should.
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}


@dataclass(frozen=True)
class Bubble:
    direction: str
    body: str
    at: str
    time: str
    problem: str
    on_its_way: bool


@dataclass(frozen=True)
class PhoneView:
    phone: str
    number: str
    slug: str
    name: str
    role: str
    role_name: str
    note: str
    bubbles: tuple[Bubble, ...]
    replies: tuple[str, ...]
    unread: int

    @property
    def is_cut(self) -> bool:
        return len(self.bubbles) == THREAD_LENGTH


def phone_view(phone: str, store: Store, words: Mapping[str, str], language: str, zone: ZoneInfo) -> PhoneView:
    thread = store.thread(phone, THREAD_LENGTH)
    name, role, note = _who(phone, language)
    return PhoneView(
        phone=phone,
        number=shown(phone),
        slug=phone.removeprefix("+"),
        name=name,
        role=role,
        role_name=words[role],
        note=note,
        bubbles=tuple(_bubble(message, words, zone) for message in thread),
        replies=tuple(_replies(phone, thread, language)),
        unread=store.unread(phone),
    )


def as_json(message: Message) -> dict[str, Any]:
    return {
        "sid": message.sid,
        "direction": _direction(message),
        "body": message.body,
        "segments": segments(message.body),
        "status": message.status,
        "at": datetime.fromtimestamp(message.created_at, UTC).isoformat(),
    }


def _direction(message: Message) -> str:
    """As the owner of the phone sees it, not as Twilio does."""
    return "out" if message.direction == FROM_PHONE else "in"


def _who(phone: str, language: str) -> tuple[str, str, str]:
    member = BY_PHONE.get(phone)
    if not member:
        return shown(phone), "guest", ""
    if language == "en":
        return member.name_en, member.role, member.note_en
    return member.name, member.role, member.note


def _replies(phone: str, thread: list[Message], language: str) -> list[str]:
    if not thread and phone in STORIES:
        return [STORIES[phone].starter.in_(language)]
    return open_replies([(_direction(message), message.body) for message in thread])


def _bubble(message: Message, words: Mapping[str, str], zone: ZoneInfo) -> Bubble:
    at = datetime.fromtimestamp(message.created_at, UTC)
    return Bubble(
        direction=_direction(message),
        body=message.body.translate(PICTURES),
        at=at.isoformat(timespec="seconds"),
        time=_clock(at.astimezone(zone)),
        problem=_problem(message, words) if message.status == "failed" else "",
        on_its_way=message.status == "receiving",
    )


def _clock(at: datetime) -> str:
    today = datetime.now(at.tzinfo).date()
    return f"{at:%H:%M}" if at.date() == today else f"{at:%m-%d %H:%M}"


def _problem(message: Message, words: Mapping[str, str]) -> str:
    if message.site_answer is None:
        return words["not_answered"]
    return words["refused"].format(status=message.site_answer)
