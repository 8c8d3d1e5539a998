"""What is typed at the posting desk, and what the page then says."""

import html as markup
import re
from typing import Any

import httpx

from base.db import rows
from jobs.tables import Listing
from tests.jobs.desk import Desk
from tests.jobs.scene import tomorrow
from tests.web.browser import Browser

FIRM = "咸宁桂花建材有限公司"
BRICKLAYER = {"title": "瓦工", "employer": FIRM, "hours": "7-17", "pay": "250", "heads": "3", "place": "桂花路8号", "tick": "1"}


def path(desk: Desk) -> str:
    return f"/stations/{desk.station.id}/desk"


def typed(*lines: dict[str, str]) -> dict[str, str]:
    """Rows of the grid as the fields of its form."""
    return {f"{name}-{number}": value for number, line in enumerate(lines, 1) for name, value in line.items()}


async def press(browser: Browser, desk: Desk, act: str, *lines: dict[str, str], **more: Any) -> httpx.Response:
    return await browser.press(path(desk), act=act, **({"day": tomorrow().isoformat()} | typed(*lines) | more))


async def listings() -> list[Listing]:
    return await Listing.objects().order_by(Listing.ref)


async def states() -> list[str]:
    return [found["state"] for found in await rows("SELECT state FROM listing ORDER BY ref")]


def wrong_fields(page: str) -> dict[str, str]:
    return {name: markup.unescape(said) for name, said in re.findall(r'<small id="([\w-]+)-error" class="wrong">([^<]*)<', page)}


def fields(page: str) -> dict[str, str]:
    """What stands in the fields of the grid when the page comes back."""
    grid = page.partition('<div id="rows">')[2].partition("<template")[0]
    inputs = [found for found in re.findall(r"<input[^>]*>", grid, re.DOTALL) if 'type="checkbox"' not in found or " checked" in found]
    found = re.findall(r'name="([\w-]+-[1-9]\d*)" value="([^"]*)"', "".join(inputs))
    chosen = re.findall(r'<select id="([\w-]+)"(?:(?!</select>).)*?<option value="([^"]+)" selected', grid, re.DOTALL)
    return {name: markup.unescape(value) for name, value in [*found, *chosen] if value}


def row(page: str, number: int) -> dict[str, str]:
    """One of its rows, as it would be sent again; the code is found anew."""
    stands = {name.removesuffix(f"-{number}"): value for name, value in fields(page).items() if name.endswith(f"-{number}")}
    return {name: value for name, value in stands.items() if name != "code"}


def said(page: str) -> str:
    """The boxes above the grid."""
    return " ".join(re.sub(r"<[^>]+>", "", box) for box in re.findall(r'<div class="(?:told|refused)".*?</div>', page, re.DOTALL))
