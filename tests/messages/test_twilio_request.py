"""What goes over the line when a message is sent."""

from base64 import b64decode
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from base.settings import settings
from messages.twilio import Twilio
from tests.messages.letters import LIU, MESSAGES


async def request_for(body: str = "您好", message_id: int = 27, **changes: Any) -> httpx.Request:
    seen: list[httpx.Request] = []

    def line(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(201, json={"sid": "SM" + "a" * 32})

    twilio = Twilio(replace(settings(), **changes), httpx.MockTransport(line))
    await twilio.send(message_id, LIU, body)
    await twilio.close()
    (request,) = seen
    return request


async def form_for(body: str = "您好", **changes: Any) -> dict[str, list[str]]:
    return parse_qs((await request_for(body, **changes)).content.decode("ascii"), keep_blank_values=True, strict_parsing=True)


async def test_it_is_a_post_to_the_messages_of_our_account() -> None:
    request = await request_for(sms_account_sid="AC27")
    assert (request.method, request.url.path) == ("POST", "/2010-04-01/Accounts/AC27/Messages.json")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"


async def test_it_says_to_whom_from_whom_what_and_where_to_report() -> None:
    form = await form_for(public_url="https://wish.example", sms_from="+861069000099")
    assert form == {
        "To": [LIU],
        "From": ["+861069000099"],
        "Body": ["您好"],
        "StatusCallback": ["https://wish.example/sms/status/27"],
    }


async def test_each_message_has_an_address_of_its_own_for_reports() -> None:
    reports = {(await form_for(message_id=number))["StatusCallback"][0].rpartition("/")[2] for number in (1, 27, 2**62)}
    assert reports == {"1", "27", str(2**62)}


@pytest.mark.parametrize("body", ["a+b&c=d%20", "【亮灯】😀\u200d", "two\nlines\r\n", " spaces ", "&StatusCallback=https://evil.example"])
async def test_the_words_arrive_as_they_are(body: str) -> None:
    form = await form_for(body)
    assert form["Body"] == [body]
    assert len(form["StatusCallback"]) == 1


async def test_the_account_and_its_token_are_in_the_header_and_nowhere_else() -> None:
    request = await request_for(sms_account_sid="AC27", sms_auth_token="a very secret token")
    kind, _, given = request.headers["authorization"].partition(" ")
    assert (kind, b64decode(given)) == ("Basic", b"AC27:a very secret token")
    assert "secret" not in str(request.url) + request.content.decode()


async def test_a_gateway_may_live_below_a_path() -> None:
    request = await request_for(sms_api_base="https://gateway.example/twilio")
    assert str(request.url) == f"https://gateway.example/twilio{MESSAGES}"
