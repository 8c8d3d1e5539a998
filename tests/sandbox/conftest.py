import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from litestar import Litestar

from sandbox.app import create_app
from sandbox.config import Config

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "a token"
SITE = "http://site.test"
OURS = "+8610690000"
LIU = "+8616000000001"
MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"

CONFIG = Config(ACCOUNT, TOKEN, OURS, SITE, report_pause_seconds=0.0, attempt_pauses_seconds=(0.0, 0.0, 0.0))


@dataclass(frozen=True)
class Call:
    url: str
    form: dict[str, str]
    signature: str


@dataclass
class Site:
    """The far side of the webhooks: writes down what came and answers what it is told to."""

    calls: list[Call] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    unreachable: bool = False
    attempts: int = 0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        self.attempts += 1
        if self.unreachable:
            raise httpx.ConnectError("nobody is there")
        form = dict(parse_qsl((await request.aread()).decode(), keep_blank_values=True))
        self.calls.append(Call(str(request.url), form, request.headers["x-twilio-signature"]))
        return httpx.Response(self.answers.pop(0) if self.answers else 200)


@pytest.fixture
def site() -> Site:
    return Site()


@asynccontextmanager
async def running(site: Site, **changes: Any) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(replace(CONFIG, **changes), httpx.MockTransport(site))
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with alive(app), httpx.AsyncClient(transport=transport, base_url="http://gateway.test") as client:
        yield client


@asynccontextmanager
async def alive(app: Litestar) -> AsyncIterator[None]:
    """The lifespan in a task of its own: it must end in the task that began it, and a fixture cannot promise that."""
    started, ended = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            started.set()
            await ended.wait()

    task = asyncio.create_task(live())
    await started.wait()
    yield
    ended.set()
    await task


@pytest.fixture
async def gateway(site: Site) -> AsyncIterator[httpx.AsyncClient]:
    async with running(site) as client:
        client.auth = httpx.BasicAuth(ACCOUNT, TOKEN)
        yield client


@pytest.fixture
async def visitor(site: Site) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who opened the page: no account, only a browser."""
    async with running(site) as client:
        client.headers["accept"] = "text/html"
        yield client


async def until(condition: Callable[[], object]) -> None:
    for _ in range(2_500):
        if condition():
            return
        await asyncio.sleep(0.002)
    pytest.fail("it did not happen within five seconds")


async def post_message(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    return await client.post(MESSAGES, data={"To": LIU, "From": OURS, "Body": "您好"} | fields)
