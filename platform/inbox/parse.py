"""Reads an SMS. Pure: a text and the time in, a reading out. It knows no phone, no database and no clock."""

import re
from dataclasses import replace
from datetime import datetime

from inbox import understanding
from inbox.amounts import helpers_asked_for, least_pay
from inbox.commands_words import bare_number, command_in
from inbox.dates import day_asked_for, part_of_day, without_other_times
from inbox.normal import clean, split_signature
from inbox.reading import Reading, Why, to_json
from inbox.understanding import Subject
from people.gazetteer import Found, Gazetteer, Resolution

__all__ = ["parse", "to_json"]

URGENT = re.compile(r"急|马上|赶紧|赶快|尽快|立刻|立即|快点|今晚|现在就|救命|救急|\burgent|\basap\b|right now|immediately|tonight")
OUR_NAME = "亮灯"
PERSONAL_SIGNATURES = frozenset({"求助", "急", "紧急", "微心愿", "心愿", "求职", "找活", "投诉", "咨询", "反映"})
NO_WORDS = re.compile(r"[\W\d_]+")
GIST = 240, 60
"""So much of the beginning and of the end of a long text says what it is about; all of it is kept by the inbox."""


def parse(text: str, now: datetime, gazetteer: Gazetteer | None = None) -> Reading:
    signature, body = split_signature(clean(text))
    if not body:
        signature, body = "", signature
    if command := command_in(body):
        return command
    if (number := bare_number(body)) is not None:
        return Reading("other", why="unclear", number=number)
    return _free_words(_gist(body), signature, now, gazetteer or Gazetteer.load())


def _gist(text: str) -> str:
    begin, end = GIST
    return text if len(text) <= begin + end else f"{text[:begin]} {text[-end:]}"


def _free_words(text: str, signature: str, now: datetime, gazetteer: Gazetteer) -> Reading:
    place = gazetteer.resolve(text)
    about = _without_place(text, place)
    pay = least_pay(about)
    work = understanding.work_in(about, pay=pay is not None)
    subject = understanding.subject_of(about, work.score)
    if why := _no_matter(text, signature, subject):
        return Reading("other", why=why)
    # Work that is offered is posted by the staff of a station, on the web.
    if work.offered or subject.intent == "other":
        return Reading("other", why="unclear", place=place)
    reading = _timed(about, now)
    if subject.intent == "job_need":
        # Of work, the part is asked for even where it repeats (每天上午).
        return replace(reading, intent="job_need", kind=work.occupation or "other", part=part_of_day(about), place=place, min_pay=pay)
    home = None if isinstance(place, Found) and place.towards else place
    return replace(reading, kind=subject.kind, place=home, places=helpers_asked_for(about))


def _timed(text: str, now: datetime) -> Reading:
    timed = without_other_times(text)
    return Reading("wish", day=day_asked_for(timed, now.date()), part=part_of_day(timed), urgent=bool(URGENT.search(text)))


def _without_place(text: str, place: Resolution) -> str:
    """桂花镇 is no osmanthus and 绿化村 no greenery: the name of the place is not what is asked for."""
    if isinstance(place, Found):
        start, end = place.span
        return text[:start] + " " + text[end:]
    return text.replace(place.written, " ") if place else text


def _no_matter(text: str, signature: str, subject: Subject) -> Why | None:
    words = NO_WORDS.sub(" ", text).strip()
    if not words:
        return "unclear"
    if _is_from_a_machine(text, signature, subject):
        return "machine"
    if understanding.asks_for_silence(text):
        return "pause"
    talk = understanding.small_talk(words)
    if "thanks" in talk:
        return "thanks"
    return "greeting" if "greeting" in talk else None


def _is_from_a_machine(text: str, signature: str, subject: Subject) -> bool:
    if signature == OUR_NAME and understanding.sounds_like_ours(text):
        return True
    if signature and signature != OUR_NAME and signature not in PERSONAL_SIGNATURES:
        return True
    return understanding.machine_score(text) > max(subject.wish, subject.job, 0)
