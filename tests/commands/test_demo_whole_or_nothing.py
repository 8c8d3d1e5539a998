import pytest

from base.city import facts
from base.db import rows
from commands.demo import load


class Crash(Exception):
    pass


def _crash(done: int, total: int) -> None:
    if done:
        raise Crash


async def test_a_crash_in_the_middle_leaves_nothing_that_counts_as_a_city(house: None) -> None:
    with pytest.raises(Crash):
        await load(_crash)
    assert await facts() == {}
    assert await rows("SELECT * FROM person LIMIT 1") == []
    assert await rows("SELECT * FROM area WHERE level = 'centre_household' LIMIT 1") == []
