"""What stood in a form: a draft as far as it could be read, an error for each field that could not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from base.clock import city_now
from base.phone import e164
from web.i18n import N_
from web.sign_in import PHONE_WRONG
from web.where import NEAREST_LEVELS, areas_named

LONGEST_PLACE = 100
WHERE_MISSING = N_("请写在哪个村或者社区。")
WHERE_UNKNOWN = N_("没有找到这个地方。请写乡镇和村的名字，例如“贺胜桥镇万秀村”。")
WHERE_SEVERAL = N_("叫这个名字的地方不止一个，请在下面选。")

Draft = TypeVar("Draft")


@dataclass
class Written(Generic[Draft]):
    draft: Draft
    phone: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()

    def note(self, **values: Any) -> None:
        self.draft = replace(self.draft, **values)  # type: ignore[type-var]  # every draft is a dataclass


def read_phone(form: Mapping[str, str], written: Written[Any]) -> None:
    written.phone = e164(form.get("phone", ""))
    if written.phone is None:
        written.errors["phone"] = PHONE_WRONG


def read_where(form: Mapping[str, str], written: Written[Any], home: str | None, levels: Collection[str] = NEAREST_LEVELS) -> None:
    where = form.get("where", "")
    if not where:
        written.errors["where"] = WHERE_MISSING
        return
    codes = areas_named(where[:LONGEST_PLACE], home, levels)
    if form.get("area") in codes:
        codes, written.choices = (form["area"],), codes
    if len(codes) == 1:
        written.note(area=codes[0])
    elif codes:
        written.choices = codes
        written.errors["where"] = WHERE_SEVERAL
    else:
        written.errors["where"] = WHERE_UNKNOWN


def read_number(written: str, least: int, most: int) -> int | None:
    if written.isascii() and written.isdigit() and len(written) <= len(str(most)) and least <= int(written) <= most:
        return int(written)
    return None


def read_day(written: str, furthest: timedelta) -> date | None:
    """A day from today on, not too far away."""
    today = city_now().date()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if today <= day <= today + furthest else None
