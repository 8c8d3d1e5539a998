"""A training as staff write it: what it teaches, or which certificate it leads to."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from base.clock import city_now
from base.words import Words
from jobs import terms
from jobs.fields import Errors
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.tables import Station
from jobs.terms import Terms
from web.i18n import N_
from web.written import Written, read_number

TEXTS = ("title", "place", "contact", "phone", "note")
MOST_SEATS = 500

DAY_WRONG = N_("请选一天。")
TIME_WRONG = N_("请写几点几分，例如 09:00。")
SEATS_WRONG = N_("请写 1 到 500 之间的座位数。")
TEACHES_NOTHING = N_("请选教哪一行，或者考哪个证，至少选一样。")


def form_for(station: Station, contact: str) -> dict[str, str]:
    """What most trainings of a station have in common."""
    return {"place": station.place, "phone": station.phone, "contact": contact, "starts": "09:00", "ends": "11:00", "heads": "20"}


def read_training(form: Mapping[str, str], station: Station) -> Written[Terms]:
    texts: dict[str, Any] = {name: form.get(name, "") for name in TEXTS}
    draft = Terms(
        **texts, kind="training", day=city_now().date(), starts=time(0), ends=time(0), heads=0,
        area=station.area, lat=station.lat, lon=station.lon,
    )  # fmt: skip
    written = Written(draft)
    _read_day_and_hours(form, written)
    seats = read_number(form.get("heads", ""), 1, MOST_SEATS)
    if seats is None:
        written.errors["heads"] = SEATS_WRONG
    else:
        written.note(heads=seats)
    _read_lesson(form, written)
    return written


def _read_day_and_hours(form: Mapping[str, str], written: Written[Terms]) -> None:
    try:
        written.note(day=date.fromisoformat(form.get("day", "")))
    except ValueError:
        written.errors["day"] = DAY_WRONG
    for name in ("starts", "ends"):
        try:
            written.note(**{name: time.fromisoformat(form.get(name, "")).replace(tzinfo=None)})
        except ValueError:
            written.errors[name] = TIME_WRONG


def _read_lesson(form: Mapping[str, str], written: Written[Terms]) -> None:
    teaches, certificate = form.get("teaches", ""), form.get("certificate", "")
    written.note(teaches=teaches if teaches in OCCUPATIONS else None, certificate=certificate if certificate in CERTIFICATES else None)
    if not written.draft.teaches and not written.draft.certificate:
        written.errors["teaches"] = TEACHES_NOTHING


def ruled(written: Written[Terms]) -> dict[str, Words]:
    """What the rules say of the fields that could be read."""
    found: Errors = terms.errors(written.draft, city_now().date())
    unread = set(written.errors) | ({"ends"} if "starts" in written.errors else set())
    return {name: words for name, words in found.items() if name not in unread}
