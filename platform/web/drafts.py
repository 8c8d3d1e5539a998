"""A wish written on the web: the fields of the form, checked one by one, become a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from base.clock import city_now
from base.phone import e164
from inbox.parse import parse
from web.i18n import N_
from web.sign_in import PHONE_WRONG
from web.where import areas_named
from wishes.actions import Draft
from wishes.kinds import KINDS
from wishes.when import PARTS

SHORTEST_TEXT, LONGEST_TEXT, LONGEST_PLACE = 2, 500, 100
MOST_HELPERS = 20
FURTHEST = timedelta(days=90)

TEXT_SHORT = N_("请写一下要帮什么。")
TEXT_LONG = N_("写得太长了，请不要超过 500 字。")
WHERE_MISSING = N_("请写在哪个村或者社区。")
WHERE_UNKNOWN = N_("没有找到这个地方。请写乡镇和村的名字，例如“贺胜桥镇万秀村”。")
WHERE_SEVERAL = N_("叫这个名字的地方不止一个，请在下面选。")
PLACE_LONG = N_("写得太长了，请不要超过 100 字。")
DAY_WRONG = N_("请选今天起三个月以内的一天。")
PLACES_WRONG = N_("请写 1 到 20 之间的人数。")


@dataclass
class Written:
    """What stood in the form: a draft as far as it could be read, an error for each field that could not."""

    draft: Draft
    phone: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()

    def note(self, **values: Any) -> None:
        self.draft = replace(self.draft, **values)


def read_draft(form: Mapping[str, str], home: str | None) -> Written:
    written = Written(Draft(kind="other", text=form.get("text", "")))
    for read in (_read_text, _read_place, _read_day, _read_places):
        read(form, written)
    _read_where(form, written, home)
    return written


def read_phone(form: Mapping[str, str], written: Written) -> None:
    written.phone = e164(form.get("phone", ""))
    if written.phone is None:
        written.errors["phone"] = PHONE_WRONG


def _read_text(form: Mapping[str, str], written: Written) -> None:
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


def _read_place(form: Mapping[str, str], written: Written) -> None:
    place = form.get("place", "")
    if len(place) > LONGEST_PLACE:
        written.errors["place"] = PLACE_LONG
    else:
        written.note(place=place)


def _read_day(form: Mapping[str, str], written: Written) -> None:
    if form.get("part") in PARTS:
        written.note(part=form["part"])
    if not form.get("day"):
        return
    today = city_now().date()
    try:
        day = date.fromisoformat(form["day"])
    except ValueError:
        day = None
    if day is None or not today <= day <= today + FURTHEST:
        written.errors["day"] = DAY_WRONG
    else:
        written.note(day=day)


def _read_places(form: Mapping[str, str], written: Written) -> None:
    places = form.get("places") or "1"
    if places.isascii() and places.isdigit() and len(places) < 3 and 1 <= int(places) <= MOST_HELPERS:
        written.note(places=int(places))
    else:
        written.errors["places"] = PLACES_WRONG


def _read_where(form: Mapping[str, str], written: Written, home: str | None) -> None:
    where = form.get("where", "")
    if not where:
        written.errors["where"] = WHERE_MISSING
        return
    codes = areas_named(where[:LONGEST_PLACE], home)
    if form.get("area") in codes:
        codes, written.choices = (form["area"],), codes
    if len(codes) == 1:
        written.note(area=codes[0])
    elif codes:
        written.choices = codes
        written.errors["where"] = WHERE_SEVERAL
    else:
        written.errors["where"] = WHERE_UNKNOWN
