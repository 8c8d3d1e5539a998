from collections.abc import AsyncIterator, Iterator

import pytest

from base.clock import at
from jobs.tables import Employer, Station
from people.tables import Person
from tests.cast import Cast
from tests.invariants import assert_the_invariants_hold
from tests.jobs.desk import NOON, Desk
from tests.jobs.scene import employer, staff, station


@pytest.fixture
def noon() -> Iterator[None]:
    """It is Monday, 12 o'clock."""
    with at(NOON):
        yield


@pytest.fixture
async def desk(house: None, noon: None) -> AsyncIterator[Desk]:
    """The counter; whatever was done there, the invariants hold."""
    yield await Desk.open()
    await assert_the_invariants_hold()


@pytest.fixture
async def here(cast: Cast) -> AsyncIterator[Station]:
    """A station below the coordinator of the cast; whatever was done there, the invariants hold."""
    yield await station()
    await assert_the_invariants_hold()


@pytest.fixture
async def elsewhere(cast: Cast) -> Station:
    return await station("南川零工驿站", "421202002")


@pytest.fixture
async def fang(here: Station) -> Person:
    return await staff(here)


@pytest.fixture
async def hong(here: Station) -> Person:
    return await staff(here, "+8616000000102", "小洪")


@pytest.fixture
async def stranger(elsewhere: Station) -> Person:
    """Staff of another station."""
    return await staff(elsewhere, "+8616000000103", "小南")


@pytest.fixture
async def firm(here: Station) -> Employer:
    return await employer(here)
