"""A browser without JavaScript, and the gateway's end of the webhooks."""

import re
from typing import Any, cast

import httpx
from litestar import Litestar

from base.settings import settings
from messages.signatures import sign
from tests.cast import last_text

URL = "http://127.0.0.1:8000"
PAGE = {"Accept": "text/html"}
TOKEN = re.compile(r'name="form_token" value="([^"]+)"')


def client(app: Litestar, language: str = "zh-CN") -> httpx.AsyncClient:
    # httpx and Litestar spell the type of an application differently.
    transport = httpx.ASGITransport(cast(Any, app), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=URL, headers=PAGE | {"Accept-Language": language})


class Browser:
    def __init__(self, app: Litestar, language: str = "zh-CN") -> None:
        self.http = client(app, language)

    async def open(self, path: str) -> httpx.Response:
        return await self.http.get(path)

    async def press(self, path: str, **fields: Any) -> httpx.Response:
        """Fills in a form and sends it, with the hidden token that every page carries for this browser."""
        token = self.http.cookies.get("form") or await self._any_token()
        return await self.http.post(path, data={"form_token": token, **fields})

    async def _any_token(self) -> str:
        found = TOKEN.search((await self.open("/sign-in")).text)
        assert found
        return found[1]

    async def sign_in(self, phone: str) -> None:
        await self.press("/sign-in/code", phone=phone)
        answer = await self.press("/sign-in/session", phone=phone, code=await code_for(phone))
        assert answer.status_code == 303


async def code_for(phone: str) -> str:
    found = re.search(r"\d{6}", await last_text(phone))
    assert found
    return found[0]


async def gateway_posts(app: Litestar, path: str, form: dict[str, str], signature: str | None = None) -> httpx.Response:
    signed = sign(settings().sms_auth_token, settings().public_url + path, form)
    headers = {"X-Twilio-Signature": signed if signature is None else signature}
    async with client(app) as http:
        return await http.post(path, data=form, headers=headers)


def text_of(html: str) -> str:
    """What a person reads: no tags, no scripts, no attributes."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
