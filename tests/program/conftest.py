"""The whole program with the demo city, started once."""

from collections.abc import Iterator

import pytest

from tests.commands.program import Program
from tests.demo_city import DemoCity


@pytest.fixture(scope="session")
def program(demo: DemoCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("program") / "data", settings={"DATABASE_URL": demo.to_run_on}) as running:
        yield running
