"""A sheet to fill in, and a day's listings to take away."""

from collections.abc import Sequence
from datetime import date, timedelta

from base.clock import city_now
from base.phone import shown
from base.spreadsheet import Line, as_csv, as_xlsx
from base.words import Words
from jobs.desk import employers_by_id
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.sheet_columns import COLUMNS, KINDS, MEALS
from jobs.states import STATE_WORDS, ListingState
from jobs.tables import Employer, Listing
from jobs.telling import pay_words
from jobs.when import hours_words
from people import areas


def template(language: str) -> bytes:
    """The headings with an example, and a second sheet with what can be written."""
    fill, allowed = Words("用工信息", "Listings").in_(language), Words("可填内容", "What can be written").in_(language)
    return as_xlsx([(fill, [_headings(language), _example(language)]), (allowed, _allowed(language))])


def _headings(language: str) -> list[str]:
    return [words.in_(language) for words in COLUMNS.values()]


def _example(language: str) -> Line:
    day = city_now().date() + timedelta(days=1)
    zh = ("用工", day, "瓦工", "示例：贴地砖", "咸宁桂花建材有限公司", "7:00-17:00", "250元/天", 2, "温泉街道", "桂花路8号工地", "周师傅", "160 0000 0201",
          "", "手套", "是", "工地有车接", "")  # fmt: skip
    en = ("job", day, "bricklaying", "Example: tiling", "Osmanthus Building Ltd", "7:00-17:00", "250/day", 2, "Wenquan Subdistrict",
          "building site, 8 Guihua Road", "Zhou", "160 0000 0201", "", "gloves", "yes", "a bus from the station", "")  # fmt: skip
    return [cell.isoformat() if isinstance(cell, date) else cell for cell in (en if language == "en" else zh)]


def _allowed(language: str) -> list[Line]:
    ways = {
        "kind": KINDS.values(),
        "occupation": OCCUPATIONS.values(),
        "certificate": CERTIFICATES.values(),
        "hours": (Words("7:00-17:00", "7:00-17:00"), Words("22:00-次日6:00", "22:00-6:00 next day"), Words("7点到17点半", "7am-5:30pm")),
        "pay": (Words("250元/天", "250/day"), Words("25元/小时", "25/hour")),
        "meals": MEALS.values(),
    }
    columns = [[words.in_(language) for words in (COLUMNS[column], *values)] for column, values in ways.items()]
    longest = max(map(len, columns))
    return [[column[line] if line < len(column) else "" for column in columns] for line in range(longest)]


async def write_xlsx(listings: Sequence[Listing], language: str) -> bytes:
    return as_xlsx([(Words("用工信息", "Listings").in_(language), await _lines(listings, language))])


async def write_csv(listings: Sequence[Listing], language: str) -> bytes:
    return as_csv(await _lines(listings, language))


async def _lines(listings: Sequence[Listing], language: str) -> list[Line]:
    """As in the template, so that it can be changed and brought in again, with the number and the state behind."""
    employers = await employers_by_id({listing.employer for listing in listings})
    behind = [words.in_(language) for words in (Words("编号", "Number"), Words("状态", "State"), Words("已报名", "Taken"))]
    return [[*_headings(language), *behind], *(_line(listing, employers.get(listing.employer), language) for listing in listings)]


def _line(listing: Listing, employer: Employer | None, language: str) -> Line:
    occupation = OCCUPATIONS.get(listing.teaches if listing.kind == "training" else listing.occupation)
    certificate = CERTIFICATES.get(listing.certificate)
    pay = pay_words(listing.pay_fen, listing.pay_per) if listing.pay_fen else None
    said = {
        "kind": KINDS[listing.kind], "occupation": occupation, "hours": hours_words(listing), "pay": pay, "area": areas.words(listing.area),
        "certificate": certificate, "meals": MEALS[listing.meals],
    }  # fmt: skip
    cells = {"day": listing.day.isoformat(), "employer": employer.name if employer else "", "phone": shown(listing.phone)} | {
        column: words.in_(language) if words else "" for column, words in said.items()
    }
    state = STATE_WORDS[ListingState(listing.state)].in_(language)
    return [*(cells.get(column, getattr(listing, column, "")) for column in COLUMNS), listing.ref, state, listing.taken]
