from collections.abc import Iterator

import pytest
from litestar import Litestar

from base.clock import at
from tests.web.jobs.town import Town, at_noon


@pytest.fixture
def noon(house: None) -> Iterator[None]:
    with at(at_noon()):
        yield


@pytest.fixture
async def town(app: Litestar, noon: None) -> Town:
    return await Town.of(app)
