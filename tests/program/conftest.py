"""The whole program with the demo city, started once, and a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.commands.program import Program
from tests.demo_city import ZONE, DemoCity
from tests.web.jobs.live import CHROMIUM


@pytest.fixture(scope="session")
def program(demo: DemoCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    settings = {"DATABASE_URL": demo.to_run_on, "TZ_CITY": ZONE}
    with Program(tmp_path_factory.mktemp("program") / "data", settings=settings) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()
