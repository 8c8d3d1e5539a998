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
    wish = understanding.wish_in(about)
    if why := _no_matter(text, signature, wish):
        return Reading("other", why=why)
    reading = _wish_or_job(about, wish)
    if reading.intent == "other":
        return replace(reading, place=place)
    if reading.intent == "wish" and isinstance(place, Found) and place.towards:
        place = None
    timed = without_other_times(about)
    day, part = day_asked_for(timed, now.date()), part_of_day(timed)
    return replace(reading, place=place, day=day, part=part, urgent=bool(URGENT.search(about)))


def _without_place(text: str, place: Resolution) -> str:
    """桂花镇 is no osmanthus and 绿化村 no greenery: the name of the place is not what is asked for."""
    if isinstance(place, Found):
        start, end = place.span
        return text[:start] + " " + text[end:]
    return text.replace(place.written, " ") if place else text


def _no_matter(text: str, signature: str, wish: Subject | None) -> Why | None:
    words = NO_WORDS.sub(" ", text).strip()
    if not words:
        return "unclear"
    if _is_from_a_machine(text, signature, wish):
        return "machine"
    if understanding.asks_for_silence(text):
        return "pause"
    talk = understanding.small_talk(words)
    if "thanks" in talk:
        return "thanks"
    return "greeting" if "greeting" in talk else None


def _is_from_a_machine(text: str, signature: str, wish: Subject | None) -> bool:
    if signature == OUR_NAME and understanding.sounds_like_ours(text):
        return True
    if signature and signature != OUR_NAME and signature not in PERSONAL_SIGNATURES:
        return True
    return understanding.machine_score(text) > (wish.score if wish else 0)


def _wish_or_job(text: str, wish: Subject | None) -> Reading:
    pay = least_pay(text)
    work = understanding.work_in(text, pay=pay is not None)
    if work.offered:
        # Work is posted by the staff of a station, on the web.
        return Reading("other", why="unclear")
    if _looks_for_work(work, wish):
        return Reading("job_need", work.occupation or "other", min_pay=pay)
    if wish:
        return Reading("wish", wish.kind, places=helpers_asked_for(text))
    return Reading("other", why="unclear")


def _looks_for_work(work: understanding.Work, wish: Subject | None) -> bool:
    if wish and wish.asks and work.score < understanding.SEEKS:
        # 想请会电工的帮忙看看: the trade is named by somebody who needs it.
        return work.score > wish.score
    return work.score >= understanding.JOB_SURE
