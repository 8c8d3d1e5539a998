"""The site for a real browser, in the loop and at the hour of the test."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from litestar import Litestar
from playwright.async_api import BrowserContext, async_playwright

from tests.web.browser import Browser

CHROMIUM = "/usr/bin/chromium"

needs_chromium = pytest.mark.skipif(
    not os.path.exists(CHROMIUM) and not os.environ.get("CI"), reason="no Chromium here: apt-get install chromium"
)


@asynccontextmanager
async def served(app: Litestar) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # The house has the pool open already.
        config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


@asynccontextmanager
async def phone_of(browser: Browser, address: str) -> AsyncIterator[BrowserContext]:
    """A phone of 390 pixels on which the person of that browser is signed in."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = await chromium.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True, is_mobile=True)
        session = browser.http.cookies["session"]
        await context.add_cookies([{"name": "session", "value": session, "url": address}])
        yield context
        await chromium.close()
