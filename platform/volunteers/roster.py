"""A roster of people, row by row: what is taken, and what is wrong with a row. Pure: it knows no file and no database."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from typing import Any

from base.errors import Unreadable
from base.words import Words
from volunteers import cells
from volunteers.hour_words import parse_hours
from volunteers.skills import parse_skills

# The columns and their names in a Chinese spreadsheet. Without the first four a roster cannot be read.
COLUMNS = {
    "phone": ("电话", "手机", "手机号", "电话号码", "手机号码"),
    "name": ("姓名", "名字"),
    "area_code": ("区域代码", "地区代码", "区划代码"),
    "roles": ("角色", "身份"),
    "language": ("语言",),
    "skills": ("技能", "特长"),
    "lat": ("纬度",),
    "lon": ("经度",),
    "hours": ("服务时间", "时间"),
    "radius_km": ("服务半径", "半径", "半径公里"),
    "weekly_limit": ("每周次数", "每周上限"),
}
NEEDED = ("phone", "name", "area_code", "roles")


@dataclass(frozen=True)
class Entry:
    """A good row. None where the cell is empty: what is known of the person stays."""

    phone: str
    name: str
    language: str | None
    area: str | None
    roles: frozenset[str]
    skills: tuple[str, ...] | None
    hours: int | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    weekly_limit: int | None


class BadRow(Exception):
    def __init__(self, reasons: list[Words]) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


def heading(column: str) -> Words:
    return Words(COLUMNS[column][0], column)


def column_of(written: str) -> str | None:
    written = written.strip().lower()
    return next((column for column, others in COLUMNS.items() if written == column or written in others), None)


def check(row: Mapping[str, object], areas: Container[str]) -> Entry:
    """The row as an entry, or BadRow with everything that is wrong with it."""
    found: dict[str, Any] = {}
    wrong: list[Words] = []
    for column, reader in _readers(areas).items():
        try:
            found[column] = reader(cells.plain(row.get(column)))
        except Unreadable as error:
            wrong.append(Words(f"{heading(column).zh}：{error.reason.zh}", f"{column}: {error.reason.en}"))
    wrong += _together(found)
    if wrong:
        raise BadRow(wrong)
    return Entry(area=found.pop("area_code"), **found)


def _readers(areas: Container[str]) -> dict[str, Callable[[str], Any]]:
    return {
        "phone": cells.phone,
        "name": cells.name,
        "area_code": lambda written: cells.area(written, areas),
        "roles": cells.roles,
        "language": cells.language,
        "skills": lambda written: tuple(parse_skills(cells.text(written))) if written else None,
        "hours": lambda written: parse_hours(cells.text(written)) if written else None,
        "lat": lambda written: cells.degrees(written, 90),
        "lon": lambda written: cells.degrees(written, 180),
        "radius_km": cells.radius_km,
        "weekly_limit": cells.weekly_limit,
    }


def _together(found: Mapping[str, Any]) -> list[Words]:
    """What single cells cannot show."""
    wrong = []
    if "lat" in found and "lon" in found and (found["lat"] is None) != (found["lon"] is None):
        wrong.append(Words("纬度和经度要么都填，要么都不填", "lat and lon: give both or neither"))
    roles = found.get("roles", frozenset())
    if found.get("area_code", "") is None:
        if roles & {"steward", "coordinator"}:
            wrong.append(Words("管家和协调员要填区域代码", "a steward or coordinator needs an area_code"))
        elif "volunteer" in roles and found.get("lat") is None:
            wrong.append(Words("志愿者要填区域代码或经纬度", "a volunteer needs an area_code, or lat and lon"))
    return wrong
