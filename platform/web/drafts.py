"""A wish written on the web: the fields of the form, checked one by one, become a draft."""

from collections.abc import Mapping
from datetime import timedelta

from base.clock import city_now
from inbox.parse import parse
from web.i18n import N_
from web.written import LONGEST_PLACE, Written, read_day, read_number, read_where
from wishes.actions import Draft
from wishes.kinds import KINDS
from wishes.when import PARTS

SHORTEST_TEXT, LONGEST_TEXT = 2, 500
MOST_HELPERS = 20
FURTHEST = timedelta(days=90)

TEXT_SHORT = N_("请写一下要帮什么。")
TEXT_LONG = N_("写得太长了，请不要超过 500 字。")
PLACE_LONG = N_("写得太长了，请不要超过 100 字。")
DAY_WRONG = N_("请选今天起三个月以内的一天。")
PLACES_WRONG = N_("请写 1 到 20 之间的人数。")


def read_draft(form: Mapping[str, str], home: str | None) -> Written[Draft]:
    written = Written(Draft(kind="other", text=form.get("text", "")))
    for read in (_read_text, _read_place, _read_day, _read_places):
        read(form, written)
    read_where(form, written, home)
    return written


def _read_text(form: Mapping[str, str], written: Written[Draft]) -> None:
    """The reader may leave the kind and the day to us, as in an SMS."""
    text = written.draft.text
    if len(text) < SHORTEST_TEXT:
        written.errors["text"] = TEXT_SHORT
    elif len(text) > LONGEST_TEXT:
        written.errors["text"] = TEXT_LONG
    else:
        reading = parse(text, city_now())
        kind = form.get("kind", "")
        written.note(kind=kind if kind in KINDS else reading.kind or "other", day=reading.day, part=reading.part)


def _read_place(form: Mapping[str, str], written: Written[Draft]) -> None:
    place = form.get("place", "")
    if len(place) > LONGEST_PLACE:
        written.errors["place"] = PLACE_LONG
    else:
        written.note(place=place)


def _read_day(form: Mapping[str, str], written: Written[Draft]) -> None:
    if form.get("part") in PARTS:
        written.note(part=form["part"])
    if not form.get("day"):
        return
    day = read_day(form["day"], FURTHEST)
    if day is None:
        written.errors["day"] = DAY_WRONG
    else:
        written.note(day=day)


def _read_places(form: Mapping[str, str], written: Written[Draft]) -> None:
    places = read_number(form.get("places") or "1", 1, MOST_HELPERS)
    if places is None:
        written.errors["places"] = PLACES_WRONG
    else:
        written.note(places=places)
