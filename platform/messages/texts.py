"""What we say by SMS: one small function and one template in each language for every message.

A function returns what its template needs, and no more: what a reader is not told cannot leak. Words in the
context are shown in the reader's language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from base.phone import shown
from base.words import Words
from messages.redact import redacted

CODE, CLAIM, OFFER, DIGEST = range(4)  # priorities: the smaller goes first

NOTE_LENGTH = 30
OFFER_LIFE = timedelta(hours=12)
CODE_LIFE = timedelta(minutes=10)


@dataclass(frozen=True)
class Text:
    """`any_hour`: an answer to what the person has just sent, which quiet hours do not hold."""

    kind: str
    context: Mapping[str, Any]
    priority: int = CLAIM
    any_hour: bool = False
    life: timedelta | None = None

    def said_in(self, language: str) -> dict[str, Any]:
        return {name: _in(language, value) for name, value in self.context.items()}


def render(kind: str, language: str, said: Mapping[str, Any]) -> str:
    return _templates().get_template(f"{language}/{kind}.txt").render(said).strip()


@cache
def _templates() -> Environment:
    # Plain text for phones: there is no markup to escape.
    folder = Path(__file__).with_name("templates")
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=False)  # noqa: S701


def _in(language: str, value: Any) -> Any:
    if isinstance(value, Words):
        return value.in_(language)
    if isinstance(value, tuple | list):
        return [_in(language, each) for each in value]
    return value


def _answer(kind: str, /, **context: Any) -> Text:
    return Text(kind, context, any_hour=True)


def _notice(kind: str, /, **context: Any) -> Text:
    return Text(kind, context)


def _note(text: str) -> str:
    return redacted(text, NOTE_LENGTH)


# To the resident.


def wish_opened(ref: int, area: Words, soon: Words | None = None) -> Text:
    """`soon`: when somebody will probably have said yes."""
    return _answer("wish_opened", ref=ref, area=area, soon=soon)


def wish_opened_office(ref: int, area: Words, office: Words) -> Text:
    return _answer("wish_opened_office", ref=ref, area=area, office=office)


def ask_area() -> Text:
    return _answer("ask_area")


def ask_choice(written: str, choices: Sequence[Words]) -> Text:
    return _answer("ask_choice", written=written, choices=_apart(choices))


def _apart(choices: Sequence[Words]) -> list[Words]:
    """Gaoqiao Village stands in four towns: in English, of the same name the towns are enough."""
    names = {choice.en.partition(", ")[0] for choice in choices}
    return [Words(zh, en.partition(", ")[2] or en) if len(names) == 1 else Words(zh, en) for zh, en in choices]


def ask_what() -> Text:
    return _answer("ask_what")


def unclear(ref: int, area: Words, office: Words) -> Text:
    return _answer("unclear", ref=ref, area=area, office=office)


def wish_claimed(ref: int, who: Words, note: str) -> Text:
    return _notice("wish_claimed", ref=ref, who=who, note=_note(note))


def wish_done(ref: int, note: str) -> Text:
    return _notice("wish_done", ref=ref, note=_note(note))


def wish_closed(ref: int) -> Text:
    return _answer("wish_closed", ref=ref)


def wish_closed_silent(ref: int) -> Text:
    return _notice("wish_closed_silent", ref=ref)


def wish_reopened(ref: int) -> Text:
    return _answer("wish_reopened", ref=ref)


def wish_followed_up(old: int, ref: int) -> Text:
    return _answer("wish_followed_up", old=old, ref=ref)


def wish_withdrawn(ref: int) -> Text:
    return _answer("wish_withdrawn", ref=ref)


def wish_released(ref: int) -> Text:
    return _notice("wish_released", ref=ref)


def wish_climbed(ref: int, office: Words) -> Text:
    return _notice("wish_climbed", ref=ref, office=office)


# To the volunteer.


def offer(ref: int, kind: Words, what: str, area: Words, when: Words | None, why: Sequence[Words]) -> Text:
    """`why` this volunteer is asked: 1.2公里 · 会电工 · 今天有空."""
    context = {"ref": ref, "kind": kind, "what": redacted(what), "area": area, "when": when, "why": why}
    return Text("offer", context, OFFER, life=OFFER_LIFE)


def offer_instead(ref: int, other: int, kind: Words, what: str, area: Words, when: Words | None, why: Sequence[Words]) -> Text:
    """To who came too late for one wish: thanks, and another."""
    context = {"ref": ref, "other": other, "kind": kind, "what": redacted(what), "area": area, "when": when, "why": why}
    return Text("offer_instead", context, any_hour=True, life=OFFER_LIFE)


def offer_taken(ref: int) -> Text:
    return _answer("offer_taken", ref=ref)


def offer_declined(ref: int) -> Text:
    return _answer("offer_declined", ref=ref)


def claim_held(ref: int) -> Text:
    return _answer("claim_held", ref=ref)


def claim_place(ref: int, name: str, phone: str, place: str | Words) -> Text:
    """The only message that carries a resident's phone and place; it goes to the claimant."""
    return _answer("claim_place", ref=ref, name=name, phone=shown(phone), place=place)


def claim_released(ref: int) -> Text:
    return _answer("claim_released", ref=ref)


def claim_cancelled(ref: int) -> Text:
    return _notice("claim_cancelled", ref=ref)


def claim_reminder(ref: int) -> Text:
    return _notice("claim_reminder", ref=ref)


def claim_let_go(ref: int) -> Text:
    return _notice("claim_let_go", ref=ref)


def claim_reported(ref: int) -> Text:
    return _answer("claim_reported", ref=ref)


def claim_thanks(ref: int, rating: int | None) -> Text:
    return _notice("claim_thanks", ref=ref, rating=rating)


def claim_disputed(ref: int, note: str) -> Text:
    return _notice("claim_disputed", ref=ref, note=_note(note))


# To the office that answers for a matter.


def matter(ref: int, area: Words, kind: Words, what: str) -> Text:
    return _notice("matter", ref=ref, area=area, kind=kind, what=redacted(what, 40))


def matter_climbed(ref: int, area: Words, kind: Words, what: str) -> Text:
    return _notice("matter_climbed", ref=ref, area=area, kind=kind, what=redacted(what))


def matter_waits(ref: int, area: Words, kind: Words, days: int) -> Text:
    return Text("matter_waits", {"ref": ref, "area": area, "kind": kind, "days": days}, DIGEST)


# To anybody.


def status(ref: int, kind: Words, state: Words, soon: Words | None = None) -> Text:
    """`soon`: when somebody will probably have said yes."""
    return _answer("status", ref=ref, kind=kind, state=state, soon=soon)


def status_list(items: Sequence[Words]) -> Text:
    return _answer("status_list", items=items)


def status_none() -> Text:
    return _answer("status_none")


def which(items: Sequence[Words]) -> Text:
    """A bare yes with several open questions is never guessed."""
    return _answer("which", items=items)


def nothing_open() -> Text:
    return _answer("nothing_open")


def refused(reason: str, **context: Any) -> Text:
    return _answer(f"refused_{reason}", **context)


def usage() -> Text:
    return _answer("help")


def stopped() -> Text:
    """The one message that a phone which said STOP still gets."""
    return _answer("stopped")


def started() -> Text:
    return _answer("started")


def paused() -> Text:
    return _answer("paused")


def code(digits: str) -> Text:
    return Text("code", {"code": digits}, CODE, any_hour=True, life=CODE_LIFE)
