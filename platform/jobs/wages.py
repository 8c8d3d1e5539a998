"""The least that an hour of work may be paid, county by county.

Source: 湖北省人民政府办公厅关于调整全省最低工资标准的通知 (鄂政办发〔2025〕44号), in force from 1 December 2025: 24, 21.5 and 20 yuan
an hour for work by the hour. We place Xian'an in the second tier and the other counties of Xianning in the third; a city checks
this against the notice's table, and says what holds by the fact `minimum_wage`: fen an hour by the code of the area.
"""

from collections.abc import Mapping
from datetime import timedelta

from base import city
from base.words import Words
from jobs.telling import pay_words, yuan
from people import areas

Table = Mapping[str, int]

MINIMUM: Table = {"4212": 2_000, "421202": 2_150, "421221": 2_000, "421222": 2_000, "421223": 2_000, "421224": 2_000, "421281": 2_000}
FACT = "minimum_wage"


async def minimum() -> Table:
    return {**MINIMUM, **(await city.facts()).get(FACT, {})}


def nearest(area: str, table: Table) -> str | None:
    """The area, at or above this one, for which the table has a figure."""
    return next((above for above in areas.chain(area) if above in table), None)


def too_little(fen: int, per: str, length: timedelta, area: str, table: Table) -> Words | None:
    """When this pays less than the minimum: what an hour comes to, the minimum, and from what on a day is enough."""
    at = nearest(area, table)
    seconds = 3600 if per == "hour" else int(length.total_seconds())
    if at is None or fen * 3600 >= table[at] * seconds:
        return None
    least, where, paid = yuan(table[at]), areas.words(at), pay_words(fen, per)
    below = Words(f"低于{where.zh}最低小时工资{least}元", f"below the minimum of {least} yuan an hour in {where.en}")
    if per == "hour":
        return Words(f"{paid.zh}，{below.zh}", f"{paid.en} is {below.en}")
    hours, an_hour, enough = seconds / 3600, yuan(fen * 3600 // seconds), -(-table[at] * seconds // 360_000)
    return Words(
        f"{paid.zh}，干{hours:g}小时，合每小时{an_hour}元，{below.zh}；这一天至少{enough}元",
        f"{paid.en} for {hours:g} hours comes to {an_hour} yuan an hour, {below.en}; for this day at least {enough} yuan",
    )
