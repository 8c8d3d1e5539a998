"""A Twilio-compatible SMS gateway with phones on a page: the far end of the line, for the demo and for tests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from litestar import Litestar
from litestar.di import Provide
from litestar.logging import LoggingConfig

from sandbox.api import api, set_plan
from sandbox.carrier import AT_ONCE, Carrier
from sandbox.config import Config, from_environment
from sandbox.gateway import Gateway
from sandbox.pages import pages
from sandbox.plan import Plan
from sandbox.store import Store
from sandbox.surface import SECURITY, static_files, templates

SITE_TIMEOUT_SECONDS = 15.0


def create_app(config: Config | None = None, site: httpx.AsyncBaseTransport | None = None) -> Litestar:
    """`site` stands in for the network between the gateway and the site."""
    config = config or from_environment()
    limits = httpx.Limits(max_connections=2 * AT_ONCE)
    # trust_env=False: the site may be on this very machine, where no proxy leads.
    client = httpx.AsyncClient(timeout=SITE_TIMEOUT_SECONDS, limits=limits, transport=site, trust_env=False)
    store = Store(config.database)
    gateway = Gateway(config, store, Carrier(config, store, client), Plan())

    @asynccontextmanager
    async def open_line(app: Litestar) -> AsyncIterator[None]:
        app.state.config = config
        gateway.carrier.resume()
        yield
        await gateway.carrier.stop()
        await client.aclose()
        store.close()

    return Litestar(
        route_handlers=[api, set_plan, pages, static_files],
        template_config=templates,
        response_headers=SECURITY,
        dependencies={"gateway": Provide(lambda: gateway, sync_to_thread=False)},
        lifespan=[open_line],
        openapi_config=None,
        logging_config=LoggingConfig(root={"level": "WARNING", "handlers": ["queue_listener"]}, log_exceptions="always"),
    )
