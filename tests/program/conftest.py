"""The whole program with its demo city, started once, as a newcomer starts it."""

from collections.abc import Iterator

import pytest

from tests.commands.program import Program


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("program") / "data", "--demo") as running:
        yield running
