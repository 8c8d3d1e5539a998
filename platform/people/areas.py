"""The tree of areas as reference data: names, who is above whom, and where.

What stands in areas.csv is known to every process without asking the database. Below the villages an area's
code is its village's and a number (421202104219-03), so that its place in the tree and its name follow from the code.
"""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from base.db import row, rows
from base.geo import scatter
from base.words import Words
from people.area_names import short

TOWN_REACH_KM = 18
VILLAGE_REACH_KM = 5
CENTRE_HOUSEHOLD_REACH_KM = 1.2
LEVELS = ("city", "county", "town", "village", "centre_household")

# Approximate centres of the city and of the six county seats. All other positions are scattered around them.
_ANCHORS = {
    "4212": (29.84, 114.32),
    "421202": (29.85, 114.32),
    "421221": (29.97, 113.94),
    "421222": (29.25, 113.81),
    "421223": (29.56, 114.04),
    "421224": (29.61, 114.48),
    "421281": (29.72, 113.90),
}


class Point(NamedTuple):
    lat: float
    lon: float


class Node(NamedTuple):
    code: str
    name: str
    name_en: str
    parent: str | None
    level: str


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("people").joinpath(name).read_text("utf-8").splitlines()))


@cache
def tree() -> dict[str, Node]:
    """The areas of the reference data by code, parents before their children."""
    english = {area["code"]: area["name_en"] for area in _table("areas_en.csv")}
    return {
        area["code"]: Node(area["code"], area["name"], english[area["code"]], area["parent_code"] or None, area["level"])
        for area in _table("areas.csv")
    }


@cache
def _english() -> dict[str, list[str]]:
    """wanxiu village → its code, and so does wanxiu alone."""
    names: dict[str, list[str]] = {}
    for node in tree().values():
        said = _spoken(node.name_en)
        for name in (said, said.rpartition(" ")[0]):
            names.setdefault(name, []).append(node.code)
    return names


def _spoken(name: str) -> str:
    """Xian'an is written Xianan by most."""
    return re.sub("['’]", "", name.lower())


def named_in_english(text: str) -> list[str]:
    """The areas that a whole text may mean: Wanxiu · Wanxiu Village, Heshengqiao."""
    name, *around = (part.strip(" .!") for part in _spoken(text).split(","))
    return [
        code
        for code in _english().get(name, [])
        if all(any(part in _spoken(tree()[above].name_en) for above in chain(code)[1:]) for part in around)
    ]


def parent(code: str) -> str | None:
    known = tree().get(code)
    if known:
        return known.parent
    return code.rpartition("-")[0] or None


def chain(code: str) -> list[str]:
    """The area, then everything above it up to the city."""
    up = [code]
    while above := parent(up[-1]):
        up.append(above)
    return up


def under(home: str, area: str) -> bool:
    """Whether `home` is that area or lies in it."""
    return area in chain(home)


def village_of(code: str) -> str:
    """The area, or the village that it lies in: nothing closer is shown to everybody."""
    return next((above for above in chain(code) if above in tree()), code)


def words(code: str) -> Words:
    """贺胜桥镇万秀村 / Wanxiu Village, Heshengqiao Town. Never closer than the village."""
    node = tree().get(village_of(code))
    if node is None:
        return Words(code, code)
    own = Words(short(node.name), node.name_en)
    if node.level != "village" or not node.parent:
        return own
    town = tree()[node.parent]
    return Words(town.name + own.zh, f"{own.en}, {town.name_en}")


def full_words(code: str) -> Words:
    """As `words`, down to the centre household, for those who may know."""
    around = words(code)
    if "-" not in code:
        return around
    own = centre_household_words(int(code.rpartition("-")[2]))
    return Words(around.zh + own.zh, f"{own.en}, {around.en}")


def centre_household_words(number: int) -> Words:
    return Words(f"{number}号中心户", f"Centre Household {number}")


def synthetic_point(code: str) -> Point:
    """Approximate and made up, the same for the same code; a city may put its own positions into the table."""
    if code in _ANCHORS:
        return Point(*_ANCHORS[code])
    above = parent(code)
    if above is None:
        raise ValueError(f"unknown area {code}")
    reach = {6: TOWN_REACH_KM, 9: VILLAGE_REACH_KM}.get(len(above), CENTRE_HOUSEHOLD_REACH_KM)
    return Point(*scatter(*synthetic_point(above), code, reach))


async def near_point(code: str) -> Point:
    """Where the area lies, for a wish or a person of whom nothing closer is known."""
    found = await row("SELECT lat, lon FROM area WHERE code = $1", code)
    if found is None:
        raise ValueError(f"unknown area {code}")
    return Point(found["lat"], found["lon"])


async def load_areas() -> None:
    """Puts the reference data into the database. Positions that a city has corrected stay as they are."""
    await put_areas(list(tree().values()))


async def put_areas(nodes: list[Node]) -> None:
    points = [synthetic_point(node.code) for node in nodes]
    await rows(
        "INSERT INTO area (code, name, name_en, parent, level, lat, lon)"
        " SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[])"
        " ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,"
        " parent = excluded.parent, level = excluded.level",
        *(list(column) for column in zip(*nodes, strict=True)),
        [point.lat for point in points],
        [point.lon for point in points],
    )


async def positions() -> dict[str, Point]:
    """Where every area lies, those below the villages too."""
    return {area["code"]: Point(area["lat"], area["lon"]) for area in await rows("SELECT code, lat, lon FROM area")}
