"""What we say by SMS about work. `items` are listings in a line each, which begins with the number: 45 瓦工 250元/天 7:00 温泉街道."""

from collections.abc import Sequence
from datetime import timedelta

from base.phone import shown
from base.words import Words
from messages.redact import plain
from messages.texts import DIGEST, Text, _answer, _notice

MORNING_LIFE = timedelta(hours=12)


def _number(item: Words | None) -> int | None:
    return int(item.zh.partition(" ")[0]) if item else None


# Answers to a worker.


def need_open(what: Words, area: Words, items: Sequence[Words]) -> Text:
    return _answer("need_open", what=what, area=area, items=items, ref=_number(items[0] if items else None))


def need_paused() -> Text:
    return _answer("need_paused")


def need_ended() -> Text:
    return _answer("need_ended")


def place_held(ref: int, title: Words, when: Words, place: str, whom: str, phone: str, overlap: int | None) -> Text:
    return _answer("place_held", **_shift(ref, title, when, place), whom=whom, phone=shown(phone), overlap=overlap)


def line_joined(ref: int, title: Words, position: int, other: Words | None) -> Text:
    return _answer("line_joined", ref=ref, title=title, position=position, other=other, other_ref=_number(other))


def line_left(ref: int) -> Text:
    return _answer("line_left", ref=ref)


def line_status(ref: int, title: Words, position: int) -> Text:
    return _answer("line_status", ref=ref, title=title, position=position)


def place_released(ref: int) -> Text:
    return _answer("place_released", ref=ref)


def referral_declined(ref: int) -> Text:
    return _answer("referral_declined", ref=ref)


def place_confirmed(ref: int, when: Words) -> Text:
    return _answer("place_confirmed", ref=ref, when=when)


def wage_reported(ref: int, matter: int) -> Text:
    return _answer("wage_reported", ref=ref, matter=matter)


def job_status(ref: int, title: Words, when: Words, state: Words) -> Text:
    return _answer("job_status", ref=ref, title=title, when=when, state=state)


def job_open(ref: int, title: Words, when: Words, pay: Words | None, free: int) -> Text:
    return _answer("job_open", ref=ref, title=title, when=when, pay=pay, free=free)


# What he asked to be told at any hour, when he said that he looks for work.


def morning(items: Sequence[Words], kept: int | None, until: Words | None) -> Text:
    """`kept`: the listing on which a place waits for his answer until then."""
    context = {"items": items, "ref": kept or _number(items[0]), "until": until if kept else None}
    return Text("job_morning", context, any_hour=True, life=MORNING_LIFE)


def place_freed(ref: int, title: Words, when: Words, place: str, until: Words) -> Text:
    return _answer("place_freed", **_shift(ref, title, when, place), until=until)


# Of the place that he holds: at any hour, as he may be on his way.


def shift_soon(ref: int, title: Words, when: Words, place: str, whom: str, phone: str, bring: str) -> Text:
    return _answer("shift_soon", **_shift(ref, title, when, place), whom=whom, phone=shown(phone), bring=bring)


def place_let_go(ref: int, title: Words) -> Text:
    return _answer("place_let_go", ref=ref, title=title)


def listing_cancelled(ref: int, title: Words, when: Words, why: str, other: Words | None) -> Text:
    return _answer("listing_cancelled", ref=ref, title=title, when=when, reason=plain(why), other=other, other_ref=_number(other))


def listing_changed(ref: int, title: Words, when: Words, place: str, pay: Words | None) -> Text:
    return _answer("listing_changed", **_shift(ref, title, when, place), pay=pay)


# Notices to a worker.


def ask_confirm(ref: int, title: Words, when: Words, place: str, whom: str, phone: str, until: Words) -> Text:
    return _notice("ask_confirm", **_shift(ref, title, when, place), whom=whom, phone=shown(phone), until=until)


def need_expired() -> Text:
    return _notice("need_expired")


def wage_question(ref: int, title: Words) -> Text:
    return _notice("wage_question", ref=ref, title=title)


# To the staff of a station and the coordinators above it, put for the hours in which it is open.


def listing_held(ref: int, title: Words, reasons: Words) -> Text:
    return _answer("listing_held", ref=ref, title=title, reason=reasons)


def staff_unmarked(station: Words, count: int) -> Text:
    return Text("staff_unmarked", {"station": station, "count": count}, DIGEST)


def listing_short(ref: int, title: Words, free: int) -> Text:
    return _answer("listing_short", ref=ref, title=title, free=free)


def _shift(ref: int, title: Words, when: Words, place: str) -> dict[str, object]:
    return {"ref": ref, "title": title, "when": when, "place": place}
