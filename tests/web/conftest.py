import pytest
from litestar import Litestar

from tests.web.browser import Browser
from web.app import create_app


@pytest.fixture(scope="session")
def app() -> Litestar:
    # Its lifespan only opens the pool, which the house has open already.
    return create_app()


@pytest.fixture
def browser(app: Litestar, house: None) -> Browser:
    return Browser(app)


@pytest.fixture
def another(app: Litestar, house: None) -> Browser:
    """A second browser: somebody else, at the same time."""
    return Browser(app)


@pytest.fixture
def english(app: Litestar, house: None) -> Browser:
    return Browser(app, "en-GB,en;q=0.9")
