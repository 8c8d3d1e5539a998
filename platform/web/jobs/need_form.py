"""A job need written on the web: the fields of the form, checked one by one, become what the worker seeks; and back again."""

import re
from collections.abc import Mapping

from base.clock import city_now
from jobs.needs import FURTHEST, MOST_FEN, MOST_PEOPLE, RADIUS_KM, WIDEST_RADIUS_KM, Seek
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.tables import JobNeed, Worker
from jobs.telling import yuan
from people import areas
from web.i18n import N_
from web.where import NEAREST_LEVELS
from web.written import Written, read_day, read_number, read_where
from wishes.when import PARTS

RADII_KM = (3, 5, 10, 20, 50, int(WIDEST_RADIUS_KM))
YUAN = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?", re.ASCII)
# Who looks for work may well look in a whole county.
LEVELS = (*NEAREST_LEVELS, "county")

PAY_WRONG = N_("请写每天不超过 5000 元、每小时不超过 1000 元的数，例如 250。")
FROM_WRONG = N_("请选今天起三个月以内的一天。")
TO_WRONG = N_("最后一天不能早于第一天，也不能超过三个月。")
PEOPLE_WRONG = N_("请写 1 到 20 之间的人数。")


def read_need(form: Mapping[str, str], home: str | None) -> Written[Seek]:
    written = Written(Seek(occupations=_ticked(form, "does", OCCUPATIONS), certificates=_ticked(form, "has", CERTIFICATES)))
    for read in (_read_pay, _read_days, _read_part, _read_people):
        read(form, written)
    read_where(form, written, home, LEVELS)
    return written


def _ticked(form: Mapping[str, str], name: str, known: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(key for key in known if form.get(f"{name}-{key}"))


def _read_pay(form: Mapping[str, str], written: Written[Seek]) -> None:
    pay, per = form.get("pay", ""), form.get("per", "day")
    if not pay:
        return
    fen = round(float(pay) * 100) if YUAN.fullmatch(pay) else 0
    if 0 < fen <= MOST_FEN.get(per, 0):
        written.note(pay_fen=fen, pay_per=per)
    else:
        written.errors["pay"] = PAY_WRONG


def _read_days(form: Mapping[str, str], written: Written[Seek]) -> None:
    first, last = (read_day(form.get(name, ""), FURTHEST) for name in ("from_day", "to_day"))
    if form.get("from_day") and first is None:
        written.errors["from_day"] = FROM_WRONG
    if form.get("to_day") and (last is None or (first is not None and last < first)):
        written.errors["to_day"] = TO_WRONG
    written.note(from_day=first, to_day=last)


def _read_part(form: Mapping[str, str], written: Written[Seek]) -> None:
    if form.get("part") in PARTS:
        written.note(part=form["part"])
    if form.get("radius") in {str(radius) for radius in RADII_KM}:
        written.note(radius_km=float(form["radius"]))


def _read_people(form: Mapping[str, str], written: Written[Seek]) -> None:
    people = read_number(form.get("people") or "1", 1, MOST_PEOPLE)
    if people is None:
        written.errors["people"] = PEOPLE_WRONG
    else:
        written.note(people=people)


def empty_form(home: str | None, language: str) -> dict[str, str]:
    return {"where": areas.words(home).in_(language) if home else "", "people": "1", "radius": str(int(RADIUS_KM)), "per": "day"}


def form_of_need(need: JobNeed, worker: Worker, language: str) -> dict[str, str]:
    """What he looks for now, to be changed."""
    today = city_now().date()
    form = {
        "where": areas.words(need.area).in_(language),
        "people": str(need.people),
        "radius": str(min(RADII_KM, key=lambda radius: abs(radius - need.radius_km))),
        "pay": yuan(need.pay_fen) if need.pay_fen else "",
        "per": need.pay_per or "day",
        "part": need.part or "",
        "from_day": need.from_day.isoformat() if need.from_day > today else "",
        "to_day": need.to_day.isoformat() if need.to_day and need.to_day >= today else "",
    }
    ticked = [*(f"does-{key}" for key in need.occupations), *(f"has-{key}" for key in worker.certificates)]
    return form | dict.fromkeys(ticked, "1")
