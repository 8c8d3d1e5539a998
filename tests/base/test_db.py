"""Rows by plain SQL: as they are, as objects of a table, one or none."""

import pytest

from base.city import remember
from base.db import DB, first, objects, row, rows
from base.ledger import By, record
from base.tables import CityFact, Event
from people.tables import Person
from tests.cast import Cast


async def test_one_row_or_none(house: None) -> None:
    await remember("one", 1)
    assert await row("SELECT key FROM city_fact WHERE key = $1", "one") == {"key": "one"}
    assert await row("SELECT key FROM city_fact WHERE key = $1", "two") is None


async def test_objects_are_the_rows_for_which_the_condition_holds(cast: Cast) -> None:
    found = await objects(Person, "area = $1 AND name <> $2 ORDER BY phone", cast.liu.area, cast.steward.name)
    assert [(each.id, each.phone, each.created_at) for each in found] == [(cast.liu.id, cast.liu.phone, cast.liu.created_at)]


async def test_an_object_that_was_read_is_saved_over_its_row(cast: Cast) -> None:
    liu = await first(Person, "phone = $1", cast.liu.phone)
    assert liu is not None
    liu.name = "刘桂兰"
    await liu.save()
    assert await rows("SELECT id, name FROM person WHERE phone = $1", cast.liu.phone) == [{"id": cast.liu.id, "name": "刘桂兰"}]


async def test_the_first_is_the_first_in_the_order_that_was_asked_for(house: None) -> None:
    for key in ("b", "c", "a"):
        await remember(key, 1)
    newest = await first(CityFact, "value = '1' ORDER BY key DESC")
    assert newest is not None
    assert newest.key == "c"
    assert await first(CityFact, "value = '2'") is None


async def test_what_is_read_inside_a_transaction_is_what_it_wrote(house: None) -> None:
    async with DB.transaction():
        await remember("inside", 1)
        assert len(await objects(CityFact, "key = 'inside'")) == 1


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "x'; DROP TABLE city_fact; --", "\\"])
async def test_a_value_is_never_sql(house: None, hostile: str) -> None:
    await remember("kept", 1)
    assert await objects(CityFact, "key = $1", hostile) == []
    assert await row("SELECT 1 AS there FROM city_fact") == {"there": 1}


async def test_the_ledger_says_who_did_what_through_what(house: None) -> None:
    await record("wish", 1, "open", By(7, "sms"))
    await record("wish", 1, "claimed", By(None, "sweep"), from_state="open", matter=1, note="it's 27")
    found = await objects(Event, "subject = 'wish' ORDER BY id")
    assert [(each.from_state, each.to_state, each.actor, each.via, each.matter, each.note) for each in found] == [
        (None, "open", 7, "sms", None, ""),
        ("open", "claimed", None, "sweep", 1, "it's 27"),
    ]
